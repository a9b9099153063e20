"""The workshop behind the museum: records and bytes that somebody might forge."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from eventlog.records import EventRecord
from eventlog.sealed_header import HEADER
from tests.eventlog import golden

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
"""The hash of nothing that is here."""


def plain(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hashed(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def read_event(value: bytes, *, header: bytes | None = None, key: bytes = b"linyi") -> EventRecord:
    headers = [] if header is None else [(HEADER, header)]
    return EventRecord.from_kafka(key=key, value=value, headers=headers)
