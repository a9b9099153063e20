"""Where an integrity plan stands, folded from its events.

Its activities are worked off one by one (`domain.worklist`): proposed → agreed | sent_back → proposed;
agreed → held → returned → held; held → reviewed. What was not held may be dropped, what was, annulled.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Literal, get_args

from domain.ids import NOBODY, PartyId
from domain.integrity_plans import events
from domain.integrity_plans.commands import Strand
from domain.model import Event
from domain.worklist import Entry, Worklist

ActivityStage = Literal[
    "proposed", "sent_back", "agreed", "held", "returned", "reviewed", "dropped", "annulled"
]

STRANDS: Final[tuple[Strand, ...]] = get_args(Strand)
"""The four, in the order of the interview."""


ACTIVITY_NAMES: Final[dict[str, tuple[str, str]]] = {
    "proposed": ("待对方同意", "proposed, not agreed yet"),
    "sent_back": ("已退回修改", "sent back"),
    "agreed": ("已列入计划", "planned"),
    "held": ("已开展,待评审", "held, not reviewed yet"),
    "returned": ("佐证已退回", "returned for better evidence"),
    "reviewed": ("已评审", "reviewed"),
    "dropped": ("已取消", "dropped"),
    "annulled": ("已作废", "annulled"),
}
"""How far an activity is, in Chinese and English, for refusals."""

GONE: Final = frozenset({"dropped", "annulled"})
"""The stages in which an activity is not of the plan any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Entry):
    """An activity; ``by`` proposed it, or said last that it was held, ``other`` is to agree or review."""

    ENDS: ClassVar = frozenset({"reviewed", *GONE})

    strand: Strand
    due: datetime.date
    by: PartyId
    other: PartyId


@dataclass(frozen=True, slots=True)
class IntegrityPlan:
    """The plan of a committee and its group for one period."""

    committee: PartyId = NOBODY
    group: PartyId = NOBODY
    period: str = ""
    activities: Worklist[Activity] = field(default_factory=Worklist)

    @property
    def strands_reviewed(self) -> frozenset[Strand]:
        """The strands with an activity that was held and reviewed."""
        return frozenset(each.strand for each in self.activities if each.state == "reviewed")

    def left(self, activity: Activity) -> int:
        """How many activities beside this one its strand has."""
        return sum(
            each.strand == activity.strand and each.state not in GONE and each.key != activity.key
            for each in self.activities
        )


_STAGE_AFTER: Final[dict[type[Event], ActivityStage]] = {
    events.ActivityAgreed: "agreed",
    events.ActivitySentBack: "sent_back",
    events.ActivityReturned: "returned",
    events.ActivityReviewed: "reviewed",
    events.ActivityDropped: "dropped",
    events.ActivityAnnulled: "annulled",
}
"""What an activity is after each event that says nothing else of it."""


def evolve(state: IntegrityPlan, event: Event) -> IntegrityPlan:
    """The plan after one of its events; any other event is a fault in the log."""
    match event:
        case events.DrawnUp(committee=committee, group=group, period=period):
            return IntegrityPlan(committee, group, period)
        case events.EveryStrandReviewed() | events.ActivityCorrected():
            return state
        case events.ActivityEvent():
            return replace(state, activities=_worked_off(state.activities, event))
        case _:
            raise TypeError(f"no event of an integrity plan: {type(event).__name__}")


def _worked_off(activities: Worklist[Activity], event: events.ActivityEvent) -> Worklist[Activity]:
    day = event.occurred.date
    match event:
        case events.ActivityProposed(activity=key, strand=strand, due=due, by=by, other=other):
            return activities.with_entry(
                Activity(
                    key=key,
                    state="proposed",
                    since=day,
                    strand=strand,
                    due=due,
                    by=by,
                    other=other,
                )
            )
        case events.ActivityHeld(activity=key, by=by, other=other):
            held = replace(activities[key], state="held", since=day, by=by, other=other)
            return activities.with_entry(held)
        case _:
            return activities.moved(event.activity, _STAGE_AFTER[type(event)], day)
