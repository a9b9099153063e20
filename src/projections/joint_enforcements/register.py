"""The register of joint enforcements (联合监督执纪): who takes part, each share, and what came of it."""

import datetime
from typing import Final, NamedTuple

from domain.joint_enforcements import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class JointEnforcement(NamedTuple):
    """A joint enforcement: planned → concluded | annulled. Partners see this much of it."""

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    title: str
    head: str
    partners: tuple[str, ...]
    agreed: tuple[str, ...]
    declined: tuple[str, ...]
    begins: datetime.date
    ends: datetime.date
    concluded: datetime.date | None
    reason: str | None


class JointEnforcementPlan(NamedTuple):
    """The plan in detail, a commitment: for who leads it and its linked office."""

    scope: str
    text: str


class JointEnforcementShare(NamedTuple):
    """A share: assigned → reported → accepted, or returned; ``report`` is a commitment."""

    scope: str
    share: int
    stage: str
    head: str
    owner: str
    text: str
    due: datetime.date
    report: str | None
    problems: int
    handled: int
    returned: int
    accepted: datetime.date | None
    released: tuple[str, ...]
    reason: str | None


class JointEnforcementResult(NamedTuple):
    """What came of it, counted from its shares; ``text`` is a commitment."""

    scope: str
    head: str
    text: str
    shares: int
    problems: int
    handled: int
    recorded: datetime.date
    released: tuple[str, ...]


JOINT_ENFORCEMENTS: Final = Table(
    "joint_enforcements",
    JointEnforcement,
    classes=("joint_enforcement_plan",),
    indexes=(("jurisdiction", "begins", "stream"),),
)
JOINT_ENFORCEMENT_PLANS: Final = Table(
    "joint_enforcement_plans", JointEnforcementPlan, classes=("joint_enforcement",)
)
JOINT_ENFORCEMENT_SHARES: Final = Table(
    "joint_enforcement_shares",
    JointEnforcementShare,
    key=("share",),
    classes=("joint_enforcement_share",),
    indexes=(("jurisdiction", "owner", "due"),),
)
JOINT_ENFORCEMENT_RESULTS: Final = Table(
    "joint_enforcement_results", JointEnforcementResult, classes=("joint_enforcement_result",)
)


ShareEvent = (
    events.ShareReported
    | events.ShareReturned
    | events.ShareAccepted
    | events.ShareReleased
    | events.ShareCorrected
)
"""What happens to a share once it was given."""


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """It was planned."""
    e = event.event
    row = JointEnforcement(
        scope=e.concerns.visibility,
        stage="planned",
        **numbered(e.number),
        title=e.title,
        head=e.head,
        partners=e.partners,
        agreed=(),
        declined=(),
        begins=e.begins,
        ends=e.ends,
        concluded=None,
        reason=None,
    )
    rows.put(JOINT_ENFORCEMENTS, row)


def plan_written(rows: Rows, event: Recorded[events.PlanWritten]) -> None:
    """The plan in detail."""
    e = event.event
    rows.put(JOINT_ENFORCEMENT_PLANS, JointEnforcementPlan(e.concerns.visibility, e.text))


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the register. One never planned is a fault: `LookupError`."""
    row = rows.get(JOINT_ENFORCEMENTS)
    if row is None:
        raise LookupError("it was never a planned one")
    rows.put(JOINT_ENFORCEMENTS, _changed(row, event.event))


def _changed(row: JointEnforcement, e: Event) -> JointEnforcement:
    match e:
        case events.Agreed():
            return row._replace(agreed=(*row.agreed, e.partner))
        case events.Declined():
            return row._replace(declined=(*row.declined, e.partner))
        case events.Concluded():
            return row._replace(stage="concluded", concluded=e.occurred.date)
        case events.Corrected():
            return row._replace(title=e.title, reason=e.reason)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a joint enforcement: {type(e).__name__}")


def share_assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """A share was given."""
    e = event.event
    row = JointEnforcementShare(
        scope=e.concerns.visibility,
        share=e.share,
        stage="assigned",
        head=e.head,
        owner=e.owner,
        text=e.text,
        due=e.due,
        report=None,
        problems=0,
        handled=0,
        returned=0,
        accepted=None,
        released=(),
        reason=None,
    )
    rows.put(JOINT_ENFORCEMENT_SHARES, row)


def share_changed(rows: Rows, event: Recorded[ShareEvent]) -> None:
    """Fold one event into its share. One never given is a fault: `LookupError`."""
    e = event.event
    row = rows.get(JOINT_ENFORCEMENT_SHARES, e.share)
    if row is None:
        raise LookupError("the share was never a given one")
    rows.put(JOINT_ENFORCEMENT_SHARES, _share(row, e))


def _share(row: JointEnforcementShare, e: ShareEvent) -> JointEnforcementShare:
    match e:
        case events.ShareReported():
            row = row._replace(stage="reported", report=e.text)
            return row._replace(problems=e.problems, handled=e.handled)
        case events.ShareReturned():
            row = row._replace(stage="returned", returned=row.returned + 1)
            return row._replace(due=e.due, reason=e.reason)
        case events.ShareAccepted():
            return row._replace(stage="accepted", accepted=e.occurred.date)
        case events.ShareReleased():
            return row._replace(released=tuple(dict.fromkeys((*row.released, e.to))))
        case events.ShareCorrected():
            return row._replace(problems=e.problems, handled=e.handled, reason=e.reason)


def result_recorded(rows: Rows, event: Recorded[events.ResultRecorded]) -> None:
    """What came of it."""
    e = event.event
    row = JointEnforcementResult(
        scope=e.concerns.visibility,
        head=e.head,
        text=e.text,
        shares=e.shares,
        problems=e.problems,
        handled=e.handled,
        recorded=e.occurred.date,
        released=(),
    )
    rows.put(JOINT_ENFORCEMENT_RESULTS, row)


def result_released(rows: Rows, event: Recorded[events.ResultReleased]) -> None:
    """A partner may read the result. One never recorded is a fault: `LookupError`."""
    row = rows.get(JOINT_ENFORCEMENT_RESULTS)
    if row is None:
        raise LookupError("there was never a result")
    released = tuple(dict.fromkeys((*row.released, event.event.to)))
    rows.put(JOINT_ENFORCEMENT_RESULTS, row._replace(released=released))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.PlanWritten: plan_written,
    events.Agreed: changed,
    events.Declined: changed,
    events.Concluded: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.ShareAssigned: share_assigned,
    events.ShareReported: share_changed,
    events.ShareReturned: share_changed,
    events.ShareAccepted: share_changed,
    events.ShareReleased: share_changed,
    events.ShareCorrected: share_changed,
    events.ResultRecorded: result_recorded,
    events.ResultReleased: result_released,
}

MODEL: Final = ReadModel(
    name="joint_enforcements",
    version=1,
    tables=(
        JOINT_ENFORCEMENTS,
        JOINT_ENFORCEMENT_PLANS,
        JOINT_ENFORCEMENT_SHARES,
        JOINT_ENFORCEMENT_RESULTS,
    ),
    handlers=_HANDLERS,
)
