"""What has to be true before an action on a consultation; each guard raises the refusal it needs."""

import datetime
from collections.abc import Iterable
from typing import Final

from domain import roles
from domain.account import invalid
from domain.checks import is_concerned
from domain.consultations import errors
from domain.consultations.account import Account
from domain.consultations.commands import (
    Absence,
    AgendaItem,
    Attendance,
    Correct,
    Resolution,
)
from domain.consultations.state import STAGE_NAMES, Consultation, Item, ItemStage, Stage
from domain.errors import NotFound
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.leads import guards as leads
from domain.leads import resolutions
from domain.leads.circle import DISCIPLINE_BODIES, OWN_REGISTER
from domain.leads.state import Lead
from domain.leads.values import CASE_FILED, TRANSFERRED
from domain.scheme import PartyKind
from domain.streams import StreamState

OWN_KINDS: Final[frozenset[PartyKind]] = frozenset((*DISCIPLINE_BODIES, *OWN_REGISTER))
"""Kinds of parties of the commission's own line: only they attend where leads are assessed."""

BESIDE_WAYS: Final = (CASE_FILED, TRANSFERRED, resolutions.DEFER)
"""What a meeting may resolve beside the ways in force: file a case, hand over, leave for later."""

PRESIDING: Final = {
    "secretary_hearing": roles.PRINCIPAL_HEAD,
    "leader_scheduling": roles.LEADER_IN_CHARGE,
    "assisting_leader_meeting": roles.ASSISTING_LEADER,
}
"""Whose meeting it is (书记半年听汇报、分管领导季调度、协管领导月例会): without them it is none."""

ITEM_NAMES: Final[dict[ItemStage, tuple[str, str]]] = {
    "open": ("任务未报告完成", "the item is open"),
    "reported": ("任务已报告待确认", "the item is reported"),
    "done": ("任务已确认完成", "the item is done"),
}


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the consultation stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_convener(account: Account) -> None:
    """Raise `NotTheConvener` unless the convener acts."""
    if account.acting != account.state.convener:
        raise errors.NotTheConvener(convener=account.state.convener, party=account.acting)


def invites_once(account: Account, parties: tuple[PartyId, ...]) -> None:
    """Raise `InvalidField` for a party invited twice, or the convener itself."""
    if account.acting in parties or len(set(parties)) != len(parties):
        raise invalid(
            "parties",
            "每个受邀单位只列一次,召集单位不必列入",
            "list each invited party once, and not the convener itself",
        )


def from_today(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "日期早于本次办理日期", "the day lies before the act itself")


def may_attend(account: Account, party: PartyId, kind: str) -> None:
    """Raise `UnknownParty`, or `PartyCannotAttend` for an outsider where leads are assessed."""
    known = account.jurisdiction.party(party)
    if kind == "lead_assessment" and known.kind not in OWN_KINDS:
        raise errors.PartyCannotAttend(party=party)


def are_members(account: Account, kind: str, parties: tuple[PartyId, ...]) -> None:
    """Raise unless those convened are the members of such a meeting: `NotAMember`, `MembersMissing`.

    Basis: 监督工作联席会议 with members of five kinds (mechanism 25). Of a kind that the city has no
    party of, nobody is missing.
    """
    scheme = account.jurisdiction.scheme
    meeting = None if scheme is None else scheme.meeting(kind)
    if meeting is None:
        return
    names = {"meeting_zh": meeting.title.zh, "meeting_en": meeting.title.en}
    convened = {party: account.jurisdiction.party(party).kind for party in parties}
    members = {each for group in meeting.members for each in group.kinds}
    for party, party_kind in convened.items():
        if party_kind not in members:
            raise errors.NotAMember(party=party, **names)
    there = {party.kind for party in account.jurisdiction.parties.values()}
    missing = [
        group.title
        for group in meeting.members
        if there & set(group.kinds) and not set(convened.values()) & set(group.kinds)
    ]
    if missing:
        raise errors.MembersMissing(
            groups_zh="、".join(title.zh for title in missing),
            groups_en=", ".join(title.en for title in missing),
            **names,
        )


