"""Carrying out an approved way of disposal: the decisions."""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.context import Context
from domain.ids import PersonId
from domain.leads import commands, errors, events, guards
from domain.leads.account import Account
from domain.leads.decisions import effects
from domain.leads.state import Lead
from domain.leads.values import (
    APPROPRIATE_INQUIRY,
    CASE_FILED,
    INTERVIEW,
    PRELIMINARY_VERIFICATION,
    WRITTEN_INQUIRY,
)
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Lead]


def _in_hand(stream: Stream, context: Context, way: str) -> Account:
    """The account of a lead whose handlers carry out an approved way; raises `NotApproved`."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "handling")
    guards.approved(account, way)
    return account


def start_appropriate_inquiry(
    stream: Stream, _: commands.StartAppropriateInquiry, context: Context
) -> Iterable[Draft]:
    """Begin looking into it without contact with the person (R 205)."""
    account = _in_hand(stream, context, APPROPRIATE_INQUIRY)
    _not_begun(account)
    account.tell(events.AppropriateInquiryStarted(**account.frame()))
    return account


def report_appropriate_inquiry(
    stream: Stream, command: commands.ReportAppropriateInquiry, context: Context
) -> Iterable[Draft]:
    """Report it, signed by at least two handlers (R 77, 205)."""
    account = _in_hand(stream, context, APPROPRIATE_INQUIRY)
    _begun(account)
    signed = frozenset(command.signed_by)
    if len(signed) < 2 or not signed <= frozenset(account.lead.handlers):
        raise errors.SignaturesMissing(persons="、".join(account.lead.handlers))
    account.tell(
        events.AppropriateInquiryReported(
            **account.frame(), signed_by=command.signed_by, report=command.report
        )
    )
    return account


def entrust_interview(
    stream: Stream, command: commands.EntrustInterview, context: Context
) -> Iterable[Draft]:
    """Entrust the interview to the head of the person's unit (R 79: held within 15 wd)."""
    account = _in_hand(stream, context, INTERVIEW)
    subject = guards.subject(account, command.person)
    unit = account.jurisdiction.party(command.unit).code
    if subject.standing.unit != unit:
        raise invalid("unit", "不是被谈话人所在单位", "it is not the unit of that person")
    if account.lead.course.entrusted_unit(command.person) is not None:
        raise invalid("person", "已经委托", "it was entrusted already")
    account.tell(events.InterviewEntrusted(**account.frame(), person=command.person, unit=unit))
    return account


def record_interview(
    stream: Stream, command: commands.RecordInterview, context: Context
) -> Iterable[Draft]:
    """Record an interview: two clean interviewers (R 77), unless the unit's head held it (R 79)."""
    account = _in_hand(stream, context, INTERVIEW)
    guards.subject(account, command.person)
    unit = account.lead.course.entrusted_unit(command.person)
    if unit is None:
        _two_interviewers(account, command.interviewers)
    account.tell(
        events.InterviewHeld(
            **account.frame(),
            person=command.person,
            entrusted=unit is not None,
            interviewers=command.interviewers,
            statement_asked=command.statement_asked,
            record=command.record,
        )
    )
    return account


def _two_interviewers(account: Account, interviewers: tuple[PersonId, ...]) -> None:
    party = account.context.acting
    if len(frozenset(interviewers)) < 2:
        raise handlers.NeedsTwoHandlers
    guards.fit_to_handle(account, party, interviewers)


def record_statement(
    stream: Stream, command: commands.RecordStatement, context: Context
) -> Iterable[Draft]:
    """Record the written statement that an interviewed person was asked for (R 79)."""
    account = _in_hand(stream, context, INTERVIEW)
    if command.person not in account.lead.course.statements_asked:
        raise invalid("person", "未要求其提交说明", "no statement was asked of that person")
    account.tell(
        events.StatementReceived(
            **account.frame(), person=command.person, statement=command.statement
        )
    )
    return account


def send_written_inquiry(
    stream: Stream, command: commands.SendWrittenInquiry, context: Context
) -> Iterable[Draft]:
    """Send the letter, with copies to the heads of the unit and of the stationed group (R 206).

    Where the person is the unit's head, the unit gets no copy.
    """
    account = _in_hand(stream, context, WRITTEN_INQUIRY)
    subject = guards.subject(account, command.person)
    if command.person in account.lead.course.inquired:
        raise invalid("person", "已向其发函", "a letter went to that person already")
    copies = [account.jurisdiction.party(party).code for party in command.copies_to]
    if command.is_unit_head and subject.standing.unit in copies:
        raise invalid("copies_to", "本人系主要负责人,不抄送本单位", "its head gets no copy")
    account.tell(
        events.WrittenInquirySent(
            **account.frame(),
            person=command.person,
            letter=command.letter,
            copies_to=command.copies_to,
            is_unit_head=command.is_unit_head,
        )
    )
    return account


