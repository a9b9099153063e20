"""Opening and filing a case, who handles it, and setting it right: the decisions."""

from collections.abc import Iterable

from domain import handlers, roles
from domain.account import invalid
from domain.cases import commands, errors, events, guards
from domain.cases.account import Account
from domain.cases.decisions import sign_off
from domain.cases.state import CLOSED, FILED, STAGES, Case
from domain.cases.values import Post, Respondent
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PartyId, PersonId
from domain.leads import events as lead_events
from domain.leads.account import Account as LeadAccount
from domain.leads.circle import OWN_REGISTER
from domain.leads.state import Lead
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Case]


def open_case(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Open the file of a case from leads whose end is filing (R 211, 212), before it is filed.

    So the three-level sign-off can go before the filing. Its persons are reported persons of those
    leads; two clean people handle and one keeps (R 77, RD 23, SL 67), none of whom approved in a lead
    that they did not handle (R 289). Raises `LeadNotForFiling`, `LeadHasCase`, `InvalidField`,
    `BarredFromCase`, `NeedsTwoHandlers`, `ApproverCannotHandle`.
    """
    account = Account(stream, context)
    handlers.by_party(context, account.acting, *handlers.EXCHANGING)
    if len(set(command.leads)) < len(command.leads):
        raise invalid("leads", "线索重复", "a lead is named twice")
    leads = tuple(guards.filing_lead(lead, context) for lead in command.leads)
    _reported(account, command.persons, leads)
    case = Case(leads=command.leads)
    keep_out = guards.keep_out(case, context)
    refusal = keep_out(context.actor)
    if refusal is not None:
        raise NotFound(stream=command.leads[0])
    people = command.handlers
    handlers.two_handlers(context, account.acting, people, command.keeper, keep_out)
    for lead in leads:
        handlers.no_approver(context, people, lead.signers, besides=lead.handlers)
    account.tell(
        events.Opened(
            **account.plain(),
            handling_party=account.acting,
            leads=command.leads,
            sources=tuple(dict.fromkeys(lead.source for lead in leads)),
            persons=command.persons,
            handlers=people,
            keeper=command.keeper,
        )
    )
    return account


def _reported(account: Account, persons: tuple[Respondent, ...], leads: tuple[Lead, ...]) -> None:
    """Refuse a person twice, one that no lead reports, and one on whom no track has a hold."""
    reported = {subject.person for lead in leads for subject in lead.subjects}
    seen: set[PersonId] = set()
    for each in persons:
        if each.person in seen or each.person not in reported:
            raise invalid(
                "persons", "须为线索被反映人,每人一次", "each is a reported person, named once"
            )
        if not (each.party_member or each.public_official):
            raise invalid("persons", "既非党员也非公职人员", "neither Party member nor official")
        _posts_known(account, each.posts)
        seen.add(each.person)


def _posts_known(account: Account, posts: tuple[Post, ...]) -> None:
    levels = {row.post_level for row in account.scheme.authorities}
    for post in posts:
        account.jurisdiction.party(post.organ)
        if post.unit is not None:
            account.jurisdiction.party(post.unit)
        if post.post_level not in levels:
            raise invalid("posts", "方案中没有该职级", "the scheme has no such post level")


def file_case(stream: Stream, command: commands.File, context: Context) -> Iterable[Draft]:
    """立案: give the case its number once every lead's filing was approved and recorded (R 211-213).

    Raises `NotSignedOff` where the scheme asks for the three-level sign-off, `LeadNotForFiling`
    while a lead's filing is not decided, `LeadHasCase` where another case was filed from it.
    """
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "opened")
    guards.by_two(account)
    sign_off.required(account, "filing")
    for lead in account.case.leads:
        state = guards.filing_lead(lead, context)
        if state.stage != "case_filed":
            raise errors.LeadNotForFiling(lead=lead)
    number = context.jurisdiction.next_number(account.acting, "case", context.occurred.date.year)
    account.tell(
        events.Filed(
            **account.frame(),
            number=number,
            document=command.document,
            decision=command.decision,
        )
    )
    drafts = list(account)
    for lead in account.case.leads:
        told = LeadAccount(context.streams[lead], context)
        told.tell(
            lead_events.CaseRegistered(**told.frame(), case=stream.stream, case_number=number)
        )
        drafts += told
    return drafts


def assign_handlers(
    stream: Stream, command: commands.AssignHandlers, context: Context
) -> Iterable[Draft]:
    """Name other people of the handling party: a leaver, a recusal, a secondment; no judge of it (R 289)."""
    account = guards.known(stream, context)
    guards.by_keeping(account)
    guards.at(account, "opened", *FILED, "decided")
    people, case = command.handlers, account.case
    keep_out = guards.keep_out(case, context)
    keeper = handlers.two_handlers(context, account.acting, people, command.keeper, keep_out)
    handlers.no_approver(context, people, guards.judges(case), besides=case.handlers)
    account.tell(
        events.HandlersAssigned(
            **account.frame(), handlers=people, keeper=keeper, reason=command.reason
        )
    )
    return account


def declare_recusal(
    stream: Stream, command: commands.DeclareRecusal, context: Context
) -> Iterable[Draft]:
    """Say that a person has to keep out (SL 67, R 295); they take no part until it is decided."""
    account = guards.known(stream, context)
    guards.inside(account)
    _running(account)
    context.require_role(*handlers.STAFF)
    context.jurisdiction.registered(command.person)
    if command.person in (*account.case.recused, *account.case.recusals_asked):
        raise invalid("person", "已提出或已决定回避", "it was asked or decided already")
    account.tell(
        events.RecusalDeclared(
            **account.frame(),
            person=command.person,
            decided_by=_decider(account, command.person),
            ground=command.ground,
            reason=command.reason,
        )
    )
    return account


def decide_recusal(
    stream: Stream, command: commands.DecideRecusal, context: Context
) -> Iterable[Draft]:
    """Decide on a recusal: the principal head, on the principal head the level above (R 296)."""
    account = guards.known(stream, context)
    _running(account)
    if command.person not in account.case.recusals_asked:
        raise invalid("person", "未提出回避", "no recusal was asked for them")
    decider = _decider(account, command.person)
    handlers.by_party(context, decider, roles.PRINCIPAL_HEAD)
    account.tell(
        events.RecusalDecided(
            **account.frame(),
            person=command.person,
            granted=command.granted,
            reason=command.reason,
        )
    )
    return account


def _decider(account: Account, person: PersonId) -> PartyId | None:
    party = account.case.handling_party
    own = account.jurisdiction.party(party).kind in OWN_REGISTER
    return handlers.recusal_decider(account.context, person, organ=party if own else None)


def _running(account: Account) -> None:
    if account.case.stage in CLOSED:
        raise account.wrong_state(*STAGES[account.case.stage])


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Withdraw the case as a whole, before anything was decided (R 237)."""
    account = guards.known(stream, context)
    guards.by_keeping(account)
    guards.at(account, *FILED)
    decided = [each.person for each in account.case.persons if each.stage == "decided"]
    if decided:
        raise account.wrong_state("已对部分人员作出决定", "decided for some of its persons")
    account.tell(
        events.Withdrawn(
            **account.frame(),
            document=command.document,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def report_withdrawal(
    stream: Stream, command: commands.ReportWithdrawal, context: Context
) -> Iterable[Draft]:
    """File the withdrawal upward (R 237: within 7 working days)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "withdrawn")
    account.tell(events.WithdrawalReported(**account.frame(), document=command.document))
    return account


def archive(stream: Stream, command: commands.Archive, context: Context) -> Iterable[Draft]:
    """Close the file with the case (R 220): decisions executed, ordered money in."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "decided")
    standing = (one for each in account.case.persons for one in each.sanctions)
    if any(one.status == "decided" and not one.executed for one in standing):
        raise account.wrong_state("处分决定尚未执行完毕", "a sanction has not been executed")
    if any(each.received < each.ordered for each in account.case.recoveries):
        raise account.wrong_state("涉案款项尚未追缴到位", "ordered money has not come in")
    account.tell(
        events.Archived(**account.frame(), volumes=command.volumes, document=command.document)
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): the day of an act, posts while nothing is settled, views of a meeting.

    What was owed because of that version gets its new due date. Raises `InvalidField` for nothing, and
    what `sign_off.correct_meeting` does.
    """
    account = guards.known(stream, context)
    guards.by_keeping(account)
    if not 1 <= command.version <= stream.version:
        raise invalid("version", "没有该版本", "the case has no such version")
    if (command.person is None) != (command.posts is None):
        raise invalid("posts", "人员与职务须一并填写", "person and posts go together")
    if (command.happened, command.posts, command.meeting) == (None, None, None):
        raise invalid("happened", "未说明更正内容", "it says nothing to be corrected")
    if command.happened is not None and command.happened.date > context.today:
        raise invalid("happened", "晚于今日", "it lies after today")
    if command.person is not None and command.posts is not None:
        if guards.person(account, command.person).stage != "open":
            raise invalid("posts", "已对其审议,不能更正职务", "it was deliberated for them already")
        _posts_known(account, command.posts)
    account.tell(
        events.Corrected(
            **account.frame(),
            version=command.version,
            reason=command.reason,
            approved_by=command.approved_by,
            happened=command.happened,
            person=command.person,
            posts=command.posts,
        )
    )
    if command.meeting is not None:
        sign_off.correct_meeting(
            account, command.meeting, reason=command.reason, approved_by=command.approved_by
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: a case entered by mistake; its number stays, marked. Not once a sanction stands."""
    account = guards.known(stream, context)
    guards.by_keeping(account)
    guards.at(account, "opened", *FILED)
    standing = (one for each in account.case.persons for one in each.sanctions)
    if any(one.status == "decided" for one in standing):
        raise account.wrong_state("已有生效处分", "a sanction stands")
    account.tell(
        events.Annulled(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            annulled_number=account.case.number,
        )
    )
    return account
