"""What the events of an inspection link share, and whom they concern."""

from typing import Any

from domain import account
from domain.inspection_links import events
from domain.inspection_links.state import InspectionLink
from domain.model import Concerns, Event


class Account(account.Account[InspectionLink]):
    """What a decision adds to one inspection link."""

    def concerns(self, event: Event, after: InspectionLink) -> Concerns:
        """Team, group and inspection office; a lead that was passed concerns the first two only.

        A recusal concerns who decides on it: the inspection office and who declared it.
        """
        match event:
            case (
                events.LeadPassed(passing=serial)
                | events.UnderstandingReported(passing=serial)
                | events.UnderstandingReturned(passing=serial)
                | events.UnderstandingAccepted(passing=serial)
            ):
                return Concerns(parties=after.sides, visibility=f"passed_lead:{serial}")
            case events.RecusalDeclared():
                parties = tuple(dict.fromkeys((after.office, self.acting)))
                number = len(after.recused)
                return Concerns(parties=parties, visibility=f"inspection_recusal:{number}")
            case _:
                return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        state = self.state
        sides = {"office": state.office, "team": state.team, "group": state.group}
        return {**self.plain(), **sides}
