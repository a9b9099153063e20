"""Which attributes each kind of record has, of what form, and how they are read strictly."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from eventlog import canonical, forms
from eventlog.forms import Checks, TextForms, absent_or, integer, text_of
from eventlog.refusals import AttributeInvalid, AttributeMissing, AttributeUnknown, NotAnObject

EVENTS_MAX: Final = 500
"""Most events of one command."""

RESERVED: Final = frozenset({"commitments", "sealed"})
"""Members of ``data`` that belong to the format; no command or event has fields of these names."""

_HASH: Final = "sha256:<64 hex>"
_COUNT: Final = f"1…{forms.ATTRIBUTE_MAX}"
_VERSION: Final = f"0…{forms.ATTRIBUTE_MAX}"
_STREAM: Final = "family/uuid"
_PERSON: Final = "person/uuid"
_CODE: Final = "[a-z][a-z0-9-]*"
_MOMENT: Final = "2026-03-02T01:30:00.000000Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The attributes of a kind of record: which must be there, which may, and their forms."""

    required: frozenset[str]
    optional: frozenset[str]
    texts: TextForms
    checks: Checks

    def check(self, record: object) -> None:
        """Refuse a record with an attribute of the wrong form (``AttributeInvalid``)."""
        self.texts.check(record)
        forms.check(record, self.checks)

    def read(self, value: bytes) -> dict[str, Any]:
        """The attributes in the bytes of a record, by name; none missing, none unknown."""
        attributes = canonical.load(value)
        if not isinstance(attributes, dict):
            raise NotAnObject
        names = attributes.keys()
        if not names >= self.required:
            raise AttributeMissing(attribute=min(self.required - names))
        if len(names) > len(self.required) and names - self.required - self.optional:
            raise AttributeUnknown(attribute=min(names - self.required - self.optional))
        return attributes


def same(*, written: bytes, read: bytes) -> None:
    """Refuse a record that would not be written as it was read."""
    if written != read:
        canonical.refuse(read)


def uuid(attributes: Mapping[str, Any], name: str) -> UUID:
    """The attribute as a UUID."""
    try:
        return UUID(attributes[name])
    except (ValueError, AttributeError, TypeError):
        raise AttributeInvalid(attribute=name, expected="UUID") from None


def moment(attributes: Mapping[str, Any], name: str) -> datetime.datetime:
    """The attribute as a moment."""
    try:
        return forms.time_of(attributes[name])
    except (ValueError, TypeError, OverflowError):
        raise AttributeInvalid(attribute=name, expected=_MOMENT) from None


def members(attributes: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The attribute as an object."""
    value = attributes[name]
    if not isinstance(value, dict):
        raise AttributeInvalid(attribute=name, expected="{…}")
    return value


def commitments(data: Mapping[str, Any]) -> Mapping[str, str]:
    """The commitments that stand in ``data``, by JSON pointer in the command."""
    found = data.get("commitments", {})
    if not isinstance(found, dict) or not all(
        pointer.startswith("/") and forms.matches(forms.HASH, commitment)
        for pointer, commitment in found.items()
    ):
        raise AttributeInvalid(attribute="commitments", expected=f"{{JSON pointer: {_HASH}}}")
    return found


EVENT: Final = Shape(
    required=frozenset(
        {
            *(
                "specversion",
                "id",
                "source",
                "type",
                "subject",
                "time",
                "position",
                "streamversion",
            ),
            *("commandid", "commanddigest", "commandevent", "commandevents", "actor", "party"),
            *("schemeversion", "prev", "data"),
        }
    ),
    optional=frozenset({"casetag"}),
    texts=TextForms(
        {
            "source": (forms.SOURCE, "installation/jurisdiction"),
            "type": (forms.EVENT_TYPE, "guantong.<family>.<event>.v<n>"),
            "subject": (forms.STREAM, _STREAM),
            "commanddigest": (forms.HASH, _HASH),
            "actor": (forms.PERSON, _PERSON),
            "party": (forms.CODE, _CODE),
            "prev": (forms.HASH, _HASH),
        }
    ),
    checks=(
        ("time", forms.is_moment, _MOMENT),
        ("position", integer(least=1), _COUNT),
        ("streamversion", integer(least=1), _COUNT),
        ("commandevents", integer(least=1, most=EVENTS_MAX), f"1…{EVENTS_MAX}"),
        ("commandevent", integer(least=1, most=EVENTS_MAX), f"1…{EVENTS_MAX}"),
        ("casetag", absent_or(text_of(forms.STREAM)), _STREAM),
        ("schemeversion", integer(least=0), _VERSION),
        ("sealed", absent_or(text_of(forms.HASH)), _HASH),
    ),
)

COMMAND: Final = Shape(
    required=frozenset({"id", "type", "target", "data", "actor", "party", "expires"}),
    optional=frozenset({"if_match", "trace"}),
    texts=TextForms(
        {
            "jurisdiction": (forms.CODE, _CODE),
            "type": (forms.COMMAND_TYPE, "guantong.<family>.<action>"),
            "target": (forms.STREAM, _STREAM),
            "actor": (forms.PERSON, _PERSON),
            "party": (forms.CODE, _CODE),
        }
    ),
    checks=(
        ("if_match", absent_or(integer(least=0)), _VERSION),
        ("expires", forms.is_moment, _MOMENT),
        ("trace", absent_or(text_of(forms.TRACE)), "traceparent"),
    ),
)

OUTCOME: Final = Shape(
    required=frozenset({"id", "status", "jurisdiction", "actor", "digest", "offset"}),
    optional=frozenset(
        ("stream", "version", "first_position", "last_position", "last_hash", "events", "problem")
    ),
    texts=TextForms(
        {
            "status": (re.compile("(?:accepted|rejected)"), "accepted|rejected"),
            "jurisdiction": (forms.CODE, _CODE),
            "actor": (forms.PERSON, _PERSON),
            "digest": (forms.HASH, _HASH),
        }
    ),
    checks=(
        ("offset", integer(least=0, most=canonical.INTEGER_MAX), f"0…{canonical.INTEGER_MAX}"),
        ("stream", absent_or(text_of(forms.STREAM)), _STREAM),
    ),
)

ACCEPTED: Final[Checks] = (
    ("stream", text_of(forms.STREAM), _STREAM),
    ("version", integer(least=1), _COUNT),
    ("first_position", integer(least=1), _COUNT),
    ("last_position", integer(least=1), _COUNT),
    ("last_hash", text_of(forms.HASH), _HASH),
    ("events", integer(least=1, most=EVENTS_MAX), f"1…{EVENTS_MAX}"),
    ("problem", lambda value: value is None, "accepted: –"),
)
"""What an outcome has besides when the command was accepted."""

REJECTED: Final[Checks] = (
    ("version", lambda value: value is None, "rejected: –"),
    ("first_position", lambda value: value is None, "rejected: –"),
    ("last_position", lambda value: value is None, "rejected: –"),
    ("last_hash", lambda value: value is None, "rejected: –"),
    ("events", lambda value: value is None, "rejected: –"),
    ("problem", lambda value: value is not None, "rejected: {…}"),
)
"""What an outcome has besides when the command was rejected."""
