"""What waits for whom around a pairing."""

from typing import Final

from domain.model import Event, Recorded
from domain.pairings import events
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """The other side is to confirm it or send it back."""
    e = event.event
    item = f"confirm_activity:{e.activity}"
    wait(rows, event, item, e.other, from_party=e.by, title=e.title)


def answered(
    rows: Rows,
    event: Recorded[events.Confirmed | events.Disputed | events.ActivityAnnulled],
) -> None:
    """It did, or need not any more."""
    done(rows, f"confirm_activity:{event.event.activity}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Recorded: recorded,
    events.Confirmed: answered,
    events.Disputed: answered,
    events.ActivityAnnulled: answered,
}
"""By event."""
