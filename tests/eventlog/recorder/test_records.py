from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest
from eventsourcing.persistence import StoredEvent
from hypothesis import given
from hypothesis import strategies as st

from eventlog.errors import NotCanonical, RecordRefused
from eventlog.recorder.records import VALUE_BYTES_MAX, StoredRecord
from eventlog.records import first_link

GOLDEN = Path(__file__).parents[2] / "golden" / "recorder.jsonl"
OPENED = StoredEvent(
    UUID("7d9f5a0e-52a9-5d8e-8e61-0b7c3f0e9a11"), 1, "bank:Account.Opened", b'{"name":"Alice"}'
)
WRITTEN = (
    StoredRecord(
        source="BankAccounts.events",
        position=1,
        batchevent=1,
        batchevents=2,
        prev=first_link("BankAccounts.events"),
        stored=OPENED,
    ),
    StoredRecord(
        source="BankAccounts.events",
        position=2,
        batchevent=2,
        batchevents=2,
        prev="sha256:" + 64 * "a",
        stored=StoredEvent("账户/一", 0, "bank:账户.已开立", bytes(range(256))),
    ),
)


def changed(**attributes: Any) -> bytes:
    """The first record with other attributes; None leaves one out."""
    content = orjson.loads(WRITTEN[0].value) | attributes
    present = {name: value for name, value in content.items() if value is not None}
    return orjson.dumps(present, option=orjson.OPT_SORT_KEYS)


def test_the_bytes_are_those_of_ever() -> None:
    assert b"".join(record.value + b"\n" for record in WRITTEN) == GOLDEN.read_bytes()


@pytest.mark.parametrize("record", WRITTEN, ids=["uuid", "text"])
def test_what_is_read_is_what_was_written(record: StoredRecord) -> None:
    read = StoredRecord.from_value(record.value)
    assert read == record
    assert type(read.stored.originator_id) is type(record.stored.originator_id)
    assert record.key == str(record.stored.originator_id).encode()


@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"[]",
        b"{",
        changed(specversion="0.3"),
        changed(id="2"),
        changed(source=1),
        changed(type=None),
        changed(type=1),
        changed(subject="7D9F5A0E-52A9-5D8E-8E61-0B7C3F0E9A11"),
        changed(subject=7, subjecttype=None),
        changed(subjecttype="text"),
        changed(position=0),
        changed(position="1"),
        changed(position=True),
        changed(position=2**31),
        changed(streamversion=-1),
        changed(streamversion=1.0),
        changed(batchevent=3),
        changed(batchevents=0),
        changed(prev="sha256:"),
        changed(data_base64="e30"),
        changed(data_base64="e3 0="),
        changed(data_base64=b64encode(b"{}").decode().replace("=", "")),
        changed(data_base64=None),
        changed(time="2026-03-02T01:30:00Z"),
        WRITTEN[0].value + b" ",
        WRITTEN[0].value.replace(b'":', b'": ', 1),
    ],
)
def test_any_other_bytes_are_refused(value: bytes) -> None:
    with pytest.raises((RecordRefused, NotCanonical)):
        StoredRecord.from_value(value)


@given(
    topic=st.text(max_size=8) | st.just("bank:Account.Opened"),
    state=st.binary(max_size=8),
    version=st.sampled_from([0, 1, 10, 10**9 - 1, 10**9, 2**31 - 1]),
    position=st.sampled_from([1, 10**9 - 1, 10**9]),
    place=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 2),
    put=st.sampled_from([b"", *(bytes([each]) for each in b'0129=+AQRz"\\ {},:-.\n\x7f\0\xc3')]),
)
def test_what_is_read_quickly_is_what_is_read_strictly(
    topic: str, state: bytes, version: int, position: int, place: float, cut: int, put: bytes
) -> None:
    """Whatever record it is, and wherever its bytes are changed."""
    stored = StoredEvent(OPENED.originator_id, version, topic, state)
    try:
        value = replace(WRITTEN[0], stored=stored, position=position).value
    except NotCanonical:
        return
    at = int(place * len(value))
    for each in (value, value[:at] + put + value[at + cut :]):
        quickly = StoredRecord._usual(each)
        if quickly is not None:
            strictly = StoredRecord._any(each)
            assert (quickly, quickly.value) == (strictly, strictly.value)


def test_the_usual_record_is_read_quickly() -> None:
    assert StoredRecord._usual(WRITTEN[0].value) == WRITTEN[0]


@pytest.mark.parametrize(
    "stored",
    [
        StoredEvent("e\u0301", 1, "type", b""),
        StoredEvent("a\0b", 1, "type", b""),
        StoredEvent("id", 2**31, "type", b""),
        StoredEvent("id", 1, "type", bytes(VALUE_BYTES_MAX)),
    ],
    ids=["not NFC", "NUL", "version", "size"],
)
def test_what_has_no_record_is_refused(stored: StoredEvent) -> None:
    with pytest.raises((RecordRefused, NotCanonical)):
        StoredRecord(
            source="A.events",
            position=1,
            batchevent=1,
            batchevents=1,
            prev=first_link("A.events"),
            stored=stored,
        )