def persons_belong(account: Account, attendance: Attendance) -> None:
    """Raise `InvalidField` for a person who holds no appointment in the party on that day."""
    day = account.context.occurred.date
    for person in attendance.persons:
        if not account.jurisdiction.holds(person, attendance.party, (), day):
            raise invalid(
                "present",
                f"{person}当日未在“{attendance.party}”任职",
                f"{person} held no appointment in {attendance.party} that day",
            )


def has_agenda(account: Account) -> None:
    """Raise `InvalidField` where nothing is on the agenda."""
    if not account.state.agenda:
        raise invalid("agenda", "没有议题", "the agenda is empty")


def attendance_reconciles(
    account: Account, present: tuple[Attendance, ...], away: tuple[Absence, ...]
) -> None:
    """Raise `AttendanceIncomplete` unless each invited party is listed once, and none is astray.

    Who came for it belongs to it. Where leads are assessed they are named, for they alone read what was
    said, and nobody keeps out of a tabled lead: `PersonsNotNamed`, `KeepsOutOfTheLead` (R 299, SL 67).
    """
    state = account.state
    absent = [each.party for each in away]
    listed = [each.party for each in present] + absent
    wrong = {party for party in listed if listed.count(party) > 1}
    wrong |= {state.convener, *state.invited} - set(listed)
    wrong |= set(absent) - set(state.invited)
    if wrong:
        raise errors.AttendanceIncomplete(parties="、".join(sorted(wrong)))
    for each in present:
        may_attend(account, each.party, state.kind)
        persons_belong(account, each)
    if state.kind == "lead_assessment":
        _named_and_clean(account, present)
    _presided(account, present)


def _presided(account: Account, present: tuple[Attendance, ...]) -> None:
    """Raise `LeaderMissing` where the leader whose meeting it is was not there."""
    role, day = PRESIDING.get(account.state.kind), account.context.occurred.date
    if role is None or any(
        account.jurisdiction.holds(person, each.party, (role,), day)
        for each in present
        for person in each.persons
    ):
        return
    known = account.scheme.roles[role]
    raise errors.LeaderMissing(role_zh=known.zh, role_en=known.en)


def _named_and_clean(account: Account, present: tuple[Attendance, ...]) -> None:
    parties = account.jurisdiction.parties
    for each in present:
        if not each.persons and parties[each.party].on_system:
            raise errors.PersonsNotNamed(party=each.party)
        for person in each.persons:
            clean(account, person, account.state.tabled)


def clean(account: Account, person: PersonId, tabled: Iterable[StreamId]) -> None:
    """Raise `KeepsOutOfTheLead` for a person recused from a tabled lead, or named in it (SL 67, R 299)."""
    for lead in tabled:
        if leads.barred(person, account.context.streams[lead].state, account.context):
            raise errors.KeepsOutOfTheLead(person=person)


def was_there(account: Account) -> None:
    """Refuse who was not at a meeting on leads: they do not know what was said (R 299)."""
    context = account.context
    if not account.state.hears(
        lambda persons: account.is_any(context.actor, persons), frozenset((account.acting,))
    ):
        raise context.refused(zh="须由到会人员办理", en="it is for somebody who was there to do")


def may_table(account: Account, point: AgendaItem) -> None:
    """Raise `LeadCannotBeTabled` unless the acting party handles the lead and may table it here.

    So does case supervision where it convenes: it keeps the register and proposes what is near its clock
    (R 198, RD 23). Basis: scope of knowledge is limited (R 299); mechanism 3 of the interview (研判处置会).
    """
    _known_campaign(account, point)
    if point.lead is None:
        return
    if account.state.kind != "lead_assessment":
        raise errors.LeadCannotBeTabled(
            reason_zh="本次会商不是研判处置会", reason_en="this is not a lead assessment meeting"
        )
    if point.lead in account.state.tabled:
        raise errors.LeadCannotBeTabled(
            reason_zh="已列入议题", reason_en="it is on the agenda already"
        )
    if family_of(point.lead) != "lead" or not resolutions.may_table(
        point.lead, account.state.convener, account.context
    ):
        raise errors.LeadCannotBeTabled(
            reason_zh="不是本单位承办的线索", reason_en="the party does not handle such a lead"
        )
    state: Lead = account.context.streams[point.lead].state
    if state.tabled is not None:
        raise errors.LeadCannotBeTabled(
            reason_zh="已列入另一次会议的议题", reason_en="it is on the agenda of another meeting"
        )
    if resolutions.owner_of(state) not in account.state.circle:
        raise errors.LeadCannotBeTabled(
            reason_zh="承办单位未受邀", reason_en="the party that handles it is not invited"
        )


