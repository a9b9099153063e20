"""A reading, folded from its one event."""

from dataclasses import dataclass

from domain.ids import StreamId
from domain.model import Event
from domain.readings.events import AttachmentOpened


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read; nothing yet while the stream is empty."""

    matter: StreamId | None = None
    attachment: StreamId | None = None


def evolve(state: Reading, event: Event) -> Reading:
    """The reading after its event; any other event is a fault in the log."""
    match event:
        case AttachmentOpened(matter=matter, attachment=attachment):
            return Reading(matter, attachment)
        case _:
            raise AssertionError(f"not an event of readings: {state} {type(event).__name__}")
