"""What waits for whom around a visit."""

from typing import Final

from domain.model import Event, Recorded
from domain.visits import events
from projections.inbox_items import done, nothing_left, redate, wait
from projections.model import Handler
from projections.rows import Rows


def raised(rows: Rows, event: Recorded[events.ConcernRaised]) -> None:
    """Its owner is to see to a concern."""
    e = event.event
    wait(rows, event, f"settle_concern:{e.concern}", e.owner, from_party=e.group, due=e.due)


def redirected(rows: Rows, event: Recorded[events.ConcernRedirected]) -> None:
    """Another is to see to it."""
    e = event.event
    item = f"settle_concern:{e.concern}"
    wait(rows, event, item, e.owner, from_party=e.group, title=e.reason, due=e.due)


def corrected(rows: Rows, event: Recorded[events.ConcernCorrected]) -> None:
    """Its owner is to see to it by another day."""
    e = event.event
    redate(rows, f"settle_concern:{e.concern}", e.due)


def settled(rows: Rows, event: Recorded[events.ConcernSettled]) -> None:
    """The group is to confirm it or send it back."""
    e = event.event
    done(rows, f"settle_concern:{e.concern}")
    wait(rows, event, f"confirm_concern:{e.concern}", e.group, from_party=e.owner)


def returned(rows: Rows, event: Recorded[events.ConcernReturned]) -> None:
    """Its owner is to see to it again."""
    e = event.event
    done(rows, f"confirm_concern:{e.concern}")
    item = f"settle_concern:{e.concern}"
    wait(rows, event, item, e.owner, from_party=e.group, title=e.reason)


def confirmed(rows: Rows, event: Recorded[events.ConcernConfirmed]) -> None:
    """Settled for good."""
    done(rows, f"confirm_concern:{event.event.concern}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ConcernRaised: raised,
    events.ConcernRedirected: redirected,
    events.ConcernCorrected: corrected,
    events.ConcernSettled: settled,
    events.ConcernReturned: returned,
    events.ConcernConfirmed: confirmed,
    events.Annulled: nothing_left,
}
