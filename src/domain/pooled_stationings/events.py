"""What happened to a pooled group and its people."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolEvent(Event):
    """Every event says which group it is about, and which commission pooled it."""

    commission: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Established(PoolEvent):
    """A group was pooled, in one office."""

    office: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAdded(PoolEvent):
    """It supervises one more unit."""

    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDropped(PoolEvent):
    """It supervises a unit no longer."""

    unit: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(PoolEvent):
    """One of its people has a unit or a matter; ``grant`` is the number of the grant to read the matter."""

    assignment: Serial
    person: PersonId
    duty: Text
    unit: PartyId | None = None
    matter: StreamId | None = None
    until: datetime.date | None = None
    grant: Serial | None = None
    approved_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentReturned(PoolEvent):
    """The commission sent an assignment to a unit back to the group; the person is released from it."""

    assignment: Serial
    person: PersonId
    unit: PartyId
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(PoolEvent):
    """An assignment ended. ``left`` is how many still have the unit; nothing for a matter."""

    assignment: Serial
    person: PersonId
    unit: PartyId | None = None
    matter: StreamId | None = None
    reason: Text
    left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDeclared(PoolEvent):
    """A person keeps out of a unit."""

    person: PersonId
    unit: PartyId
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolved(PoolEvent):
    """The pool ended."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(PoolEvent):
    """The pool was corrected."""

    reason: Text
    approved_by: PersonId
    office: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentCorrected(PoolEvent):
    """Of an assignment duty or last day was corrected."""

    assignment: Serial
    person: PersonId
    unit: PartyId | None = None
    matter: StreamId | None = None
    reason: Text
    approved_by: PersonId
    duty: Text | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(PoolEvent):
    """The pool does not count."""

    reason: Text
    approved_by: PersonId
