"""The shapes that every family shares: commands, events, and what surrounds them.

Commands and events are frozen standard dataclasses. ``__pydantic_config__`` is plain data that tells
``eventlog.codec`` to refuse unknown fields and wrong types; nothing here imports a library for it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import CaseTag, JurisdictionCode, PartyId, PersonId, StreamId

STRICT: Final[Mapping[str, Any]] = {"extra": "forbid", "strict": True}

Text = Annotated[str, MinLen(1), MaxLen(4000)]
"""Free text that names nobody: reasons, titles, document numbers."""

Code = Annotated[str, MinLen(1), MaxLen(64)]
"""A word of the scheme, or one agreed upon: a channel, a field, a criterion."""

Digest = Annotated[str, MinLen(64), MaxLen(64)]
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""

Fen = Annotated[int, Ge(0), Le(2**53 - 1)]
"""Money in fen (1/100 yuan): never a float."""


@dataclass(frozen=True, slots=True)
class PersonalField:
    """Marks a text that is personal: it is sealed before it is sent, and stands as a commitment ever after.

    The key belongs to the ``person`` named in the same object, to the ``attachment`` named there, else to
    the stream itself.
    """


@dataclass(frozen=True, slots=True)
class PseudonymOf:
    """Marks a keyed pseudonym, filled in at sealing from the personal field ``source`` of the same object."""

    source: str


Personal = Annotated[str, MinLen(1), MaxLen(20_000), PersonalField()]
"""Text about a natural person, in the clear from the client, a commitment ``sha256:…`` on the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Base of small value objects inside commands and events."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurred(Value):
    """Business time: a local date (Asia/Shanghai) and, where known, the time of day."""

    date: datetime.date
    time: datetime.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerns(Value):
    """Whom an event concerns – never who may read, which is folded from it (DESIGN.md, «The log»).

    It states the whole circle as it stands after the event, so the latest event of a stream with the same
    ``visibility`` class replaces the circle before it. ``parties`` are concerned with the content,
    ``observers`` with the status only (a sender who learns «received, under way, closed»).
    """

    parties: tuple[PartyId, ...]
    visibility: str
    observers: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry(Value):
    """补录: why an act is entered late, and the second person who checked it against the paper."""

    reason: Text
    checked_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf(Value):
    """An act of a party that is not on the system, entered for it from its letter.

    ``scan`` is the SHA-256 of the scanned letter, ``checked_by`` the second person who compares it.
    """

    party: PartyId
    letter: Text
    scan: Digest
    checked_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """A register number 〔year〕n 号, gapless per organ, kind and year; annulled ones are kept."""

    organ: PartyId
    kind: str
    year: int
    serial: Annotated[int, Ge(1)]

    def __str__(self) -> str:
        return f"〔{self.year}〕{self.serial}号"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What somebody wants done. ``occurred`` defaults to the day it is decided."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT

    occurred: Occurred | None = None
    late: LateEntry | None = None
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: the ``data`` of a record. Never changed once released; see ``catalogue.json``."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT
    organisational: ClassVar[bool] = False
    """Whether the jurisdiction as a whole folds it (scheme, parties, persons, appointments, clock)."""

    occurred: Occurred
    concerns: Concerns
    late: LateEntry | None = None
    on_behalf: OnBehalf | None = None


E_co = TypeVar("E_co", bound=Event, covariant=True)
S_co = TypeVar("S_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[E_co]):
    """An event as it stands in the log: eventsourcing's ``DomainEventProtocol`` with our attributes.

    ``originator_id`` is the stream (CloudEvents ``subject``), ``originator_version`` its ``streamversion``.
    """

    originator_id: StreamId
    originator_version: int
    event: E_co
    id: UUID
    type: str
    jurisdiction: JurisdictionCode
    time: datetime.datetime
    position: int
    command_id: UUID
    command_event: int
    command_events: int
    actor: PersonId
    party: PartyId
    case: CaseTag | None
    scheme_version: int
    commitments: Mapping[str, str] = field(default_factory=dict)
    """JSON pointer in the command → commitment, for the personal fields that this event carries."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that a decision wants to add to a stream; the writer gives it its place in the log."""

    stream: StreamId
    event: Event
    case: CaseTag | None = None
