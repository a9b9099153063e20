"""Commands and events as JSON data: strict both ways, every fault said in two languages."""

import datetime
import json
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from domain.catalogue import ACTIONS, CATALOGUE, EVENTS
from domain.model import Concerns, Event, Occurred
from eventlog import canonical, errors
from eventlog.codec import (
    adapter,
    command_from_data,
    command_of,
    command_to_data,
    event_from_data,
    event_to_data,
    to_recorded,
)
from eventlog.faults import faults_of
from eventlog.records import CommandRecord, EventRecord
from tests.eventlog import golden
from tests.eventlog.example import CATALOGUE as EXAMPLE
from tests.eventlog.example import NAMED, NOTE, NOTED, Note, Noted

CLEAR: dict[str, Any] = {"title": "t", "content": "c"}


def faults(data: dict[str, Any]) -> dict[str, errors.FieldFault]:
    with pytest.raises(errors.CommandInvalid) as invalid:
        command_from_data(NOTE, data, catalogue=EXAMPLE)
    return {fault.pointer: fault for fault in invalid.value.faults}


@pytest.mark.parametrize(("number", "event_type"), [(1, NOTED), (2, NAMED)])
def test_stored_data_come_back_as_events_and_go_out_as_they_were(
    number: int, event_type: str
) -> None:
    record = EventRecord.from_value(golden.read(f"event-{number}.json"))
    event = event_from_data(event_type, record.data, catalogue=EXAMPLE)
    assert canonical.encode(event_to_data(event)) == canonical.encode(record.data)


def test_what_is_none_is_left_out() -> None:
    command = Note(title="t", content="c", until=datetime.date(2026, 3, 2))
    assert command_to_data(command) == {
        "title": "t",
        "content": "c",
        "witnesses": [],
        "amount": 0,
        "urgent": False,
        "manner": "written",
        "until": "2026-03-02",
    }
    assert command_from_data(NOTE, command_to_data(command), catalogue=EXAMPLE) == command


@pytest.mark.parametrize(
    "event_type", ["guantong.example.noted.v2", "guantong.example.shredded.v1", "x"]
)
def test_an_unknown_type_or_version_needs_newer_software(event_type: str) -> None:
    with pytest.raises(errors.NewerVersionNeeded) as needed:
        event_from_data(event_type, {}, catalogue=EXAMPLE)
    assert event_type in needed.value.sentence_zh
    assert "needs a newer version" in str(needed.value)


def test_data_that_do_not_fit_a_known_type_say_so() -> None:
    with pytest.raises(errors.EventDataInvalid) as invalid:
        event_from_data(NOTED, {"title": "t", "amount": "1"}, catalogue=EXAMPLE)
    assert "/amount: must be an integer." in str(invalid.value)
    assert "/content: is required." in str(invalid.value)


def test_an_unknown_command_is_named() -> None:
    with pytest.raises(errors.UnknownAction):
        command_from_data("guantong.example.shred", {}, catalogue=EXAMPLE)


@pytest.mark.parametrize(
    ("data", "pointer", "zh", "en"),
    [
        ({"content": "c"}, "/title", "必须填写。", "is required."),
        (CLEAR | {"x": 1}, "/x", "没有这个字段。", "is not a field of this command."),
        (CLEAR | {"title": 7}, "/title", "应为文本。", "must be text."),
        (CLEAR | {"title": ""}, "/title", "至少1个字符。", "must have 1 or more characters."),
        (
            CLEAR | {"title": "字" * 4001},
            "/title",
            "最多4000个字符。",
            "must have 4000 or fewer characters.",
        ),
        (CLEAR | {"amount": "7"}, "/amount", "应为整数。", "must be an integer."),
        (CLEAR | {"amount": True}, "/amount", "应为整数。", "must be an integer."),
        (CLEAR | {"amount": -1}, "/amount", "不得小于0。", "must be at least 0."),
        (
            CLEAR | {"amount": 2**53},
            "/amount",
            "不得大于9007199254740991。",
            "must be at most 9007199254740991.",
        ),
        (CLEAR | {"urgent": "yes"}, "/urgent", "应为true或false。", "must be true or false."),
        (CLEAR | {"urgent": 1}, "/urgent", "应为true或false。", "must be true or false."),
        (
            CLEAR | {"manner": "sung"},
            "/manner",
            "只能是:'written'、'oral'。",
            "must be one of 'written' or 'oral'.",
        ),
        (CLEAR | {"witnesses": {}}, "/witnesses", "应为数组。", "must be an array."),
        (CLEAR | {"witnesses": ["x"]}, "/witnesses/0", "应为对象。", "must be an object."),
        (CLEAR | {"witnesses": [{}]}, "/witnesses/0/name", "必须填写。", "is required."),
        (
            CLEAR | {"until": 20260302},
            "/until",
            "应为日期(2026-03-02)。",
            "must be a date (2026-03-02).",
        ),
        (
            CLEAR | {"until": "2 March"},
            "/until",
            "应为日期(2026-03-02)。",
            "must be a date (2026-03-02).",
        ),
        (
            CLEAR | {"occurred": {"date": "2026-03-02", "time": "noon"}},
            "/occurred/time",
            "应为时刻(14:30:00)。",
            "must be a time of day (14:30:00).",
        ),
    ],
)
def test_each_fault_is_said_in_both_languages(
    data: dict[str, Any], pointer: str, zh: str, en: str
) -> None:
    found = faults(data)
    assert set(found) == {pointer}
    assert (found[pointer].zh, found[pointer].en) == (zh, en)


