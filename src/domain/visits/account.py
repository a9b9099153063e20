"""What the events of a visit share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.visits import events
from domain.visits.state import Visit


class Account(account.Account[Visit]):
    """What a decision adds to one visit."""

    def concerns(self, event: Event, after: Visit) -> Concerns:
        """Visitor, group and commission; a concern besides whoever is to see to it, and no office."""
        circle = (after.visitor, after.group, self.founding)
        if isinstance(event, events.ConcernEvent):
            return _among((*circle, event.owner), f"concern:{event.concern}")
        return _among(circle, "visit")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "visitor": self.state.visitor, "group": self.state.group}

    def about(self, concern: int) -> dict[str, Any]:
        """The fields that every step of one concern has."""
        owner = self.state.concerns[concern - 1].owner
        return {**self.frame(), "concern": concern, "owner": owner}


def _among(parties: tuple[PartyId, ...], visibility: str) -> Concerns:
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=visibility)
