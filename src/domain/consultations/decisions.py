"""What follows from each action on a consultation, or why it is refused.

Basis of the mechanisms: the interview on Linyi (quarterly analysis and lead assessment meetings,
consultation with host Party groups, topical consultation, joint sweeps). Who may read: those
present and those the minutes are released to (DOMAIN.md, visibility defaults; R 299).
"""

from collections.abc import Iterable
from dataclasses import replace

from domain.consultations import commands, errors, events, guards
from domain.consultations.state import Consultation, Item, evolve
from domain.context import Context
from domain.errors import InvalidField
from domain.ids import CaseTag, StreamId
from domain.model import Draft, Event
from domain.streams import StreamState

Stream = StreamState[Consultation]


def convene(stream: Stream, command: commands.Convene, context: Context) -> Iterable[Draft]:
    """Call a consultation. The convener takes part by itself; each other party is invited once.

    Raises `InvalidField` for a doubled invitation or a day gone by, `PartyCannotAttend` where leads
    are assessed, `LeadCannotBeTabled` for a point of the first agenda.
    """
    convener, invited = context.acting, command.parties
    if convener in invited or len(set(invited)) != len(invited):
        raise InvalidField(
            field="parties",
            reason_zh="每个受邀单位只列一次,召集单位不必列入",
            reason_en="list each invited party once, and not the convener itself",
        )
    guards.is_owed(stream, context)
    guards.from_today(command.planned, "planned", context)
    for party in (convener, *invited):
        guards.may_attend(party, command.kind, context)
    convened = events.Convened(
        occurred=context.occurred,
        concerns=Consultation(convener=convener, invited=invited).concerns,
        kind=command.kind,
        title=command.title,
        convener=convener,
        parties=invited,
        planned=command.planned,
    )
    yield Draft(stream.stream, convened)
    state = evolve(stream.state, convened)
    for point in command.agenda:
        added = _added(state, point, context)
        yield _about(stream.stream, point.lead, added)
        state = evolve(state, added)


def add_agenda_item(
    stream: Stream, command: commands.AddAgendaItem, context: Context
) -> Iterable[Draft]:
    """Put a point on the agenda: the convener's or an invited party's (双向议题).

    Raises `NotInvited` and `LeadCannotBeTabled`.
    """
    guards.require(stream.state, context, "convened")
    if context.acting not in stream.state.circle:
        raise errors.NotInvited(party=context.acting)
    point = command.agenda_item
    yield _about(stream.stream, point.lead, _added(stream.state, point, context))


def postpone(stream: Stream, command: commands.Postpone, context: Context) -> Iterable[Draft]:
    """Move the day; every earlier day stays visible. Raises `InvalidField` for a day gone by."""
    state = stream.state
    guards.require(state, context, "convened")
    guards.by_convener(state, context)
    guards.from_today(command.planned, "planned", context)
    moved = events.Postponed(
        occurred=context.occurred,
        concerns=state.concerns,
        convener=state.convener,
        planned=command.planned,
        reason=command.reason,
    )
    yield Draft(stream.stream, moved)


def cancel(stream: Stream, command: commands.Cancel, context: Context) -> Iterable[Draft]:
    """Call the consultation off before it was held."""
    state = stream.state
    guards.require(state, context, "convened")
    guards.by_convener(state, context)
    cancelled = events.Cancelled(
        occurred=context.occurred, concerns=state.concerns, reason=command.reason
    )
    yield Draft(stream.stream, cancelled)


def hold(stream: Stream, command: commands.Hold, context: Context) -> Iterable[Draft]:
    """Record the meeting. Attendance reconciles: each invited party is present, or absent with why.

    Parties that were not invited may have sat in (列席). Raises `AttendanceIncomplete`,
    `PartyCannotAttend`, and `InvalidField` for a person not of the party, or an empty agenda.
    """
    state = stream.state
    guards.require(state, context, "convened")
    guards.by_convener(state, context)
    if not state.agenda:
        raise InvalidField(field="agenda", reason_zh="没有议题", reason_en="the agenda is empty")
    present = [each.party for each in command.present]
    guards.attendance_reconciles(state, present, [each.party for each in command.absent])
    for each in command.present:
        guards.may_attend(each.party, state.kind, context)
        guards.persons_belong(each, context)
    held = events.Held(
        occurred=context.occurred,
        concerns=replace(state, present=tuple(present)).concerns,
        kind=state.kind,
        convener=state.convener,
        present=command.present,
        absent=command.absent,
        minutes=command.minutes,
    )
    yield Draft(stream.stream, held)


