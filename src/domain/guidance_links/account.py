"""What the events of a guidance link share, and whom they concern."""

from typing import Any

from domain import account
from domain.guidance_links.state import GuidanceLink
from domain.model import Concerns, Event


class Account(account.Account[GuidanceLink]):
    """What a decision adds to one link."""

    def concerns(self, event: Event, after: GuidanceLink) -> Concerns:  # noqa: ARG002
        """Office, group, and the commission whose leader is in charge."""
        parties = tuple(dict.fromkeys((after.office, after.group, self.founding)))
        return Concerns(parties=parties, visibility="guidance_link")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "office": self.state.office, "group": self.state.group}
