"""What the events of a training session share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.trainings import events
from domain.trainings.state import Training


class Account(account.Account[Training]):
    """What a decision adds to one training session."""

    def concerns(self, event: Event, after: Training) -> Concerns:
        """All invited; who comes from one body: it, its linked office, organiser and commission."""
        if isinstance(event, events.AttendeesEvent):
            office = self.related(event.party, "supervising_office")
            own = (event.party,) if office is None else (event.party, office)
            return self._among(after, own, f"training_attendance:{event.party}")
        return self._among(after, after.invited, "training")

    def _among(self, after: Training, parties: tuple[PartyId, ...], visibility: str) -> Concerns:
        circle = (after.organiser, *parties, self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "organiser": self.state.organiser}
