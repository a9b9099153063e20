"""The register of bulletins on case quality: their figures, and what they tell of each body."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.quality_bulletins import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class QualityBulletin(NamedTuple):
    """A bulletin: issued → annulled. Its figures were counted from the reviews it tells of.

    Those that begin with ``unreviewed`` were counted from running matters that nobody reviewed.
    """

    scope: str
    stage: str
    issuer: str
    period: str
    issued: datetime.date
    notice: str | None
    bodies: tuple[str, ...]
    parties: tuple[str, ...]
    reviews: int
    running: int
    findings: int
    repeated: int
    overdue: int
    returned: int
    signature_missing: int
    excellent: int
    qualified: int
    flawed: int
    unqualified: int
    unreviewed: int
    unreviewed_overdue: int
    unreviewed_returned: int
    unreviewed_unsigned: int
    reason: str | None


class QualityBulletinCase(NamedTuple):
    """One case of a body, for that body to read."""

    scope: str
    body: str
    review: str
    running: bool
    score: int
    grade: str


class QualityBulletinRunning(NamedTuple):
    """One running matter of a body that nobody reviewed: asked → answered → returned | accepted.

    ``text`` is a commitment; ``case_tag`` is the case that it is.
    """

    scope: str
    case_tag: str | None
    body: str
    item: int
    matter: str
    overdue: int
    returned: int
    signature_missing: int
    stage: str
    text: str | None
    answered: datetime.date | None
    reason: str | None


class QualityBulletinItem(NamedTuple):
    """One finding in a body, for that body to read, and the day by which it is to be answered."""

    scope: str
    body: str
    review: str
    finding: int
    criterion: str
    standard: str
    detected: str | None
    obligation: str | None
    repeats: str | None
    reply_due: datetime.date | None


QUALITY_BULLETINS: Final = Table(
    "quality_bulletins",
    QualityBulletin,
    classes=("quality_bulletin",),
    indexes=(("jurisdiction", "issued", "stream"),),
)
QUALITY_BULLETIN_CASES: Final = Table(
    "quality_bulletin_cases",
    QualityBulletinCase,
    key=("review",),
    classes=("quality_bulletin_item",),
)
QUALITY_BULLETIN_RUNNING: Final = Table(
    "quality_bulletin_running",
    QualityBulletinRunning,
    key=("item",),
    classes=("quality_bulletin_item",),
)
QUALITY_BULLETIN_ITEMS: Final = Table(
    "quality_bulletin_items",
    QualityBulletinItem,
    key=("review", "finding"),
    classes=("quality_bulletin_item",),
)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """A bulletin was issued."""
    e, figures = event.event, event.event.figures
    row = QualityBulletin(
        scope=e.concerns.visibility,
        stage="issued",
        issuer=e.issuer,
        period=e.period,
        issued=e.occurred.date,
        notice=e.notice,
        bodies=e.bodies,
        parties=e.parties,
        reviews=figures.reviews,
        running=figures.running,
        findings=figures.findings,
        repeated=figures.repeated,
        overdue=figures.overdue,
        returned=figures.returned,
        signature_missing=figures.signature_missing,
        excellent=figures.excellent,
        qualified=figures.qualified,
        flawed=figures.flawed,
        unqualified=figures.unqualified,
        unreviewed=0,
        unreviewed_overdue=0,
        unreviewed_returned=0,
        unreviewed_unsigned=0,
        reason=None,
    )
    rows.put(QUALITY_BULLETINS, row)


def running_counted(rows: Rows, event: Recorded[events.RunningCounted]) -> None:
    """How many running matters it tells of besides. One never issued is a fault: `LookupError`."""
    e = event.event
    counted = _bulletin(rows)._replace(
        unreviewed=e.matters,
        unreviewed_overdue=e.overdue,
        unreviewed_returned=e.returned,
        unreviewed_unsigned=e.signature_missing,
    )
    rows.put(QUALITY_BULLETINS, counted)


def _bulletin(rows: Rows) -> QualityBulletin:
    row = rows.get(QUALITY_BULLETINS)
    if row is None:
        raise LookupError("the bulletin was never issued")
    return row


def running_listed(rows: Rows, event: Recorded[events.RunningListed]) -> None:
    """It tells of a running matter."""
    e = event.event
    row = QualityBulletinRunning(
        scope=e.concerns.visibility,
        case_tag=event.case,
        body=e.body,
        item=e.item,
        matter=e.matter,
        overdue=e.overdue,
        returned=e.returned,
        signature_missing=e.signature_missing,
        stage="asked",
        text=None,
        answered=None,
        reason=None,
    )
    rows.put(QUALITY_BULLETIN_RUNNING, row)


def answered(
    rows: Rows, event: Recorded[events.Replied | events.ReplyReturned | events.ReplyAccepted]
) -> None:
    """A body answered about a running matter; or that came back, or was taken as sufficient."""
    e = event.event
    row = rows.get(QUALITY_BULLETIN_RUNNING, e.item)
    if row is None:
        raise LookupError("the matter never arose in the bulletin")
    match e:
        case events.Replied(text=text):
            row = row._replace(stage="answered", text=text, answered=e.occurred.date)
        case events.ReplyReturned(reason=reason):
            row = row._replace(stage="returned", reason=reason)
        case events.ReplyAccepted():
            row = row._replace(stage="accepted")
    rows.put(QUALITY_BULLETIN_RUNNING, row)


def case_listed(rows: Rows, event: Recorded[events.CaseListed]) -> None:
    """It tells of a case."""
    e = event.event
    row = QualityBulletinCase(e.concerns.visibility, e.body, e.review, e.running, e.score, e.grade)
    rows.put(QUALITY_BULLETIN_CASES, row)


def item_listed(rows: Rows, event: Recorded[events.ItemListed]) -> None:
    """It tells of a finding."""
    e = event.event
    row = QualityBulletinItem(
        scope=e.concerns.visibility,
        body=e.body,
        review=e.review,
        finding=e.finding,
        criterion=e.criterion,
        standard=e.standard,
        detected=e.detected,
        obligation=e.obligation,
        repeats=e.repeats,
        reply_due=e.reply_due,
    )
    rows.put(QUALITY_BULLETIN_ITEMS, row)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """It does not count. One never issued is a fault: `LookupError`."""
    row = _bulletin(rows)._replace(stage="annulled", reason=event.event.reason)
    rows.put(QUALITY_BULLETINS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.RunningCounted: running_counted,
    events.CaseListed: case_listed,
    events.ItemListed: item_listed,
    events.RunningListed: running_listed,
    events.Replied: answered,
    events.ReplyReturned: answered,
    events.ReplyAccepted: answered,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="quality_bulletins",
    version=2,
    tables=(
        QUALITY_BULLETINS,
        QUALITY_BULLETIN_CASES,
        QUALITY_BULLETIN_RUNNING,
        QUALITY_BULLETIN_ITEMS,
    ),
    handlers=_HANDLERS,
)
