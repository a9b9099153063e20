"""What the events of a task order share, and whom they concern."""

from typing import Any

from domain import asking_between
from domain.asking import between
from domain.asking_legs import LegEvent
from domain.model import Concerns, Event, Occurred
from domain.task_orders import events
from domain.task_orders.state import TaskOrder


class Account(asking_between.Account[TaskOrder]):
    """What a decision adds to one task order."""

    asks = events.FeedbackAsked
    steps = {  # noqa: RUF012 - a class variable by its base
        "acknowledged": events.Acknowledged,
        "answered": events.FeedbackGiven,
        "answer_returned": events.FeedbackReturned,
        "answer_accepted": events.FeedbackAccepted,
        "corrected": events.Corrected,
        "closed": events.Closed,
        "annulled": events.Annulled,
        "recalled": events.Annulled,
    }

    def concerns(self, event: Event, after: TaskOrder) -> Concerns:
        """Issuer and addressees; what one party feeds back, follows up or proposes: it and the issuer."""
        match event:
            case (
                events.FeedbackAsked(to=party) | events.FollowUpAsked(to=party) | LegEvent(to=party)
            ):
                return between(after.issuer, party, "feedback_form")
            case (
                events.FeedbackGiven(by=party)
                | events.FeedbackReturned(by=party)
                | events.FeedbackAccepted(by=party)
                | events.FollowedUp(by=party)
                | events.FollowUpReturned(by=party)
                | events.ProposalIssued(by=party)
                | events.ProposalSettled(by=party)
            ):
                return between(after.issuer, party, "feedback_form")
            case _:
                return after.concerns

    def frame(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(occurred), "issuer": self.state.issuer}
