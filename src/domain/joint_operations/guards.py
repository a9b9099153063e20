"""What has to be true before an action on a joint operation; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain import matters, mending, roles
from domain.account import invalid
from domain.asking import AnswerStage
from domain.cases import guards as cases
from domain.cases.errors import CannotAdjudicate
from domain.cases.state import CLOSED, FILED
from domain.context import Context
from domain.errors import NotFound
from domain.handlers import is_any
from domain.ids import PartyId, PersonId, family_of
from domain.joint_operations import errors
from domain.joint_operations.account import Account
from domain.joint_operations.commands import Correct, DrawPerson, Kind, RecordResult
from domain.joint_operations.state import STAGE_NAMES, JointOperation, Lending, LendingStage, Stage
from domain.scheme_parts import STATIONED, PartyKind
from domain.streams import StreamState
from domain.talent_pools.state import Member, TalentPool

OFFICES: Final[tuple[PartyKind, ...]] = (
    "supervisionOffice",
    "investigationOffice",
    "adjudicationOffice",
)
LOCALITIES: Final[tuple[PartyKind, ...]] = ("countyCommission",)

TO_ADJUDICATE: Final = tuple(stage for stage in FILED if stage != "deliberated")
"""Where a case stands that is still to be adjudicated."""

KIND_NAMES: Final[dict[Kind, tuple[str, str]]] = {
    "group_group": ("组组", "group and group"),
    "office_group": ("室组", "office and group"),
    "office_group_locality": ("室组地", "office, group and locality"),
}
"""Each kind in Chinese and English, for refusals."""


def known(stream: StreamState[JointOperation], context: Context) -> Account:
    """The account of an operation, for an actor who need not keep out.

    Whoever is named in what it serves learns nothing of it (R 299); whoever is recused from that keeps
    out here too (SL 67). Raises `NotFound`, `KeepsOutOfTheMatter`.
    """
    account = Account(stream, context)
    served = account.state.matters
    if is_any(context.actor, matters.named(served, context), context):
        raise NotFound(stream=stream.stream)
    matters.clean(context.actor, served, context)
    return account


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the operation stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_lead_body(account: Account) -> None:
    """Raise `NotTheLeadBody` unless the lead body acts."""
    if account.acting != account.state.lead_body:
        raise errors.NotTheLeadBody(lead_body=account.state.lead_body, party=account.acting)


def by_those_who_run_it(account: Account) -> None:
    """Raise `NotTheLeadBody` unless the lead body acts, or who proposed it and serves its own matter."""
    if account.acting != account.state.proposer:
        by_lead_body(account)


def by_proposer(account: Account) -> None:
    """Raise `NotAuthorised` unless the party acts that proposed it."""
    if account.acting != account.state.proposer:
        raise account.context.refused(
            zh="须由提出单位办理", en="it is for the proposing party to do"
        )


def a_member(account: Account, party: PartyId) -> None:
    """Raise `NotAMember` for a party that has not joined."""
    if party not in account.state.members:
        raise errors.NotAMember(party=party)


def names_each_once(account: Account, parties: tuple[PartyId, ...], lead_body: PartyId) -> None:
    """Raise `UnknownParty`; `InvalidField` for a party named twice, or one that takes part anyhow."""
    for number, party in enumerate((lead_body, *parties)):
        account.jurisdiction.party(party)
        if number and party in (lead_body, account.acting, *parties[: number - 1]):
            raise invalid(
                "parties",
                f"“{party}”重复或本已参加",
                f"{party} is named twice or takes part anyhow",
            )


def formation(
    account: Account,
    kind: Kind,
    parties: tuple[PartyId, ...],
    *,
    lead_body: PartyId,
    proposer: PartyId,
) -> None:
    """Raise `WrongFormation` where the parties do not make up an operation of that kind.

    Groups among themselves; an office that brings groups along; and with them a county commission that
    it spurs (以室带组促地). The proposing party counts, where it is one of these.
    """
    kind_of = {p: account.jurisdiction.party(p).kind for p in (lead_body, proposer, *parties)}
    taking_part = (*OFFICES, *STATIONED, *LOCALITIES)
    others = [
        kind_of[party]
        for party in dict.fromkeys((proposer, *parties))
        if party != lead_body and (party in parties or kind_of[party] in taking_part)
    ]
    leads, fitting, needed = {
        "group_group": (STATIONED, STATIONED, (STATIONED,)),
        "office_group": (OFFICES, (*OFFICES, *STATIONED), (STATIONED,)),
        "office_group_locality": (OFFICES, taking_part, (STATIONED, LOCALITIES)),
    }[kind]
    if kind_of[lead_body] not in leads:
        raise _misfit(kind, "牵头单位不符", "another kind of body leads it")
    if not all(other in fitting for other in others):
        raise _misfit(kind, "有不应参加的单位", "there is a party of a kind that takes no part")
    if not all(any(other in group for other in others) for group in needed):
        raise _misfit(kind, "缺少应参加的单位", "a kind of party that it needs is missing")


def _misfit(kind: Kind, zh: str, en: str) -> errors.WrongFormation:
    kind_zh, kind_en = KIND_NAMES[kind]
    return errors.WrongFormation(kind_zh=kind_zh, kind_en=kind_en, reason_zh=zh, reason_en=en)


def within_area(account: Account, parties: tuple[PartyId, ...]) -> None:
    """Groups of one area work together (分片协作), led by its lead group.

    ``parties`` take part beside the lead body. Who proposed it and who handles its matters counts.
    Offices and counties stand in no area. Raises `AreaNeeded` for groups among themselves, one of which
    stands in an area, where none is written; `OutsideTheArea`.
    """
    state, scheme = account.state, account.scheme
    handling = matters.handling_parties(state.matters, account.context)
    everyone = (state.lead_body, *parties, state.proposer, *sorted(handling))
    groups = [each for each in everyone if account.jurisdiction.party(each).kind in STATIONED]
    among_groups = state.kind == "group_group"
    if state.area is None:
        own = [found for each in groups if (found := scheme.area_of(each)) is not None]
        if among_groups and own:
            raise errors.AreaNeeded(
                area=own[0].code, title_zh=own[0].title.zh, title_en=own[0].title.en
            )
        return
    area = scheme.area(state.area)
    if area is None or (among_groups and state.lead_body != area.lead):
        raise errors.OutsideTheArea(area=state.area, party=state.lead_body)
    for group in groups:
        if group not in area.groups:
            raise errors.OutsideTheArea(area=state.area, party=group)


def adjudicated_by_others(account: Account, parties: tuple[PartyId, ...]) -> None:
    """Raise `HandlerMayNotAdjudicate` for a party that handles what is adjudicated (R 222)."""
    if account.state.cooperation != "adjudication":
        return
    handling = matters.handling_parties(account.state.matters, account.context)
    for party in parties:
        if party in handling:
            raise errors.HandlerMayNotAdjudicate(party=party)


def cases_to_adjudicate(account: Account) -> None:
    """Refuse an adjudication of anything but cases that were filed and wait to be deliberated (R 222).

    Raises `InvalidField`, also for a case that another body adjudicates already, and `CannotAdjudicate`
    for a lead body that is none for it.
    """
    state = account.state
    if state.cooperation != "adjudication":
        return
    served = tuple(matters.cases_of(state.matters, account.context))
    if not served or len(served) < len(state.matters):
        raise invalid("matters", "协作审理须写明所审理的案件", "it is a case that is adjudicated")
    if account.jurisdiction.party(state.lead_body).kind not in cases.ADJUDICATING:
        raise CannotAdjudicate(party=state.lead_body)
    for case in served:
        if case.stage not in TO_ADJUDICATE:
            raise invalid(
                "matters", "案件不在待审理阶段", "the case does not wait for adjudication"
            )
        if case.adjudicator not in (None, state.lead_body):
            raise invalid("matters", "案件由其他单位审理", "another body adjudicates the case")


def ahead(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "早于办理日期", "it lies before the act itself")


def within_the_operation(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a lending that has ended, or outlasts the operation."""
    ahead(account, day, "until")
    if day > account.state.until:
        raise invalid("until", "晚于联动结束日", "it outlasts the operation")


