"""The forms of the scalars in records, and how each is read strictly: one text for one value."""

import datetime
import hashlib
import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

import orjson

from domain.ids import CODE_PATTERN, STREAM_PATTERN
from eventlog.refusals import AttributeInvalid

ATTRIBUTE_MAX: Final = 2**31 - 1
"""Greatest integer of an attribute (CloudEvents 1.0 «Integer» has 32 bits, signed)."""

_CODE: Final = CODE_PATTERN.strip("^$")
_NAME: Final = "[a-z][a-z0-9_]*"
CODE: Final = re.compile(_CODE)
SOURCE: Final = re.compile(f"{_CODE}/{_CODE}")
STREAM: Final = re.compile(STREAM_PATTERN.strip("^$"))
PERSON: Final = re.compile("person/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HASH: Final = re.compile("sha256:[0-9a-f]{64}")
EVENT_TYPE: Final = re.compile(rf"guantong\.{_NAME}\.{_NAME}\.v[1-9][0-9]*")
COMMAND_TYPE: Final = re.compile(rf"guantong\.{_NAME}\.{_NAME}")
TRACE: Final = re.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
"""W3C Trace Context ``traceparent``."""

_EPOCH: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MILLISECOND: Final = datetime.timedelta(milliseconds=1)
_ZERO: Final = datetime.timedelta(0)

Checks = tuple[tuple[str, Callable[[Any], bool], str], ...]
"""Attribute, test, and the form that is expected, in signs that need no language."""


def check(record: object, checks: Checks) -> None:
    """Refuse a record with the first attribute that fails its test (``AttributeInvalid``)."""
    for attribute, holds, expected in checks:
        if not holds(getattr(record, attribute)):
            raise AttributeInvalid(attribute=attribute, expected=expected)


class TextForms:
    """The forms of several text attributes, tested in one match: a log is read by the million."""

    def __init__(self, forms: Mapping[str, tuple[re.Pattern[str], str]]) -> None:
        """Attribute → pattern, and the form it expects in signs that need no language."""
        self._checks: Checks = tuple(
            (attribute, text_of(pattern), expected)
            for attribute, (pattern, expected) in forms.items()
        )
        self._texts = attrgetter(*forms)
        self._all = re.compile("\n".join(pattern.pattern for pattern, _ in forms.values()))

    def check(self, record: object) -> None:
        """Refuse a record with a text of another form (``AttributeInvalid``)."""
        try:
            well_formed = self._all.fullmatch("\n".join(self._texts(record)))
        except TypeError:  # not all are texts
            well_formed = None
        if well_formed is None:
            check(record, self._checks)


def matches(pattern: re.Pattern[str], value: object) -> bool:
    """Whether a value is text of exactly this form."""
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def text_of(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    """The test whether a value is text of this form."""
    return lambda value: matches(pattern, value)


def absent_or(holds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """The test whether a value is None or passes another test."""
    return lambda value: value is None or holds(value)


def integer(*, least: int, most: int = ATTRIBUTE_MAX) -> Callable[[object], bool]:
    """The test whether a value is an integer in range; ``True`` is none."""
    return lambda value: type(value) is int and least <= value <= most


def is_moment(value: object) -> bool:
    """Whether a value is a moment in UTC, from 1970 on (a UUIDv7 has no earlier ones)."""
    return isinstance(value, datetime.datetime) and value.utcoffset() == _ZERO and value >= _EPOCH


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
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(datetime.UTC)


def event_id(
    *, source: str, actor: str, command_id: UUID, index: int, time: datetime.datetime
) -> UUID:
    """The id of an event: a UUIDv7 (RFC 9562 §5.7) that follows from what it is the id of.

    48 bits of milliseconds of ``time``; version; then, where the RFC allows random bits, 74 bits of
    SHA-256 over the canonical array [source, actor, command id, index]. Whoever decides a command
    again, on whatever machine, makes the same ids.
    """
    seed = orjson.dumps([source, actor, str(command_id), index])  # canonical: ASCII and an integer
    bits = int.from_bytes(hashlib.sha256(seed).digest()[:10], "big") >> 6
    milliseconds = (time - _EPOCH) // _MILLISECOND
    high, low = bits >> 62, bits & (2**62 - 1)
    return UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
