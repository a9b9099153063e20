"""Integrity plans (四廉共育): what is planned, held and reviewed in each strand.

Which strand of whom has nothing shows in the coverages, which are counted over all committees.
"""

import datetime
from typing import Final, NamedTuple

from domain.integrity_plans import events
from domain.integrity_plans.state import GONE
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class IntegrityPlan(NamedTuple):
    """A plan; of each strand how many activities were reviewed, of all how many are planned and held."""

    scope: str
    committee: str
    stationed_group: str
    period: str
    drawn_up: datetime.date
    by: str
    party_building: int
    education: int
    reflection: int
    family: int
    planned: int
    held: int
    reviewed: int


class IntegrityActivity(NamedTuple):
    """An activity: proposed → agreed | sent_back → proposed; agreed → held → returned → held → reviewed.

    What was not held may be dropped, what was, annulled. ``evidence`` are digests of files, with their
    titles beside; ``text`` and ``review`` are sealed.
    """

    scope: str
    activity: int
    strand: str
    stage: str
    committee: str
    stationed_group: str
    period: str
    title: str
    due: datetime.date
    by: str
    other: str
    held: datetime.date | None
    attended: int | None
    evidence: tuple[str, ...]
    evidence_titles: tuple[str, ...]
    text: str | None
    rating: str | None
    review: str | None
    returned: int
    reason: str | None


INTEGRITY_PLANS: Final = Table(
    "integrity_plans",
    IntegrityPlan,
    classes=("integrity_plan",),
    indexes=(("jurisdiction", "period", "committee", "stream"),),
)
INTEGRITY_ACTIVITIES: Final = Table(
    "integrity_activities",
    IntegrityActivity,
    key=("activity",),
    classes=("integrity_plan",),
    indexes=(
        ("jurisdiction", "due", "stream", "activity"),
        ("jurisdiction", "committee", "strand"),
    ),
)

HELD: Final = ("held", "returned", "reviewed")
PLANNED: Final = ("agreed", *HELD)
"""The stages in which an activity is on the plan that both sides hold."""


def drawn_up(rows: Rows, event: Recorded[events.DrawnUp]) -> None:
    """One side drew up the plan of a period."""
    e = event.event
    row = IntegrityPlan(
        scope=e.concerns.visibility,
        committee=e.committee,
        stationed_group=e.group,
        period=e.period,
        drawn_up=e.occurred.date,
        by=e.by,
        party_building=0,
        education=0,
        reflection=0,
        family=0,
        planned=0,
        held=0,
        reviewed=0,
    )
    rows.put(INTEGRITY_PLANS, row)


def proposed(rows: Rows, event: Recorded[events.ActivityProposed]) -> None:
    """An activity was proposed, or proposed anew."""
    e = event.event
    row = IntegrityActivity(
        scope=e.concerns.visibility,
        activity=e.activity,
        strand=e.strand,
        stage="proposed",
        committee=e.committee,
        stationed_group=e.group,
        period=_plan(rows).period,
        title=e.title,
        due=e.due,
        by=e.by,
        other=e.other,
        held=None,
        attended=None,
        evidence=(),
        evidence_titles=(),
        text=None,
        rating=None,
        review=None,
        returned=0,
        reason=None,
    )
    rows.put(INTEGRITY_ACTIVITIES, row)
    _count(rows)


def changed(rows: Rows, event: Recorded[events.ActivityEvent]) -> None:
    """It was agreed, sent back, held, returned, reviewed, dropped, corrected, annulled."""
    e = event.event
    row = rows.get(INTEGRITY_ACTIVITIES, e.activity)
    if row is None:
        raise LookupError(f"activity {e.activity} was never a proposal")
    rows.put(INTEGRITY_ACTIVITIES, _changed(row, e))
    _count(rows)


def _changed(row: IntegrityActivity, e: events.ActivityEvent) -> IntegrityActivity:
    match e:
        case events.ActivityAgreed():
            return row._replace(stage="agreed", reason=None)
        case events.ActivitySentBack(reason=reason):
            return row._replace(stage="sent_back", reason=reason)
        case events.ActivityHeld():
            return _held(row, e)
        case events.ActivityReturned(reason=reason):
            return row._replace(stage="returned", reason=reason, returned=row.returned + 1)
        case events.ActivityReviewed():
            return row._replace(stage="reviewed", rating=e.rating, review=e.text)
        case events.ActivityDropped(reason=reason):
            return row._replace(stage="dropped", reason=reason)
        case events.ActivityCorrected():
            return row._replace(
                title=e.title or row.title,
                attended=e.attended or row.attended,
                held=e.held or row.held,
            )
        case events.ActivityAnnulled(reason=reason):
            return row._replace(stage="annulled", reason=reason)
        case _:
            raise TypeError(f"no event of an activity: {type(e).__name__}")


def _held(row: IntegrityActivity, e: events.ActivityHeld) -> IntegrityActivity:
    return row._replace(
        stage="held",
        held=e.occurred.date,
        by=e.by,
        other=e.other,
        attended=e.attended,
        evidence=tuple(each.digest for each in e.evidence),
        evidence_titles=tuple(each.title for each in e.evidence),
        text=e.text,
        reason=None,
    )


def _plan(rows: Rows) -> IntegrityPlan:
    row = rows.get(INTEGRITY_PLANS)
    if row is None:
        raise LookupError("the plan was never a record")
    return row


def _count(rows: Rows) -> None:
    """Count the plan anew."""
    activities = [each for each in rows.all(INTEGRITY_ACTIVITIES) if each.stage not in GONE]
    reviewed = [each.strand for each in activities if each.stage == "reviewed"]
    row = _plan(rows)._replace(
        party_building=reviewed.count("party_building"),
        education=reviewed.count("education"),
        reflection=reviewed.count("reflection"),
        family=reviewed.count("family"),
        planned=sum(each.stage in PLANNED for each in activities),
        held=sum(each.stage in HELD for each in activities),
        reviewed=len(reviewed),
    )
    rows.put(INTEGRITY_PLANS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.DrawnUp: drawn_up,
    events.ActivityProposed: proposed,
    events.ActivityAgreed: changed,
    events.ActivitySentBack: changed,
    events.ActivityHeld: changed,
    events.ActivityReturned: changed,
    events.ActivityReviewed: changed,
    events.ActivityDropped: changed,
    events.ActivityCorrected: changed,
    events.ActivityAnnulled: changed,
}

MODEL: Final = ReadModel(
    name="integrity_plans",
    version=1,
    tables=(INTEGRITY_PLANS, INTEGRITY_ACTIVITIES),
    handlers=_HANDLERS,
)
