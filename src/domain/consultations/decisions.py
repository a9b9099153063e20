"""What follows from each action on a consultation, or why it is refused.

Basis of the mechanisms: the interview on Linyi (quarterly analysis and lead assessment meetings,
consultation with host Party groups, topical consultation, joint sweeps). Who may read: those
present and those the minutes are released to (DOMAIN.md, visibility defaults; R 299).
"""

from collections.abc import Iterable
from typing import Any

from domain.account import invalid
from domain.consultations import commands, errors, events, guards, packs, views
from domain.consultations.account import Account
from domain.consultations.state import Consultation
from domain.context import Context
from domain.ids import CaseTag
from domain.leads import resolutions
from domain.leads.state import Resolution
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Consultation]


def convene(stream: Stream, command: commands.Convene, context: Context) -> Iterable[Draft]:
    """Call a consultation. The convener takes part by itself; each other party is invited once.

    Raises `InvalidField` for a doubled invitation or a day gone by, `PartyCannotAttend` where leads
    are assessed, `NotAMember` and `MembersMissing` where the scheme fixes the members,
    `LeadCannotBeTabled` for a point of the first agenda.
    """
    account = Account(stream, context)
    guards.invites_once(account, command.parties)
    guards.is_owed(stream, account)
    guards.from_today(account, command.planned, "planned")
    for party in (account.acting, *command.parties):
        guards.may_attend(account, party, command.kind)
    guards.are_members(account, command.kind, (account.acting, *command.parties))
    account.tell(
        events.Convened(
            **account.plain(),
            kind=command.kind,
            title=command.title,
            convener=account.acting,
            parties=command.parties,
            planned=command.planned,
        )
    )
    tabled = [draft for point in command.agenda for draft in _add(account, point)]
    return (*account, *tabled)


def add_agenda_item(
    stream: Stream, command: commands.AddAgendaItem, context: Context
) -> Iterable[Draft]:
    """Put a point on the agenda: the convener's or an invited party's (双向议题).

    Raises `NotInvited` and `LeadCannotBeTabled`.
    """
    account = Account(stream, context)
    guards.at(account, "convened")
    if account.acting not in account.state.circle:
        raise errors.NotInvited(party=account.acting)
    tabled = _add(account, command.agenda_item)
    return (*account, *tabled)


def _add(account: Account, point: commands.AgendaItem) -> Iterable[Draft]:
    """Add a point; give what that tells in the lead it tables."""
    guards.may_table(account, point)
    account.tell(
        events.AgendaItemAdded(
            **account.plain(),
            item=len(account.state.agenda) + 1,
            by=account.acting,
            agenda_item=point,
        ),
        case=None if point.lead is None else CaseTag(point.lead),
    )
    if point.lead is None:
        return ()
    return resolutions.table(point.lead, account.stream, account.state.convener, account.context)