def record_inquiry_delivery(
    stream: Stream, command: commands.RecordInquiryDelivery, context: Context
) -> Iterable[Draft]:
    """Record when the letter reached the person: the 15 wd run from there (R 206)."""
    account = _in_hand(stream, context, WRITTEN_INQUIRY)
    course = account.lead.course
    if command.person not in course.inquired or command.person in course.delivered:
        raise invalid("person", "未发函或已登记送达", "no letter was sent, or it was delivered")
    account.tell(events.WrittenInquiryDelivered(**account.frame(), person=command.person))
    return account


def record_inquiry_reply(
    stream: Stream, command: commands.RecordInquiryReply, context: Context
) -> Iterable[Draft]:
    """Record the reply: signed by the unit's head, straight back where it concerns the head (R 206)."""
    account = _in_hand(stream, context, WRITTEN_INQUIRY)
    course = account.lead.course
    if command.person not in course.delivered:
        raise invalid("person", "尚未登记送达", "the letter has not been delivered")
    straight = command.concerns_unit_head or command.person in course.unit_heads
    if command.signed_by_unit_head == straight:
        raise errors.ReplyNotInOrder
    account.tell(
        events.WrittenInquiryReplied(
            **account.frame(),
            person=command.person,
            signed_by_unit_head=command.signed_by_unit_head,
            concerns_unit_head=straight,
            reply=command.reply,
        )
    )
    return account


def start_verification(
    stream: Stream, _: commands.StartVerification, context: Context
) -> Iterable[Draft]:
    """Begin with the approved group; who has to keep out by now does not go (R 207, R 295)."""
    account = _in_hand(stream, context, PRELIMINARY_VERIFICATION)
    _not_begun(account)
    group = guards.approved(account, PRELIMINARY_VERIFICATION).group
    clean = tuple(p for p in group if not guards.barred(p, account.lead, context))
    if len(clean) < 2:
        raise handlers.NeedsTwoHandlers
    account.tell(events.VerificationStarted(**account.frame(), group=clean))
    return account


def report_verification(
    stream: Stream, command: commands.ReportVerification, context: Context
) -> Iterable[Draft]:
    """Report it, signed by **all** members of the group (R 207)."""
    account = _in_hand(stream, context, PRELIMINARY_VERIFICATION)
    _begun(account)
    missing = [person for person in account.lead.course.group if person not in command.signed_by]
    if missing:
        raise errors.SignaturesMissing(persons="、".join(missing))
    account.tell(
        events.VerificationReported(
            **account.frame(), signed_by=command.signed_by, report=command.report
        )
    )
    return account


def _not_begun(account: Account) -> None:
    if account.lead.course.started:
        raise account.wrong_state("已开始", "begun")


def _begun(account: Account) -> None:
    if not account.lead.course.started or account.lead.course.reported:
        raise account.wrong_state("未开始或已报告", "not begun, or reported")


def review_shelved(
    stream: Stream, command: commands.ReviewShelved, context: Context
) -> Iterable[Draft]:
    """Look at a shelved lead and leave it shelved until another day (R 198: cleared regularly)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "shelved")
    if command.review_on <= context.occurred.date:
        raise invalid("review_on", "须晚于办理日期", "it must lie after the day of the act")
    account.tell(
        events.ShelvingReviewed(
            **account.frame(), review_on=command.review_on, reason=command.reason
        )
    )
    return account


def reopen(stream: Stream, command: commands.Reopen, context: Context) -> Iterable[Draft]:
    """Take a shelved lead up again; a disposal is proposed anew."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "shelved")
    account.tell(events.Reopened(**account.frame(), reason=command.reason))
    return account


def file_case(stream: Stream, command: commands.FileCase, context: Context) -> Iterable[Draft]:
    """Record the filing decision that was approved (立案). It is an end: the case goes on by itself."""
    account = _in_hand(stream, context, CASE_FILED)
    account.tell(
        events.CaseFiled(
            **account.frame(),
            document=command.document,
            decision=command.decision,
            real_name_reported=effects.real_name_reported(account),
        )
    )
    return account


def inform_person(
    stream: Stream, command: commands.InformPerson, context: Context
) -> Iterable[Draft]:
    """Tell a person or their unit how a closed lead ended (RD 21, 30, 35); once for each person."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "closed")
    guards.subject(account, command.person)
    if account.lead.closing == "triage" or command.person in account.lead.informed:
        raise invalid("person", "无需反馈或已经反馈", "they need not be told, or were told")
    account.tell(
        events.PersonInformed(**account.frame(), person=command.person, manner=command.manner)
    )
    if set(account.lead.persons) <= set(account.lead.informed):
        account.tell(events.InformingCompleted(**account.frame()))
    return account
