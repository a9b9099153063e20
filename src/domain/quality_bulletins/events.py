"""What happened to a bulletin on case quality."""

import datetime
from dataclasses import dataclass

from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.model import Code, Event, Personal, Text, Value
from domain.quality_bulletins.commands import Month
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
