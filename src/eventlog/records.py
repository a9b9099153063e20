"""The three kinds of record on Kafka: command, event, outcome. Their bytes are kept for ever (ADR 0001).

A record is built from typed attributes, checked and encoded at once; ``value`` are its bytes. Reading
builds the record from the bytes, which encodes it again, and compares: any other spelling of the same
content is refused. What is absent is left out, never null. The Kafka key is the jurisdiction's code.
Headers other than ``gt-sealed`` are neither read nor proved.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Self
from uuid import UUID

from domain.ids import CaseTag, JurisdictionCode, PartyId, PersonId, StreamId
from eventlog import canonical, forms, sealed_header
from eventlog.errors import (
    AttributeInvalid,
    AttributeMissing,
    AttributeUnknown,
    HeaderMismatch,
    KeyMismatch,
    NotAnObject,
    NotCanonicalBytes,
)

Headers = Iterable[tuple[str, bytes]]
EVENTS_MAX: Final = 500
"""Most events of one command."""

_OFFSET_MAX: Final = canonical.INTEGER_MAX
_RESERVED: Final = ("commitments", "sealed")
"""Members of ``data`` that belong to the format; no command or event has fields of these names."""

_HASH: Final = "sha256:<64 hex>"
_COUNT: Final = "1…2147483647"
_STREAM: Final = "family/uuid"
_MOMENT: Final = "2026-03-02T01:30:00.000000Z"


def link(value: bytes) -> str:
    """What ``prev`` says of the record value before: ``sha256:`` and its hash."""
    return forms.sha256(value)


def first_link(source: str) -> str:
    """``prev`` of a jurisdiction's first record: the hash of its ``source``."""
    return forms.sha256(source.encode("ascii"))


