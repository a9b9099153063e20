"""Decisions about obligations: what the clock sends is checked again; people extend and withdraw."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from domain import roles
from domain.calendar import Calendar, Limit
from domain.context import Context
from domain.errors import AlreadyExists
from domain.ids import ObligationId
from domain.model import Draft
from domain.obligations import commands, errors
from domain.obligations.arising import Change, about, circle, clock_of, extended, redated
from domain.obligations.events import Arisen, ClosedAsMissed, Escalated, Overdue, Withdrawn
from domain.obligations.periodic import Opening, is_asked, opened
from domain.obligations.state import Obligation
from domain.periods import CadencePeriod
from domain.streams import StreamState

Stream = StreamState[Any]


class NoCalendar(AssertionError):
    """An obligation without a calendar in force: the log would be broken."""


def _owed(stream: Stream, obligation: ObligationId) -> Obligation:
    found = stream.obligations.get(obligation)
    if found is None:
        raise errors.NoSuchObligation(obligation=obligation)
    return found


def _not_due(obligation: Obligation, *, zh: str, en: str) -> errors.NotDue:
    return errors.NotDue(obligation=obligation.id, reason_zh=zh, reason_en=en)


def lapse(stream: Stream, command: commands.Lapse, context: Context) -> Iterable[Draft]:
    """Record that the due date passed. Overdue is no end (DOMAIN.md §1.10)."""
    owed = _owed(stream, command.obligation)
    if owed.status != "open":
        raise _not_due(
            owed, zh="已逾期或已中止计时", en="it is overdue already, or its clock stands"
        )
    if context.today <= owed.due:
        raise _not_due(owed, zh=f"{owed.due}到期", en=f"it is due on {owed.due}")
    yield Draft(stream.stream, Overdue(**about(owed, context.occurred)))


def escalate(stream: Stream, command: commands.Escalate, context: Context) -> Iterable[Draft]:
    """Tell the next party that it is overdue; each step once, in order."""
    owed = _owed(stream, command.obligation)
    steps = owed.arisen.escalation
    if owed.status != "overdue" or command.step != owed.escalated + 1:
        raise _not_due(
            owed, zh="未逾期,或不是下一步", en="it is not overdue, or another step is next"
        )
    if command.step > len(steps):
        raise _not_due(owed, zh="没有更多步骤", en="there are no more steps")
    step = steps[command.step - 1]
    if context.today <= step.on:
        raise _not_due(owed, zh=f"{step.on}之后提级", en=f"it escalates after {step.on}")
    fields = about(owed, context.occurred)
    fields["concerns"] = circle(owed.id, (*owed.circle, step.to))
    yield Draft(stream.stream, Escalated(**fields, step=command.step, to=step.to))


def open_period(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Open the stream in which a party owes its share of a period."""
    if stream.version > 0:
        raise AlreadyExists(stream=stream.stream)
    jurisdiction = context.jurisdiction
    rule = None if jurisdiction.scheme is None else jurisdiction.scheme.rules.get(command.rule)
    period = CadencePeriod.parse(command.period)
    missing = errors.NotInScheme(party=command.party, period=command.period, rule=command.rule)
    if rule is None:
        raise missing
    opening = Opening(jurisdiction=jurisdiction.code, rule=rule, period=period, party=command.party)
    event = opened(opening, jurisdiction) if is_asked(opening, jurisdiction) else None
    if event is None or opening.stream != stream.stream or context.today < period.first_day:
        raise missing
    yield Draft(stream.stream, event)


