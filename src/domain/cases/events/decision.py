"""Approval, decision, execution, and setting a sanction right: the events."""

from dataclasses import dataclass
from typing import Literal

from domain.cases.events.common import CaseEvent, SanctionEvent
from domain.cases.values import Meeting, RecoveryKind, Result
from domain.ids import PartyId, PersonId
from domain.model import Code, Fen, Number, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalEvent(SanctionEvent):
    """A step of an approval chain: the body it is for, and what that body does."""

    step: int
    body: PartyId
    act: Literal["reviews", "agrees", "decides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalAwaited(ApprovalEvent):
    """It is the body's turn; it learns which sanction is asked for, by which rule, and no more."""

    sanction: Code
    four_forms: int
    chain: Code
    rule_set: Text
    asked_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalGiven(ApprovalEvent):
    """The body decided collectively: the next step follows, or it goes back."""

    opinion: Literal["agree", "return"]
    meeting: Meeting
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalWithdrawn(ApprovalEvent):
    """Another body returned the other track: what is asked here is deliberated anew with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionDecided(SanctionEvent):
    """The last step decided: effective from this day (PS 5), under the deciding body's number."""

    sanction: Code
    number: Number
    decided_by: PartyId
    organ: PartyId
    chain: Code
    rule_set: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDecided(CaseEvent):
    """How it ends for one person: both tracks stand as they were deliberated together."""

    person: PersonId
    result: Result
    four_forms: int
    party_sanction: Code | None = None
    state_sanction: Code | None = None
    recommendation: Text | None = None
    procuratorate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(CaseEvent):
    """It is decided for every person: the one-year clock ends (R 215)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionServed(SanctionEvent):
    """The decision was served on the person and on the organ, which may read it from now on."""

    organ: PartyId
    sanction: Code
    sanction_number: Text
    decided_by: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionReported(SanctionEvent):
    """The organ announced and carried out the decision (R 233)."""

    organ: PartyId
    announced: bool
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryOrdered(CaseEvent):
    """Money is to be confiscated, recovered or given back within a month (R 240)."""

    recovery: int
    person: PersonId
    kind: RecoveryKind
    amount: Fen
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryRecorded(CaseEvent):
    """Money came in; ``total`` is what has come in on this order so far, in fen."""

    recovery: int
    amount: Fen
    total: Fen
    receipt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCompleted(CaseEvent):
    """All the money of an order has come in."""

    recovery: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferredToProcuratorate(CaseEvent):
    """移送检察机关."""

    person: PersonId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionCorrected(SanctionEvent):
    """更正: the sanction was entered wrongly; it counts as ``sanction`` from its beginning."""

    former: Code
    sanction: Code
    reason: Text
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionAnnulled(SanctionEvent):
    """撤销处分: it no longer counts; its number is kept."""

    sanction: Code
    annulled_number: Number
    reason: Text
    document: Text
    approved_by: PersonId


DecisionEvent = (
    ApprovalAwaited
    | ApprovalGiven
    | ApprovalWithdrawn
    | SanctionDecided
    | PersonDecided
    | Decided
    | DecisionServed
    | ExecutionReported
    | RecoveryOrdered
    | RecoveryRecorded
    | RecoveryCompleted
    | TransferredToProcuratorate
    | SanctionCorrected
    | SanctionAnnulled
)
"""Every event of this module."""
