"""Where reports of the level above stand, folded from their events: set_aside → passed_up; → annulled."""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Concerns, Event
from domain.unread_reports import events

Stage = Literal["new", "set_aside", "passed_up", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未登记", "not set aside yet"),
    "set_aside": ("待上报", "to be passed up"),
    "passed_up": ("已上报", "passed up"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class UnreadReports:
    """The reports of the level above that came in on one day."""

    stage: Stage = "new"
    kept_by: PartyId = NOBODY
    count: int = 0
    came_in: datetime.date | None = None

    @property
    def concerns(self) -> Concerns:
        """Who keeps them."""
        return Concerns(parties=(self.kept_by,), visibility="unread_report")


def evolve(state: UnreadReports, event: Event) -> UnreadReports:
    """The reports after one of their events; any other event is a fault in the log."""
    match event:
        case events.SetAside(kept_by=keeper, count=count, occurred=occurred):
            return UnreadReports("set_aside", keeper, count, occurred.date)
        case events.PassedUp():
            return replace(state, stage="passed_up")
        case events.Corrected(count=count):
            return replace(state, count=count)
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of unread reports: {type(event).__name__}")
