"""The forms of the scalars in records, and how each is read strictly: one text for one value."""

import datetime
import hashlib
import re
from typing import Final
from uuid import UUID

from domain.ids import CODE_PATTERN, STREAM_PATTERN
from eventlog import canonical

ATTRIBUTE_MAX: Final = 2**31 - 1
"""Greatest integer of an attribute (CloudEvents 1.0 «Integer» has 32 bits, signed)."""

HASH: Final = re.compile(r"sha256:[0-9a-f]{64}")
CODE: Final = re.compile(CODE_PATTERN)
SOURCE: Final = re.compile(rf"{CODE_PATTERN.rstrip('$')}/{CODE_PATTERN.lstrip('^')}")
STREAM: Final = re.compile(STREAM_PATTERN)
EVENT_TYPE: Final = re.compile(r"guantong\.[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\.v[1-9][0-9]*")
COMMAND_TYPE: Final = re.compile(r"guantong\.[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
TRACE: Final = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
"""W3C Trace Context ``traceparent``."""

_EPOCH: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MILLISECOND: Final = datetime.timedelta(milliseconds=1)


def matches(form: re.Pattern[str], value: object) -> bool:
    """Whether a value is text of exactly this form."""
    return isinstance(value, str) and form.fullmatch(value) is not None


def is_person(value: object) -> bool:
    """Whether a value is the id of a person."""
    return matches(STREAM, value) and str(value).startswith("person/")


def is_count(value: object, *, least: int, most: int = ATTRIBUTE_MAX) -> bool:
    """Whether a value is an integer in range; ``True`` is none."""
    return type(value) is int and least <= value <= most


def is_moment(value: object) -> bool:
    """Whether a value is a moment in UTC, from 1970 on (a UUIDv7 has no earlier ones)."""
    return (
        isinstance(value, datetime.datetime)
        and value.utcoffset() == datetime.timedelta(0)
        and value >= _EPOCH
    )


def sha256(value: bytes) -> str:
    """``sha256:`` and the hash in hexadecimal."""
    return "sha256:" + hashlib.sha256(value).hexdigest()


def time_text(moment: datetime.datetime) -> str:
    """RFC 3339, UTC, six decimals, ``Z``: ``2026-03-02T01:30:00.000000Z``."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def time_of(text: str) -> datetime.datetime:
    """The moment of an RFC 3339 text; ``ValueError`` if it is none.

    Other spellings of the same moment are read too: who reads a record writes it again and compares.
    """
    return datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)


def event_id(*, source: str, command_id: UUID, index: int, time: datetime.datetime) -> UUID:
    """The id of an event: a UUIDv7 (RFC 9562 §5.7) that follows from what it is the id of.

    48 bits of milliseconds of ``time``; version; then, where the RFC allows random bits, 74 bits of
    SHA-256 over the canonical array [source, command id, index]. Deciding a command again, on whatever
    machine, gives the same ids.
    """
    milliseconds = (time - _EPOCH) // _MILLISECOND
    seed = canonical.encode([source, str(command_id), index])
    bits = int.from_bytes(hashlib.sha256(seed).digest()[:10], "big") >> 6
    high, low = bits >> 62, bits & (2**62 - 1)
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
