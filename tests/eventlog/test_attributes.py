"""The museum: forged records that every reader refuses, each with its reason."""

import json
from typing import Any

import pytest

from eventlog import canonical, errors, records, refusals
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord
from tests.eventlog import golden
from tests.eventlog.forging import HASH, Forgery, again, drop, plain, put, put_data, read_event

FACTS = json.loads(golden.read("facts.json"))
FORGED_EVENTS: list[tuple[str, Forgery, str]] = [
    ("no specversion", drop("specversion"), "attribute_missing"),
    ("specversion 1.1", put(specversion="1.1"), "attribute_invalid"),
    ("specversion as a number", put(specversion=1), "attribute_invalid"),
    ("no prev", drop("prev"), "attribute_missing"),
    ("no data", drop("data"), "attribute_missing"),
    ("data as a text", put(data="{}"), "attribute_invalid"),
    ("data in base64", put(data_base64="AA=="), "attribute_unknown"),
    ("another attribute", put(datacontenttype="application/json"), "attribute_unknown"),
    ("null case", put(casetag=None), "not_canonical"),
    ("empty case", put(casetag=""), "attribute_invalid"),
    ("id not a UUID", put(id="x"), "attribute_invalid"),
    ("id of another event", put(id="019cac2a-9e3b-7795-89ee-9d013b9d4662"), "attribute_invalid"),
    ("id as a number", put(id=7), "attribute_invalid"),
    ("time of another moment", put(time="2026-03-03T01:30:01.123456Z"), "attribute_invalid"),
    ("time before UUIDv7", put(time="1969-12-31T23:59:59.000000Z"), "attribute_invalid"),
    ("time with an offset", put(time="2026-03-03T09:30:00.123456+08:00"), "not_canonical"),
    ("time without zone", put(time="2026-03-03T01:30:00.123456"), "attribute_invalid"),
    ("time in milliseconds", put(time="2026-03-03T01:30:00.123Z"), "not_canonical"),
    ("time as a number", put(time=1772501400), "attribute_invalid"),
    (
        "command id in capitals",
        put(commandid="7B1D2C33-1111-4222-8333-944455566677"),
        "not_canonical",
    ),
    (
        "command id in braces",
        put(commandid="{7b1d2c33-1111-4222-8333-944455566677}"),
        "not_canonical",
    ),
    ("command id as a list", put(commandid=["x"]), "attribute_invalid"),
    ("position 0", put(position=0), "attribute_invalid"),
    ("position 2^31", put(position=2**31), "attribute_invalid"),
    ("position as text", put(position="3"), "attribute_invalid"),
    ("position true", put(position=True), "attribute_invalid"),
    ("position 3.0", put(position=3.0), "attribute_invalid"),
    ("stream version 0", put(streamversion=0), "attribute_invalid"),
    ("event 2 of 1", put(commandevent=2), "attribute_invalid"),
    ("501 events", put(commandevents=501), "attribute_invalid"),
    ("scheme version below 0", put(schemeversion=-1), "attribute_invalid"),
    ("digest in capitals", put(commanddigest="sha256:" + "A" * 64), "attribute_invalid"),
    ("digest of another kind", put(commanddigest="md5:" + "0" * 32), "attribute_invalid"),
    ("prev with a line end", put(prev=HASH + "\n"), "attribute_invalid"),
    ("source without jurisdiction", put(source="linyi-discipline"), "attribute_invalid"),
    ("source with three parts", put(source="a/b/c"), "attribute_invalid"),
    ("jurisdiction of another key", put(source="linyi-discipline/wuhu"), "attribute_invalid"),
    ("type without version", put(type="guantong.example.noted"), "attribute_invalid"),
    ("type version 0", put(type="guantong.example.noted.v0"), "attribute_invalid"),
    ("type of others", put(type="com.example.noted.v1"), "attribute_invalid"),
    (
        "subject without family",
        put(subject="11111111-2222-4333-8444-555555555555"),
        "attribute_invalid",
    ),
    ("actor who is no person", put(actor=golden.STREAM), "attribute_invalid"),
    ("actor by name", put(actor="张三"), "attribute_invalid"),
    ("party of a form codes do not have", put(party="SG Education"), "attribute_invalid"),
    ("party with a line end", put(party="cdi-linyi\n"), "attribute_invalid"),
    ("two attributes in one", put(party="cdi-linyi\nsha256"), "attribute_invalid"),
    ("a float in data", put_data(amount=1.5), "float_refused"),
    ("a great integer in data", put_data(amount=2**60), "integer_out_of_range"),
    ("text not in NFC", put_data(note="e\u0301"), "text_not_nfc"),
    ("a NUL", put_data(note="\0"), "text_has_nul"),
    ("a name of a member not in ASCII", put_data(姓名="x"), "key_not_ascii"),
    ("empty commitments", put_data(commitments={}), "not_canonical"),
    ("commitments without seal", put_data(commitments={"/name": HASH}), "attribute_invalid"),
    ("a seal without commitments", put_data(sealed=HASH), "attribute_invalid"),
    ("commitments as a list", put_data(commitments=[HASH]), "attribute_invalid"),
    (
        "commitment in the clear",
        put_data(commitments={"/name": "张三"}, sealed=HASH),
        "attribute_invalid",
    ),
    ("path without slash", put_data(commitments={"name": HASH}, sealed=HASH), "attribute_invalid"),
    ("null seal", put_data(sealed=None), "not_canonical"),
    (
        "a named header that is not there",
        put_data(commitments={"/n": HASH}, sealed=HASH),
        "header_mismatch",
    ),
]


