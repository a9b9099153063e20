"""Every family at once: names, sentences, examples, errors."""

import importlib
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

import domain
from domain.catalogue import ACTIONS, CATALOGUE, EVENTS, FAMILIES, TYPE_OF
from domain.errors import Refusal
from domain.registry import EventType

HAN = re.compile(r"[\u4e00-\u9fff]")
SURROUNDING = {"actor", "party", "occurred"}
NAME = re.compile(r"guantong\.[a-z_]+\.[a-z_]+(\.v[1-9][0-9]*)?")


def test_names_are_written_one_way_and_mean_one_thing() -> None:
    assert all(NAME.fullmatch(name) for name in (*ACTIONS, *EVENTS))
    assert len(TYPE_OF) == len(EVENTS) == len(CATALOGUE.short_name_of)
    collections = Counter(family.collection for family in FAMILIES)
    assert set(collections.values()) == {1}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_a_sentence_in_both_languages(name: str) -> None:
    """A sentence may use the event's own fields and those that surround every event."""
    event = EVENTS[name]
    assert HAN.search(event.zh)
    assert not HAN.search(event.en)
    known = {field.name for field in fields(event.event)} | SURROUNDING
    for sentence in (event.zh, event.en):
        assert used(sentence) <= known, (name, used(sentence) - known)


@pytest.mark.parametrize("name", EVENTS)
def test_what_an_event_may_leave_out_has_a_default(name: str) -> None:
    """Nothing is not written: a field that may be None is missing in the record, and read back as None."""
    hints = get_type_hints(EVENTS[name].event)
    for field in fields(EVENTS[name].event):
        if type(None) in get_args(hints[field.name]):
            assert field.default is None, field.name


def used(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def details(sentence: str) -> set[str]:
    """What a refusal wants to be told, whatever the language."""
    return {re.sub("_(zh|en)$", "", name) for name in used(sentence)}


def test_the_event_types_of_a_name_have_different_versions() -> None:
    versions = Counter((id(event.event), event.version) for event in EVENTS.values())
    assert set(versions.values()) == {1}
    assert all(isinstance(event, EventType) for event in EVENTS.values())


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_named_in_both_languages_and_its_example_names_its_fields(name: str) -> None:
    _, action = ACTIONS[name]
    assert HAN.search(action.zh)
    assert not HAN.search(action.en)
    known = {field.name for field in fields(action.command)}
    assert set(action.example) <= known
    assert not (action.batch and action.internal)


def test_filing_and_sanctions_are_never_done_to_many_at_once() -> None:
    """First-hour need: batches are for routine, in every family; each filing and sanction is looked at.

    Nothing of a case, no step that decides what becomes of a lead, nothing that says so by its name.
    """
    grave = {f"guantong.case.{action.name}" for action in CATALOGUE.family["case"].actions}
    decisive = (
        "propose_disposal",
        "propose_outcome",
        "opine",
        "cosign",
        "confirm_paper",
        "file_case",
    )
    grave |= {f"guantong.lead.{name}" for name in decisive}
    named = re.compile(
        r"立案|处分|审理|问责|处置|\b(file|filing|sanction|penalt|discipline)", re.IGNORECASE
    )
    grave |= {
        name for name, (_, action) in ACTIONS.items() if named.search(f"{action.zh} {action.en}")
    }
    assert grave <= ACTIONS.keys()
    assert len(grave) > len(CATALOGUE.family["case"].actions) + len(decisive)
    assert [name for name in sorted(grave) if ACTIONS[name][1].batch] == []


def refusals() -> Iterator[type[Refusal]]:
    """Every refusal of the domain."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        found = vars(importlib.import_module(module.name)).values()
        yield from (
            each
            for each in found
            if isinstance(each, type)
            and issubclass(each, Refusal)
            and each is not Refusal
            and each.__module__ == module.name
        )


def test_every_refusal_has_a_code_of_its_own_and_says_what_to_do_next() -> None:
    every = list(refusals())
    codes = Counter(each.code for each in every)
    assert [code for code, times in codes.items() if times > 1] == []
    for each in every:
        assert HAN.search(each.zh)
        assert HAN.search(each.next_zh)
        assert not HAN.search(each.en)
        assert not HAN.search(each.next_en)
        assert "{" not in each.next_zh + each.next_en
        assert details(each.zh) == details(each.en)
