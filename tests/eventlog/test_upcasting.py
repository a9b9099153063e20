"""Old events are raised when they are read: a second version of one type, against stored bytes."""

import pytest

from domain.catalogue import EVENTS
from eventlog import errors
from eventlog.codec import event_from_data
from eventlog.records import EventRecord
from eventlog.upcasting import UPCASTERS, next_version, upcast
from tests.eventlog import golden
from tests.eventlog.example import (
    LATER_CATALOGUE,
    LATER_UPCASTERS,
    NAMED,
    NOTED,
    NotedAgain,
    WitnessNamed,
)


def test_stored_bytes_of_the_first_version_are_read_as_the_second() -> None:
    record = EventRecord.from_value(golden.read("event-1.json"))
    event = event_from_data(
        record.type, record.data, catalogue=LATER_CATALOGUE, upcasters=LATER_UPCASTERS
    )
    assert isinstance(event, NotedAgain)
    assert event.heading == "关于食堂采购的情况"
    assert event.currency == "CNY"
    assert event.content == record.commitments["/content"]


def test_reading_changes_no_byte_of_what_is_stored() -> None:
    value = golden.read("event-1.json")
    record = EventRecord.from_value(value)
    upcast(record.type, record.data, LATER_UPCASTERS)
    assert record.value == value
    assert "title" in record.data


def test_types_without_a_second_version_stay_as_they_are() -> None:
    record = EventRecord.from_value(golden.read("event-2.json"))
    event = event_from_data(
        NAMED, record.data, catalogue=LATER_CATALOGUE, upcasters=LATER_UPCASTERS
    )
    assert isinstance(event, WitnessNamed)


def test_without_its_upcaster_the_old_version_is_not_guessed_at() -> None:
    record = EventRecord.from_value(golden.read("event-1.json"))
    with pytest.raises(errors.NewerVersionNeeded):
        event_from_data(record.type, record.data, catalogue=LATER_CATALOGUE, upcasters={})


def test_upcasters_follow_one_another() -> None:
    steps = {
        NOTED: lambda data: {**data, "steps": 1},
        next_version(NOTED): lambda data: {**data, "steps": data["steps"] + 1},
    }
    assert upcast(NOTED, {}, steps) == ("guantong.example.noted.v3", {"steps": 2})


def test_versions_count_on() -> None:
    assert next_version("guantong.example.noted.v9") == "guantong.example.noted.v10"


def test_each_upcaster_leads_to_a_type_that_is_known_or_raised_further() -> None:
    for older in UPCASTERS:
        assert next_version(older) in UPCASTERS.keys() | EVENTS.keys()
