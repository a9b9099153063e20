"""What the events of a tree of responsibility share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.oversight import watchers
from domain.responsibility_trees.state import ResponsibilityTree


class Account(account.Account[ResponsibilityTree]):
    """What a decision adds to one tree."""

    def concerns(self, event: Event, after: ResponsibilityTree) -> Concerns:  # noqa: ARG002
        """The Party group, the group stationed with it, the office linked with that and the commission."""
        above = (*watchers(self.jurisdiction, after.group), self.founding)
        parties = tuple(dict.fromkeys((after.party_group, *above)))
        return Concerns(parties=parties, visibility="responsibility_tree")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        state = self.state
        return {**self.plain(), "party_group": state.party_group, "group": state.group}
