"""What the events of a work report share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.work_reports.state import WorkReport


class Account(account.Account[WorkReport]):
    """What a decision adds to one report."""

    def concerns(self, event: Event, after: WorkReport) -> Concerns:  # noqa: ARG002
        """Reporter, receiver, and those it was circulated to."""
        return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every step between the two ends has."""
        return {**self.plain(), "reporter": self.state.reporter, "to": self.state.receiver}
