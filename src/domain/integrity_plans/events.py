"""What happened to an integrity plan and its activities."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.integrity_plans.commands import Attended, Files, Rating, Strand
from domain.model import Event, Personal, Text
from domain.serials import Serial

Period = Annotated[str, MinLen(4), MaxLen(8)]
"""The period of a plan as people write it: ``2026``, ``2026-H1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEvent(Event):
    """Base of them all: whose plan it is."""

    committee: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEvent(PlanEvent):
    """Base of what happened to one activity, in one strand."""

    activity: Serial
    strand: Strand


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUp(PlanEvent):
    """One side drew up the plan of a period."""

    period: Period
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityProposed(ActivityEvent):
    """One side proposed an activity, or proposed it anew; ``other`` is to agree."""

    title: Text
    due: datetime.date
    by: PartyId
    other: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityAgreed(ActivityEvent):
    """The other side agreed: it is planned, to be held by a day."""

    due: datetime.date
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySentBack(ActivityEvent):
    """The other side sent a proposal back ``to`` the one that made it."""

    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityHeld(ActivityEvent):
    """One side said that it was held, with evidence; ``other`` is to review it."""

    attended: Attended
    evidence: Files
    text: Personal | None = None
    by: PartyId
    other: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityReturned(ActivityEvent):
    """The other side sent back ``to`` the first what it said of an activity held."""

    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityReviewed(ActivityEvent):
    """The other side reviewed it: it counts."""

    rating: Rating
    text: Personal | None = None
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryStrandReviewed(PlanEvent):
    """Each of the four strands has an activity that was held and reviewed."""

    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDropped(ActivityEvent):
    """It is not held; ``left`` is how many activities the strand still has."""

    reason: Text
    approved_by: PersonId
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCorrected(ActivityEvent):
    """What was said of an activity held was corrected."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    attended: Attended | None = None
    held: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityAnnulled(ActivityEvent):
    """An activity held does not count; ``left`` is how many activities the strand still has."""

    reason: Text
    approved_by: PersonId
    left: int
