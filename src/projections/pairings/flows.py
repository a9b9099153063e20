"""What goes between an office and its group: each record, for the other side to confirm."""

from typing import Final

from domain.model import Event, Recorded
from domain.pairings import events
from projections.flow_items import move, send
from projections.model import Handler
from projections.rows import Rows


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """A record on its way."""
    e = event.event
    send(rows, event, f"pairing_activity:{e.activity}", (e.by, e.other), title=e.title)


def answered(
    rows: Rows,
    event: Recorded[events.Confirmed | events.Disputed | events.ActivityAnnulled],
) -> None:
    """Confirmed, sent back, annulled."""
    e, day = event.event, event.event.occurred.date
    flow = f"pairing_activity:{e.activity}"
    match e:
        case events.Confirmed():
            move(rows, flow, status="closed", answered=day, closed=day)
        case events.Disputed():
            move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)
        case events.ActivityAnnulled():
            move(rows, flow, status="withdrawn", closed=day, reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Recorded: recorded,
    events.Confirmed: answered,
    events.Disputed: answered,
    events.ActivityAnnulled: answered,
}
"""By event."""
