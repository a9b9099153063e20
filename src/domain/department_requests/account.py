"""What the events of a request to a department share, and whom they concern."""

from typing import Any

from domain import asking_between
from domain.department_requests import events
from domain.department_requests.state import DepartmentRequest
from domain.model import Concerns, Event, Occurred


class Account(asking_between.Account[DepartmentRequest]):
    """What a decision adds to one request."""

    asks = events.AnswerAsked
    steps = {  # noqa: RUF012 - a class variable by its base
        "acknowledged": events.Acknowledged,
        "answered": events.Answered,
        "answer_returned": events.AnswerReturned,
        "answer_accepted": events.AnswerAccepted,
        "corrected": events.Corrected,
        "annulled": events.Annulled,
        "recalled": events.Annulled,
    }

    def concerns(self, event: Event, after: DepartmentRequest) -> Concerns:  # noqa: ARG002
        """Its two ends."""
        return after.concerns

    def frame(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(occurred), "issuer": self.state.issuer}

    def answerer(self) -> dict[str, Any]:
        """The fields that every step about the answer has."""
        return {**self.frame(), "by": self.state.addressee}
