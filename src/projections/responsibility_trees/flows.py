"""How lists go from a Party group to the group stationed with it, and come back."""

from typing import Final

from domain.model import Event, Recorded
from domain.responsibility_trees import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def handed_in(rows: Rows, event: Recorded[events.ListHandedIn]) -> None:
    """报送: a list is there; a better one goes the same way again."""
    e = event.event
    send(rows, event, f"responsibility_list:{e.organisation}", (e.party_group, e.group))


def returned(rows: Rows, event: Recorded[events.ListReturned]) -> None:
    """退回: it came back."""
    e = event.event
    flow = f"responsibility_list:{e.organisation}"
    move(rows, flow, status="returned", answered=e.occurred.date, reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ListHandedIn: handed_in,
    events.ListReturned: returned,
    events.Annulled: annulled,
}
