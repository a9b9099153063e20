"""The submission (呈批) of an allocation, a disposal or an outcome: the events."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId
from domain.leads.events.common import LeadEvent, SubmissionEvent
from domain.leads.values import Closing, Disposal, LightMeasure
from domain.model import Code, Digest, Personal, Text
from domain.submission import Mandate, Opinion, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalProposed(SubmissionEvent):
    """The handling party proposes a way and its plan (R 204, RD 21).

    ``rule_set`` is the basis by which ``way`` is in force on that day.
    """

    submitter: PersonId
    route: Route
    way: Code
    rule_set: Text | None = None
    disposal: Disposal
    plan: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeProposed(SubmissionEvent):
    """The handling party proposes what follows from the way taken, by the same route (R 207)."""

    submitter: PersonId
    route: Route
    way: Code
    rule_set: Text | None = None
    disposal: Disposal
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAwaited(SubmissionEvent):
    """It is the turn of ``signer_party``, in the person of whoever holds ``signer_role``.

    Levels count from 1; co-signers, who come before the last level, are numbered on after it.
    """

    level: int
    signer_party: PartyId
    signer_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(SubmissionEvent):
    """A level gave its opinion."""

    level: int
    signer: PersonId
    signer_party: PartyId
    opinion: Opinion
    manner: Literal["online", "paper"] = "online"
    text: Personal | None = None
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionRecorded(SubmissionEvent):
    """A level gave its opinion by word of mouth; ``signer`` owes the signature."""

    level: int
    signer: PersonId
    signer_party: PartyId
    opinion: Opinion
    text: Personal | None = None
    heard_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionSigned(SubmissionEvent):
    """Who gave an opinion by word of mouth signed it."""

    level: int
    signer: PersonId
    signer_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigned(SubmissionEvent):
    """An opinion signed on paper was entered with its scan; it counts once confirmed."""

    level: int
    signer: PersonId
    signer_party: PartyId
    opinion: Opinion
    text: Personal | None = None
    scan: Digest
    entered_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperConfirmed(SubmissionEvent):
    """A second person confirmed the scanned paper; the opinion follows."""

    level: int
    scan: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosigned(SubmissionEvent):
    """A party that must be heard gave its opinion (会签)."""

    level: int
    signer: PersonId
    signer_party: PartyId
    opinion: Opinion
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionReturned(SubmissionEvent):
    """A level sent the submission back; the submitting party may propose anew."""

    returned_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionWithdrawn(SubmissionEvent):
    """The submitting party took the submission back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStuck(SubmissionEvent):
    """Nobody in the seats of the level may sign: shown, never bypassed."""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Approved(LeadEvent):
    way: Code
    rule_set: Text | None = None
    closing: Closing | None = None
    measure: LightMeasure | None = None
    review_on: datetime.date | None = None
    to_party: PartyId | None = None
    group: tuple[PersonId, ...] = ()
    four_forms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalApproved(_Approved):
    """The last level approved: the lead is handled in ``way`` from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeApproved(_Approved):
    """The last level approved what follows from the way taken."""


ApprovalEvent = (
    DisposalProposed
    | OutcomeProposed
    | SignatureAwaited
    | OpinionGiven
    | OralOpinionRecorded
    | OralOpinionSigned
    | PaperSigned
    | PaperConfirmed
    | Cosigned
    | SubmissionReturned
    | SubmissionWithdrawn
    | SubmissionStuck
    | DisposalApproved
    | OutcomeApproved
)
"""Every event of this module."""
