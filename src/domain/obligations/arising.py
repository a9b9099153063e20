"""How an obligation comes to be: from an event, in place of an earlier one, or by a cadence."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from domain.calendar import (
    ONE_DAY,
    Calendar,
    Due,
    Limit,
    Pause,
    StatutoryClock,
    Unit,
    due_date,
)
from domain.ids import CaseTag, ObligationId, PartyId, PersonId, StreamId, derived_id
from domain.jurisdiction import Jurisdiction
from domain.model import Concerns, Event, Occurred
from domain.obligations.events import (
    Arisen,
    EarlierDue,
    Match,
    Standstill,
    Step,
    Superseded,
    Superseding,
)
from domain.obligations.paths import Setting, date_at, key_of, parties_at
from domain.obligations.state import Obligation
from domain.period_limits import PeriodLimit, counting
from domain.periods import CadencePeriod
from domain.scheme import Rule
from domain.scheme_rules import PERIOD_ENDS
from domain.streams import StreamState


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """An event that was just added to a stream, with what is needed to see what follows.

    ``stream`` is as it stands after the event; ``name`` is the event's as schemes write it;
    ``acting`` is the party whose act it is.
    """

    stream: StreamState[Any]
    event: Event
    name: str
    acting: PartyId
    case: CaseTag | None
    jurisdiction: Jurisdiction


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who owes what to whom from when: what an obligation needs beside its rule."""

    id: ObligationId
    owner: PartyId
    owed_to: PartyId
    occurred: Occurred
    start: datetime.date
    due: Due
    cause: str | None = None
    cause_version: int | None = None
    stated: datetime.date | None = None
    period: str | None = None
    share_of: PartyId | None = None
    match: tuple[Match, ...] = ()


def arising(cause: Cause) -> Iterator[Arisen]:
    """Give what is owed from now on because of an event, by the rules in force on its day."""
    scheme, calendar = cause.jurisdiction.scheme, cause.jurisdiction.calendar
    if scheme is None or calendar is None:
        return
    for rule in scheme.rules_on.get(cause.name, ()):
        if rule.in_force(cause.event.occurred.date) and _holds(rule, cause.event):
            yield from _under(rule, cause, calendar)


def _holds(rule: Rule, event: Event) -> bool:
    return all(getattr(event, name, None) == value for name, value in rule.when.items())


def _under(rule: Rule, cause: Cause, calendar: Calendar) -> Iterator[Arisen]:
    """Give the obligations of one rule: one for each owner."""
    setting = Setting(
        jurisdiction=cause.jurisdiction,
        acting=cause.acting,
        event=cause.event,
        state=cause.stream.state,
    )
    rule = _as_agreed(rule, setting)
    start = _counts_from(rule, cause.event)
    due = due_of(rule, start, setting=setting, calendar=calendar)
    if isinstance(rule.due, PeriodLimit):
        start = rule.due.counts_from(start)
    owed_to = next(iter(parties_at(rule.owed_to, setting)), None)
    if due is None or owed_to is None:
        return
    for owner in parties_at(rule.owner, setting):
        terms = Terms(
            id=obligation_id(cause.stream.stream, cause.stream.version, rule.key, owner),
            owner=owner,
            owed_to=owed_to,
            occurred=cause.event.occurred,
            start=start,
            due=due,
            stated=_stated(rule, setting),
            cause=cause.name,
            cause_version=cause.stream.version,
            match=_matches(rule, cause, owner),
        )
        yield arisen(rule, terms, setting=setting, calendar=calendar)


def _counts_from(rule: Rule, event: Event) -> datetime.date:
    """The day of the event; or the day, or the last of the period, that it names, where the rule says so."""
    if rule.counts_from is None:
        return event.occurred.date
    named = getattr(event, rule.counts_from.removeprefix("event."))
    return named if isinstance(named, datetime.date) else CadencePeriod.parse(named).last_day


def _as_agreed(rule: Rule, setting: Setting) -> Rule:
    """The rule with the time and basis of the procedure of the party it names, if that one has one.

    Each of the 21 departments has a procedure of its own (DOMAIN.md §5.10).
    """
    scheme = setting.jurisdiction.scheme
    if rule.procedure is None or scheme is None:
        return rule
    party = next(iter(parties_at(rule.procedure, setting)), None)
    procedure = None if party is None else scheme.procedures.get(party)
    if procedure is None:
        return rule
    limit = procedure.days if rule.due == "procedure.days" else procedure.feedback
    return replace(rule, due=limit, basis=procedure.basis)