@pytest.mark.parametrize(
    ("forgery", "code"),
    [pytest.param(forgery, code, id=name) for name, forgery, code in FORGED_EVENTS],
)
def test_forged_events_are_refused(forgery: Forgery, code: str) -> None:
    record = json.loads(golden.read("event-3.json"))
    forgery(record)
    with pytest.raises((errors.RecordRefused, errors.NotCanonical)) as refused:
        read_event(plain(record))
    assert refused.value.code == code
    assert refused.value.sentence_zh
    assert refused.value.next_en in str(refused.value)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        pytest.param(b"", "malformed_json", id="nothing"),
        pytest.param(b"not json", "malformed_json", id="no JSON"),
        pytest.param(b"[]", "record_not_an_object", id="an array"),
        pytest.param(b"\x00\x00\x00\x00\x05avro", "malformed_json", id="Avro"),
        pytest.param(b"{}", "attribute_missing", id="an empty object"),
        pytest.param(golden.read("event-3.json") + b"\n", "not_canonical", id="a line end"),
        pytest.param(
            golden.read("event-3.json").replace(b":", b": ", 1), "not_canonical", id="a space"
        ),
        pytest.param(
            golden.read("event-3.json").replace(b'{"actor"', b'{"position":9,"actor"', 1),
            "duplicate_key",
            id="a second position",
        ),
        pytest.param(
            golden.read("event-3.json").replace(b'"note":', b'"note":"x","note":', 1),
            "duplicate_key",
            id="a second member in data",
        ),
        pytest.param(
            golden.read("event-3.json").replace("é".encode(), b"\\u00e9"),
            "not_canonical",
            id="an escape",
        ),
        pytest.param(golden.read("event-3.json")[:-1], "malformed_json", id="cut short"),
        pytest.param(golden.read("command.json"), "attribute_missing", id="a command"),
        pytest.param(golden.read("outcome-accepted.json"), "attribute_missing", id="an outcome"),
    ],
)
def test_foreign_bytes_are_refused(value: bytes, code: str) -> None:
    with pytest.raises((errors.RecordRefused, errors.NotCanonical)) as refused:
        read_event(value)
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["event-2.json", "event-3.json"])
@pytest.mark.parametrize("change", [0x01, 0x02, 0x10, 0x20, 0x80])
def test_no_changed_byte_is_read_as_the_same_record(name: str, change: int) -> None:
    value = golden.read(name)
    header = golden.read("event-2.gt-sealed.json") if name == "event-2.json" else None
    for index in range(len(value)):
        forged = value[:index] + bytes([value[index] ^ change]) + value[index + 1 :]
        try:
            record = read_event(forged, header=header)
        except (errors.RecordRefused, errors.NotCanonical):
            continue
        assert record.value == forged  # another record, and none that follows or precedes ours
        assert records.link(record.value) not in FACTS["links"]


def nested(levels: int) -> dict[str, Any]:
    note: Any = "x"
    for _ in range(levels):
        note = [note]
    return {**golden.events()[2].data, "note": note}


