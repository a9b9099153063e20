"""What happened to a talk. What was said and promised stands in events of a class of their own."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.oversight import KeyPerson
from domain.serials import Serial
from domain.talks.commands import Kept, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkEvent(Event):
    """Base of them all: who holds it, of which unit the person is, and which group is stationed there."""

    by: PartyId
    unit: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentEvent(TalkEvent):
    """Base of what only those who held it read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(TalkEvent):
    """A talk with a leading member was planned."""

    person: KeyPerson
    kind: Kind
    planned: datetime.date
    topics: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed(TalkEvent):
    """It is held on another day."""

    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(TalkEvent):
    """It took place."""

    kind: Kind
    held_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRecorded(ContentEvent):
    """What was said."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade(ContentEvent):
    """The person promised something; one looks again by ``due``."""

    promise: Serial
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReturned(ContentEvent):
    """Another who leads read the record and sent it back, to be made better by ``due``."""

    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRevised(ContentEvent):
    """What was said was recorded anew."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAccepted(ContentEvent):
    """The record was taken as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFollowedUp(ContentEvent):
    """Somebody looked whether it was kept."""

    promise: Serial
    kept: Kept
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRenewed(ContentEvent):
    """It was not kept, or in part: one looks again by ``due``."""

    promise: Serial
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(TalkEvent):
    """It was not held."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(TalkEvent):
    """It was recorded wrongly; ``held`` is the right day."""

    reason: Text
    approved_by: PersonId
    held: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentCorrected(ContentEvent):
    """What was said was recorded wrongly."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCorrected(ContentEvent):
    """A promise was recorded wrongly; one looks again by ``due``, where that is another day."""

    promise: Serial
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(TalkEvent):
    """The talk does not count."""

    reason: Text
    approved_by: PersonId
