"""The bytes of records: golden files, the same worked out by hand, and a museum of forged ones."""

import base64
import datetime
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.ids import PartyId, StreamId
from eventlog import canonical, errors, records, refusals
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord
from tests.eventlog import golden

FACTS = json.loads(golden.read("facts.json"))
HEADER = "gt-sealed"


@pytest.mark.parametrize("name", sorted(golden.files()))
def test_the_bytes_are_for_ever(name: str) -> None:
    assert golden.files()[name] == golden.read(name)


# --- the golden files, worked out with nothing but the standard library and AES ---------------------


def plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hashed(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "name", ["command.json", "event-1.json", "event-2.json", "outcome-accepted.json"]
)
def test_records_are_plain_sorted_json(name: str) -> None:
    assert plain(json.loads(golden.read(name))) == golden.read(name)


def test_each_record_names_the_hash_of_the_one_before() -> None:
    values = [golden.read(f"event-{n}.json") for n in (1, 2, 3)]
    before = [FACTS["source"].encode(), *values]
    assert [json.loads(value)["prev"] for value in values] == [hashed(each) for each in before[:3]]
    assert FACTS["links"] == [hashed(value) for value in values]


def test_events_name_the_digest_of_the_sealed_command() -> None:
    command = json.loads(golden.read("command.json"))
    content = {name: command[name] for name in ("type", "target", "data")}
    assert hashed(plain(content)) == json.loads(golden.read("event-1.json"))["commanddigest"]


def test_an_expected_version_is_part_of_the_digest() -> None:
    content = {"type": "guantong.example.note", "target": golden.STREAM, "data": {}, "if_match": 3}
    made = records.digest(type="guantong.example.note", target=golden.STREAM, data={}, if_match=3)
    assert made == hashed(plain(content))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_ids_follow_from_time_and_command(number: int) -> None:
    event = json.loads(golden.read(f"event-{number}.json"))
    seed = plain([event[name] for name in ("source", "actor", "commandid", "commandevent")])
    bits = f"{int.from_bytes(hashlib.sha256(seed).digest(), 'big'):0256b}"
    moment = datetime.datetime.fromisoformat(event["time"])
    milliseconds = int(moment.timestamp() * 1000)
    expected = f"{milliseconds:048b}" + "0111" + bits[:12] + "10" + bits[12:74]
    assert int(event["id"].replace("-", ""), 16) == int(expected, 2)


@pytest.mark.parametrize("number", [1, 2])
def test_the_sealed_header_opens_with_the_key_alone(number: int) -> None:
    event = json.loads(golden.read(f"event-{number}.json"))
    header = golden.read(f"event-{number}.gt-sealed.json")
    assert event["data"]["sealed"] == hashed(header)
    (field,) = json.loads(header)
    key = bytes.fromhex(FACTS["keys"][field["keyid"]])
    cipher = AESGCM(hmac.digest(key, b'["A256GCM"]', "sha256"))
    place = plain([event["source"], event["commandid"], field["path"]])
    nonce, ciphertext = (
        base64.urlsafe_b64decode(field[name] + "==") for name in ("nonce", "ciphertext")
    )
    text = cipher.decrypt(nonce, ciphertext, place).decode()
    salt = hmac.digest(key, plain([event["commandid"], field["path"]]), "sha256").hex()
    commitment = hashed(plain([salt, field["path"], text]))
    assert event["data"]["commitments"] == {field["path"]: commitment}
    assert FACTS["opened"][commitment] == text


def test_pseudonyms_follow_from_the_matching_key() -> None:
    key = bytes.fromhex(FACTS["keys"]["matching/linyi"])
    made = "hmac:" + hmac.digest(key, "张三".encode(), "sha256").hex()
    assert FACTS["pseudonyms"] == {made: "张 三"}


# --- reading ----------------------------------------------------------------------------------------


def read_event(value: bytes, *, header: bytes | None = None, key: bytes = b"linyi") -> EventRecord:
    headers = [] if header is None else [(HEADER, header)]
    return EventRecord.from_kafka(key=key, value=value, headers=headers)


def test_events_are_read_as_they_were_written() -> None:
    for number, event in enumerate(golden.events(), start=1):
        value = golden.read(f"event-{number}.json")
        assert read_event(value, header=event.header) == event
        assert read_event(value, header=event.header).headers == event.headers


def test_a_value_alone_can_be_read_by_auditors() -> None:
    event = EventRecord.from_value(golden.read("event-1.json"))
    assert event.header is None
    assert event.sealed == golden.events()[0].sealed


def test_headers_of_others_do_not_matter() -> None:
    event = golden.events()[2]
    headers = [("traceparent", b"\x00"), ("content-type", b"application/cloudevents+json")]
    assert EventRecord.from_kafka(key=b"linyi", value=event.value, headers=headers) == event


def test_commands_are_read_as_they_were_written() -> None:
    command = golden.command()
    assert command.value == golden.read("command.json")
    read = CommandRecord.from_kafka(key=command.key, value=command.value, headers=command.headers)
    assert read == command
    assert read.digest == FACTS["digest"]


def test_outcomes_are_read_as_they_were_written() -> None:
    for outcome in golden.outcomes():
        assert OutcomeRecord.from_kafka(key=b"linyi", value=outcome.value) == outcome


