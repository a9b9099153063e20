"""What the events of a party share, and whom they concern."""

from typing import Any

from domain import account
from domain.checks import ORGANISATION
from domain.model import Concerns, Event
from domain.parties.state import PartyState
from domain.scheme import Party


class Account(account.Account[PartyState]):
    """What a decision adds to one party."""

    def concerns(self, event: Event, after: PartyState) -> Concerns:  # noqa: ARG002
        """The founding party and the party itself; who there is, everybody may know."""
        own = () if after.party is None else (after.party.code,)
        return Concerns(
            parties=tuple(dict.fromkeys((self.founding, *own))), visibility=ORGANISATION
        )

    def frame(self, party: Party) -> dict[str, Any]:
        """The fields that events about a registered party have."""
        return {**self.plain(), "code": party.code, "name_zh": party.zh, "name_en": party.en}