def obligation_id(stream: StreamId, version: int, rule: str, owner: PartyId) -> ObligationId:
    """The id of what an owner owes by a rule because of the event at ``version`` of a stream."""
    return ObligationId(str(derived_id("obligation", stream, version, rule, owner)))


def due_of(rule: Rule, start: datetime.date, *, setting: Setting, calendar: Calendar) -> Due | None:
    """When it is due; None where the event leaves the date open.

    A day that a document states is kept as it stands, but where the law leaves the time to the document
    (R 235): then a rest day moves it, as the last day of any time of the law (R 327).
    """
    if isinstance(rule.due, Limit):
        return due_date(start, rule.due, calendar=calendar, custody=rule.custody)
    if isinstance(rule.due, PeriodLimit):
        start = rule.due.counts_from(start)
        return due_date(start, rule.due.limit, calendar=calendar, custody=rule.custody)
    if rule.due in PERIOD_ENDS:
        # Within the period, so that a rest day moves nothing into the next: never provisional.
        last = CadencePeriod.containing(PERIOD_ENDS[rule.due], start).last_day
        return Due(last, provisional=False)
    stated = _stated(rule, setting)
    if stated is not None:
        return _ending(stated).due(calendar)
    date = date_at(rule.due, setting)
    return None if date is None else Due(date, provisional=False)


def _stated(rule: Rule, setting: Setting) -> datetime.date | None:
    """The day that a document states for a time of the law, before any move off a rest day."""
    path = rule.due if isinstance(rule.due, str) and rule.due not in PERIOD_ENDS else None
    return date_at(path, setting) if path is not None and rule.statutory else None


def _ending(stated: datetime.date) -> StatutoryClock:
    """The clock whose last day a document states."""
    return StatutoryClock(start=stated - ONE_DAY, limit=Limit(1, Unit.DAY))


def _matches(rule: Rule, cause: Cause, owner: PartyId) -> tuple[Match, ...]:
    found = []
    for path in rule.match:
        name = path.removeprefix("event.")
        own = cause.stream.stream
        values = (owner,) if name == "owner" else key_of(cause.event, name, own)
        found += [Match(field=name, value=value) for value in values[:1]]
    return (*found, *required(rule))


def required(rule: Rule) -> tuple[Match, ...]:
    """The values that an event must have to end an obligation of a rule."""
    return tuple(Match(field=name, value=str(value)) for name, value in rule.requires.items())


def arisen(rule: Rule, terms: Terms, *, setting: Setting, calendar: Calendar) -> Arisen:
    """The event by which an obligation of a rule begins."""
    named = {"owner": terms.owner, "owed_to": terms.owed_to}
    return Arisen(
        occurred=terms.occurred,
        concerns=circle(terms.id, (terms.owner, terms.owed_to)),
        obligation=terms.id,
        title_zh=rule.title.zh,
        title_en=rule.title.en,
        owner=terms.owner,
        owed_to=terms.owed_to,
        mechanism=rule.mechanism,
        rule=rule.id,
        basis=rule.basis,
        cause=terms.cause,
        cause_version=terms.cause_version,
        period=terms.period,
        share_of=terms.share_of,
        start=terms.start,
        limit=str(rule.due) if isinstance(rule.due, Limit | PeriodLimit) else None,
        stated=terms.stated,
        custody=rule.custody,
        extended_by=rule.extended_by,
        longest=None if rule.longest is None else str(rule.longest),
        due=terms.due.date,
        provisional=terms.due.provisional,
        match=terms.match,
        fulfilled_by=rule.fulfilled_by,
        withdrawn_by=rule.withdrawn_by,
        stopped_by=rule.stopped_by,
        resumed_by=rule.resumed_by,
        restarted_by=rule.restarted_by,
        escalation=tuple(
            Step(
                on=_step_day(terms.due.date, str(step.after), calendar),
                to=to,
                after=str(step.after),
            )
            for step in rule.escalate
            for to in parties_at(step.to, replace(setting, named={**setting.named, **named}))
        ),
    )


