"""What the events of a talk share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.oversight import watchers
from domain.talks import events
from domain.talks.state import Talk


class Account(account.Account[Talk]):
    """What a decision adds to one talk."""

    def concerns(self, event: Event, after: Talk) -> Concerns:
        """That it took place: group, linked office, commission. What was said: who held it, alone."""
        if isinstance(event, events.ContentEvent):
            return Concerns(parties=(after.by,), visibility="talk_content")
        above = (after.by, *watchers(self.jurisdiction, after.group), self.founding)
        return Concerns(parties=tuple(dict.fromkeys(above)), visibility="talk")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        state = self.state
        return {**self.plain(), "by": state.by, "unit": state.unit, "group": state.group}
