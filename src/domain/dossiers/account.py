"""What the events of a dossier share, and whom they concern."""

from typing import Any

from domain import account
from domain.dossiers import events
from domain.dossiers.state import Dossier
from domain.model import Concerns, Event
from domain.oversight import watchers


class Account(account.Account[Dossier]):
    """What a decision adds to one dossier."""

    def concerns(self, event: Event, after: Dossier) -> Concerns:  # noqa: ARG002
        """The group and its linked office; never the unit that it is about."""
        parties = watchers(self.jurisdiction, after.group)
        return Concerns(parties=parties, visibility="dossier")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "unit": self.state.unit, "group": self.state.group}

    def awaits_talk(self, fact: int) -> None:
        """Tell from when the time counts in which the key person of a fact is to be talked to."""
        since = self.state.facts[fact - 1].awaits
        self.tell(events.TalkAwaited(**self.frame(), fact=fact, since=since))
