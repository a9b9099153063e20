"""What the events of a duty matrix share, and whom they concern."""

from typing import Any

from domain import account
from domain.duty_matrices import events
from domain.duty_matrices.state import DutyMatrix, Share
from domain.ids import PartyId
from domain.model import Concerns, Event


class Account(account.Account[DutyMatrix]):
    """What a decision adds to one matrix."""

    def concerns(self, event: Event, after: DutyMatrix) -> Concerns:
        """Who does what is known to all of the matrix; a result to whoever answers for it.

        A unit's result concerns the groups that supervise the item too; a group's no unit, and no other
        group (DOMAIN.md §4, «Visibility defaults»). Linked offices read with their groups.
        """
        if not isinstance(event, events.ResultEvent):
            return Concerns(parties=self._with_offices(*after.circle), visibility="duty_matrix")
        share = after.shares[event.share - 1]
        groups = after.holders(item=share.item) if share.responsibility == "principal" else ()
        parties = self._with_offices(after.opener, share.party, *groups)
        return Concerns(parties=parties, visibility=f"duty_result:{event.share}")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "opener": self.state.opener}

    def share(self, serial: int) -> dict[str, Any]:
        """The fields that every event about a share has."""
        return {**self.place(self.state.shares[serial - 1]), "share": serial}

    def place(self, share: Share) -> dict[str, Any]:
        """Where in the matrix a share is."""
        place = {"item": share.item, "duty": share.duty, "responsibility": share.responsibility}
        return {**self.frame(), **place}

    def result(self, serial: int) -> dict[str, Any]:
        """The fields that every event about a result has."""
        share = self.state.results[serial - 1].share
        owner = self.state.shares[share - 1].party
        return {**self.share(share), "result": serial, "owner": owner}

    def _with_offices(self, *parties: PartyId) -> tuple[PartyId, ...]:
        offices = (self.related(party, "supervising_office") for party in parties)
        circle = (*parties, *offices, self.jurisdiction.founding_party)
        return tuple(dict.fromkeys(party for party in circle if party))
