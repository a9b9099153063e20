"""Carrying out an approved way of disposal: the events."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.leads.events.common import LeadEvent
from domain.leads.values import Closing, InformedManner, LightMeasure
from domain.model import Number, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppropriateInquiryStarted(LeadEvent):
    """适当了解 began (R 205)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppropriateInquiryReported(LeadEvent):
    """The appropriate inquiry was reported."""

    signed_by: tuple[PersonId, ...]
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewEntrusted(LeadEvent):
    """The interview was entrusted to the head of ``unit``, to be held within 15 wd (R 79)."""

    person: PersonId
    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHeld(LeadEvent):
    """The interview was held; report and opinion follow within a month (RD 30)."""

    person: PersonId
    entrusted: bool
    interviewers: tuple[PersonId, ...] = ()
    statement_asked: bool = False
    record: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReceived(LeadEvent):
    """The interviewed person's written statement came in (R 79)."""

    person: PersonId
    statement: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenInquirySent(LeadEvent):
    """The letter of inquiry went out (R 206)."""

    person: PersonId
    letter: Text
    copies_to: tuple[PartyId, ...]
    is_unit_head: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenInquiryDelivered(LeadEvent):
    """The letter reached the person: 15 wd for the reply run (R 206)."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenInquiryReplied(LeadEvent):
    """The person's reply came in (R 206)."""

    person: PersonId
    signed_by_unit_head: bool
    concerns_unit_head: bool
    reply: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationStarted(LeadEvent):
    """The approved group began the preliminary verification (R 207)."""

    group: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationGroupChanged(LeadEvent):
    """Another took a leaver's place in the group, by a hand-over of work."""

    group: tuple[PersonId, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReported(LeadEvent):
    """All members of the group signed the verification report (R 207)."""

    signed_by: tuple[PersonId, ...]
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved(LeadEvent):
    """暂存待查: kept until the review date, re-openable."""

    review_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvingReviewed(LeadEvent):
    """A shelved lead stays shelved until the next review date."""

    review_on: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(LeadEvent):
    """A shelved lead was taken up again."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(LeadEvent):
    """予以了结. ``informing``: the persons or their unit must be told (RD 21, 30, 35).

    ``real_name_reported``: a real-name reporter must be told the result (R 209).
    """

    closing: Closing
    informing: bool
    real_name_reported: bool
    measure: LightMeasure | None = None
    four_forms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFiled(LeadEvent):
    """立案: the filing decision was made."""

    document: Text
    decision: Personal
    real_name_reported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRegistered(LeadEvent):
    """The filed case took its number; it goes on in a stream of its own."""

    case: StreamId
    case_number: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInformed(LeadEvent):
    """A person or their unit was told how it ended."""

    person: PersonId
    manner: InformedManner


@dataclass(frozen=True, slots=True, kw_only=True)
class InformingCompleted(LeadEvent):
    """Every person of a closed lead has been told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyChanged(LeadEvent):
    """Who holds the lead, and which addressee has the papers while a hand-over is answered.

    It goes with a hand-over, whose own events must not tell how the lead is handled.
    """

    former_holder: PartyId
    addressee: PartyId | None = None


HandlingEvent = (
    AppropriateInquiryStarted
    | AppropriateInquiryReported
    | InterviewEntrusted
    | InterviewHeld
    | StatementReceived
    | WrittenInquirySent
    | WrittenInquiryDelivered
    | WrittenInquiryReplied
    | VerificationStarted
    | VerificationGroupChanged
    | VerificationReported
    | Shelved
    | ShelvingReviewed
    | Reopened
    | Closed
    | CaseFiled
    | CaseRegistered
    | PersonInformed
    | InformingCompleted
    | CustodyChanged
)
"""Every event of this module."""