def was_asked(account: Account) -> None:
    """Raise `NotAsked` unless the acting party has an invitation to answer."""
    if account.acting not in account.state.asked:
        raise errors.NotAsked(party=account.acting)


def may_lend(account: Account, request: int | None) -> None:
    """Raise `NotAsked` unless the acting party was asked for people by this request, or is a member."""
    home = account.state.requested_of(request) if request is not None else None
    if home != account.acting and (
        request is not None or account.acting not in account.state.members
    ):
        raise errors.NotAsked(party=account.acting)
    account.context.require_role(*roles.LEADING)


def pooled(account: Account, command: DrawPerson) -> Member:
    """Somebody of the pool of the operation's area, within its time; raises `NotFound`, `NotInThePool`."""
    if family_of(command.pool) != "talent_pool":
        raise NotFound(stream=command.pool)
    stream = account.context.streams[command.pool]
    if stream.version == 0 or account.acting not in stream.insiders:
        raise NotFound(stream=command.pool)
    pool: TalentPool = stream.state
    members = pool.members[command.member - 1 : command.member]
    of_the_area = pool.area is not None and pool.area == account.state.area
    within = pool.until is not None and command.until <= pool.until
    taken = pool.stage == "open" and any(each.stage == "admitted" for each in members)
    if not (of_the_area and within and taken):
        raise errors.NotInThePool(member=command.member)
    return members[0]