def _calendar(context: Context) -> Calendar:
    if context.jurisdiction.calendar is None:
        raise NoCalendar
    return context.jurisdiction.calendar


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Compute a provisional due date again by the calendar in force, if that knows more."""
    owed = _owed(stream, command.obligation)
    clock, calendar = clock_of(owed), _calendar(context)
    due = None if clock is None or owed.status == "stopped" else clock.due(calendar)
    if clock is None or due is None or not owed.arisen.provisional:
        raise errors.NotRevisable(obligation=owed.id)
    if due.provisional and due.date == owed.due:
        raise errors.NotRevisable(obligation=owed.id)
    change = Change(why="revised", occurred=context.occurred)
    for event in redated(owed, clock, change, calendar):
        yield Draft(stream.stream, event)


def _decided_by_another(owed: Obligation, context: Context) -> None:
    """Refuse unless a leading person of the party it is owed to, or of the commission, acts."""
    party = context.acting
    if party == owed.arisen.owner != owed.arisen.owed_to:
        raise errors.OwnObligation(party=party)
    if party not in (owed.arisen.owed_to, context.jurisdiction.founding_party):
        raise context.refused(
            zh="须由权利方或市纪委监委办理",
            en="it is for the party to which it is owed, or for the commission",
        )
    context.require_role(*roles.LEADING)


def extend(stream: Stream, command: commands.Extend, context: Context) -> Iterable[Draft]:
    """Give more time; it runs on from the last day of the time before it.

    Raises `NotExtendable`, `LevelAboveExtends`, `OwnObligation`, `NotAuthorised`, `LongerThanAllowed`.
    """
    owed = _owed(stream, command.obligation)
    _extended_by(owed, context)
    if owed.status == "stopped":
        raise context.wrong_state(zh="中止计时", en="its clock stands")
    change = Change(
        why="extended",
        occurred=context.occurred,
        reason=command.reason,
        document=command.document,
        approved_by=command.approved_by,
        granted_by=context.acting,
    )
    calendar = _calendar(context)
    superseded, longer = extended(owed, Limit.parse(command.by), change, calendar)
    _not_too_long(owed, longer, calendar)
    yield Draft(stream.stream, superseded)
    yield Draft(stream.stream, longer)


def _extended_by(owed: Obligation, context: Context) -> None:
    """Refuse unless a leading person of who gives more time by this rule acts (上一级: R 215)."""
    arisen = owed.arisen
    if arisen.extended_by == "approval":
        _decided_by_another(owed, context)
        return
    named = {"title_zh": arisen.title_zh, "title_en": arisen.title_en, "basis": arisen.basis}
    if arisen.extended_by == "nobody":
        raise errors.NotExtendable(**named)
    if context.jurisdiction.party(context.acting).kind != "superiorCommission":
        raise errors.LevelAboveExtends(**named)
    context.require_role(*roles.LEADING)


def _not_too_long(owed: Obligation, longer: Arisen, calendar: Calendar) -> None:
    """Refuse a due date beyond the longest time; what stood still is not counted."""
    arisen, clock = owed.arisen, clock_of(owed)
    if arisen.longest is None or clock is None:
        return
    last = replace(clock, limit=Limit.parse(arisen.longest), extensions=()).due(calendar)
    if last is not None and longer.due > last.date:
        raise errors.LongerThanAllowed(
            title_zh=arisen.title_zh,
            title_en=arisen.title_en,
            basis=arisen.basis,
            due=longer.due,
            longest=arisen.longest,
            last=last.date,
        )


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Let the owner off, with the reason and who approved."""
    owed = _owed(stream, command.obligation)
    _decided_by_another(owed, context)
    fields: Mapping[str, Any] = about(owed, context.occurred)
    yield Draft(
        stream.stream,
        Withdrawn(**fields, reason=command.reason, approved_by=command.approved_by),
    )


def close_as_missed(
    stream: Stream, command: commands.CloseAsMissed, context: Context
) -> Iterable[Draft]:
    """Close an overdue period of a cadence by a signed decision."""
    owed = _owed(stream, command.obligation)
    _decided_by_another(owed, context)
    if owed.arisen.period is None:
        raise errors.NotPeriodic(obligation=owed.id)
    if context.today <= owed.due:
        raise _not_due(owed, zh=f"{owed.due}到期", en=f"it is due on {owed.due}")
    yield Draft(
        stream.stream,
        ClosedAsMissed(
            **about(owed, context.occurred),
            period=owed.arisen.period,
            reason=command.reason,
            document=command.document,
            decided_on=command.decided_on,
            approved_by=command.approved_by,
        ),
    )