def _known_campaign(account: Account, point: AgendaItem) -> None:
    """Raise `NotFound` for a campaign that is not there, or not the acting party's to know."""
    if point.campaign is None:
        return
    if family_of(point.campaign) != "campaign":
        raise NotFound(stream=point.campaign)
    stream = account.context.streams[point.campaign]
    if stream.version == 0 or not is_concerned(account.context, stream):
        raise NotFound(stream=point.campaign)


def resolutions_match(account: Account, resolved: tuple[Resolution, ...]) -> None:
    """Raise unless there is one resolution per tabled lead, each a way in force or ``defer``."""
    tabled = account.state.tabled
    given = [each.lead for each in resolved]
    if sorted(given) != sorted(tabled):
        differing = set(given) ^ set(tabled) or set(given)
        raise errors.ResolutionsIncomplete(leads="、".join(sorted(differing)))
    resolutions_hold(account, resolved)


def resolutions_hold(account: Account, resolved: tuple[Resolution, ...]) -> None:
    """Raise `InvalidField` for a way that is not in force, or a day gone by."""
    scheme, day = account.jurisdiction.scheme, account.context.occurred.date
    ways = {} if scheme is None else scheme.disposal_ways("both", day)
    for each in resolved:
        from_today(account, each.due, "resolutions")
        if each.way not in (*ways, *BESIDE_WAYS):
            raise invalid(
                "resolutions",
                f"“{each.way}”不是现行处置方式",
                f"{each.way} is no way of disposal in force",
            )


def in_circle(account: Account, owner: PartyId) -> None:
    """Raise `OwnerWasNotThere` for a party that knows nothing of the meeting."""
    if owner not in account.state.circle:
        raise errors.OwnerWasNotThere(party=owner)


def item_of(account: Account, serial: int) -> Item:
    """The action item, or `NoSuchItem`."""
    if serial > len(account.state.items):
        raise errors.NoSuchItem(item=serial)
    return account.state.items[serial - 1]


def item_at(account: Account, item: Item, *stages: ItemStage) -> None:
    """Raise `WrongState` unless the action item stands in one of ``stages``."""
    account.stands(item.stage, *stages, names=ITEM_NAMES)


def reported_item(account: Account, serial: int) -> Item:
    """The action item whose report waits for the convener, which must be acting."""
    at(account, "concluded")
    by_convener(account)
    item = item_of(account, serial)
    item_at(account, item, "reported")
    return item


def is_owed(stream: StreamState[Consultation], account: Account) -> None:
    """Raise `NotTheConvener` where a cadence opened the stream for another party to convene."""
    for owed in stream.obligations.values():
        if owed.arisen.period is not None and owed.arisen.owner != account.acting:
            raise errors.NotTheConvener(convener=owed.arisen.owner, party=account.acting)


def corrects(account: Account, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, what was never recorded, or one item twice."""
    held, concluded = bool(account.state.present), account.state.stage == "concluded"
    resolved = [each.lead for each in command.resolutions]
    unrecorded = ((command.minutes, command.present) != (None, None) and not held) or (
        (command.conclusions is not None or bool(resolved) or bool(command.views)) and not concluded
    )
    given = (
        command.title,
        command.minutes,
        command.conclusions,
        command.action_items or None,
        command.present,
        command.resolutions or None,
        command.views or None,
    )
    if unrecorded or all(each is None for each in given):
        raise invalid(
            "minutes" if unrecorded else "title",
            "没有可更正的内容",
            "nothing that was recorded is corrected",
        )
    items = [change.item for change in command.action_items]
    if len(set(items)) < len(items):
        raise invalid("action_items", "每项任务只更正一次", "correct each action item once")
    if len(set(resolved)) < len(resolved) or not set(resolved) <= set(account.state.tabled):
        raise invalid(
            "resolutions", "每件研究过的线索只更正一次", "correct each lead that was tabled once"
        )
    resolutions_hold(account, command.resolutions)