def lends(account: Account, person: PersonId, home: PartyId) -> None:
    """Raise `InvalidField` for a person who is not in office in the lending party, or lent already."""
    context = account.context
    context.jurisdiction.registered(person)
    if not context.jurisdiction.holds(person, home, (), context.occurred.date):
        raise invalid("person", "不是本单位人员", "the person is not in office in that party")
    standing = (each.person for each in account.state.lendings if each.stage in ("offered", "lent"))
    if any(context.jurisdiction.one_person(person, other) for other in standing):
        raise invalid("person", "已经借用", "the person is lent already")


def lending(account: Account, serial: int, *stages: LendingStage) -> Lending:
    """The lending of that number, in one of the stages; raises `NoSuchLending`."""
    found = account.state.lendings[serial - 1 : serial]
    if not found or found[0].stage not in stages:
        raise errors.NoSuchLending(lending=serial)
    return found[0]


def fit_to_join(account: Account, person: PersonId) -> None:
    """Refuse a person who keeps out of a matter served, or handles what is to be adjudicated.

    Raises `KeepsOutOfTheMatter` (SL 67, R 295; R 222: investigators do not adjudicate).
    """
    served, context = account.state.matters, account.context
    matters.clean(person, served, context)
    if account.state.cooperation == "adjudication" and matters.handles(person, served, context):
        raise matters.KeepsOutOfTheMatter(person=person)


def share_at(account: Account, party: PartyId, *stages: AnswerStage) -> None:
    """Raise `WrongState` unless a member's share stands in one of ``stages``."""
    account.stands(account.state.shares.answer(party), *stages, names=SHARE_NAMES)


SHARE_NAMES: Final[dict[AnswerStage, tuple[str, str]]] = {
    "none": ("没有分工", "no share assigned"),
    "asked": ("分工待完成", "the share is to be done"),
    "answered": ("分工已报告", "the share is reported"),
    "returned": ("分工报告已退回", "the report was returned"),
    "accepted": ("分工已办结", "the share is done"),
}


def shares_settled(account: Account) -> None:
    """Raise `SharesOpen` while a share is not accepted."""
    answers = account.state.shares.answers.items()
    waiting = [party for party, stage in answers if stage != "accepted"]
    if waiting:
        raise errors.SharesOpen(parties="、".join(waiting))


def adjudicated(account: Account) -> None:
    """Raise `NotAdjudicatedYet` while the lead body has not deliberated a case that it was to adjudicate."""
    state = account.state
    if state.cooperation != "adjudication":
        return
    for case in matters.cases_of(state.matters, account.context):
        done = case.stage in ("deliberated", "decided") and case.adjudicator == state.lead_body
        if not done and case.stage not in CLOSED:
            raise errors.NotAdjudicatedYet(lead_body=state.lead_body)


def result_fits(account: Account, command: RecordResult) -> None:
    """Raise `InvalidField`: recovered money has an amount and nothing else has; a reference is readable."""
    if (command.amount is not None) != (command.kind == "recovered_money"):
        raise invalid(
            "amount", "追缴款项须填金额,其他不填", "recovered money has an amount, no other"
        )
    if command.reference is not None and account.context.streams[command.reference].version == 0:
        raise NotFound(stream=command.reference)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(title=command.title, plan=command.plan)


def later(account: Account, day: datetime.date) -> None:
    """Raise `InvalidField` for a new last day that is not later than the one before."""
    if day <= account.state.until:
        raise invalid("until", "须晚于原结束日", "it has to be later than the last day before")
