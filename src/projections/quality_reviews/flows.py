"""How a finding goes from the reviewer to the body, and its answer comes back."""

from typing import Any, Final

from domain.model import Event, Recorded
from domain.quality_reviews import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.ReplyAsked]) -> None:
    """On its way to the body."""
    e = event.event
    send(rows, event, f"quality_finding:{e.finding}", (e.reviewer, e.body))


def moved(rows: Rows, event: Recorded[Any]) -> None:
    """Answered, sent back, accepted; or it does not count."""
    e, day = event.event, event.event.occurred.date
    flow = f"quality_finding:{e.finding}"
    match e:
        case events.Replied():
            move(rows, flow, status="fed_back", fed_back=day, reason=None)
        case events.ReplyReturned():
            move(rows, flow, status="returned", reason=e.reason)
        case events.ReplyAccepted():
            move(rows, flow, status="closed", closed=day)
        case events.ObjectionUpheld():
            move(rows, flow, status="withdrawn", closed=day, reason=e.reason)
        case _:
            raise TypeError(f"no step of a finding: {type(e).__name__}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ReplyAsked: asked,
    events.Replied: moved,
    events.ReplyReturned: moved,
    events.ReplyAccepted: moved,
    events.ObjectionUpheld: moved,
    events.Annulled: annulled,
}