def test_all_faults_are_said_at_once() -> None:
    assert set(faults({"title": 1, "witnesses": [{}, {"name": 2}], "y": 0})) == {
        "/title",
        "/content",
        "/witnesses/0/name",
        "/witnesses/1/name",
        "/y",
    }


def test_golden_commands_are_decoded() -> None:
    command = command_of(golden.command(), catalogue=EXAMPLE)
    assert isinstance(command, Note)
    assert command.content == golden.command().commitments["/content"]


def resealed(**data: object) -> CommandRecord:
    command = golden.command()
    return CommandRecord(
        jurisdiction=command.jurisdiction,
        id=command.id,
        type=command.type,
        target=command.target,
        data={**command.data, **data},
        commitments=command.commitments,
        actor=command.actor,
        party=command.party,
        expires=command.expires,
        header=command.header,
    )


@pytest.mark.parametrize(
    ("data", "pointer", "en"),
    [
        (
            {"witnesses": [golden.command().data["witnesses"][0] | {"aliases": ["阿三"]}]},
            "/witnesses/0/aliases/0",
            "is personal text that was not sealed.",
        ),
        ({"follows": "nothing"}, "/follows", "must be an id: <family>/<uuid>."),
        (
            {"witnesses": [golden.command().data["witnesses"][0] | {"person": golden.STREAM}]},
            "/witnesses/0/person",
            "must be an id: person/<uuid>.",
        ),
    ],
)
def test_the_writer_takes_no_command_that_intake_would_not_have_made(
    data: dict[str, Any], pointer: str, en: str
) -> None:
    with pytest.raises(errors.CommandInvalid) as invalid:
        command_of(resealed(**data), catalogue=EXAMPLE)
    assert [(fault.pointer, fault.en) for fault in invalid.value.faults] == [(pointer, en)]


def test_records_become_what_the_domain_reads() -> None:
    record = golden.events()[0]
    recorded = to_recorded(record, catalogue=EXAMPLE)
    assert isinstance(recorded.event, Noted)
    assert recorded.originator_id == record.subject
    assert recorded.originator_version == 1
    assert recorded.jurisdiction == "linyi"
    assert recorded.case == record.casetag
    assert recorded.commitments == record.commitments


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict(Event):
    """One field of each further type that an event may have."""

    moment: datetime.datetime | None = None
    shares: dict[str, int] | None = None


def test_data_written_otherwise_than_we_write_them_are_not_taken_for_the_same() -> None:
    base = Strict(
        occurred=Occurred(date=datetime.date(2026, 3, 2)),
        concerns=Concerns(parties=(), visibility="x"),
    )
    data = event_to_data(base)
    forged: list[dict[str, Any]] = [
        {"shares": {"a": 1.5}},
        {"shares": []},
        {"moment": 5},
        {"moment": "soon"},
    ]
    for wrong in forged:
        with pytest.raises(ValidationError) as invalid:
            adapter(Strict).validate_json(json.dumps(data | wrong))
        assert all(fault.zh != "不符合要求。" for fault in faults_of(invalid.value))


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_the_shape_of_every_command_can_be_checked(action: str) -> None:
    _, known = CATALOGUE.actions[action]
    assert adapter(known.command).json_schema()["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_the_shape_of_every_event_can_be_checked(name: str) -> None:
    assert adapter(EVENTS[name].event).json_schema()["additionalProperties"] is False
