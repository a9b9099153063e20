"""What the events of a joint enforcement share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.joint_enforcements import events
from domain.joint_enforcements.state import JointEnforcement
from domain.model import Concerns, Event


class Account(account.Account[JointEnforcement]):
    """What a decision adds to one joint enforcement."""

    def concerns(self, event: Event, after: JointEnforcement) -> Concerns:
        """Partners know that it is, and their own shares; all else only once it is released to them."""
        own = self._own(after)
        match event:
            case events.PlanWritten():
                return Concerns(parties=own, visibility="joint_enforcement")
            case events.ResultRecorded() | events.ResultReleased():
                parties = _once(*own, *after.released)
                return Concerns(parties=parties, visibility="joint_enforcement_result")
            case (
                events.ShareAssigned(share=place)
                | events.ShareReported(share=place)
                | events.ShareReturned(share=place)
                | events.ShareAccepted(share=place)
                | events.ShareReleased(share=place)
                | events.ShareCorrected(share=place)
            ):
                share = after.shares[place - 1]
                parties = _once(*own, share.owner, *share.released)
                return Concerns(parties=parties, visibility=f"joint_enforcement_share:{place}")
            case events.Planned(partners=partners):
                parties = _once(*own, *partners)
                return Concerns(parties=parties, visibility="joint_enforcement_plan")
            case _:
                parties = _once(*own, *after.partners)
                return Concerns(parties=parties, visibility="joint_enforcement_plan")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "head": self.state.head}

    def share(self, place: int) -> dict[str, Any]:
        """The fields that every event about a share has."""
        owner = self.state.shares[place - 1].owner
        return {**self.frame(), "share": place, "owner": owner}

    def _own(self, after: JointEnforcement) -> tuple[PartyId, ...]:
        return _once(after.head, self.related(after.head, "supervising_office"))


def _once(*parties: PartyId | None) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in parties if party))
