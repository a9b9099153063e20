"""What happened between a stationed group and an inspection team in one round."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.inspection_links.commands import Units
from domain.model import Event, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEvent(Event):
    """Every event says which group and team it is between, and which office linked them."""

    office: PartyId
    team: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(LinkEvent):
    """A group and a team were linked for one round."""

    round: Text
    units: Units
    begins: datetime.date
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorised(LinkEvent):
    """The head of the group is deputy team leader until the round ends: an appointment of that number."""

    person: PersonId
    appointment: Serial
    until: datetime.date
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(LinkEvent):
    """The group signed for the authorisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDeclared(LinkEvent):
    """A person keeps out of inspecting a unit."""

    person: PersonId
    unit: PartyId
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationEnded(LinkEvent):
    """The person is deputy team leader no longer."""

    person: PersonId
    appointment: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationShared(LinkEvent):
    """One side shared information with the other."""

    share: Serial
    by: PartyId
    to: PartyId
    title: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationReceived(LinkEvent):
    """The other side signed for it."""

    share: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationRecorded(LinkEvent):
    """One side recorded what both agreed; the other is to confirm it."""

    record: Serial
    by: PartyId
    other: PartyId
    title: Text
    agreed: Personal
    consultation: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationConfirmed(LinkEvent):
    """The other side confirmed it: it counts."""

    record: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationReturned(LinkEvent):
    """The other side sent it back to who recorded it."""

    record: Serial
    by: PartyId
    other: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationCorrected(LinkEvent):
    """Who recorded it said anew what was agreed."""

    record: Serial
    by: PartyId
    other: PartyId
    title: Text
    agreed: Personal
    consultation: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationPlanned(LinkEvent):
    """Something is to be verified together; one side reports, the other confirms."""

    verification: Serial
    subject: Text
    reporter: PartyId
    other: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReported(LinkEvent):
    """One side reported what was found."""

    verification: Serial
    reporter: PartyId
    other: PartyId
    result: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationConfirmed(LinkEvent):
    """The other side confirmed it."""

    verification: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReturned(LinkEvent):
    """The other side sent the report back to who made it."""

    verification: Serial
    by: PartyId
    other: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPassed(LinkEvent):
    """The group asked the team to help understand a lead: a question, and a day."""

    passing: Serial
    lead: StreamId
    question: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandingReported(LinkEvent):
    """The team said what it came to understand."""

    passing: Serial
    lead: StreamId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandingReturned(LinkEvent):
    """The group asked for more."""

    passing: Serial
    lead: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandingAccepted(LinkEvent):
    """What came back is sufficient."""

    passing: Serial
    lead: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPutForward(LinkEvent):
    """The group put a problem forward for the inspection report."""

    problem: Serial
    unit: PartyId
    title: Text
    text: Personal
    rectification: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenIntoReport(LinkEvent):
    """The problem stands in the inspection report."""

    problem: Serial
    unit: PartyId
    report: Text
    paragraph: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDeclined(LinkEvent):
    """The team left the problem out."""

    problem: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationLinked(LinkEvent):
    """The problem is rectified in this one item."""

    problem: Serial
    rectification: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(LinkEvent):
    """The round is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(LinkEvent):
    """The link was corrected."""

    reason: Text
    approved_by: PersonId
    round: Text | None = None
    units: Units | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(LinkEvent):
    """The link does not count."""

    reason: Text
    approved_by: PersonId