def test_what_a_record_may_nest_can_be_checked_as_a_whole() -> None:
    inside = canonical.DEPTH_MAX - 2  # the record and its data are levels too
    deepest = again(data=nested(inside))
    assert canonical.decode(deepest.value)["data"] == deepest.data
    with pytest.raises(refusals.TooDeep) as refused:
        again(data=nested(inside + 1))
    assert refused.value.pointer.startswith("/data/note/0")


@pytest.mark.parametrize("key", [None, b"", b"wuhu", b"Linyi", b"linyi\n"])
def test_an_event_under_another_key_is_refused(key: bytes | None) -> None:
    with pytest.raises(refusals.KeyMismatch):
        EventRecord.from_kafka(key=key, value=golden.read("event-3.json"), headers=[])


FORGED_COMMANDS: list[tuple[str, Forgery, str]] = [
    ("no target", drop("target"), "attribute_missing"),
    ("another attribute", put(jurisdiction="linyi"), "attribute_unknown"),
    ("an event's type", put(type="guantong.example.noted.v1"), "attribute_invalid"),
    ("if_match as text", put(if_match="3"), "attribute_invalid"),
    ("if_match null", put(if_match=None), "not_canonical"),
    ("expires never", put(expires="never"), "attribute_invalid"),
    ("expires without microseconds", put(expires="2026-03-03T01:30:00Z"), "not_canonical"),
    ("a free trace", put(trace="hello"), "attribute_invalid"),
    ("the commitment of another text", put_data(content=HASH), "attribute_invalid"),
    ("a field in the clear", put_data(content="张三"), "attribute_invalid"),
    (
        "no commitments for its header",
        lambda record: record["data"].pop("commitments"),
        "header_mismatch",
    ),
    ("the hash of a header", put_data(sealed=HASH), "attribute_unknown"),
]


@pytest.mark.parametrize(
    ("forgery", "code"),
    [pytest.param(forgery, code, id=name) for name, forgery, code in FORGED_COMMANDS],
)
def test_forged_commands_are_refused(forgery: Forgery, code: str) -> None:
    record = json.loads(golden.read("command.json"))
    forgery(record)
    headers = golden.command().headers
    with pytest.raises((errors.RecordRefused, errors.NotCanonical)) as refused:
        CommandRecord.from_kafka(key=b"linyi", value=plain(record), headers=headers)
    assert refused.value.code == code


@pytest.mark.parametrize("key", [None, b"", b"Linyi", b"\xff", b"linyi/x"])
def test_a_command_needs_a_jurisdiction_for_its_key(key: bytes | None) -> None:
    command = golden.command()
    with pytest.raises(refusals.AttributeInvalid):
        CommandRecord.from_kafka(key=key, value=command.value, headers=command.headers)


FORGED_OUTCOMES: list[tuple[str, Forgery, str]] = [
    ("a third status", put(status="pending"), "attribute_invalid"),
    ("no last hash", drop("last_hash"), "attribute_invalid"),
    ("no events", put(events=0, last_position=0), "attribute_invalid"),
    ("a wrong count", put(events=3), "attribute_invalid"),
    ("accepted with a problem", put(problem={}), "attribute_invalid"),
    ("rejected without a problem", put(status="rejected"), "attribute_invalid"),
    ("an offset below 0", put(offset=-1), "attribute_invalid"),
    ("another jurisdiction", put(jurisdiction="wuhu"), "key_mismatch"),
    ("another attribute", put(time="x"), "attribute_unknown"),
]


@pytest.mark.parametrize(
    ("forgery", "code"),
    [pytest.param(forgery, code, id=name) for name, forgery, code in FORGED_OUTCOMES],
)
def test_forged_outcomes_are_refused(forgery: Forgery, code: str) -> None:
    record = json.loads(golden.read("outcome-accepted.json"))
    forgery(record)
    with pytest.raises((errors.RecordRefused, errors.NotCanonical)) as refused:
        OutcomeRecord.from_kafka(key=b"linyi", value=plain(record))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "problem",
    [{}, {"code": "x"}, "x", None],
)
def test_a_rejection_has_a_whole_problem(problem: object) -> None:
    record = json.loads(golden.read("outcome-rejected.json"))
    record["problem"] = problem
    with pytest.raises((errors.RecordRefused, errors.NotCanonical)):
        OutcomeRecord.from_kafka(key=b"linyi", value=plain(record))
