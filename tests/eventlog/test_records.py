"""The bytes of records: golden files, the same worked out by hand, and a museum of forged ones."""

import base64
import datetime
import hashlib
import hmac
import json

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.ids import PartyId, StreamId
from eventlog import canonical, errors, records
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord
from tests.eventlog import golden
from tests.eventlog.forging import HASH, again, hashed, plain, read_event

FACTS = json.loads(golden.read("facts.json"))
HEADER = "gt-sealed"


@pytest.mark.parametrize("name", sorted(golden.files()))
def test_the_bytes_are_for_ever(name: str) -> None:
    assert golden.files()[name] == golden.read(name)


# --- the golden files, worked out with nothing but the standard library and AES ---------------------


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
