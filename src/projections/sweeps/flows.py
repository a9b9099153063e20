"""What goes between parties in a sweep: what is asked of each, and what it handed in."""

from typing import Final

from domain.model import Event, Recorded
from domain.sweeps import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.PartyAsked]) -> None:
    """From the convener to each party."""
    e = event.event
    send(rows, event, f"sweep:{e.party}", (e.convener, e.party))


def moved(
    rows: Rows,
    event: Recorded[events.HandedIn | events.HandInReturned | events.PartyExcused],
) -> None:
    """Handed in, sent back, let off."""
    e, day = event.event, event.event.occurred.date
    flow = f"sweep:{e.party}"
    match e:
        case events.HandedIn():
            move(rows, flow, status="closed", answered=day, closed=day)
        case events.HandInReturned():
            move(rows, flow, status="returned", closed=None, reason=e.reason)
        case events.PartyExcused():
            move(rows, flow, status="withdrawn", closed=day, reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.PartyAsked: asked,
    events.HandedIn: moved,
    events.HandInReturned: moved,
    events.PartyExcused: moved,
    events.Annulled: annulled,
}
