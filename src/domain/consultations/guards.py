"""What has to be true before an action on a consultation; each guard raises the refusal it needs."""

import datetime
from typing import Final

from domain.consultations import errors
from domain.consultations.commands import AgendaItem, Attendance, Correct, Resolution
from domain.consultations.state import STAGE_NAMES, Consultation, Item, ItemStage, Stage
from domain.context import Context
from domain.errors import InvalidField, WrongState
from domain.ids import PartyId, StreamId, family_of
from domain.leads.circle import DISCIPLINE_BODIES, OWN_REGISTER
from domain.leads.state import Lead
from domain.leads.values import CASE_FILED, TRANSFERRED
from domain.scheme import PartyKind
from domain.streams import StreamState

OWN_KINDS: Final[frozenset[PartyKind]] = frozenset((*DISCIPLINE_BODIES, *OWN_REGISTER))
"""Kinds of parties of the commission's own line: only they attend where leads are assessed."""

BESIDE_WAYS: Final = (CASE_FILED, TRANSFERRED, "defer")
"""What a meeting may resolve beside the ways in force: file a case, hand over, leave for later."""

ITEM_NAMES: Final[dict[ItemStage, tuple[str, str]]] = {
    "open": ("任务未报告完成", "the item is open"),
    "reported": ("任务已报告待确认", "the item is reported"),
    "done": ("任务已确认完成", "the item is done"),
}


def require(state: Consultation, context: Context, *stages: Stage) -> None:
    """Raise `WrongState` unless the consultation stands in one of ``stages``."""
    if state.stage not in stages:
        raise _wrong(STAGE_NAMES[state.stage], context)


def _wrong(state: tuple[str, str], context: Context) -> WrongState:
    return context.wrong_state(zh=state[0], en=state[1])


def by_convener(state: Consultation, context: Context) -> None:
    """Raise `NotTheConvener` unless the convener acts."""
    if context.acting != state.convener:
        raise errors.NotTheConvener(convener=state.convener, party=context.acting)


def from_today(day: datetime.date, field: str, context: Context) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < context.occurred.date:
        raise InvalidField(
            field=field,
            reason_zh="日期早于本次办理日期",
            reason_en="the day lies before the act itself",
        )


def may_attend(party: PartyId, kind: str, context: Context) -> None:
    """Raise `UnknownParty`, or `PartyCannotAttend` for an outsider where leads are assessed."""
    known = context.jurisdiction.party(party)
    if kind == "lead_assessment" and known.kind not in OWN_KINDS:
        raise errors.PartyCannotAttend(party=party)


def persons_belong(attendance: Attendance, context: Context) -> None:
    """Raise `InvalidField` for a person who holds no appointment in the party on that day."""
    for person in attendance.persons:
        if not context.jurisdiction.holds(person, attendance.party, (), context.occurred.date):
            raise InvalidField(
                field="present",
                reason_zh=f"{person}当日未在“{attendance.party}”任职",
                reason_en=f"{person} held no appointment in {attendance.party} that day",
            )


def attendance_reconciles(
    state: Consultation, present: list[PartyId], absent: list[PartyId]
) -> None:
    """Raise `AttendanceIncomplete` unless each invited party is listed once, and none is astray."""
    listed = present + absent
    wrong = {party for party in listed if listed.count(party) > 1}
    wrong |= {state.convener, *state.invited} - set(listed)
    wrong |= set(absent) - set(state.invited)
    if wrong:
        raise errors.AttendanceIncomplete(parties="、".join(sorted(wrong)))


def may_table(state: Consultation, point: AgendaItem, context: Context) -> None:
    """Raise `LeadCannotBeTabled` unless the acting party handles the lead and may table it here.

    Basis: scope of knowledge is limited (R 299); mechanism 3 of the interview (研判处置会).
    """
    if point.lead is None:
        return
    if state.kind != "lead_assessment":
        raise errors.LeadCannotBeTabled(
            reason_zh="本次会商不是研判处置会", reason_en="this is not a lead assessment meeting"
        )
    if point.lead in state.tabled:
        raise errors.LeadCannotBeTabled(
            reason_zh="已列入议题", reason_en="it is on the agenda already"
        )
    if not _handles(context.acting, point.lead, context):
        raise errors.LeadCannotBeTabled(
            reason_zh="不是本单位承办的线索", reason_en="the party does not handle such a lead"
        )


def _handles(party: PartyId, lead: StreamId, context: Context) -> bool:
    if family_of(lead) != "lead":
        return False
    state: Lead = context.streams[lead].state
    return not state.ended and party in (state.holder, state.handling_party)


def resolutions_match(
    state: Consultation, resolutions: tuple[Resolution, ...], context: Context
) -> None:
    """Raise unless there is one resolution per tabled lead, each a way in force or ``defer``."""
    resolved = [each.lead for each in resolutions]
    if sorted(resolved) != sorted(state.tabled):
        differing = set(resolved) ^ set(state.tabled) or set(resolved)
        raise errors.ResolutionsIncomplete(leads="、".join(sorted(differing)))
    scheme = context.jurisdiction.scheme
    ways = {} if scheme is None else scheme.disposal_ways("both", context.occurred.date)
    for each in resolutions:
        if each.way not in (*ways, *BESIDE_WAYS):
            raise InvalidField(
                field="resolutions",
                reason_zh=f"“{each.way}”不是现行处置方式",
                reason_en=f"{each.way} is no way of disposal in force",
            )


def in_circle(state: Consultation, owner: PartyId) -> None:
    """Raise `OwnerWasNotThere` for a party that knows nothing of the meeting."""
    if owner not in state.circle:
        raise errors.OwnerWasNotThere(party=owner)


def item_of(state: Consultation, serial: int) -> Item:
    """The action item, or `NoSuchItem`."""
    if serial > len(state.items):
        raise errors.NoSuchItem(item=serial)
    return state.items[serial - 1]


def require_item(item: Item, context: Context, *stages: ItemStage) -> None:
    """Raise `WrongState` unless the action item stands in one of ``stages``."""
    if item.stage not in stages:
        raise _wrong(ITEM_NAMES[item.stage], context)


def is_owed(stream: StreamState[Consultation], context: Context) -> None:
    """Raise `NotTheConvener` where a cadence opened the stream for another party to convene."""
    for owed in stream.obligations.values():
        if owed.arisen.period is not None and owed.arisen.owner != context.acting:
            raise errors.NotTheConvener(convener=owed.arisen.owner, party=context.acting)


def corrects(state: Consultation, command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or what was never recorded."""
    unrecorded = (command.minutes is not None and not state.present) or (
        command.conclusions is not None and state.stage != "concluded"
    )
    given = (command.title, command.minutes, command.conclusions, command.action_items or None)
    if unrecorded or all(each is None for each in given):
        raise InvalidField(
            field="minutes" if unrecorded else "title",
            reason_zh="没有可更正的内容",
            reason_en="nothing that was recorded is corrected",
        )
