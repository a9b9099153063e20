"""What waits for whom because of a task order, beside what is asked and answered: follow-ups."""

from typing import Final

from domain.model import Event, Recorded
from domain.task_orders import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """The issuer is to close it within its cycle."""
    e = event.event
    wait(rows, event, "close_order", e.issuer, due=e.cycle_ends)


def follow_up_asked(rows: Rows, event: Recorded[events.FollowUpAsked]) -> None:
    """The stationed group is to follow a department up."""
    e = event.event
    wait(rows, event, f"follow_up:{e.department}", e.to, from_party=e.issuer, due=e.due)


def followed_up(rows: Rows, event: Recorded[events.FollowedUp]) -> None:
    """It said how far the department is."""
    done(rows, f"follow_up:{event.event.department}")


def follow_up_returned(rows: Rows, event: Recorded[events.FollowUpReturned]) -> None:
    """It is to say so again."""
    e = event.event
    wait(rows, event, f"follow_up:{e.department}", e.by, from_party=e.issuer, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.FollowUpAsked: follow_up_asked,
    events.FollowedUp: followed_up,
    events.FollowUpReturned: follow_up_returned,
    events.Closed: nothing_left,
}
