"""What waits for whom around a pooled stationing: units that nobody has, assignments to end."""

from typing import Final

from domain.model import Event, Recorded
from domain.pooled_stationings import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def unit_added(rows: Rows, event: Recorded[events.UnitAdded]) -> None:
    """The group is to assign somebody to it."""
    e = event.event
    wait(rows, event, f"cover_unit:{e.unit}", e.group, from_party=e.commission)


def unit_dropped(rows: Rows, event: Recorded[events.UnitDropped]) -> None:
    """Nobody need have it."""
    done(rows, f"cover_unit:{event.event.unit}")


def assigned(rows: Rows, event: Recorded[events.Assigned]) -> None:
    """Somebody has it; where it is for a time, the group is to release them by then."""
    e = event.event
    done(rows, f"cover_unit:{e.unit}")
    if e.until is not None:
        wait(rows, event, f"release:{e.assignment}", e.group, title=e.duty, due=e.until)


def assignment_corrected(rows: Rows, event: Recorded[events.AssignmentCorrected]) -> None:
    """It is for another time."""
    e = event.event
    if e.until is not None:
        wait(rows, event, f"release:{e.assignment}", e.group, title=e.duty, due=e.until)


def released(rows: Rows, event: Recorded[events.Released]) -> None:
    """Somebody else is to be assigned, where nobody is left."""
    e = event.event
    done(rows, f"release:{e.assignment}")
    if e.left == 0 and e.unit is not None:
        wait(rows, event, f"cover_unit:{e.unit}", e.group, from_party=e.commission)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.UnitAdded: unit_added,
    events.UnitDropped: unit_dropped,
    events.Assigned: assigned,
    events.AssignmentCorrected: assignment_corrected,
    events.Released: released,
    events.Dissolved: nothing_left,
    events.Annulled: nothing_left,
}
"""By event."""