def digest(*, type: str, target: str, data: Mapping[str, Any], if_match: int | None) -> str:  # noqa: A002 - the attribute's name
    """The digest of a command in its sealed form: an honest retry has the same.

    SHA-256 of the canonical object {type, target, data, if_match}; ``if_match`` is left out when there is
    none; ``data`` holds the commitments.
    """
    content: dict[str, Any] = {"type": type, "target": target, "data": data}
    if if_match is not None:
        content["if_match"] = if_match
    return forms.sha256(canonical.encode(content))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One event: CloudEvents 1.0 in JSON. The attributes have the names they have in the bytes.

    ``data`` are the event's own fields; ``commitments`` and ``sealed`` stand beside them in the bytes.
    ``sealed`` is the hash of ``header``, which is None when only the value is at hand.
    """

    source: str
    id: UUID
    type: str
    subject: StreamId
    time: datetime.datetime
    position: int
    streamversion: int
    commandid: UUID
    commanddigest: str
    commandevent: int
    commandevents: int
    actor: PersonId
    party: PartyId
    casetag: CaseTag | None = None
    schemeversion: int
    prev: str
    data: Mapping[str, Any]
    commitments: Mapping[str, str] = field(default_factory=dict)
    sealed: str | None = None
    header: bytes | None = field(default=None, repr=False)
    value: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self, _EVENT_CHECKS)
        _check_event_seal(self)
        object.__setattr__(self, "value", canonical.encode(self._attributes()))

    @property
    def jurisdiction(self) -> JurisdictionCode:
        """The jurisdiction: second part of ``source``."""
        return JurisdictionCode(self.source.partition("/")[2])

    @property
    def key(self) -> bytes:
        """The Kafka key."""
        return self.jurisdiction.encode("ascii")

    @property
    def headers(self) -> list[tuple[str, bytes]]:
        """The Kafka headers."""
        return _headers(self.header)

    @classmethod
    def from_value(cls, value: bytes, header: bytes | None = None) -> Self:
        """Read a record from its value, and its sealed header where at hand.

        Raises ``RecordRefused`` or ``NotCanonical``.
        """
        attributes = _attributes(value, required=_EVENT_REQUIRED, optional=_EVENT_OPTIONAL)
        if attributes["specversion"] != "1.0":
            raise AttributeInvalid(attribute="specversion", expected="1.0")
        data = _object(attributes, "data")
        arguments = attributes | {
            "id": _uuid(attributes, "id"),
            "commandid": _uuid(attributes, "commandid"),
            "time": _moment(attributes, "time"),
            "data": _own(data),
            "commitments": _commitments(data),
            "sealed": data.get("sealed"),
            "header": header,
        }
        del arguments["specversion"]
        record = cls(**arguments)
        _same(record.value, value)
        return record

    @classmethod
    def from_kafka(cls, *, key: bytes | None, value: bytes | None, headers: Headers) -> Self:
        """Read a record as it stands on Kafka: key, value and sealed header belong together."""
        record = cls.from_value(value or b"", _sealed_header(headers))
        if (record.sealed is None) != (record.header is None):
            raise HeaderMismatch(reason="absent or not named")
        if key != record.key:
            raise KeyMismatch(jurisdiction=record.jurisdiction)
        return record

    def _attributes(self) -> dict[str, Any]:
        attributes = {
            "specversion": "1.0",
            "source": self.source,
            "id": str(self.id),
            "type": self.type,
            "subject": self.subject,
            "time": forms.time_text(self.time),
            "position": self.position,
            "streamversion": self.streamversion,
            "commandid": str(self.commandid),
            "commanddigest": self.commanddigest,
            "commandevent": self.commandevent,
            "commandevents": self.commandevents,
            "actor": self.actor,
            "party": self.party,
            "schemeversion": self.schemeversion,
            "prev": self.prev,
            "data": _with_commitments(self.data, self.commitments, sealed_hash=self.sealed),
        }
        if self.casetag is not None:
            attributes["casetag"] = self.casetag
        return attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRecord:
    """One command as it waits on ``guantong.commands``, sealed. ``jurisdiction`` is the Kafka key.

    ``data`` are the command's own fields with commitments in place of personal text; ``commitments``
    stand beside them in the bytes. ``expires`` is wall clock; ``trace`` a W3C ``traceparent``.
    """

    jurisdiction: JurisdictionCode
    id: UUID
    type: str
    target: StreamId
    data: Mapping[str, Any]
    commitments: Mapping[str, str] = field(default_factory=dict)
    actor: PersonId
    party: PartyId
    if_match: int | None = None
    expires: datetime.datetime
    trace: str | None = None
    header: bytes | None = field(default=None, repr=False)
    value: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self, _COMMAND_CHECKS)
        _check_fields(self.commitments, self.header)
        for pointer, commitment in self.commitments.items():
            if value_at(self.data, pointer) != commitment:
                raise AttributeInvalid(attribute="commitments", expected=f"data{pointer}")
        object.__setattr__(self, "value", canonical.encode(self._attributes()))

    @property
    def digest(self) -> str:
        """``commanddigest`` of the events that follow from it."""
        return digest(
            type=self.type,
            target=self.target,
            data=_with_commitments(self.data, self.commitments, sealed_hash=None),
            if_match=self.if_match,
        )

    @property
    def key(self) -> bytes:
        """The Kafka key."""
        return self.jurisdiction.encode("ascii")

    @property
    def headers(self) -> list[tuple[str, bytes]]:
        """The Kafka headers."""
        return _headers(self.header)

    @classmethod
    def from_kafka(cls, *, key: bytes | None, value: bytes | None, headers: Headers) -> Self:
        """Read a command as it stands on Kafka. Raises ``RecordRefused`` or ``NotCanonical``."""
        value = value or b""
        attributes = _attributes(value, required=_COMMAND_REQUIRED, optional=_COMMAND_OPTIONAL)
        data = _object(attributes, "data")
        arguments = attributes | {
            "jurisdiction": (key or b"").decode("ascii", "replace"),
            "id": _uuid(attributes, "id"),
            "expires": _moment(attributes, "expires"),
            "data": _own(data, "commitments"),
            "commitments": _commitments(data),
            "header": _sealed_header(headers),
        }
        record = cls(**arguments)
        _same(record.value, value)
        return record

    def _attributes(self) -> dict[str, Any]:
        attributes = {
            "id": str(self.id),
            "type": self.type,
            "target": self.target,
            "data": _with_commitments(self.data, self.commitments, sealed_hash=None),
            "actor": self.actor,
            "party": self.party,
            "if_match": self.if_match,
            "expires": forms.time_text(self.expires),
            "trace": self.trace,
        }
        return _present(attributes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a command was rejected (RFC 9457), in both languages, with what to do next."""

    code: str
    status: int
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str
    next_zh: str
    next_en: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The problem as it stands in an outcome."""
        return {name: getattr(self, name) for name in _PROBLEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecord:
    """What became of one command. Accepted means at least one event.

    ``offset`` is the command's on ``guantong.commands``; ``version`` that of ``stream``, the command's
    target, after it; ``last_hash`` the link of the last event.
    """

    id: UUID
    status: Literal["accepted", "rejected"]
    jurisdiction: JurisdictionCode
    actor: PersonId
    digest: str
    offset: int
    stream: StreamId | None = None
    version: int | None = None
    first_position: int | None = None
    last_position: int | None = None
    last_hash: str | None = None
    events: int | None = None
    problem: Problem | None = None
    value: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        accepted = self.status == "accepted"
        _check(self, _OUTCOME_CHECKS + (_ACCEPTED_CHECKS if accepted else _REJECTED_CHECKS))
        if accepted and self._count() != self.events:
            raise AttributeInvalid(
                attribute="events", expected="last_position - first_position + 1"
            )
        object.__setattr__(self, "value", canonical.encode(self._attributes()))

    def _count(self) -> int:
        return (self.last_position or 0) - (self.first_position or 0) + 1

    @property
    def key(self) -> bytes:
        """The Kafka key."""
        return self.jurisdiction.encode("ascii")

    @classmethod
    def from_kafka(cls, *, key: bytes | None, value: bytes | None, headers: Headers = ()) -> Self:
        """Read an outcome as it stands on Kafka. Raises ``RecordRefused`` or ``NotCanonical``."""
        del headers  # an outcome has none of ours
        value = value or b""
        attributes = _attributes(value, required=_OUTCOME_REQUIRED, optional=_OUTCOME_OPTIONAL)
        arguments = attributes | {"id": _uuid(attributes, "id"), "problem": _problem(attributes)}
        record = cls(**arguments)
        _same(record.value, value)
        if key != record.key:
            raise KeyMismatch(jurisdiction=record.jurisdiction)
        return record

    def _attributes(self) -> dict[str, Any]:
        attributes = {name: getattr(self, name) for name in _OUTCOME_REQUIRED | _OUTCOME_OPTIONAL}
        problem = None if self.problem is None else self.problem.to_json()
        return _present(attributes | {"id": str(self.id), "problem": problem})


def value_at(data: Any, pointer: str) -> Any:
    """The value at a JSON pointer (RFC 6901); None if there is none."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(data, Mapping):
            data = data.get(name)
        elif isinstance(data, list | tuple) and name.isdecimal() and int(name) < len(data):
            data = data[int(name)]
        else:
            return None
    return data