def circle(obligation: ObligationId, parties: Iterable[PartyId]) -> Concerns:
    """Whom the events of an obligation concern: a visibility class of its own."""
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=f"obligation:{obligation}")


def _step_day(due: datetime.date, after: str, calendar: Calendar) -> datetime.date:
    return due_date(due, Limit.parse(after), calendar=calendar).date


def about(obligation: Obligation, occurred: Occurred) -> dict[str, Any]:
    """The fields that every event about an obligation has."""
    arisen = obligation.arisen
    return {
        "occurred": occurred,
        "concerns": circle(arisen.obligation, obligation.circle),
        "obligation": arisen.obligation,
        "title_zh": arisen.title_zh,
        "title_en": arisen.title_en,
        "owner": arisen.owner,
        "owed_to": arisen.owed_to,
        "due": arisen.due,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Why a due date changes, and on whose word."""

    why: Superseding
    occurred: Occurred
    reason: str | None = None
    document: str | None = None
    approved_by: PersonId | None = None
    granted_by: PartyId | None = None


def succeed(obligation: Obligation, successor: Arisen, change: Change) -> tuple[Superseded, Arisen]:
    """End an obligation in favour of its successor, which keeps every earlier due date."""
    old = obligation.arisen
    superseded = Superseded(
        **about(obligation, change.occurred),
        successor=successor.obligation,
        why=change.why,
        reason=change.reason,
        document=change.document,
        approved_by=change.approved_by,
        granted_by=change.granted_by,
    )
    before = EarlierDue(
        due=old.due,
        superseded_on=change.occurred.date,
        why=change.why,
        reason=change.reason,
        document=change.document,
        approved_by=change.approved_by,
        granted_by=change.granted_by,
    )
    revision = old.revision + 1
    return superseded, replace(successor, revision=revision, earlier=(*old.earlier, before))


def redated(
    obligation: Obligation, clock: StatutoryClock, change: Change, calendar: Calendar
) -> tuple[Superseded, Arisen]:
    """The same obligation by a clock that was extended, resumed, restarted or computed again."""
    due = clock.due(calendar)
    if due is None:
        raise AssertionError("a clock that stands has no due date to change to")
    old = obligation.arisen
    identifier = ObligationId(str(derived_id("successor", old.obligation, change.why)))
    successor = replace(
        old,
        occurred=change.occurred,
        concerns=circle(identifier, (old.owner, old.owed_to)),
        obligation=identifier,
        start=clock.start if old.stated is None else old.start,
        extensions=tuple(map(str, clock.extensions)),
        standstills=tuple(Standstill(since=p.since, until=p.until) for p in clock.pauses),
        due=due.date,
        provisional=due.provisional,
        escalation=tuple(
            replace(step, on=_step_day(due.date, step.after, calendar)) for step in old.escalation
        ),
    )
    return succeed(obligation, successor, change)


def extended(
    obligation: Obligation, by: Limit, change: Change, calendar: Calendar
) -> tuple[Superseded, Arisen]:
    """The same obligation with more time, which runs on from the last day of the time before it."""
    clock = clock_of(obligation)
    if clock is None:
        arisen = obligation.arisen
        clock = StatutoryClock(start=arisen.due, limit=by, custody=arisen.custody)
    else:
        clock = clock.extended(by)
    return redated(obligation, clock, change, calendar)


def clock_of(obligation: Obligation) -> StatutoryClock | None:
    """The clock that gave the due date; None where the causing event named the date, but for a stated one."""
    arisen = obligation.arisen
    extensions = tuple(map(Limit.parse, arisen.extensions))
    if arisen.stated is not None:
        return replace(_ending(arisen.stated), extensions=extensions)
    if arisen.limit is None:
        return None
    pauses = [Pause(span.since, span.until) for span in arisen.standstills]
    if obligation.stopped_on is not None:
        pauses.append(Pause(obligation.stopped_on))
    start, limit = counting(arisen.limit, arisen.start)
    return StatutoryClock(
        start=start,
        limit=limit,
        custody=arisen.custody,
        extensions=extensions,
        pauses=tuple(pauses),
    )
