"""What the events of an urging share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import CaseTag, family_of
from domain.model import Concerns, Event
from domain.urgings.state import Urging


class Account(account.Account[Urging]):
    """What a decision adds to one urging.

    About a case its events carry the case's tag: who is barred there reads none of it (SL 67).
    """

    def concerns(self, event: Event, after: Urging) -> Concerns:  # noqa: ARG002
        """Who urges and who is urged."""
        return after.concerns

    def say(self, event: Event) -> None:
        """Add an event, tagged with the case that the matter is."""
        self.tell(event, case=self._case(event))

    def _case(self, event: Event) -> CaseTag | None:
        matter = getattr(event, "matter", None) or self.state.matter
        if matter is None or not self.context.catalogue.family[family_of(matter)].is_case:
            return None
        return CaseTag(matter)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "issuer": self.state.issuer}

    def answerer(self) -> dict[str, Any]:
        """The fields that every step about the answer has."""
        return {**self.frame(), "by": self.state.addressee}
