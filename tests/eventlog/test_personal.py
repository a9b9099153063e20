"""Where personal text stands: in every kind of container a command may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pytest
from annotated_types import MinLen

from domain.ids import PersonId, StreamId
from domain.model import Command, Personal, PseudonymOf, Text, Value
from eventlog.personal import faults_on_the_log, places_of
from eventlog.pointers import location_of, pointer_of, put_at, value_at

PERSON = PersonId("person/11111111-2222-4333-8444-555555555555")


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone(Value):
    person: PersonId | None = None
    name: Personal | None = None
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler(Value):
    person: PersonId
    office: Text = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(Command):
    title: Text = "t"
    content: Personal
    asides: tuple[Personal, ...] = ()
    first: Someone | None = None
    others: Annotated[tuple[Someone, ...], MinLen(0)] | None = None
    by_role: Mapping[str, Someone] | None = None
    handler: Handler | None = None
    leads: tuple[StreamId, ...] = ()


def found(command: Command) -> dict[str, str]:
    return {place.pointer: place.kind for place in places_of(command) if place.value is not None}


def test_personal_text_is_found_in_every_container() -> None:
    command = Everything(
        content="c",
        asides=("a", "b"),
        first=Someone(name="x"),
        others=(Someone(name="y"), Someone(name="z", person=PERSON)),
        by_role={"a/b": Someone(name="w")},
    )
    assert found(command) == {
        "/content": "personal",
        "/asides/0": "personal",
        "/asides/1": "personal",
        "/first/name": "personal",
        "/others/0/name": "personal",
        "/others/1/person": "person",
        "/others/1/name": "personal",
        "/by_role/a~1b/name": "personal",
    }


def test_ids_are_found_too() -> None:
    command = Everything(content="c", handler=Handler(person=PERSON), leads=(StreamId("lead/1"),))
    assert found(command) == {
        "/content": "personal",
        "/handler/person": "person",
        "/leads/0": "stream",
    }


def test_only_who_is_described_counts_as_subject() -> None:
    command = Everything(content="c", first=Someone(), handler=Handler(person=PERSON))
    subjects = [place.pointer for place in places_of(command) if place.is_subject]
    assert subjects == ["/first/person"]


def test_commitments_must_stand_where_personal_text_does() -> None:
    commitment = "sha256:" + "0" * 64
    command = Everything(content=commitment)
    assert list(faults_on_the_log(command, {"/content": commitment})) == []
    wrong = faults_on_the_log(command, {"/content": commitment, "/title": commitment})
    assert [(fault.pointer, fault.en) for fault in wrong] == [("/title", "holds no personal text.")]


@pytest.mark.parametrize("location", [[], ["a"], ["a", "0"], ["a/b", "m~n", ""], ["~1", "/0"]])
def test_pointers_lead_back_to_their_places(location: list[str]) -> None:
    assert location_of(pointer_of(location)) == location


def test_values_are_read_and_put_by_pointer() -> None:
    data = {"a": [{"b/c": 1}]}
    assert value_at(data, "/a/0/b~1c") == 1
    assert value_at(data, "") == data
    for nothing in ("/x", "/a/1", "/a/-1", "/a/0/b~1c/d", "/a/x"):
        assert value_at(data, nothing) is None
    put_at(data, "/a/0/b~1c", 2)
    put_at(data, "/d", 3)
    assert data == {"a": [{"b/c": 2}], "d": 3}
