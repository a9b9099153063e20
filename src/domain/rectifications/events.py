"""What happened to a rectification item. Each event says who raised it and who rectifies."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Digest, Event, Fen, Number, Personal, Text
from domain.rectifications.commands import (
    Chain,
    Evidence,
    Ground,
    Level,
    LookBack,
    Manner,
    Measures,
    Origin,
    Outcome,
    Recovery,
)
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRaised(Event):
    """A party raised a problem found at a unit, under a number of its own register."""

    number: Number
    origin: Origin
    title: Text
    text: Personal | None = None
    raiser: PartyId
    unit: PartyId
    document: Text | None = None
    observers: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRecorded(Event):
    """In which matter it was found: not for who rectifies, unless that concerns them too."""

    raiser: PartyId
    origin: Origin
    matter: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(Event):
    """Who rectifies, who answers at each level, which second body verifies, by when."""

    raiser: PartyId
    party: PartyId
    responsible: Chain
    verifier: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(Event):
    raiser: PartyId
    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibleChanged(_Step):
    """Another person of an office answers for it at a level: who answered left."""

    office: PartyId
    level: Level
    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(_Step):
    """Who rectifies signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresSet(_Step):
    """What will be done by when."""

    measures: Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFiled(_Step):
    """A party filed evidence."""

    by: PartyId
    evidence: tuple[Evidence, ...]
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemAdopted(_Step):
    """A rule was adopted because of the problem (建章立制)."""

    title: Text
    number: Text
    adopted: datetime.date
    digest: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRecovered(_Step):
    """Money was recovered, in fen. ``recovery`` counts within the item."""

    recovery: Serial
    amount: Fen
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionReported(_Step):
    """Who rectifies reported that everything is done; the second body is to verify."""

    verifier: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifierNamed(_Step):
    """Another second body verifies. ``awaited``: the report lies with it already."""

    verifier: PartyId
    former_verifier: PartyId
    reason: Text
    awaited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified(_Step):
    """The second body found it rectified."""

    verifier: PartyId
    manner: Manner
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(_Step):
    """It is not rectified and went back to who rectifies."""

    by: PartyId
    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff(_Step):
    """销号. What it led to and how long it was open is counted from the item's own events."""

    outcomes: tuple[Outcome, ...]
    recovered: Fen
    days_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack(_Step):
    """What was found on looking back."""

    by: PartyId
    result: LookBack
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(_Step):
    """It is to be rectified again, by a day. ``round`` counts from 1 for the first time."""

    ground: Ground
    reason: Text
    due: datetime.date
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenIntoReport(Event):
    """An inspection team took the problem up in its report: it, and its office, follow the one item."""

    raiser: PartyId
    body: PartyId
    office: PartyId
    report: Text
    paragraph: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The item was corrected; a corrected day moves what is owed."""

    raiser: PartyId
    party: PartyId | None = None
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None
    recovery: Recovery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The item does not count; its number is kept."""

    raiser: PartyId
    reason: Text
    approved_by: PersonId