def conclude(stream: Stream, command: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Fix conclusions, action items and exactly one resolution per tabled lead.

    Raises `ResolutionsIncomplete`, `OwnerWasNotThere`, and `InvalidField` for a day gone by or a
    way of disposal that is not in force.
    """
    state = stream.state
    guards.require(state, context, "held")
    guards.by_convener(state, context)
    guards.resolutions_match(state, command.resolutions, context)
    for item in command.action_items:
        guards.in_circle(state, item.owner)
        guards.from_today(item.due, "due", context)
    concluded = events.Concluded(
        occurred=context.occurred, concerns=state.concerns, conclusions=command.conclusions
    )
    yield Draft(stream.stream, concluded)
    for each in command.resolutions:
        resolved = events.LeadResolved(
            occurred=context.occurred,
            concerns=state.concerns,
            lead=each.lead,
            way=each.way,
            text=each.text,
        )
        yield _about(stream.stream, each.lead, resolved)
    for serial, item in enumerate(command.action_items, start=1):
        assigned = events.ActionItemAssigned(
            occurred=context.occurred,
            concerns=state.concerns,
            item=serial,
            owner=item.owner,
            owed_to=state.convener,
            due=item.due,
            text=item.text,
        )
        yield Draft(stream.stream, assigned)


def release(stream: Stream, command: commands.Release, context: Context) -> Iterable[Draft]:
    """Let further parties read. Raises `InvalidField` for a party that may read already."""
    state = stream.state
    guards.require(state, context, "held", "concluded")
    guards.by_convener(state, context)
    for party in command.parties:
        guards.may_attend(party, state.kind, context)
        if party in state.circle:
            raise InvalidField(
                field="parties",
                reason_zh=f"“{party}”已经知悉",
                reason_en=f"{party} may read it already",
            )
        state = replace(state, released=(*state.released, party))
        released = events.Released(
            occurred=context.occurred, concerns=state.concerns, to=party, reason=command.reason
        )
        yield Draft(stream.stream, released)


def report_action_item(
    stream: Stream, command: commands.ReportActionItem, context: Context
) -> Iterable[Draft]:
    """Report an item as done; its owner does. The duty itself ends with the confirmation."""
    state = stream.state
    guards.require(state, context, "concluded")
    item = guards.item_of(state, command.item)
    if context.acting != item.owner:
        raise errors.NotTheOwner(owner=item.owner, party=context.acting)
    guards.require_item(item, context, "open")
    reported = events.ActionItemReported(
        occurred=context.occurred,
        concerns=state.concerns,
        item=command.item,
        owner=item.owner,
        reported_by=context.request.actor,
        report=command.report,
    )
    yield Draft(stream.stream, reported)


def confirm_action_item(
    stream: Stream, command: commands.ConfirmActionItem, context: Context
) -> Iterable[Draft]:
    """Confirm that an item is done. Raises `ReporterMayNotConfirm`: a second person looks at it."""
    item = _reported(stream.state, command.item, context)
    if context.request.actor == item.reported_by:
        raise errors.ReporterMayNotConfirm
    confirmed = events.ActionItemConfirmed(
        occurred=context.occurred,
        concerns=stream.state.concerns,
        item=command.item,
        owner=item.owner,
    )
    yield Draft(stream.stream, confirmed)


def return_action_item(
    stream: Stream, command: commands.ReturnActionItem, context: Context
) -> Iterable[Draft]:
    """Return a report that is not sufficient: the item stays owed, its due date stays."""
    item = _reported(stream.state, command.item, context)
    returned = events.ActionItemReturned(
        occurred=context.occurred,
        concerns=stream.state.concerns,
        item=command.item,
        owner=item.owner,
        reason=command.reason,
    )
    yield Draft(stream.stream, returned)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: record what should have stood there; due dates of corrected items follow.

    Raises `InvalidField` where nothing recorded is corrected, `NoSuchItem`, `OwnerWasNotThere`, and
    `WrongState` for an item that is done.
    """
    state = stream.state
    guards.require(state, context, "convened", "held", "concluded")
    guards.by_convener(state, context)
    guards.corrects(state, command)
    corrected = events.Corrected(
        occurred=context.occurred,
        concerns=state.concerns,
        reason=command.reason,
        approved_by=command.approved_by,
        title=command.title,
        minutes=command.minutes,
        conclusions=command.conclusions,
    )
    yield Draft(stream.stream, corrected)
    for change in command.action_items:
        item = guards.item_of(state, change.item)
        guards.require_item(item, context, "open", "reported")
        guards.in_circle(state, change.owner or item.owner)
        rewritten = events.ActionItemCorrected(
            occurred=context.occurred,
            concerns=state.concerns,
            item=change.item,
            owner=change.owner or item.owner,
            owed_to=state.convener,
            due=change.due or item.due,
            text=change.text or item.text,
            reason=command.reason,
        )
        yield Draft(stream.stream, rewritten)


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the consultation was entered by mistake; what is owed from it is withdrawn."""
    state = stream.state
    guards.require(state, context, "convened", "held", "concluded", "cancelled")
    guards.by_convener(state, context)
    annulled = events.Annulled(
        occurred=context.occurred,
        concerns=state.concerns,
        reason=command.reason,
        approved_by=command.approved_by,
    )
    yield Draft(stream.stream, annulled)


def _added(
    state: Consultation, point: commands.AgendaItem, context: Context
) -> events.AgendaItemAdded:
    guards.may_table(state, point, context)
    return events.AgendaItemAdded(
        occurred=context.occurred,
        concerns=state.concerns,
        item=len(state.agenda) + 1,
        by=context.acting,
        agenda_item=point,
    )


def _about(stream: StreamId, lead: StreamId | None, event: Event) -> Draft:
    """Draft an event that may be about a lead: it carries that lead's case."""
    return Draft(stream, event, None if lead is None else CaseTag(lead))


def _reported(state: Consultation, serial: int, context: Context) -> Item:
    guards.require(state, context, "concluded")
    guards.by_convener(state, context)
    item = guards.item_of(state, serial)
    guards.require_item(item, context, "reported")
    return item
