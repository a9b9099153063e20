"""What the events of a case share, and whom they concern."""

from typing import Any

from domain import account
from domain.cases import circle
from domain.cases.state import Case
from domain.ids import PartyId
from domain.model import Concerns, Event


class Account(account.Account[Case]):
    """What a decision adds to one case."""

    @property
    def case(self) -> Case:
        """The case as it stands with what was told."""
        return self.state

    def concerns(self, event: Event, after: Case) -> Concerns:
        """By the visibility defaults for cases (`domain.cases.circle`)."""
        return circle.concerns(event, after, self.jurisdiction)

    def frame(self) -> dict[str, Any]:
        """The fields that every event about the case has."""
        return {**self.plain(), "handling_party": self.case.handling_party}

    def adjudication(self) -> dict[str, Any]:
        """The fields of a step of the adjudication."""
        return {**self.frame(), "adjudicator": self.case.adjudicator or PartyId("")}
