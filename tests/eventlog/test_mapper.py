"""Recorded events and eventsourcing's stored events."""

import dataclasses

import pytest

from eventlog.codec import to_recorded
from eventlog.mapper import RecordedMapper
from tests.eventlog import golden
from tests.eventlog.example import CATALOGUE, NAMED, NOTED


@pytest.mark.parametrize(("number", "name"), [(1, NOTED), (2, NAMED)])
def test_events_come_back_as_they_went(number: int, name: str) -> None:
    recorded = to_recorded(golden.events()[number - 1], catalogue=CATALOGUE)
    mapper = RecordedMapper(CATALOGUE)
    stored = mapper.to_stored_event(recorded)
    assert stored.topic == name
    assert (stored.originator_id, stored.originator_version) == (golden.STREAM, number)
    assert mapper.to_domain_event(stored) == recorded


def test_no_python_path_is_stored() -> None:
    stored = RecordedMapper(CATALOGUE).to_stored_event(
        to_recorded(golden.events()[0], catalogue=CATALOGUE)
    )
    assert b"tests." not in stored.state
    assert b"Noted" not in stored.state


def test_an_event_without_a_case_comes_back_without_one() -> None:
    recorded = to_recorded(golden.events()[0], catalogue=CATALOGUE)
    recorded = dataclasses.replace(recorded, case=None)
    mapper = RecordedMapper(CATALOGUE)
    assert mapper.to_domain_event(mapper.to_stored_event(recorded)) == recorded


def test_other_events_are_not_mapped() -> None:
    class Other:
        originator_id = "example/1"
        originator_version = 1

    with pytest.raises(TypeError):
        RecordedMapper(CATALOGUE).to_stored_event(Other())
