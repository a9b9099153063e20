"""What happened to a recommendation. Those of its approval are of the shape that every family shares."""

import datetime
from dataclasses import dataclass

from domain.approvals import events as approvals
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Number, Personal, Text
from domain.recommendations.commands import Content, Delivery, Kind, Paper, Terms, View
from domain.rectifications.commands import Ground, LookBack


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Event):
    """A party drafted it; facts and matter are for the issuer's side only."""

    issuer: PartyId
    content: Content
    facts: Personal
    drafter: PersonId
    matter: StreamId | None = None
    observers: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrafted(Event):
    """It was written anew."""

    issuer: PartyId
    content: Content
    drafter: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationAsked(Event):
    """A department is asked for its view of the draft (R 236)."""

    issuer: PartyId
    department: PartyId
    title: Text
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationAnswered(Event):
    """A department told its view."""

    issuer: PartyId
    department: PartyId
    view: View
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationClosed(Event):
    """A department did not answer by its day; the draft goes on without its view."""

    issuer: PartyId
    department: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(approvals.Submitted):
    """呈批: it climbs its route."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAwaited(approvals.SignatureAwaited):
    """A level is to sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(approvals.OpinionGiven):
    """A level signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosigned(approvals.Cosigned):
    """A party was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionRecorded(approvals.OralOpinionRecorded):
    """A level agreed by word of mouth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionSigned(approvals.OralOpinionSigned):
    """And signed afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigned(approvals.PaperSigned):
    """A level signed on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperConfirmed(approvals.PaperConfirmed):
    """A second person compared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionReturned(approvals.SubmissionReturned):
    """A level sent it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionWithdrawn(approvals.SubmissionWithdrawn):
    """The issuer took it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStuck(approvals.SubmissionStuck):
    """Nobody may sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(approvals.Approved):
    """The last level approved."""


STEPS = approvals.Steps(
    submitted=Submitted,
    signature_awaited=SignatureAwaited,
    opinion_given=OpinionGiven,
    cosigned=Cosigned,
    oral_opinion_recorded=OralOpinionRecorded,
    oral_opinion_signed=OralOpinionSigned,
    paper_signed=PaperSigned,
    paper_confirmed=PaperConfirmed,
    submission_returned=SubmissionReturned,
    submission_withdrawn=SubmissionWithdrawn,
    submission_stuck=SubmissionStuck,
    approved=Approved,
)
"""The events of its approval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step(Event):
    issuer: PartyId
    addressee: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(_Step):
    """It got its number. Deadline, feedback duty and objection period are in its terms (R 235)."""

    number: Number
    kind: Kind
    ground: int | None = None
    title: Text
    problems: tuple[Text, ...]
    advice: Text
    terms: Terms
    verifier: PartyId
    paper: Paper | None = None
    observers: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered(_Step):
    """The addressee has it; the objection period runs until the day named."""

    manner: Delivery
    received_by: Text
    place: Text | None = None
    deadline: datetime.date
    feedback_due: datetime.date
    objection_until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(_Step):
    """The addressee signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRaised(_Step):
    """The addressee objected within the period."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Upheld(_Step):
    """It stands as it is."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(_Step):
    """It was revised: as it reads from now on."""

    reason: Text
    approved_by: PersonId
    problems: tuple[Text, ...]
    advice: Text
    terms: Terms
    deadline: datetime.date
    feedback_due: datetime.date
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(_Step):
    """It was withdrawn: nothing is owed because of it."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReceived(_Step):
    """The addressee's plan came: one rectification item for each problem, in their order."""

    items: tuple[StreamId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackReceived(_Step):
    """The addressee fed back."""

    text: Personal
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAccepted(_Step):
    """It suffices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherDemanded(_Step):
    """It does not suffice: more is demanded by a new day (R 39). ``demand`` counts from 1."""

    reason: Text
    deadline: datetime.date
    demand: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalRecorded(_Step):
    """The addressee refuses without reason (SL 71)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorNotified(_Step):
    """The addressee's superior was told, to order it to comply (SL 71)."""

    superior: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff(_Step):
    """销号. ``days`` from its delivery."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack(_Step):
    """What was found on looking back."""

    result: LookBack
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(_Step):
    """It is to be followed again, by a day, with these of its items."""

    ground: Ground
    reason: Text
    deadline: datetime.date
    items: tuple[StreamId, ...]
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(_Step):
    """The document was corrected."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    advice: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """It does not count; its number is kept if it had one."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
