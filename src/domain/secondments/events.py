"""What happened around a secondment. What the host thinks of the person stands in events of its own class."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.secondments.commands import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondmentEvent(Event):
    """Base of them all: who organises it, who sends and who takes in."""

    organiser: PartyId
    home: PartyId
    host: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalEvent(SecondmentEvent):
    """Base of what the host thinks of the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(SecondmentEvent):
    """A person is to learn at another body."""

    person: PersonId
    kind: Kind
    begins: datetime.date
    until: datetime.date
    purpose: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed(SecondmentEvent):
    """The home body lets the person go; they are to arrive on a day."""

    begins: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(SecondmentEvent):
    """The home body sent the proposal back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(SecondmentEvent):
    """It is proposed for other days."""

    begins: datetime.date
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun(SecondmentEvent):
    """The person arrived, has a mentor, and stays until a day."""

    person: PersonId
    kind: Kind
    mentor: PersonId
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(SecondmentEvent):
    """The person stays until another day."""

    until: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack(SecondmentEvent):
    """The person went back."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraised(AppraisalEvent):
    """What the host thinks of the person's work and learning."""

    person: PersonId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(SecondmentEvent):
    """The organiser withdrew the proposal."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalCorrected(AppraisalEvent):
    """The host corrected its appraisal."""

    reason: Text
    approved_by: PersonId
    person: PersonId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(SecondmentEvent):
    """Mentor, purpose or days were corrected."""

    reason: Text
    approved_by: PersonId
    mentor: PersonId | None = None
    purpose: Text | None = None
    begins: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalMoved(SecondmentEvent):
    """Of what was agreed the first day was corrected: the person is to arrive then."""

    begins: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnMoved(SecondmentEvent):
    """While the person was away the last day was corrected: they are to go back then."""

    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(SecondmentEvent):
    """The secondment does not count."""

    reason: Text
    approved_by: PersonId
