"""What the events of an integrity plan share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import PartyId
from domain.integrity_plans import events
from domain.integrity_plans.commands import PlannedActivity, Revise
from domain.integrity_plans.state import STRANDS, Activity, IntegrityPlan
from domain.model import Concerns, Event
from domain.oversight import watchers


class Account(account.Account[IntegrityPlan]):
    """What a decision adds to one plan."""

    def concerns(self, event: Event, after: IntegrityPlan) -> Concerns:  # noqa: ARG002
        """Committee, group, the office linked with it and the commission; not the unit itself."""
        circle = (after.committee, *watchers(self.jurisdiction, after.group), self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility="integrity_plan")

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {**self.plain(), "committee": self.state.committee, "group": self.state.group}

    def of(self, activity: Activity) -> dict[str, Any]:
        """The fields of an event about one activity."""
        return {**self.frame(), "activity": activity.key, "strand": activity.strand}

    @property
    def other(self) -> PartyId:
        """The side that does not act."""
        state = self.state
        return state.group if self.acting == state.committee else state.committee

    def propose(self, activity: int, planned: PlannedActivity | Revise) -> None:
        """Propose an activity under its number, for the other side to agree."""
        self.tell(
            events.ActivityProposed(
                **self.frame(),
                activity=activity,
                strand=planned.strand,
                title=planned.title,
                due=planned.due,
                by=self.acting,
                other=self.other,
            )
        )

    def whole(self, before: frozenset[str]) -> None:
        """Say that every strand has its activity now, if one of them had none ``before``."""
        reviewed = self.state.strands_reviewed
        if before != reviewed and len(reviewed) == len(STRANDS):
            self.tell(events.EveryStrandReviewed(**self.frame(), period=self.state.period))