# --- the museum: what every reader refuses, and why ---------------------------------------------------

Forgery = Callable[[dict[str, Any]], object]


def drop(*names: str) -> Forgery:
    return lambda record: [record.pop(name) for name in names]


def put(**members: object) -> Forgery:
    return lambda record: record.update(members)


def put_data(**members: object) -> Forgery:
    return lambda record: record["data"].update(members)


def again(**changes: Any) -> EventRecord:
    """The third event, changed before it is written."""
    event = golden.events()[2]
    derived = ("id", "value", "sealed", "header", "commitments")
    given = {n: getattr(event, n) for n in event.__dataclass_fields__ if n not in derived}
    return EventRecord(**{**given, **changes})


HASH = "sha256:" + "0" * 64
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


def header_with(**members: object) -> bytes:
    (field,) = json.loads(golden.read("event-1.gt-sealed.json"))
    return plain([{**field, **members}])


FIELD = json.loads(golden.read("event-1.gt-sealed.json"))[0]
FORGED_HEADERS: list[tuple[str, bytes, str]] = [
    ("nothing", b"", "header_malformed"),
    ("no array", b"{}", "header_malformed"),
    ("no entries", b"[]", "header_malformed"),
    ("an entry that is no object", b'["x"]', "header_malformed"),
    ("spaces", golden.read("event-1.gt-sealed.json").replace(b",", b", "), "header_malformed"),
    ("another algorithm", header_with(algorithm="A128GCM"), "header_malformed"),
    ("an unknown member", header_with(key="x"), "header_malformed"),
    (
        "a member too few",
        plain([{k: v for k, v in FIELD.items() if k != "nonce"}]),
        "header_malformed",
    ),
    ("a nonce of 11 bytes", header_with(nonce="AAAAAAAAAAAAAAA"), "header_malformed"),
    ("base64 with padding", header_with(nonce="AAAAAAAAAAAAAAA="), "header_malformed"),
    ("base64 of the other alphabet", header_with(nonce="+" * 16), "header_malformed"),
    ("base64 with stray bits", header_with(ciphertext="A" * 22 + "B"), "header_malformed"),
    ("a ciphertext without tag", header_with(ciphertext="AAAA"), "header_malformed"),
    ("a path that is no pointer", header_with(path="content"), "header_malformed"),
    ("no key id", header_with(keyid=""), "header_malformed"),
    ("the same path twice", plain([FIELD, FIELD]), "header_malformed"),
    ("paths out of order", plain([{**FIELD, "path": "/z"}, FIELD]), "header_malformed"),
    ("another path", header_with(path="/title"), "header_mismatch"),
    ("one entry too many", plain([FIELD, {**FIELD, "path": "/z"}]), "header_mismatch"),
]


@pytest.mark.parametrize(
    ("header", "code"),
    [pytest.param(header, code, id=name) for name, header, code in FORGED_HEADERS],
)
def test_forged_headers_are_refused_even_when_the_value_names_them(
    header: bytes, code: str
) -> None:
    record = json.loads(golden.read("event-1.json"))
    record["data"]["sealed"] = hashed(header)
    with pytest.raises(errors.RecordRefused) as refused:
        read_event(plain(record), header=header)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param([], id="stripped"),
        pytest.param([(HEADER, golden.read("event-2.gt-sealed.json"))], id="of another record"),
        pytest.param([(HEADER, golden.read("event-1.gt-sealed.json"))] * 2, id="twice"),
        pytest.param([("GT-SEALED", golden.read("event-1.gt-sealed.json"))], id="in capitals"),
    ],
)
def test_a_seal_belongs_to_its_record(headers: list[tuple[str, bytes]]) -> None:
    with pytest.raises(refusals.HeaderMismatch):
        EventRecord.from_kafka(key=b"linyi", value=golden.read("event-1.json"), headers=headers)


def test_a_header_that_nothing_names_is_refused() -> None:
    with pytest.raises(errors.RecordRefused):
        read_event(golden.read("event-3.json"), header=golden.read("event-1.gt-sealed.json"))


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


# --- writing ------------------------------------------------------------------------------------------


def test_what_would_be_refused_cannot_be_written() -> None:
    assert again() == golden.events()[2]
    for wrong in (
        {"position": 0},
        {"party": PartyId("nobody here")},
        {"subject": StreamId("x")},
        {"time": datetime.datetime(2026, 3, 3, 1, 30)},  # noqa: DTZ001 - a naive time is the point
        {"data": {"sealed": HASH}},
        {"data": {"amount": 1.5}},
    ):
        with pytest.raises((errors.RecordRefused, errors.NotCanonical)):
            again(**wrong)


def test_every_refusal_explains_itself() -> None:
    refusals = [*errors.NotCanonical.__subclasses__(), *errors.RecordRefused.__subclasses__()]
    assert len({each.code for each in refusals}) == len(refusals)
    for each in refusals:
        assert each.zh
        assert each.en
        assert each.next_zh
        assert each.next_en
        assert each.__doc__


def test_the_greatest_integers_survive() -> None:
    assert canonical.decode(canonical.encode([2**53 - 1, -(2**53) + 1])) == [
        2**53 - 1,
        -(2**53) + 1,
    ]
