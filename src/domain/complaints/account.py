"""What the events of a complaint share, and whom they concern."""

from typing import Any

from domain import account
from domain.complaints import events
from domain.complaints.state import Complaint
from domain.ids import PartyId
from domain.model import Concerns, Event, Occurred


class Account(account.Account[Complaint]):
    """What a decision adds to one complaint."""

    def concerns(self, event: Event, after: Complaint) -> Concerns:
        """Keeper and handling party; the reporter has a circle of their own (R 299, RC 47)."""
        match event:
            case (
                events.ReporterRecorded()
                | events.ReporterNotified()
                | events.ReporterAccessGranted()
            ):
                return after.reporter_concerns
            case _:
                return after.concerns

    def frame(
        self, *, handling_party: PartyId | None = None, occurred: Occurred | None = None
    ) -> dict[str, Any]:
        """The fields of a `events.ComplaintEvent`: who keeps it, who handles it from now on."""
        handler = handling_party or self.state.handling_party
        return {**self.kept(occurred), "handling_party": handler}

    def kept(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields of an event that says no more than who keeps it."""
        return {**self.plain(occurred), "kept_by": self.state.kept_by}
