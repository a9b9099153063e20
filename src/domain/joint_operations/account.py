"""What the events of a joint operation share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.joint_operations import events
from domain.joint_operations.state import JointOperation
from domain.model import Concerns, Event


class Account(account.Account[JointOperation]):
    """What a decision adds to one joint operation."""

    def concerns(self, event: Event, after: JointOperation) -> Concerns:
        """Its members and approvers.

        An invitation concerns who leads and who is asked; lending concerns those who run it, the home
        of the people, and the commission, which sees who works where.
        """
        match event:
            case events.Asked(to=party) | events.Declined(by=party):
                return _circle(f"joint_invitation:{party}", after.lead_body, party)
            case events.LendingEvent(home=home):
                parties = (after.lead_body, after.proposer, home, self.founding)
                return _circle(f"joint_lending:{home}", *parties)
            case _:
                return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {
            **self.plain(),
            "proposer": self.state.proposer,
            "lead_body": self.state.lead_body,
        }


def _circle(visibility: str, *parties: PartyId) -> Concerns:
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=visibility)
