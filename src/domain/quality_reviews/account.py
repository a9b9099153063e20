"""What the events of a review share, and whom they concern."""

from typing import Any

from domain import account
from domain.model import Concerns, Event
from domain.quality_reviews.state import QualityReview


class Account(account.Account[QualityReview]):
    """What a decision adds to one review, or to the quality record of a body."""

    def concerns(self, event: Event, after: QualityReview) -> Concerns:  # noqa: ARG002
        """Reviewer, reviewed body, and the commission."""
        return after.concerns(self.jurisdiction.founding_party)

    def frame(self) -> dict[str, Any]:
        """The fields of every event after the first."""
        return {**self.plain(), "reviewer": self.state.reviewer, "body": self.state.body}
