"""Receiving, registering and checking for duplicates: the decisions."""

from collections.abc import Iterable
from typing import Any

from domain.account import invalid
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PartyId, StreamId
from domain.leads import circle, commands, errors, events, guards, procedures
from domain.leads.account import Account
from domain.leads.duplicates import leads_about
from domain.leads.evolving.intake import references
from domain.leads.state import Confidence, Lead
from domain.leads.values import Subject
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Lead]


def receive(stream: Stream, command: commands.Receive, context: Context) -> Iterable[Draft]:
    """Open a lead at the party that enters it (R 198, 202).

    With a sender the hand-over from it begins too: the papers are here, an answer is owed. An
    organisation that is not on the system has its letter entered on its behalf; papers that its
    procedure asks for and that are not there are demanded at once. A reporter's identity goes into a
    circle of its own (R 299).
    """
    account = Account(stream, context)
    holder = context.request.party
    if context.request.command.on_behalf is None:
        context.require_role(*guards.STAFF)
    sender = _sender(command, context)
    _in_order(account, command, sender)
    account.tell(
        events.Received(
            **account.frame(holder=holder),
            source=command.source,
            regime=command.regime,
            secrecy=command.secrecy,
            subjects=command.subjects,
            content=command.content,
            report=command.report,
            sender=sender,
            document=command.document,
            materials=command.materials,
            rule=command.rule,
            to_register=sender is None and circle.is_discipline_body(holder, account.jurisdiction),
        )
    )
    procedures.found(account, command, sender)
    if command.reporter is not None and command.report is not None:
        account.tell(
            events.ReporterRecorded(
                **account.plain(),
                kept_by=holder,
                report=command.report,
                reporter=command.reporter,
            )
        )
    if sender is not None:
        _arrived(account, command, sender=sender, holder=holder)
    return account


def _sender(command: commands.Receive, context: Context) -> PartyId | None:
    """Who handed it in: the party on whose behalf the letter is entered, else the one named."""
    on_behalf = command.on_behalf
    if on_behalf is not None and command.sender not in (None, on_behalf.party):
        raise invalid("sender", "与代录单位不一致", "it is not the party it is entered for")
    sender = command.sender if on_behalf is None else on_behalf.party
    if sender is not None and context.jurisdiction.party(sender).code == context.request.party:
        raise invalid("sender", "不能是本单位", "it cannot be the receiving party itself")
    return sender


def _in_order(account: Account, command: commands.Receive, sender: PartyId | None) -> None:
    """Refuse what cannot be: a report without its form, a rule hit without its rule, and the like."""
    persons = [subject.person for subject in command.subjects]
    if None in persons or len(set(persons)) != len(persons):
        raise invalid("subjects", "每名被反映人只列一次", "list each person once")
    if command.source.startswith("report.") != (command.report is not None):
        raise invalid(
            "report", "检举控告须注明实名或匿名", "a report, and only a report, has a form"
        )
    if command.report == "real_name" and command.reporter is None:
        raise invalid(
            "reporter", "实名检举控告须登记检举控告人", "a real-name report has a reporter"
        )
    if command.reporter is not None and command.report in (None, "anonymous"):
        raise invalid("reporter", "匿名件没有检举控告人", "an anonymous report has no reporter")
    if (command.source == "data_rule") != (command.rule is not None):
        raise invalid("rule", "数据规则线索须注明规则", "a data-rule lead, and only it, has a rule")
    if sender is not None and not (command.document and command.materials):
        raise invalid(
            "materials", "移送件须有文号和材料清单", "what was handed in has a letter and a list"
        )
    _levels_known(account, command.subjects)


def _levels_known(account: Account, subjects: tuple[Subject, ...]) -> None:
    day = account.context.occurred.date
    for subject in references(subjects):
        guards.authority(account, subject, day)
        if subject.standing.unit is not None:
            account.jurisdiction.party(subject.standing.unit)


def _arrived(
    account: Account, command: commands.Receive, *, sender: PartyId, holder: PartyId
) -> None:
    """The hand-over from the sender: sent and received, since the papers lie here."""
    ends: dict[str, Any] = {"transfer": 1, "from_party": sender, "to_party": holder}
    account.tell(
        events.Transferred(
            **account.plain(),
            **ends,
            document=command.document or "",
            reason=account.context.action.en,
            materials=command.materials,
            feedback_expected=True,
        )
    )
    account.tell(events.TransferAcknowledged(**account.plain(), **ends))
    procedure = procedures.of(account, sender)
    missing = () if procedure is None else procedures.lacking(procedure, command.materials)
    if missing:
        account.tell(events.PapersDemanded(**account.plain(), **ends, papers=missing))


