"""What waits around reports of the level above: the originals are to go up."""

from typing import Final

from domain.model import Event, Recorded
from domain.unread_reports import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def set_aside(rows: Rows, event: Recorded[events.SetAside]) -> None:
    """The originals are to go up."""
    wait(rows, event, "pass_up", event.event.kept_by)


def passed_up(rows: Rows, _: Recorded[events.PassedUp]) -> None:
    """They went up."""
    done(rows, "pass_up")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SetAside: set_aside,
    events.PassedUp: passed_up,
    events.Annulled: nothing_left,
}
