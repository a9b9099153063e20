"""Investigation up to its end, and adjudication by other people: the events."""

from dataclasses import dataclass

from domain.cases.events.common import AdjudicationEvent, CaseEvent
from domain.cases.values import (
    Absences,
    Chain,
    Disposition,
    SuspensionGround,
    Track,
    Views,
)
from domain.ids import PartyId, PersonId
from domain.leads.values import Material
from domain.model import Code, Personal, Text, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionChain(Value):
    """Which chain the sanction of a person climbs on a track."""

    person: PersonId
    track: Track
    sanction: Code
    chain: Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationSuspended(CaseEvent):
    """A person is a fugitive, or in custody: the clock stands (R 215)."""

    person: PersonId
    ground: SuspensionGround


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionEnded(CaseEvent):
    """The fugitive is back, or custody has ended."""

    person: PersonId
    ground: SuspensionGround


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationRestarted(CaseEvent):
    """Nobody is away any more: the clock begins anew (R 215)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsShown(CaseEvent):
    """The facts were put to a person, who signed a view, or would not (R 217)."""

    person: PersonId
    shown_by: tuple[PersonId, ...]
    signed: bool
    view: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsProposed(CaseEvent):
    """The handling party proposed what is right for each person."""

    dispositions: tuple[Disposition, ...]
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(CaseEvent):
    """移送审理: the case went to the party that adjudicates."""

    to: PartyId
    materials: tuple[Material, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicationAccepted(AdjudicationEvent):
    """Accepted: one month runs (R 224)."""

    adjudicators: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicatorsAssigned(AdjudicationEvent):
    """Other people of the adjudicating party adjudicate from now on: one of them left."""

    adjudicators: tuple[PersonId, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicationReturned(AdjudicationEvent):
    """Sent back before acceptance: something is missing."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequired(AdjudicationEvent):
    """退回补充调查: the clock stands (R 226)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementCompleted(AdjudicationEvent):
    """The supplemented case is back: the clock runs on (R 226)."""

    materials: tuple[Material, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReinvestigationRequired(AdjudicationEvent):
    """退回重新调查 (R 226)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReinvestigationCompleted(AdjudicationEvent):
    """The case, investigated anew, is back: the clock begins anew (R 226)."""

    materials: tuple[Material, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicationReported(AdjudicationEvent):
    """All adjudicators signed the report."""

    signed_by: tuple[PersonId, ...]
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberated(AdjudicationEvent):
    """集体审议: what is asked for each person, and the chain that each sanction climbs."""

    views: Views
    absent: Absences
    dispositions: tuple[Disposition, ...]
    chains: tuple[SanctionChain, ...]
    conclusion: Personal


InvestigationEvent = (
    InvestigationSuspended
    | SuspensionEnded
    | InvestigationRestarted
    | FactsShown
    | SanctionsProposed
    | Sent
    | AdjudicationAccepted
    | AdjudicatorsAssigned
    | AdjudicationReturned
    | SupplementRequired
    | SupplementCompleted
    | ReinvestigationRequired
    | ReinvestigationCompleted
    | AdjudicationReported
    | Deliberated
)
"""Every event of this module."""
