"""What happened to a training session. Who comes from one body stands in events of its own class."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.trainings.commands import Material, Persons


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEvent(Event):
    """Base of them all: who organises it."""

    organiser: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeesEvent(TrainingEvent):
    """Base of what concerns one invited body."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(TrainingEvent):
    """A session of a brand was planned."""

    brand: Text
    title: Text
    lecturer: Personal | None = None
    planned: datetime.date
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(AttendeesEvent):
    """A body was invited, and is to name by a day who comes."""

    name_by: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeesNamed(AttendeesEvent):
    """A body named who comes; what it named before does not hold any more."""

    persons: Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesReturned(AttendeesEvent):
    """Whom a body named went back to it."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed(TrainingEvent):
    """It is held on another day."""

    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(TrainingEvent):
    """It took place."""

    material: Annotated[tuple[Material, ...], MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRecorded(AttendeesEvent):
    """Who came from a body; an empty list where nobody did."""

    persons: Persons


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart(AttendeesEvent):
    """Somebody of the body came: it had people trained."""

    came: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(TrainingEvent):
    """It was not held."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(TrainingEvent):
    """It was recorded wrongly; what is given is right."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    held: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCorrected(AttendeesEvent):
    """Who came from a body was recorded wrongly; these did."""

    persons: Persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(TrainingEvent):
    """The session does not count."""

    reason: Text
    approved_by: PersonId
