"""Carrying out an approved way of disposal: the commands."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.leads.values import InformedManner
from domain.model import Command, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAppropriateInquiry(Command):
    """适当了解 begins: no contact with the person, no restrictive measure (R 205)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAppropriateInquiry(Command):
    """What the appropriate inquiry found; two persons sign (R 77, 205)."""

    signed_by: tuple[PersonId, ...]
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrustInterview(Command):
    """Entrust the interview to the head of the person's unit, to be held within 15 wd (R 79)."""

    person: PersonId
    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInterview(Command):
    """谈话: an interview was held, by at least two (R 77) unless entrusted to a unit (R 79).

    ``statement_asked``: the person was asked for a written statement, due within 15 wd (R 79).
    """

    person: PersonId
    interviewers: tuple[PersonId, ...] = ()
    statement_asked: bool = False
    record: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatement(Command):
    """The interviewed person's written statement came in (R 79)."""

    person: PersonId
    statement: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SendWrittenInquiry(Command):
    """函询: send the letter in the general office's name, copies to the heads (R 206)."""

    person: PersonId
    letter: Text
    copies_to: tuple[PartyId, ...]
    is_unit_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInquiryDelivery(Command):
    """The letter reached the person: the 15 wd for the reply run from this day (R 206)."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInquiryReply(Command):
    """The reply came in: signed by the unit's head, or straight if it concerns the head (R 206)."""

    person: PersonId
    signed_by_unit_head: bool
    concerns_unit_head: bool = False
    reply: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class StartVerification(Command):
    """初步核实 begins with its object, plan and group approved (R 207, SL 41)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVerification(Command):
    """The verification report, signed by all members of the group (R 207)."""

    signed_by: tuple[PersonId, ...]
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShelved(Command):
    """A shelved lead was looked at on its review date and stays shelved until the next."""

    review_on: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(Command):
    """Take a shelved lead up again: a disposal is to be proposed anew (R 204)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCase(Command):
    """立案: record the filing decision that was approved; never in batch."""

    document: Text
    decision: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class InformPerson(Command):
    """Tell the person or the unit how a closed lead ended (RD 21, 30, 35)."""

    person: PersonId
    manner: InformedManner
