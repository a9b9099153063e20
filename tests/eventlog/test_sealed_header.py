"""The museum's other hall: forged headers, refused even where the value names them."""

import json

import pytest

from eventlog import errors, refusals
from eventlog.records import EventRecord
from eventlog.sealed_header import HEADER
from tests.eventlog import golden
from tests.eventlog.forging import hashed, plain, read_event


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
