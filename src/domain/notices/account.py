"""What the events of a notice share, and whom they concern."""

from typing import Any

from domain import account
from domain.asking import between
from domain.model import Concerns, Event
from domain.notices import events
from domain.notices.state import Notice


class Account(account.Account[Notice]):
    """What a decision adds to one notice."""

    def concerns(self, event: Event, after: Notice) -> Concerns:
        """Issuer and addressees; an answer concerns the issuer and who gave it, nobody else."""
        match event:
            case (
                events.Replied(by=party)
                | events.ReplyReturned(by=party)
                | events.ReplyAccepted(by=party)
            ):
                return between(after.issuer, party, "notice_reply")
            case _:
                return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "issuer": self.state.issuer}
