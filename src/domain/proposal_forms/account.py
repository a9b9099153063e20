"""What the events of a proposal form share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.proposal_forms.state import ProposalForm


class Account(account.Account[ProposalForm]):
    """What a decision adds to one proposal form."""

    def concerns(self, event: Event, after: ProposalForm) -> Concerns:  # noqa: ARG002
        """Its two ends, and who issued the order it came of."""
        return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "issuer": self.state.issuer}

    def answerer(self) -> dict[str, Any]:
        """The fields that every step about the answer has."""
        return {**self.frame(), "by": self.state.addressee}
