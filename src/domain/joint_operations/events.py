"""What happened to a joint operation."""

import datetime
from dataclasses import dataclass

from domain.approvals import events as approvals
from domain.ids import PartyId, PersonId, StreamId
from domain.joint_operations.commands import Cooperation, Count, Kind, Parties, ResultKind
from domain.model import Code, Event, Fen, Number, Personal, Text, Value
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Value):
    """What a lent person may read, and the number of the grant in the person's own stream."""

    stream: StreamId
    grant: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationEvent(Event):
    """Every event says who proposed the operation and who leads it."""

    proposer: PartyId
    lead_body: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class LendingEvent(OperationEvent):
    """About lending: between those who run the operation and the home of the people."""

    home: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(OperationEvent):
    """A party proposed to work together."""

    kind: Kind
    cooperation: Cooperation
    title: Text
    plan: Personal
    parties: Parties
    until: datetime.date
    area: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterAttached(OperationEvent):
    """It serves one more matter: a lead, a case, a campaign."""

    matter: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRevised(OperationEvent):
    """The proposal was changed and is submitted anew; what is left out stayed."""

    changes: Text
    title: Text | None = None
    plan: Personal | None = None
    parties: Parties | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(approvals.Submitted):
    """The proposal was submitted along the route of the scheme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAwaited(approvals.SignatureAwaited):
    """It is somebody's turn to sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(approvals.OpinionGiven):
    """A level gave its opinion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosigned(approvals.Cosigned):
    """A party that must be heard gave its opinion (会签)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionRecorded(approvals.OralOpinionRecorded):
    """A level gave its opinion by word of mouth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionSigned(approvals.OralOpinionSigned):
    """Who gave an opinion by word of mouth signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigned(approvals.PaperSigned):
    """An opinion signed on paper was entered with its scan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperConfirmed(approvals.PaperConfirmed):
    """A second person confirmed the scanned paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionReturned(approvals.SubmissionReturned):
    """A level sent the proposal back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionWithdrawn(approvals.SubmissionWithdrawn):
    """The proposing party took it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStuck(approvals.SubmissionStuck):
    """Nobody in the seats of the level may sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(approvals.Approved):
    """The last level approved: the lead body may open it."""


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
class OpeningAwaited(OperationEvent):
    """It was approved: the lead body is to open it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(OperationEvent):
    """The lead body took the lead, under a number of its own."""

    number: Number
    kind: Kind
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(OperationEvent):
    """A party was asked to join."""

    to: PartyId
    title: Text
    kind: Kind
    cooperation: Cooperation
    until: datetime.date
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(OperationEvent):
    """A party joined."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(OperationEvent):
    """A party does not join."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRequested(LendingEvent):
    """A party was asked to lend people."""

    request: Serial
    count: Count
    duty: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRefused(LendingEvent):
    """A party lends nobody."""

    request: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOffered(LendingEvent):
    """A party agreed to lend one of its people; by giving them into the ``pool`` of the area, where named."""

    lending: Serial
    request: Serial | None = None
    person: PersonId
    duty: Text
    until: datetime.date
    document: Text | None = None
    pool: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDeclined(LendingEvent):
    """A person who was offered is not taken."""

    lending: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdmitted(LendingEvent):
    """A lent person was taken in, recusal checked, and reads until the lending ends."""

    lending: Serial
    person: PersonId
    until: datetime.date
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReturned(LendingEvent):
    """A lent person went home and reads nothing of it any more."""

    lending: Serial
    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAssigned(OperationEvent):
    """A member has its share of the work to do."""

    to: PartyId
    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReported(OperationEvent):
    """A member reported its share as done."""

    by: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReturned(OperationEvent):
    """A report on a share was not sufficient."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAccepted(OperationEvent):
    """A share was taken as done."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRecorded(OperationEvent):
    """Something came of it."""

    result: Serial
    by: PartyId
    kind: ResultKind
    text: Text
    reference: StreamId | None = None
    amount: Fen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonged(OperationEvent):
    """It lasts longer."""

    until: datetime.date
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(OperationEvent):
    """It ended with this outcome."""

    outcome: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(OperationEvent):
    """The record was corrected."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    plan: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(OperationEvent):
    """The operation does not count; its number is kept."""

    reason: Text
    approved_by: PersonId
