"""What the events of an integrity opinion share, and whom they concern."""

from typing import Any

from domain import account
from domain.integrity_opinions.state import IntegrityOpinion
from domain.model import Concerns, Event


class Account(account.Account[IntegrityOpinion]):
    """What a decision adds to one integrity opinion."""

    def concerns(self, event: Event, after: IntegrityOpinion) -> Concerns:  # noqa: ARG002
        """Who asked and the group that answers: neither the unit nor anybody above them."""
        return Concerns(parties=(after.asker, after.group), visibility="integrity_opinion")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "asked_by": self.state.asker, "group": self.state.group}
