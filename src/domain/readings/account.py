"""What the events of a reading share, and whom they concern."""

from domain import account
from domain.context import Context
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.readings.state import Reading
from domain.streams import StreamState


class Account(account.Account[Reading]):
    """What a decision adds to one reading: it concerns ``circle``, who may read what was read now."""

    def __init__(
        self, stream: StreamState[Reading], circle: frozenset[PartyId], context: Context
    ) -> None:
        super().__init__(stream, context)
        self._circle = circle

    def concerns(self, event: Event, after: Reading) -> Concerns:  # noqa: ARG002
        """The parties that read it too."""
        return Concerns(parties=tuple(sorted(self._circle)), visibility="reading")