def register(stream: Stream, _: commands.Register, context: Context) -> Iterable[Draft]:
    """Number the lead in the register of its holder's organ, and look for duplicates (R 203, RD 23).

    A stationed group, a county or case supervision registers what it holds. Raises `NoRegister`,
    `AlreadyRegistered`. Whom else the pseudonyms of its persons lead to is not disclosed: case
    supervision learns how many, and checks.
    """
    account = guards.known(stream, context)
    holder = account.lead.holder
    guards.by_party(account, holder, *guards.KEEPING)
    guards.at(account, "received")
    organ = _organ(account)
    earlier = next((number for number in account.lead.numbers if number.organ == organ), None)
    if earlier is not None:
        # It came back from elsewhere: one number per level, so it keeps the one it has.
        account.tell(events.Registered(**account.frame(), number=earlier))
        return account
    year = context.occurred.date.year
    number = context.jurisdiction.next_number(organ, "lead", year)
    account.tell(events.Registered(**account.frame(), number=number))
    _look_for_duplicates(account)
    return account


def _organ(account: Account) -> PartyId:
    """In whose register the holder enters leads: its own, or the commission's."""
    holder, jurisdiction = account.lead.holder, account.jurisdiction
    commission = jurisdiction.founding_party
    if holder is not None and account.scheme.numbering(holder, "lead") is not None:
        return holder
    office = circle.case_supervision(holder, jurisdiction)
    if holder is None or holder != office or commission is None:
        raise errors.NoRegister(party=holder)
    if account.scheme.numbering(commission, "lead") is None:
        raise errors.NoRegister(party=holder)
    return commission


def _look_for_duplicates(account: Account) -> None:
    office = circle.case_supervision(account.lead.holder, account.jurisdiction)
    others = _others_about(account)
    if office is not None and others:
        account.tell(
            events.DuplicateSuspected(
                **account.plain(), case_supervision=office, matches=len(others)
            )
        )


def _others_about(account: Account) -> tuple[StreamId, ...]:
    """The other leads that name one of its persons; its own parts are no duplicates."""
    lead, context = account.lead, account.context
    pseudonyms = {item.pseudonym for item in lead.subjects if item.pseudonym is not None}
    known = (account.stream, lead.origin, *lead.parts)
    return tuple(
        stream
        for stream in leads_about(pseudonyms, context)
        if stream not in known and context.streams[stream].state.origin != account.stream
    )


def confirm_duplicate(
    stream: Stream, command: commands.ConfirmDuplicate, context: Context
) -> Iterable[Draft]:
    """Case supervision says which earlier lead it repeats (RC 14), of those it may see itself."""
    account = guards.known(stream, context)
    office = guards.by_case_supervision(account)
    _suspected(account)
    if command.of == stream.stream:
        raise invalid("of", "不能是本件", "a lead does not repeat itself")
    guards.other_lead(command.of, context)
    account.tell(
        events.DuplicateConfirmed(**account.plain(), case_supervision=office, of=command.of)
    )
    return account


def dismiss_duplicate(
    stream: Stream, command: commands.DismissDuplicate, context: Context
) -> Iterable[Draft]:
    """Case supervision says that it repeats no other lead."""
    account = guards.known(stream, context)
    office = guards.by_case_supervision(account)
    _suspected(account)
    account.tell(
        events.DuplicateDismissed(**account.plain(), case_supervision=office, reason=command.reason)
    )
    return account


def _suspected(account: Account) -> None:
    if account.lead.duplicate != "suspected":
        raise account.wrong_state("无待核对的重复件", "no duplicate to check")


def notify_reporter(
    stream: Stream, command: commands.NotifyReporter, context: Context
) -> Iterable[Draft]:
    """Tell the real-name reporter (R 209): once that it was accepted, once how it ended."""
    account = guards.known(stream, context)
    confidence = _confidence(account)
    if not confidence.real_name or command.notice in confidence.notified:
        raise invalid("notice", "无需告知或已经告知", "it was told already, or need not be")
    if command.notice == "result" and not account.lead.ended:
        raise errors.FeedbackTooEarly
    account.tell(
        events.ReporterNotified(
            **account.plain(), kept_by=confidence.kept_by, notice=command.notice
        )
    )
    return account


def grant_reporter_access(
    stream: Stream, command: commands.GrantReporterAccess, context: Context
) -> Iterable[Draft]:
    """Let the handling party know the reporter, until a day, with an approval (R 299, RC 47)."""
    account = guards.known(stream, context)
    confidence = _confidence(account)
    handling_party = account.lead.handling_party
    if handling_party is None:
        raise errors.NotApproved(way="reporter_access")
    if command.until < context.occurred.date:
        raise invalid("until", "早于今日", "it lies before today")
    account.tell(
        events.ReporterAccessGranted(
            **account.plain(),
            kept_by=confidence.kept_by,
            to_party=handling_party,
            approved_by=command.approved_by,
            reason=command.reason,
            until=command.until,
        )
    )
    return account


def _confidence(account: Account) -> Confidence:
    """The reporter's data, for the keeper of the petitions only; else `NotFound`."""
    confidence, context = account.lead.confidence, account.context
    if confidence is None or context.acting != confidence.kept_by:
        raise NotFound(stream=account.stream)
    context.require_role(*guards.KEEPING)
    return confidence
