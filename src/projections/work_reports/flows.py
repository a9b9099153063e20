"""How a work report goes to its receiver, and on to those who sign for it."""

from typing import Final

from domain.model import Event, Recorded
from domain.work_reports import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def report_submitted(rows: Rows, event: Recorded[events.Submitted | events.Resubmitted]) -> None:
    """A report on its way; a revised one goes the same way again."""
    e = event.event
    match e:
        case events.Submitted():
            send(rows, event, "work_report:1", (e.reporter, e.to), title=e.title)
        case events.Resubmitted():
            move(rows, "work_report:1", status="sent", answered=None, closed=None, reason=None)


def report_answered(rows: Rows, event: Recorded[events.Accepted | events.Returned]) -> None:
    """Taken as sufficient, or sent back."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.Accepted():
            move(rows, "work_report:1", status="accepted", answered=day, closed=day)
        case events.Returned():
            move(rows, "work_report:1", status="returned", answered=day, reason=e.reason)


def circulated(rows: Rows, event: Recorded[events.Circulated]) -> None:
    """传阅: one more party is to sign for the report."""
    e = event.event
    send(rows, event, f"circulation:{e.to}", (e.circulator, e.to))


def circulation_acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """It was signed for."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"circulation:{e.by}", status="closed", acknowledged=day, closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Submitted: report_submitted,
    events.Resubmitted: report_submitted,
    events.Accepted: report_answered,
    events.Returned: report_answered,
    events.Circulated: circulated,
    events.Acknowledged: circulation_acknowledged,
    events.Annulled: annulled,
}
