"""What has to be true before an action on a complaint; each guard raises the refusal it needs."""

from typing import Final

from domain import roles
from domain.account import invalid
from domain.complaints import errors
from domain.complaints.account import Account
from domain.complaints.commands import Correct, Receive
from domain.complaints.state import STAGE_NAMES, Complaint, Stage
from domain.context import Context
from domain.errors import NotFound
from domain.handlers import is_any
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.leads import guards as leads
from domain.leads.circle import DISCIPLINE_BODIES, OWN_REGISTER
from domain.leads.errors import PostLevelUnknown
from domain.leads.state import Lead
from domain.scheme import Authority, PartyKind
from domain.streams import StreamState

OWN_KINDS: Final[frozenset[str]] = frozenset((*DISCIPLINE_BODIES, *OWN_REGISTER))
"""The commission's own line: whoever is competent beside them is another organ, or the level above."""

HANDLING: Final[frozenset[PartyKind]] = frozenset(
    (
        "supervisionOffice",
        "investigationOffice",
        "stationedGroup",
        "dispatchedBody",
        "workCommittee",
        "countyCommission",
    )
)
"""Who may be handed a report to handle: never a host unit or a department (RC 47)."""

CONFIDING: Final = (roles.KEEPER, roles.HANDLER)
"""Who may know a reporter: the keeper of the petitions office, the approved handler (R 299)."""


def known(stream: StreamState[Complaint], context: Context) -> Account:
    """The account of a complaint; `NotFound` for those it names and its reporter (R 299).

    Nor does a party learn where it stands that had it once and has it no more.
    """
    state = stream.state
    named = is_any(context.actor, state.named, context)
    if named or context.acting not in state.known_to:
        raise NotFound(stream=stream.stream)
    return Account(stream, context)


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the complaint stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def at_petitions(account: Account) -> None:
    """Refuse unless a petitions office acts: reports are received in one place (归口受理, R 198)."""
    if account.jurisdiction.party(account.acting).kind != "petitionsOffice":
        raise account.context.refused(zh="须由信访部门办理", en="it is for the petitions office")
    account.context.require_role(*leads.STAFF)


def by_keeper(account: Account, *wanted: str) -> None:
    """Raise `NotTheKeeper` unless the petitions office that keeps it acts; `NotAuthorised` by role."""
    if account.acting != account.state.kept_by:
        raise errors.NotTheKeeper(keeper=account.state.kept_by, party=account.acting)
    account.context.require_role(*(wanted or leads.STAFF))


def by_handling(account: Account, *wanted: str) -> None:
    """Raise `NotTheHandlingParty` unless the handling party acts."""
    if account.acting != account.state.handling_party:
        raise errors.NotTheHandlingParty(party=account.acting)
    account.context.require_role(*(wanted or leads.STAFF))


def by_receiver(account: Account) -> None:
    """Raise `NotTheHandlingParty` unless the organ it was forwarded to acts."""
    if account.acting != account.state.forwarded_to:
        raise errors.NotTheHandlingParty(party=account.acting)
    account.context.require_role(*leads.STAFF)


def in_order(account: Account, command: Receive) -> None:
    """Raise `InvalidField` for a report that cannot be, `BelongsAbove` for one not to be entered."""
    persons = [subject.person for subject in command.subjects]
    if None in persons or len(set(persons)) != len(persons):
        raise invalid("subjects", "每名被反映人只列一次", "list each person once")
    if (command.reporter is not None) != (command.report != "anonymous"):
        raise invalid(
            "reporter",
            "署名件须登记检举控告人,匿名件没有检举控告人",
            "a signed report has a reporter, an anonymous one has none",
        )
    if command.sender is not None:
        account.jurisdiction.party(command.sender)
    if command.assigned and (command.sender is None or command.document is None):
        raise invalid(
            "document", "交办件须有交办单位和文号", "who assigns it does so by a document"
        )
    _ours(account, command)


def _ours(account: Account, command: Receive) -> None:
    """RC 15: what is for the level above alone is not entered. Raises `PostLevelUnknown` too."""
    day = account.context.occurred.date
    for subject in command.subjects:
        level, unit = subject.standing.post_level, subject.standing.unit
        row = account.scheme.authority_for(level, day)
        if row is None:
            raise PostLevelUnknown(post_level=level, on=day)
        if not _within(account, row):
            raise errors.BelongsAbove(post_level=level)
        if unit is not None:
            account.jurisdiction.party(unit)


