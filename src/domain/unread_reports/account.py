"""What the events of unread reports share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event, Occurred
from domain.unread_reports.state import UnreadReports


class Account(account.Account[UnreadReports]):
    """What a decision adds to the reports set aside on one day."""

    def concerns(self, event: Event, after: UnreadReports) -> Concerns:  # noqa: ARG002
        """Who keeps them, nobody else."""
        return after.concerns

    def frame(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields of every event after the first, with the count as it stands."""
        state = self.state
        return {**self.plain(occurred), "kept_by": state.kept_by, "count": state.count}
