"""What the events of daily supervision share, and whom they concern."""

from typing import Any

from domain import account
from domain.daily_supervisions import events
from domain.daily_supervisions.state import DailySupervision
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.oversight import watchers


class Account(account.Account[DailySupervision]):
    """What a decision adds to one record."""

    def concerns(self, event: Event, after: DailySupervision) -> Concerns:
        """The group, its linked office, the commission; the unit learns the feedback given to it alone."""
        match event:
            case events.FedBack(to=party) | events.FeedbackAcknowledged(by=party):
                return _between(after.group, party)
            case _:
                above = (*watchers(self.jurisdiction, after.group), self.founding)
                parties = tuple(dict.fromkeys(above))
                return Concerns(parties=parties, visibility="daily_supervision")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "unit": self.state.unit, "group": self.state.group}


def _between(group: PartyId, party: PartyId) -> Concerns:
    return Concerns(parties=(group, party), visibility=f"supervision_feedback:{party}")
