"""Whom the events of a jurisdiction as a whole concern."""

from domain import account
from domain.checks import ORGANISATION
from domain.ids import SYSTEM_PARTY
from domain.jurisdictions.events import Begun, Opened
from domain.jurisdictions.state import JurisdictionState
from domain.model import Concerns, Event


class Account(account.Account[JurisdictionState]):
    """What a decision adds to the stream of a jurisdiction."""

    def concerns(self, event: Event, after: JurisdictionState) -> Concerns:  # noqa: ARG002
        """The founding party; before there is one, the system."""
        match event:
            case Opened():
                party = SYSTEM_PARTY
            case Begun():
                party = event.founding_party
            case _:
                party = self.founding
        return Concerns(parties=(party,), visibility=ORGANISATION)
