"""What is owed by whom to whom, by when, and what became of it. Ended ones stay, with their end."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.obligations import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Obligation(NamedTuple):
    """An obligation: open → overdue (no end) or stopped → fulfilled, withdrawn, superseded, missed.

    ``escalates`` is the day of the next step not yet taken; ``late_working_days`` is set once it was
    fulfilled; how late an open one is follows from ``due`` at query time.
    """

    scope: str
    case_tag: str | None
    obligation: str
    mechanism: str
    rule: str
    title_zh: str
    title_en: str
    basis: str
    owner: str
    owed_to: str
    cause: str | None
    period: str | None
    share_of: str | None
    arisen: datetime.date
    start: datetime.date
    due: datetime.date
    provisional: bool
    custody: bool
    status: str
    revision: int
    earlier: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    escalated: int
    escalated_to: str | None
    escalates: datetime.date | None
    ended: datetime.date | None
    ended_by: str | None
    late_working_days: int | None
    reason: str | None
    successor: str | None


OBLIGATIONS: Final = Table(
    "obligations",
    Obligation,
    key=("obligation",),
    classes=("obligation",),
    indexes=(
        ("jurisdiction", "owner", "due"),
        ("jurisdiction", "owed_to", "due"),
        ("jurisdiction", "status", "due"),
        ("jurisdiction", "status", "escalates"),
    ),
)


def arisen(rows: Rows, event: Recorded[events.Arisen]) -> None:
    """Something is owed from now on."""
    e = event.event
    steps = [
        {"on": step.on.isoformat(), "to": step.to, "after": step.after} for step in e.escalation
    ]
    rows.put(
        OBLIGATIONS,
        Obligation(
            scope=e.concerns.visibility,
            case_tag=event.case,
            obligation=e.obligation,
            mechanism=e.mechanism,
            rule=e.rule,
            title_zh=e.title_zh,
            title_en=e.title_en,
            basis=e.basis,
            owner=e.owner,
            owed_to=e.owed_to,
            cause=e.cause,
            period=e.period,
            share_of=e.share_of,
            arisen=e.occurred.date,
            start=e.start,
            due=e.due,
            provisional=e.provisional,
            custody=e.custody,
            status="open",
            revision=e.revision,
            earlier=[_earlier(each) for each in e.earlier],
            steps=steps,
            escalated=0,
            escalated_to=None,
            escalates=_step_day(steps, 0),
            ended=None,
            ended_by=None,
            late_working_days=None,
            reason=None,
            successor=None,
        ),
    )


def changed(
    rows: Rows, event: Recorded[events.Overdue | events.Stopped | events.Escalated]
) -> None:
    """Overdue, escalated or stopped: still owed. One that never arose is a fault: `LookupError`."""
    e = event.event
    row = _row(rows, e)
    match e:
        case events.Overdue():
            row = row._replace(status="overdue")
        case events.Stopped():
            row = row._replace(status="stopped")
        case events.Escalated():
            row = row._replace(
                escalated=e.step, escalated_to=e.to, escalates=_step_day(row.steps, e.step)
            )
    rows.put(OBLIGATIONS, row._replace(scope=e.concerns.visibility))


def ended(
    rows: Rows,
    event: Recorded[
        events.Fulfilled | events.Withdrawn | events.Superseded | events.ClosedAsMissed
    ],
) -> None:
    """It is no longer owed, and why."""
    e = event.event
    row = _row(rows, e)._replace(ended=e.occurred.date, escalates=None)
    match e:
        case events.Fulfilled():
            row = row._replace(
                status="fulfilled", ended_by=e.by, late_working_days=e.late_working_days
            )
        case events.Withdrawn():
            row = row._replace(status="withdrawn", ended_by=e.by, reason=e.reason)
        case events.Superseded():
            row = row._replace(
                status="superseded", ended_by=e.why, reason=e.reason, successor=e.successor
            )
        case events.ClosedAsMissed():
            row = row._replace(status="missed", reason=e.reason)
    rows.put(OBLIGATIONS, row)


def _row(rows: Rows, event: events.ObligationEvent) -> Obligation:
    row = rows.get(OBLIGATIONS, event.obligation)
    if row is None:
        raise LookupError(f"obligation {event.obligation} never arose")
    return row


def _earlier(each: events.EarlierDue) -> dict[str, Any]:
    return {
        "due": each.due.isoformat(),
        "superseded_on": each.superseded_on.isoformat(),
        "why": each.why,
        "reason": each.reason,
        "document": each.document,
        "approved_by": each.approved_by,
        "granted_by": each.granted_by,
    }


def _step_day(steps: list[dict[str, Any]], taken: int) -> datetime.date | None:
    return datetime.date.fromisoformat(steps[taken]["on"]) if taken < len(steps) else None


_HANDLERS: dict[type[Event], Handler] = {
    events.Arisen: arisen,
    events.Overdue: changed,
    events.Escalated: changed,
    events.Stopped: changed,
    events.Fulfilled: ended,
    events.Withdrawn: ended,
    events.Superseded: ended,
    events.ClosedAsMissed: ended,
}

MODEL: Final = ReadModel(name="obligations", version=2, tables=(OBLIGATIONS,), handlers=_HANDLERS)