def postpone(stream: Stream, command: commands.Postpone, context: Context) -> Iterable[Draft]:
    """Move the day; every earlier day stays visible. Raises `InvalidField` for a day gone by."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    guards.from_today(account, command.planned, "planned")
    account.tell(
        events.Postponed(
            **account.plain(),
            convener=account.state.convener,
            planned=command.planned,
            reason=command.reason,
        )
    )
    return account


def issue_pack(stream: Stream, command: commands.IssuePack, context: Context) -> Iterable[Draft]:
    """Count the pack and give it out before the meeting; once more where something was put right since.

    Raises `NothingToCount` where the scheme has no form for any body there, `InvalidField` without period.
    """
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    period = packs.period_of(stream, command.period)
    account.tell(
        events.PackIssued(
            **account.plain(),
            convener=account.state.convener,
            period=period.code,
            begins=period.first_day,
            ends=period.last_day,
            bodies=packs.counted(account, period),
        )
    )
    return account


def cancel(stream: Stream, command: commands.Cancel, context: Context) -> Iterable[Draft]:
    """Call the consultation off before it was held; the leads on its agenda may be tabled elsewhere."""
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    account.tell(events.Cancelled(**account.plain(), reason=command.reason))
    return (*account, *_untabled(account))


def _untabled(account: Account) -> Iterable[Draft]:
    for lead in account.state.tabled:
        yield from resolutions.untable(
            lead, account.stream, account.state.convener, account.context
        )


def hold(stream: Stream, command: commands.Hold, context: Context) -> Iterable[Draft]:
    """Record the meeting. Attendance reconciles: each invited party is present, or absent with why.

    Parties that were not invited may have sat in (列席). Raises `PackMissing`, `AttendanceIncomplete`,
    `PartyCannotAttend`, `PersonsNotNamed`, `LeaderMissing`, `KeepsOutOfTheLead` for a person who keeps out
    of a tabled lead, and `InvalidField` for a person not of the party, or an empty agenda.
    """
    account = Account(stream, context)
    guards.at(account, "convened")
    guards.by_convener(account)
    guards.has_agenda(account)
    if packs.asked(account) and account.state.pack is None:
        raise errors.PackMissing
    guards.attendance_reconciles(account, command.present, command.absent)
    account.tell(
        events.Held(
            **account.plain(),
            kind=account.state.kind,
            convener=account.state.convener,
            present=command.present,
            absent=command.absent,
            minutes=command.minutes,
        )
    )
    return account


def give_view(stream: Stream, command: commands.GiveView, context: Context) -> Iterable[Draft]:
    """Put one's view of a tabled lead on record until it is concluded; given before, it is corrected.

    Raises `NotPresent`, and `InvalidField` for a lead that was not tabled, a dissent without its reason or
    a correction without one.
    """
    account = Account(stream, context)
    guards.at(account, "held")
    own = commands.LeadView(
        lead=command.lead, given_by=context.actor, view=command.view, text=command.text
    )
    views.give(account, own, command.reason)
    return account


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Fix conclusions, action items and exactly one resolution per tabled lead, with what was held of it.

    Raises `ResolutionsIncomplete`, `OwnerWasNotThere`, `NotPresent`, and `InvalidField` for a day gone by,
    a way of disposal that is not in force, a view doubled or a dissent without its reason.
    """
    account = Account(stream, context)
    guards.at(account, "held")
    guards.by_convener(account)
    guards.was_there(account)
    guards.resolutions_match(account, command.resolutions)
    views.listed_once(account, command.views)
    for item in command.action_items:
        guards.in_circle(account, item.owner)
        guards.from_today(account, item.due, "due")
    account.tell(events.Concluded(**account.plain(), conclusions=command.conclusions))
    for each in command.resolutions:
        account.tell(
            events.LeadResolved(**account.plain(), **_resolution(account, each)),
            case=CaseTag(each.lead),
        )
    for view in command.views:
        views.record(account, view)
    for serial, item in enumerate(command.action_items, start=1):
        account.tell(
            events.ActionItemAssigned(
                **account.plain(),
                item=serial,
                owner=item.owner,
                owed_to=account.state.convener,
                due=item.due,
                text=item.text,
            )
        )
    return (*account, *_resolved(account, command.resolutions))


def _resolution(account: Account, resolution: commands.Resolution) -> dict[str, Any]:
    """The fields of a resolution as the meeting records it."""
    return {
        "lead": resolution.lead,
        "way": resolution.way,
        "text": resolution.text,
        "owner": resolutions.owner_of(account.context.streams[resolution.lead].state),
        "due": resolution.due,
    }


def _resolved(account: Account, resolved: Iterable[commands.Resolution]) -> Iterable[Draft]:
    """What the resolutions tell in the leads: who handles one owes what was resolved on it."""
    for each in resolved:
        yield from resolutions.resolve(
            each.lead,
            Resolution(
                meeting=account.stream,
                convener=account.state.convener,
                way=each.way,
                asks="nothing",
                owner=resolutions.owner_of(account.context.streams[each.lead].state),
                due=each.due,
            ),
            each.text,
            account.context,
        )


