"""Whom the adoption of a scheme concerns."""

from domain import account
from domain.checks import ORGANISATION
from domain.context import Context
from domain.model import Concerns, Event
from domain.scheme import Scheme
from domain.schemes.state import SchemeState
from domain.streams import StreamState


class Account(account.Account[SchemeState]):
    """What a decision adds to the stream of one adoption; ``adopted`` is the scheme it brings."""

    def __init__(
        self, stream: StreamState[SchemeState], context: Context, *, adopted: Scheme
    ) -> None:
        super().__init__(stream, context)
        self.adopted = adopted

    def concerns(self, event: Event, after: SchemeState) -> Concerns:  # noqa: ARG002
        """Every party of the scheme."""
        return Concerns(parties=tuple(self.adopted.parties), visibility=ORGANISATION)
