"""Whom the events of a consultation concern."""

from domain import account
from domain.consultations.state import Consultation
from domain.model import Concerns, Event


class Account(account.Account[Consultation]):
    """What a decision adds to one consultation."""

    def concerns(self, event: Event, after: Consultation) -> Concerns:  # noqa: ARG002
        """Those who met, or are to meet, and those it is released to (R 299)."""
        return after.concerns
