"""The event catalogue: new types may come, released ones stay as they are."""

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.model import Event
from domain.registry import Catalogue, EventType, Family
from eventlog import catalogue
from tests.eventlog.example import CATALOGUE, LATER_CATALOGUE, LATER_UPCASTERS, NAMED, NOTED

CODE = catalogue.entries(CATALOGUE)
LATER = catalogue.entries(LATER_CATALOGUE)


def released(entries: catalogue.Entries = CODE) -> dict[str, dict[str, Any]]:
    return {
        name: {**copy.deepcopy(dict(entry)), "released": True} for name, entry in entries.items()
    }


def said(code: catalogue.Entries, stored: catalogue.Entries, **upcasters: Any) -> dict[str, str]:
    return {fault.path: fault.en for fault in catalogue.faults(code, stored, **upcasters)}


def test_the_committed_catalogue_is_that_of_the_code() -> None:
    assert list(map(str, catalogue.faults(catalogue.entries(), catalogue.read()))) == []


def test_code_and_catalogue_that_agree_have_no_faults() -> None:
    assert said(CODE, CODE, upcasters={}) == {}
    assert said(CODE, released(), upcasters={}) == {}


def test_a_new_type_must_be_written() -> None:
    assert said(CODE, {}, upcasters={}) == dict.fromkeys(
        [NAMED, NOTED], "is new and not written yet."
    )


def test_a_changed_type_must_be_written_while_it_is_not_released() -> None:
    stored = copy.deepcopy({name: dict(entry) for name, entry in CODE.items()})
    stored[NOTED]["schema"]["required"] = ["title"]
    assert said(CODE, stored, upcasters={}) == {NOTED: "changed."}


def test_a_changed_released_type_fails() -> None:
    stored = released()
    stored[NOTED]["schema"]["properties"]["title"]["maxLength"] = 40
    assert said(CODE, stored, upcasters={}) == {NOTED: "is released, and was changed."}
    assert catalogue.updated(CODE, stored)[NOTED]["schema"] == stored[NOTED]["schema"]


def test_better_words_are_no_change_of_a_type() -> None:
    stored = released()
    stored[NOTED]["en"] = "Wrote down: {title}"
    assert said(CODE, stored, upcasters={}) == {NOTED: "says another sentence."}
    assert catalogue.updated(CODE, stored)[NOTED] == released()[NOTED]
    assert "description" not in json.dumps(CODE[NOTED])


def test_a_released_type_may_only_go_when_it_is_upcast() -> None:
    lost = {NOTED: "is released, and neither known nor upcast any more."}
    stored = {**released(), **LATER}
    assert said(LATER, stored, upcasters={}) == lost
    assert said(LATER, stored, upcasters=LATER_UPCASTERS) == {}
    assert set(catalogue.updated(LATER, stored)) == {NAMED, NOTED, *LATER}


def test_a_type_that_was_never_released_may_go() -> None:
    stored = {**CODE, **LATER}
    assert said(LATER, stored, upcasters={}) == {NOTED: "is gone."}
    assert catalogue.updated(LATER, stored) == LATER


def test_an_upcaster_must_lead_somewhere() -> None:
    wrong = said(CODE, CODE, upcasters=LATER_UPCASTERS)
    assert wrong == {NOTED: "is upcast to a version that does not exist."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed(Event):
    grams: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged(Event):
    tags: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised(Event):
    commitments: tuple[str, ...]


@pytest.mark.parametrize(
    ("event", "en"),
    [
        (Weighed, "has a float or a set."),
        (Tagged, "has a float or a set."),
        (Promised, "has a field named «commitments» or «sealed»."),
    ],
)
def test_shapes_that_the_log_cannot_keep_fail(event: type[Event], en: str) -> None:
    family = Family(
        name="wrong",
        collection="wrongs",
        zh="错",
        en="Wrong",
        initial=None,
        evolve=lambda state, _: state,
        events=(EventType(name="happened", event=event, zh="", en=""),),
        actions=(),
    )
    code = catalogue.entries(Catalogue((family,)))
    assert said(code, code, upcasters={}) == {"guantong.wrong.happened.v1": en}


def test_events_may_carry_commitments_beside_their_fields() -> None:
    assert {"commitments", "sealed"} < CODE[NOTED]["schema"]["properties"].keys()
    assert CODE[NOTED]["schema"]["additionalProperties"] is False


def test_the_file_is_written_checked_and_released(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    assert catalogue.main(["--check"], path=path) == 1
    assert catalogue.main(["--write"], path=path) == 0
    first = path.read_bytes()
    catalogue.entries.cache_clear()
    assert catalogue.main(["--write"], path=path) == 0
    assert path.read_bytes() == first
    assert catalogue.main(["--release"], path=path) == 0
    assert all(entry["released"] for entry in catalogue.read(path).values())
    assert catalogue.main(["--check"], path=path) == 0


def test_the_check_names_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "catalogue.json"
    catalogue.main(["--release"], path=path)
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace('"maxLength": 4000', '"maxLength": 4001'), encoding="utf-8")
    assert catalogue.main(["--check"], path=path) == 1
    assert "is released, and was changed. Restore it; make a new version" in capsys.readouterr().err
