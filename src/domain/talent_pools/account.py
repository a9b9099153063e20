"""What the events of a talent pool share, and whom they concern."""

from typing import Any

from domain import nominating
from domain.model import Concerns, Event
from domain.talent_pools import events
from domain.talent_pools.state import TalentPool


class Account(nominating.Account[TalentPool]):
    """What a decision adds to one pool."""

    def concerns(self, event: Event, after: TalentPool) -> Concerns:
        """The pool: all that nominate. A nomination: its body. A study group: who leads and whose study."""
        match event:
            case nominating.BodyEvent(party=party):
                return self.among(after, (party,), f"talent_pool_member:{party}")
            case events.GroupEvent(group=key, leader=leader):
                return self.among(after, (leader, *after.homes(key)), f"talent_pool_group:{key}")
            case _:
                return self.among(after, after.parties, "talent_pool")

    def about(self, number: int) -> dict[str, Any]:
        """The fields that every step of one person has."""
        return {**self.frame(), "member": number, "party": self.state.members[number - 1].party}

    def awaits_study(self, key: int) -> None:
        """Tell from which day the time counts within which a group is to study again."""
        since = self.state.studied(key)
        self.tell(events.StudyAwaited(**self.of_group(key), since=since))

    def of_group(self, key: int) -> dict[str, Any]:
        """The fields that every step of one study group has."""
        return {**self.frame(), "group": key, "leader": self.state.groups[key - 1].leader}
