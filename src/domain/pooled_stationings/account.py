"""What the events of a pooled stationing share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import CaseTag, StreamId, family_of
from domain.model import Concerns, Event
from domain.pooled_stationings import events
from domain.pooled_stationings.state import PooledStationing


class Account(account.Account[PooledStationing]):
    """What a decision adds to one pool."""

    def concerns(self, event: Event, after: PooledStationing) -> Concerns:
        """The group and the commission; a recusal only the party to which it was declared.

        Who has which matter concerns the group alone.
        """
        match event:
            case events.RecusalDeclared():
                number = len(after.recused)
                return Concerns(parties=(self.acting,), visibility=f"pool_recusal:{number}")
            case (
                events.Assigned(matter=matter, assignment=serial)
                | events.Released(matter=matter, assignment=serial)
                | events.AssignmentCorrected(matter=matter, assignment=serial)
            ) if matter is not None:
                return Concerns(parties=(after.group,), visibility=f"pool_matter:{serial}")
            case _:
                return after.concerns

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {
            **self.plain(),
            "commission": self.state.commission,
            "group": self.state.group,
        }

    def case_of(self, matter: StreamId | None) -> CaseTag | None:
        """The tag of a matter that is a case: whoever keeps out of it is not told who has it."""
        if matter is None or not self.context.catalogue.family[family_of(matter)].is_case:
            return None
        return CaseTag(matter)
