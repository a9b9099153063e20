"""What the events of a selection share, and whom they concern."""

from typing import Any

from domain import nominating
from domain.model import Concerns, Event
from domain.selections import events
from domain.selections.state import Selection


class Account(nominating.Account[Selection]):
    """What a decision adds to one selection."""

    def concerns(self, event: Event, after: Selection) -> Concerns:
        """All invited; a nomination: its body; an objection: who objects – and the organiser, each time."""
        match event:
            case nominating.BodyEvent(party=party):
                return self.among(after, (party,), f"selection_nomination:{party}")
            case events.ObjectionEvent(party=party, objection=objection):
                return self.among(after, (party,), f"selection_objection:{objection}")
            case _:
                return self.among(after, after.parties, "selection")

    def about(self, number: int) -> dict[str, Any]:
        """The fields that every step of one nomination has."""
        party = self.state.nominations[number - 1].party
        return {**self.frame(), "nomination": number, "party": party}
