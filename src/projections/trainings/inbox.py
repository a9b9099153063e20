"""What waits for whom around a training session."""

from typing import Final

from domain.model import Event, Recorded
from domain.trainings import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def planned(rows: Rows, event: Recorded[events.Planned | events.Postponed]) -> None:
    """It is to be held on a day."""
    e = event.event
    title = e.title if isinstance(e, events.Planned) else e.reason
    wait(rows, event, "hold_training", e.organiser, title=title, due=e.planned)


def invited(rows: Rows, event: Recorded[events.Invited]) -> None:
    """A body is to name who comes."""
    e = event.event
    item = f"name_attendees:{e.party}"
    wait(rows, event, item, e.party, from_party=e.organiser, due=e.name_by)


def named(rows: Rows, event: Recorded[events.AttendeesNamed]) -> None:
    """It did."""
    done(rows, f"name_attendees:{event.event.party}")


def returned(rows: Rows, event: Recorded[events.NamesReturned]) -> None:
    """It is to name others."""
    e = event.event
    item = f"name_attendees:{e.party}"
    wait(rows, event, item, e.party, from_party=e.organiser, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.Postponed: planned,
    events.Invited: invited,
    events.AttendeesNamed: named,
    events.NamesReturned: returned,
    events.Held: nothing_left,
    events.Cancelled: nothing_left,
    events.Annulled: nothing_left,
}