# --- what is checked ------------------------------------------------------------------------------

Checks = tuple[tuple[str, Callable[[Any], bool], str], ...]
"""Attribute, test, and the form that is expected, in signs that need no language."""

_CODE_FORM: Final = "[a-z][a-z0-9-]*"


def _form(pattern: Any) -> Callable[[Any], bool]:
    return lambda value: forms.matches(pattern, value)


def _optional(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or check(value)


def _count(value: object) -> bool:
    return forms.is_count(value, least=1)


def _version(value: object) -> bool:
    return forms.is_count(value, least=0)


def _index(value: object) -> bool:
    return forms.is_count(value, least=1, most=EVENTS_MAX)


def _offset(value: object) -> bool:
    return forms.is_count(value, least=0, most=_OFFSET_MAX)


def _absent(value: object) -> bool:
    return value is None


_EVENT_CHECKS: Final[Checks] = (
    ("source", _form(forms.SOURCE), "installation/jurisdiction"),
    ("type", _form(forms.EVENT_TYPE), "guantong.<family>.<event>.v<n>"),
    ("subject", _form(forms.STREAM), _STREAM),
    ("time", forms.is_moment, _MOMENT),
    ("position", _count, _COUNT),
    ("streamversion", _count, _COUNT),
    ("commanddigest", _form(forms.HASH), _HASH),
    ("commandevents", _index, f"1…{EVENTS_MAX}"),
    ("commandevent", _index, f"1…{EVENTS_MAX}"),
    ("actor", forms.is_person, "person/uuid"),
    ("party", _form(forms.CODE), _CODE_FORM),
    ("casetag", _optional(_form(forms.STREAM)), _STREAM),
    ("schemeversion", _version, "0…2147483647"),
    ("prev", _form(forms.HASH), _HASH),
    ("sealed", _optional(_form(forms.HASH)), _HASH),
)
_COMMAND_CHECKS: Final[Checks] = (
    ("jurisdiction", _form(forms.CODE), _CODE_FORM),
    ("type", _form(forms.COMMAND_TYPE), "guantong.<family>.<action>"),
    ("target", _form(forms.STREAM), _STREAM),
    ("actor", forms.is_person, "person/uuid"),
    ("party", _form(forms.CODE), _CODE_FORM),
    ("if_match", _optional(_version), "0…2147483647"),
    ("expires", forms.is_moment, _MOMENT),
    ("trace", _optional(_form(forms.TRACE)), "traceparent"),
)
_OUTCOME_CHECKS: Final[Checks] = (
    ("status", lambda value: value in ("accepted", "rejected"), "accepted|rejected"),
    ("jurisdiction", _form(forms.CODE), _CODE_FORM),
    ("actor", forms.is_person, "person/uuid"),
    ("digest", _form(forms.HASH), _HASH),
    ("offset", _offset, "0…9007199254740991"),
)
_ACCEPTED_CHECKS: Final[Checks] = (
    ("stream", _form(forms.STREAM), _STREAM),
    ("version", _count, _COUNT),
    ("first_position", _count, _COUNT),
    ("last_position", _count, _COUNT),
    ("last_hash", _form(forms.HASH), _HASH),
    ("events", _index, f"1…{EVENTS_MAX}"),
    ("problem", _absent, "accepted: none"),
)
_REJECTED_CHECKS: Final[Checks] = (
    *(
        (name, _absent, "rejected: none")
        for name in ("version", "first_position", "last_position", "last_hash", "events")
    ),
    ("stream", _optional(_form(forms.STREAM)), _STREAM),
    ("problem", lambda value: isinstance(value, Problem), "rejected: one"),
)

_EVENT_OPTIONAL: Final = frozenset({"casetag"})
_EVENT_REQUIRED: Final = frozenset(
    "specversion id source type subject time position streamversion commandid commanddigest commandevent"
    " commandevents actor party schemeversion prev data".split()
)
_COMMAND_OPTIONAL: Final = frozenset({"if_match", "trace"})
_COMMAND_REQUIRED: Final = frozenset("id type target data actor party expires".split())
_OUTCOME_REQUIRED: Final = frozenset("id status jurisdiction actor digest offset".split())
_OUTCOME_OPTIONAL: Final = frozenset(
    "stream version first_position last_position last_hash events problem".split()
)
_PROBLEM: Final = tuple(
    "code status title_zh title_en detail_zh detail_en next_zh next_en details".split()
)


def _check(record: object, checks: Checks) -> None:
    for attribute, holds, expected in checks:
        if not holds(getattr(record, attribute)):
            raise AttributeInvalid(attribute=attribute, expected=expected)


def _check_event_seal(record: EventRecord) -> None:
    if record.commandevent > record.commandevents:
        raise AttributeInvalid(attribute="commandevent", expected="1…commandevents")
    if record.id != forms.event_id(
        source=record.source,
        command_id=record.commandid,
        index=record.commandevent,
        time=record.time,
    ):
        raise AttributeInvalid(
            attribute="id", expected="UUIDv7(time, source, commandid, commandevent)"
        )
    if bool(record.commitments) != (record.sealed is not None):
        raise AttributeInvalid(attribute="sealed", expected="commitments ⇔ sealed")
    if record.header is not None:
        if record.sealed != forms.sha256(record.header):
            raise HeaderMismatch(reason="hash")
        _check_fields(record.commitments, record.header)


def _check_fields(commitments: Mapping[str, str], header: bytes | None) -> None:
    paths = frozenset() if header is None else sealed_header.decode(header).keys()
    if paths != commitments.keys():
        raise HeaderMismatch(reason="paths")


# --- reading --------------------------------------------------------------------------------------


def _attributes(
    value: bytes, *, required: frozenset[str], optional: frozenset[str]
) -> dict[str, Any]:
    attributes = canonical.load(value)
    if not isinstance(attributes, dict):
        raise NotAnObject
    names = attributes.keys()
    for name in sorted(required - names):
        raise AttributeMissing(attribute=name)
    for name in sorted(names - required - optional):
        raise AttributeUnknown(attribute=name)
    return attributes


def _same(written: bytes, read: bytes) -> None:
    """Refuse a record that is not written as it was read."""
    if written != read:
        canonical.decode(read)
        raise NotCanonicalBytes


def _uuid(attributes: Mapping[str, Any], name: str) -> UUID:
    try:
        return UUID(attributes[name])
    except (ValueError, AttributeError, TypeError):
        raise AttributeInvalid(attribute=name, expected="UUID") from None


def _moment(attributes: Mapping[str, Any], name: str) -> datetime.datetime:
    try:
        return forms.time_of(attributes[name])
    except (ValueError, TypeError, OverflowError):
        raise AttributeInvalid(attribute=name, expected=_MOMENT) from None


def _object(attributes: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = attributes[name]
    if not isinstance(value, dict):
        raise AttributeInvalid(attribute=name, expected="{…}")
    return value


def _commitments(data: Mapping[str, Any]) -> Mapping[str, str]:
    commitments = data.get("commitments", {})
    if not isinstance(commitments, dict) or not all(
        pointer.startswith("/") and forms.matches(forms.HASH, commitment)
        for pointer, commitment in commitments.items()
    ):
        raise AttributeInvalid(attribute="commitments", expected=f"{{JSON pointer: {_HASH}}}")
    return commitments


def _problem(attributes: Mapping[str, Any]) -> Problem | None:
    if "problem" not in attributes:
        return None
    problem = _object(attributes, "problem")
    if problem.keys() != set(_PROBLEM) or not forms.is_count(
        problem["status"], least=400, most=599
    ):
        raise AttributeInvalid(attribute="problem", expected=", ".join(_PROBLEM))
    return Problem(**problem)


def _own(data: Mapping[str, Any], *reserved: str) -> dict[str, Any]:
    return {name: item for name, item in data.items() if name not in (reserved or _RESERVED)}


def _with_commitments(
    data: Mapping[str, Any], commitments: Mapping[str, str], *, sealed_hash: str | None
) -> dict[str, Any]:
    for name in _RESERVED:
        if name in data:
            raise AttributeUnknown(attribute=f"data.{name}")
    written = dict(data)
    if commitments:
        written["commitments"] = dict(commitments)
    if sealed_hash is not None:
        written["sealed"] = sealed_hash
    return written


def _present(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in attributes.items() if item is not None}


def _headers(header: bytes | None) -> list[tuple[str, bytes]]:
    return [] if header is None else [(sealed_header.HEADER, header)]


def _sealed_header(headers: Headers) -> bytes | None:
    found = [content for name, content in headers if name == sealed_header.HEADER]
    if len(found) > 1:
        raise HeaderMismatch(reason="twice")
    return found[0] if found else None
