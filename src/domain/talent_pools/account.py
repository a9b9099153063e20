"""What the events of a talent pool share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.talent_pools import events
from domain.talent_pools.state import TalentPool


class Account(account.Account[TalentPool]):
    """What a decision adds to one pool."""

    def concerns(self, event: Event, after: TalentPool) -> Concerns:
        """The pool: all that nominate. A nomination: its body. A study group: who leads and whose study."""
        match event:
            case events.BodyEvent(party=party):
                return self._among(after, (party,), f"talent_pool_member:{party}")
            case events.GroupEvent(group=key, leader=leader):
                return self._among(after, (leader, *after.homes(key)), f"talent_pool_group:{key}")
            case _:
                return self._among(after, after.parties, "talent_pool")

    def _among(self, after: TalentPool, parties: tuple[PartyId, ...], visibility: str) -> Concerns:
        circle = (after.organiser, *parties, self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "organiser": self.state.organiser}

    def of_member(self, key: int) -> dict[str, Any]:
        """The fields that every step of one person has."""
        return {**self.frame(), "member": key, "party": self.state.members[key - 1].party}

    def of_group(self, key: int) -> dict[str, Any]:
        """The fields that every step of one study group has."""
        return {**self.frame(), "group": key, "leader": self.state.groups[key - 1].leader}
