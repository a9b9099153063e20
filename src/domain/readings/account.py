"""What the events of a reading share, and whom they concern."""

from typing import Any

from domain import account
from domain.attachments.state import Attachment
from domain.context import Context
from domain.model import Concerns, Event
from domain.readings.state import Reading
from domain.streams import StreamState


class Account(account.Account[Reading]):
    """What a decision adds to one reading: it concerns whom that part of the matter concerns now."""

    def __init__(
        self,
        stream: StreamState[Reading],
        matter: StreamState[Any],
        attachment: Attachment,
        context: Context,
    ) -> None:
        super().__init__(stream, context)
        self._matter, self._attachment = matter, attachment

    def concerns(self, event: Event, after: Reading) -> Concerns:  # noqa: ARG002
        """The parties that read the attachment."""
        parties = self._matter.content(self._attachment.scope)
        return Concerns(parties=tuple(sorted(parties)), visibility="reading")