def release(stream: Stream, command: commands.Release, context: Context) -> Iterable[Draft]:
    """Let further parties read. Raises `InvalidField` for a party that may read already."""
    account = Account(stream, context)
    guards.at(account, "held", "concluded")
    guards.by_convener(account)
    for party in command.parties:
        guards.may_attend(account, party, account.state.kind)
        if party in account.state.circle:
            raise invalid("parties", f"“{party}”已经知悉", f"{party} may read it already")
        account.tell(events.Released(**account.plain(), to=party, reason=command.reason))
    return account


def report_action_item(
    stream: Stream, command: commands.ReportActionItem, context: Context
) -> Iterable[Draft]:
    """Report an item as done; its owner does. The duty itself ends with the confirmation."""
    account = Account(stream, context)
    guards.at(account, "concluded")
    item = guards.item_of(account, command.item)
    if account.acting != item.owner:
        raise errors.NotTheOwner(owner=item.owner, party=account.acting)
    guards.item_at(account, item, "open")
    account.tell(
        events.ActionItemReported(
            **account.plain(),
            item=command.item,
            owner=item.owner,
            reported_by=context.actor,
            report=command.report,
        )
    )
    return account


def confirm_action_item(
    stream: Stream, command: commands.ConfirmActionItem, context: Context
) -> Iterable[Draft]:
    """Confirm that an item is done. Raises `ReporterMayNotConfirm`: a second person looks at it."""
    account = Account(stream, context)
    item = guards.reported_item(account, command.item)
    if context.actor == item.reported_by:
        raise errors.ReporterMayNotConfirm
    account.tell(events.ActionItemConfirmed(**account.plain(), item=command.item, owner=item.owner))
    return account


def return_action_item(
    stream: Stream, command: commands.ReturnActionItem, context: Context
) -> Iterable[Draft]:
    """Return a report that is not sufficient: the item stays owed, its due date stays."""
    account = Account(stream, context)
    item = guards.reported_item(account, command.item)
    account.tell(
        events.ActionItemReturned(
            **account.plain(), item=command.item, owner=item.owner, reason=command.reason
        )
    )
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: record what should have stood there; due dates of corrected items and resolutions follow.

    Raises `InvalidField` where nothing recorded is corrected, `NoSuchItem`, `OwnerWasNotThere`,
    `WrongState` for an item that is done, and what `hold` and `conclude` raise for attendance and
    resolutions.
    """
    account = Account(stream, context)
    guards.at(account, "convened", "held", "concluded")
    guards.by_convener(account)
    guards.was_there(account)
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.plain(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            minutes=command.minutes,
            conclusions=command.conclusions,
        )
    )
    for change in command.action_items:
        _correct_item(account, change, command.reason)
    if command.present is not None:
        guards.attendance_reconciles(account, command.present, command.absent)
        account.tell(
            events.AttendanceCorrected(
                **account.plain(),
                present=command.present,
                absent=command.absent,
                reason=command.reason,
            )
        )
    for each in command.resolutions:
        account.tell(
            events.ResolutionCorrected(
                **account.plain(), **_resolution(account, each), reason=command.reason
            ),
            case=CaseTag(each.lead),
        )
    for view in command.views:
        views.correct(account, view, command.reason)
    return (*account, *_resolved(account, command.resolutions))


def _correct_item(account: Account, change: commands.ItemCorrection, reason: str) -> None:
    item = guards.item_of(account, change.item)
    guards.item_at(account, item, "open", "reported")
    guards.in_circle(account, change.owner or item.owner)
    account.tell(
        events.ActionItemCorrected(
            **account.plain(),
            item=change.item,
            owner=change.owner or item.owner,
            owed_to=account.state.convener,
            due=change.due or item.due,
            text=change.text or item.text,
            reason=reason,
        )
    )


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the consultation was entered by mistake; what is owed from it is withdrawn, in the leads too."""
    account = Account(stream, context)
    guards.at(account, "convened", "held", "concluded", "cancelled")
    guards.by_convener(account)
    account.tell(
        events.Annulled(**account.plain(), reason=command.reason, approved_by=command.approved_by)
    )
    withdrawn = (
        draft
        for lead in account.state.tabled
        for draft in resolutions.withdraw(lead, account.stream, context)
    )
    return (*account, *_untabled(account), *withdrawn)
