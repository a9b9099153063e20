"""What the events of a selection share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.selections import events
from domain.selections.state import Selection


class Account(account.Account[Selection]):
    """What a decision adds to one selection."""

    def concerns(self, event: Event, after: Selection) -> Concerns:
        """All invited; a nomination: its body; an objection: who objects – and the organiser, each time."""
        match event:
            case events.NominationEvent():
                return self._among(
                    after, (event.party,), f"selection_nomination:{event.nomination}"
                )
            case events.ObjectionEvent():
                return self._among(after, (event.party,), f"selection_objection:{event.objection}")
            case _:
                return self._among(after, after.parties, "selection")

    def _among(self, after: Selection, parties: tuple[PartyId, ...], visibility: str) -> Concerns:
        circle = (after.organiser, *parties, self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "organiser": self.state.organiser}

    def about(self, nomination: int) -> dict[str, Any]:
        """The fields that every step of one nomination has."""
        party = self.state.nominations[nomination - 1].party
        return {**self.frame(), "nomination": nomination, "party": party}
