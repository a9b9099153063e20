"""What goes between parties because of a consultation: its action items."""

from typing import Final

from domain.consultations import events
from domain.model import Event, Recorded
from projections.flow_items import FLOWS, annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def item_assigned(
    rows: Rows,
    event: Recorded[events.ActionItemAssigned | events.ActionItemCorrected],
) -> None:
    """A consultation's action item: from whom it is owed to, to who took it on."""
    e = event.event
    flow, ends = f"action_item:{e.item}", (e.owed_to, e.owner)
    known = rows.get(FLOWS, flow)
    if known is None or known.to_party != e.owner:
        send(rows, event, flow, ends, title=e.text)
    else:
        move(rows, flow, title=e.text)


def item_moved(
    rows: Rows,
    event: Recorded[
        events.ActionItemReported | events.ActionItemReturned | events.ActionItemConfirmed
    ],
) -> None:
    """Reported, sent back, done."""
    e, day = event.event, event.event.occurred.date
    flow = f"action_item:{e.item}"
    match e:
        case events.ActionItemReported():
            move(rows, flow, status="fed_back", fed_back=day)
        case events.ActionItemReturned():
            move(rows, flow, status="returned", reason=e.reason)
        case events.ActionItemConfirmed():
            move(rows, flow, status="closed", closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ActionItemAssigned: item_assigned,
    events.ActionItemCorrected: item_assigned,
    events.ActionItemReported: item_moved,
    events.ActionItemReturned: item_moved,
    events.ActionItemConfirmed: item_moved,
    events.Annulled: annulled,
}
