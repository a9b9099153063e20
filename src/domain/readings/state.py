"""Readings, folded from their events."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event
from domain.readings.events import AttachmentOpened, LeadOpened


class Known(NamedTuple):
    """When somebody last was shown a lead, and how many events of it at the most on that day."""

    day: datetime.date
    version: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and of a lead by whom; nothing yet while the stream is empty."""

    matter: StreamId | None = None
    attachment: StreamId | None = None
    known: Mapping[tuple[PersonId, PartyId], Known] = field(default_factory=dict)

    def knows(self, person: PersonId, party: PartyId, day: datetime.date, version: int) -> bool:
        """Whether it is on record that somebody was shown that much, or more, on that day."""
        known = self.known.get((person, party))
        return known is not None and known.day == day and known.version >= version


def evolve(state: Reading, event: Event) -> Reading:
    """The reading after its event; any other event is a fault in the log."""
    match event:
        case AttachmentOpened(matter=matter, attachment=attachment):
            return Reading(matter, attachment)
        case LeadOpened(matter=matter, read_by=person, by=by):
            known = Known(event.occurred.date, event.version)
            return replace(state, matter=matter, known={**state.known, (person, by): known})
        case _:
            raise AssertionError(f"not an event of readings: {state} {type(event).__name__}")
