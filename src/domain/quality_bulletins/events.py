"""What happened to a bulletin on case quality."""

import datetime
from dataclasses import dataclass

from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.model import Code, Event, Personal, Text, Value
from domain.quality_bulletins.commands import Matters, Month
from domain.scheme_scoring import Fault, ReviewGrade, ReviewStandard
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Value):
    """What the reviews come to: counted from them, never written.

    ``running`` had not ended when it was issued; ``repeated`` findings were found before.
    """

    reviews: int
    running: int
    findings: int
    repeated: int
    overdue: int
    returned: int
    signature_missing: int
    excellent: int
    qualified: int
    flawed: int
    unqualified: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningNoted(Event):
    """Which running matters the bulletin of a month is to look at."""

    issuer: PartyId
    period: Month
    matters: Matters


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """The bulletin of a month was issued, and sent as ``notice`` where there was somebody to tell.

    ``bodies`` it tells of, ``parties`` it is told to: them and others.
    """

    issuer: PartyId
    period: Month
    bodies: tuple[PartyId, ...]
    parties: tuple[PartyId, ...]
    reviews: tuple[StreamId, ...]
    figures: Figures
    notice: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningCounted(Event):
    """How many running matters it tells of that nobody reviewed, and how many faults of each kind."""

    issuer: PartyId
    matters: int
    overdue: int
    returned: int
    signature_missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListed(Event):
    """One case the bulletin tells of: its body reads it, other bodies do not."""

    issuer: PartyId
    body: PartyId
    review: StreamId
    running: bool
    score: int
    grade: ReviewGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemListed(Event):
    """One finding the bulletin tells of, with the day by which it is to be answered."""

    issuer: PartyId
    body: PartyId
    review: StreamId
    finding: Serial
    criterion: Code
    standard: ReviewStandard
    detected: Fault | None = None
    obligation: ObligationId | None = None
    repeats: StreamId | None = None
    reply_due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningListed(Event):
    """One running matter it tells of: its body reads it, and answers."""

    issuer: PartyId
    body: PartyId
    item: Serial
    matter: StreamId
    overdue: int
    returned: int
    signature_missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyEvent(Event):
    """A step of what a body answers about one running matter."""

    issuer: PartyId
    body: PartyId
    item: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(ReplyEvent):
    """The body answered."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReturned(ReplyEvent):
    """The answer went back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAccepted(ReplyEvent):
    """The answer was taken as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """Its introduction was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The bulletin does not count."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
