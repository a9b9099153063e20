"""How a concern goes from a group to whoever sees to it, and comes back."""

from typing import Final

from domain.model import Event, Recorded
from domain.visits import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def raised(rows: Rows, event: Recorded[events.ConcernRaised | events.ConcernRedirected]) -> None:
    """诉求: on its way to its owner, whoever had it before."""
    e = event.event
    send(rows, event, f"concern:{e.concern}", (e.group, e.owner))


def moved(
    rows: Rows,
    event: Recorded[events.ConcernSettled | events.ConcernConfirmed | events.ConcernReturned],
) -> None:
    """Settled, confirmed, sent back."""
    e, day = event.event, event.event.occurred.date
    flow = f"concern:{e.concern}"
    match e:
        case events.ConcernSettled():
            move(rows, flow, status="fed_back", fed_back=day, result=e.outcome, reason=None)
        case events.ConcernConfirmed():
            move(rows, flow, status="closed", closed=day)
        case events.ConcernReturned():
            move(rows, flow, status="returned", reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ConcernRaised: raised,
    events.ConcernRedirected: raised,
    events.ConcernSettled: moved,
    events.ConcernConfirmed: moved,
    events.ConcernReturned: moved,
    events.Annulled: annulled,
}