def _within(account: Account, row: Authority) -> bool:
    """Whether any body of the commission's own line is competent, by itself or by approval."""
    parties = account.jurisdiction.parties
    names = (*row.competent, *row.by_approval)
    kinds = (parties[PartyId(n)].kind if PartyId(n) in parties else n for n in names)
    return any(kind in OWN_KINDS for kind in kinds)


def goes_to(account: Account, party: PartyId) -> None:
    """Raise `UnknownParty`, `NotToTheReported` for a reported person's unit, `InvalidField` for oneself."""
    account.jurisdiction.party(party)
    if party == account.acting:
        raise invalid("to", "不能是本单位", "it cannot be the party itself")
    if party in account.state.units:
        raise errors.NotToTheReported(party=party)


def handles(account: Account, party: PartyId) -> None:
    """Raise `InvalidField` for a party that may not be handed a report."""
    goes_to(account, party)
    if account.jurisdiction.party(party).kind not in HANDLING:
        raise invalid(
            "to",
            "须为监督检查、审查调查部门、派驻(出)机构或县区纪委监委",
            "it must be an office, a stationed or dispatched body, or a county commission",
        )


def repeats(account: Account, of: StreamId) -> Complaint:
    """The earlier complaint of the same keeper that this one repeats.

    Raises `NotFound` for one that is not the keeper's, `InvalidField` where they name nobody alike.
    """
    if family_of(of) != "complaint" or of == account.stream:
        raise invalid("of", "不是另一件检举控告", "it is no other complaint")
    earlier: Complaint = account.context.streams[of].state
    if earlier.kept_by != account.acting or earlier.stage in ("new", "annulled"):
        raise NotFound(stream=of)
    if account.state.pseudonyms and not account.state.pseudonyms & earlier.pseudonyms:
        raise invalid("of", "被反映人不同", "it names other persons")
    return earlier


def raised(account: Account, lead: StreamId) -> None:
    """Raise `NotFound` for a lead that is not the acting party's to know, `InvalidField` for another's."""
    if family_of(lead) != "lead":
        raise invalid("lead", "不是问题线索", "it is no lead")
    state: Lead = account.context.streams[lead].state
    context = account.context
    if state.stage == "new" or account.acting not in leads.parties_with_access(state, context):
        raise NotFound(stream=lead)
    sources = (f"report.{account.state.channel}", "superior_assigned")
    if lead in account.state.leads or state.source not in sources:
        raise invalid(
            "lead", "已转出,或来源与本件不符", "it is raised already, or came another way"
        )


def leads_ended(account: Account) -> None:
    """Raise `LeadsStillOpen` while one of the leads raised from it goes on."""
    account.context.streams.require(account.state.leads)
    states: list[Lead] = [account.context.streams[lead].state for lead in account.state.leads]
    going_on = sum(not state.ended for state in states)
    if going_on:
        raise errors.LeadsStillOpen(count=going_on)


def may_know(account: Account) -> None:
    """Raise `NotTheHandlingParty` unless keeper, or handler of a party that was granted it today."""
    today = account.context.today
    granted = {grant.party for grant in account.state.granted if grant.until >= today}
    if account.acting not in (account.state.kept_by, *granted):
        raise errors.NotTheHandlingParty(party=account.acting)
    account.context.require_role(*CONFIDING)


def leads_own_party(account: Account, approver: PersonId) -> None:
    """Raise `InvalidField` unless whoever approves heads the acting party (RC 21)."""
    heads = (roles.PRINCIPAL_HEAD, roles.HEAD)
    today = account.context.today
    if not account.jurisdiction.holds(approver, account.acting, heads, today):
        raise invalid("approved_by", "须由本单位主要负责人批准", "the own head has to approve")


def corrects(account: Account, command: Correct, *, version: int) -> None:
    """Raise `InvalidField` for a correction of nothing, or of an event that is not there.

    ``version`` is how many events the complaint has.
    """
    happened, today = command.happened, account.context.today
    if command.about is None and command.content is None and happened is None:
        raise invalid("happened", "未说明更正内容", "it says nothing to be corrected")
    if (happened is None) != (command.version is None) or (command.version or 0) > version:
        raise invalid("version", "没有该步骤", "there is no such step")
    if happened is not None and happened.date > today:
        raise invalid("happened", "晚于今日", "it lies after today")
