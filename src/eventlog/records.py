"""The three kinds of record on Kafka: command, event, outcome. Their bytes stay for ever (ADR 0001).

A record is built from typed attributes, checked and encoded at once; ``value`` are its bytes. Reading
builds the record from the bytes, which encodes it again, and compares: any other spelling of the same
content is refused. What is absent is left out, never null. The Kafka key is the jurisdiction's code.
Headers other than ``gt-sealed`` are neither read nor proved.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal, Self
from uuid import UUID

from domain.ids import CaseTag, JurisdictionCode, PartyId, PersonId, StreamId
from eventlog import attributes, canonical, forms, sealed_header
from eventlog.attributes import ACCEPTED, COMMAND, EVENT, OUTCOME, REJECTED, RESERVED
from eventlog.pointers import value_at
from eventlog.refusals import AttributeInvalid, AttributeUnknown, HeaderMismatch, KeyMismatch

Headers = Iterable[tuple[str, bytes]]


def link(value: bytes) -> str:
    """What ``prev`` says of the record value before: ``sha256:`` and its hash."""
    return forms.sha256(value)


def first_link(source: str) -> str:
    """``prev`` of a jurisdiction's first record: the hash of its ``source``."""
    return forms.sha256(source.encode("ascii"))


def digest(*, type: str, target: str, data: Mapping[str, Any], if_match: int | None) -> str:  # noqa: A002
    """The digest of a command in its sealed form: an honest retry has the same.

    SHA-256 of the canonical object {type, target, data, if_match}; ``if_match`` is left out when
    there is none; ``data`` as on the log, with the commitments.
    """
    content = {"type": type, "target": target, "data": data, "if_match": if_match}
    return forms.sha256(canonical.encode(_present(content)))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One event: CloudEvents 1.0 in JSON. The attributes have the names they have in the bytes.

    ``data`` are the event's own fields; ``commitments`` and ``sealed`` stand beside them in the bytes.
    ``sealed`` is the hash of ``header`` (None when only the value is at hand), and follows from it;
    ``id`` follows from time, source, actor, command and its index.
    """

    source: str
    id: UUID = field(init=False)
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
        if self.sealed is None and self.header is not None:
            object.__setattr__(self, "sealed", forms.sha256(self.header))
        EVENT.check(self)
        if self.commandevent > self.commandevents:
            raise AttributeInvalid(attribute="commandevent", expected="1…commandevents")
        self._check_seal()
        object.__setattr__(self, "id", self._id())
        content = self._content()
        canonical.check({"data": content["data"]})  # the rest is ASCII and small by its forms
        object.__setattr__(self, "value", canonical.dump(content))

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
        read = EVENT.read(value)
        if read.pop("specversion") != "1.0":
            raise AttributeInvalid(attribute="specversion", expected="1.0")
        data = attributes.members(read, "data")
        identifier = read.pop("id")
        read["commandid"] = attributes.uuid(read, "commandid")
        read["time"] = attributes.moment(read, "time")
        read["commitments"] = attributes.commitments(data)
        read["sealed"] = data.get("sealed")
        read["data"] = _without(data, RESERVED)
        record = cls(**read, header=header)
        if identifier != str(record.id):
            raise AttributeInvalid(attribute="id", expected=str(record.id))
        attributes.same(written=record.value, read=value)
        return record

    @classmethod
    def from_kafka(cls, *, key: bytes | None, value: bytes | None, headers: Headers) -> Self:
        """Read a record as it stands on Kafka: key, value and sealed header belong together."""
        record = cls.from_value(value or b"", _sealed_header(headers))
        if (record.sealed is None) != (record.header is None):
            raise HeaderMismatch(reason="absent")
        if key != record.key:
            raise KeyMismatch(jurisdiction=record.jurisdiction)
        return record

    def _id(self) -> UUID:
        return forms.event_id(
            source=self.source,
            actor=self.actor,
            command_id=self.commandid,
            index=self.commandevent,
            time=self.time,
        )

    def _check_seal(self) -> None:
        if bool(self.commitments) != (self.sealed is not None):
            raise AttributeInvalid(attribute="sealed", expected="commitments ⇔ sealed")
        if self.header is not None:
            if self.sealed != forms.sha256(self.header):
                raise HeaderMismatch(reason="hash")
            _check_paths(self.commitments, self.header)

    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = {
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
            "data": _with_seal(self.data, self.commitments, self.sealed),
        }
        if self.casetag is not None:
            content["casetag"] = self.casetag
        return content


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRecord:
    """One command as it waits on ``guantong.commands``, sealed. ``jurisdiction`` is the Kafka key.

    ``data`` are the command's own fields with commitments in place of personal text; ``commitments``
    stand beside them in the bytes, by JSON pointer. ``expires`` is wall clock; ``trace`` a W3C
    ``traceparent``; ``if_match`` the version the stream must have.
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
        COMMAND.check(self)
        _check_paths(self.commitments, self.header)
        for pointer, commitment in self.commitments.items():
            if value_at(self.data, pointer) != commitment:
                raise AttributeInvalid(attribute=f"commitments{pointer}", expected=commitment)
        object.__setattr__(self, "value", canonical.encode(self._content()))

    @property
    def digest(self) -> str:
        """``commanddigest`` of the events that follow from it."""
        data = _with_seal(self.data, self.commitments, None)
        return digest(type=self.type, target=self.target, data=data, if_match=self.if_match)

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
        read = COMMAND.read(value or b"")
        data = attributes.members(read, "data")
        read["id"] = attributes.uuid(read, "id")
        read["expires"] = attributes.moment(read, "expires")
        read["commitments"] = attributes.commitments(data)
        read["data"] = _without(data, frozenset({"commitments"}))
        jurisdiction = JurisdictionCode((key or b"").decode("ascii", "replace"))
        record = cls(jurisdiction=jurisdiction, header=_sealed_header(headers), **read)
        attributes.same(written=record.value, read=value or b"")
        return record

    def _content(self) -> dict[str, Any]:
        content = {
            "id": str(self.id),
            "type": self.type,
            "target": self.target,
            "data": _with_seal(self.data, self.commitments, None),
            "actor": self.actor,
            "party": self.party,
            "if_match": self.if_match,
            "expires": forms.time_text(self.expires),
            "trace": self.trace,
        }
        return _present(content)


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

    @classmethod
    def from_json(cls, read: object) -> Self:
        """Read a problem strictly."""
        names = {each.name for each in fields(cls)}
        if (
            not isinstance(read, dict)
            or read.keys() != names
            or not _PROBLEM_STATUS(read["status"])
        ):
            raise AttributeInvalid(attribute="problem", expected=", ".join(sorted(names)))
        return cls(**read)

    def to_json(self) -> dict[str, Any]:
        """The problem as it stands in an outcome."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


_PROBLEM_STATUS: Final = forms.integer(least=400, most=599)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecord:
    """What became of one command. Accepted means at least one event.

    ``offset`` is the command's on ``guantong.commands``; ``stream`` its target and ``version`` that
    stream's after it; ``last_hash`` the link of its last event.
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
        OUTCOME.check(self)
        forms.check(self, ACCEPTED if self.status == "accepted" else REJECTED)
        if self.status == "accepted" and not self._counts():
            raise AttributeInvalid(
                attribute="events", expected="last_position - first_position + 1"
            )
        object.__setattr__(self, "value", canonical.encode(self._content()))

    @property
    def key(self) -> bytes:
        """The Kafka key."""
        return self.jurisdiction.encode("ascii")

    @classmethod
    def from_kafka(cls, *, key: bytes | None, value: bytes | None) -> Self:
        """Read an outcome as it stands on Kafka. Raises ``RecordRefused`` or ``NotCanonical``."""
        read = OUTCOME.read(value or b"")
        read["id"] = attributes.uuid(read, "id")
        if "problem" in read:
            read["problem"] = Problem.from_json(read["problem"])
        record = cls(**read)
        attributes.same(written=record.value, read=value or b"")
        if key != record.key:
            raise KeyMismatch(jurisdiction=record.jurisdiction)
        return record

    def _counts(self) -> bool:
        return self.events == (self.last_position or 0) - (self.first_position or 0) + 1

    def _content(self) -> dict[str, Any]:
        content = {name: getattr(self, name) for name in OUTCOME.required | OUTCOME.optional}
        content["id"] = str(self.id)
        content["problem"] = None if self.problem is None else self.problem.to_json()
        return _present(content)


def _check_paths(commitments: Mapping[str, str], header: bytes | None) -> None:
    paths = set[str]() if header is None else sealed_header.decode(header).keys()
    if paths != commitments.keys():
        raise HeaderMismatch(reason="paths")


def _with_seal(
    data: Mapping[str, Any], commitments: Mapping[str, str], sealed: str | None
) -> dict[str, Any]:
    """The event's or command's own fields, and beside them what belongs to the format."""
    written = dict(data)
    if not RESERVED.isdisjoint(written):
        raise AttributeUnknown(attribute=f"data.{min(RESERVED & written.keys())}")
    if commitments:
        written["commitments"] = dict(commitments)
    if sealed is not None:
        written["sealed"] = sealed
    return written


def _without(data: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {name: item for name, item in data.items() if name not in names}


def _present(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in content.items() if item is not None}


def _headers(header: bytes | None) -> list[tuple[str, bytes]]:
    return [] if header is None else [(sealed_header.HEADER, header)]


def _sealed_header(headers: Headers) -> bytes | None:
    found = [content for name, content in headers if name == sealed_header.HEADER]
    if len(found) > 1:
        raise HeaderMismatch(reason="twice")
    return found[0] if found else None
