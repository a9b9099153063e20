"""What the events of a pairing share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.pairings.state import Pairing


class Account(account.Account[Pairing]):
    """What a decision adds to a quarter of one pair."""

    def concerns(self, event: Event, after: Pairing) -> Concerns:  # noqa: ARG002
        """Both sides and the commission."""
        return after.concerns(self.founding)

    def frame(self, activity: int) -> dict[str, Any]:
        """The fields that every event about an activity has."""
        state = self.state
        return {
            **self.plain(),
            "office": state.office,
            "group": state.group,
            "activity": activity,
        }
