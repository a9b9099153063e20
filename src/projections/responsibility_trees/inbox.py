"""What waits for a Party group around its tree of responsibility."""

from typing import Final

from domain.model import Event, Recorded
from domain.responsibility_trees import events
from projections.inbox_items import done, nothing_left, redate, wait
from projections.model import Handler
from projections.rows import Rows


def added(rows: Rows, event: Recorded[events.OrganisationAdded]) -> None:
    """A list is to be handed in."""
    e = event.event
    wait(rows, event, f"hand_in_list:{e.organisation}", e.party_group, title=e.title, due=e.due)


def returned(rows: Rows, event: Recorded[events.ListReturned]) -> None:
    """A better one is."""
    e = event.event
    item = f"hand_in_list:{e.organisation}"
    wait(rows, event, item, e.party_group, from_party=e.by, title=e.reason)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The list is to be handed in by another day."""
    e = event.event
    redate(rows, f"hand_in_list:{e.organisation}", e.due)


def no_longer(
    rows: Rows, event: Recorded[events.ListHandedIn | events.OrganisationRemoved]
) -> None:
    """It came in, or is not expected any more."""
    done(rows, f"hand_in_list:{event.event.organisation}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.OrganisationAdded: added,
    events.ListReturned: returned,
    events.ListHandedIn: no_longer,
    events.OrganisationRemoved: no_longer,
    events.Corrected: corrected,
    events.Annulled: nothing_left,
}
