"""What the events of a task order share, and whom they concern."""

from typing import Any

from domain import account
from domain.asking import between
from domain.model import Concerns, Event
from domain.task_orders import events
from domain.task_orders.state import TaskOrder


class Account(account.Account[TaskOrder]):
    """What a decision adds to one task order."""

    def concerns(self, event: Event, after: TaskOrder) -> Concerns:
        """Issuer and addressees; what one party feeds back, follows up or proposes: it and the issuer."""
        match event:
            case events.FeedbackAsked(to=party) | events.FollowUpAsked(to=party):
                return between(after.issuer, party, "feedback_form")
            case (
                events.FeedbackGiven(by=party)
                | events.FeedbackReturned(by=party)
                | events.FeedbackAccepted(by=party)
                | events.FollowedUp(by=party)
                | events.ProposalIssued(by=party)
                | events.ProposalSettled(by=party)
            ):
                return between(after.issuer, party, "feedback_form")
            case _:
                return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "issuer": self.state.issuer}
