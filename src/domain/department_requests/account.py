"""What the events of a request to a department share, and whom they concern."""

from typing import Any

from domain import account
from domain.department_requests.state import DepartmentRequest
from domain.model import Concerns, Event


class Account(account.Account[DepartmentRequest]):
    """What a decision adds to one request."""

    def concerns(self, event: Event, after: DepartmentRequest) -> Concerns:  # noqa: ARG002
        """Its two ends."""
        return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "issuer": self.state.issuer}

    def answerer(self) -> dict[str, Any]:
        """The fields that every step about the answer has."""
        return {**self.frame(), "by": self.state.addressee}
