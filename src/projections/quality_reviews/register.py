"""The register of reviews with their findings, and what stands in the quality record of each body."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.quality_reviews import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class QualityReview(NamedTuple):
    """A review: opened → completed → annulled. ``opinion`` is a commitment.

    ``findings`` counts those that stand, ``repeated`` those of them that were found before.
    """

    scope: str
    stage: str
    kind: str
    title: str
    reviewer: str
    body: str
    subject: str
    opened: datetime.date
    completed: datetime.date | None = None
    opinion: str | None = None
    score: int | None = None
    grade: str | None = None
    deducted: int | None = None
    given_back: int | None = None
    findings: int = 0
    repeated: int = 0
    bulletin: str | None = None
    reason: str | None = None


class QualityFinding(NamedTuple):
    """A finding: recorded → asked → answered → returned → accepted; struck where an objection was right.

    ``text``, ``answer`` and ``objection`` are commitments; ``repeats`` is the review that had it before.
    """

    scope: str
    finding: int
    body: str
    criterion: str
    standard: str
    deducted: int
    given_back: int
    repeats: str | None
    repaired: bool
    detected: str | None
    obligation: str | None
    text: str | None
    stage: str
    answer: str | None
    answered: datetime.date | None
    returned: int
    objection: str | None
    reason: str | None


class QualityFault(NamedTuple):
    """A fault in the quality record of a body: found in a review, by a criterion, perhaps again."""

    scope: str
    review: str
    finding: int
    body: str
    criterion: str
    found: datetime.date
    repeats: str | None


QUALITY_REVIEWS: Final = Table(
    "quality_reviews",
    QualityReview,
    classes=("quality_review",),
    indexes=(("jurisdiction", "opened", "stream"),),
)
QUALITY_FINDINGS: Final = Table(
    "quality_findings",
    QualityFinding,
    key=("finding",),
    classes=("quality_review",),
    indexes=(("jurisdiction", "body", "criterion"),),
)
QUALITY_FAULTS: Final = Table(
    "quality_faults",
    QualityFault,
    key=("review", "finding"),
    classes=("quality_record",),
    indexes=(("jurisdiction", "body", "criterion"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A review was opened."""
    e = event.event
    row = QualityReview(
        scope=e.concerns.visibility,
        stage="opened",
        kind=e.kind,
        title=e.title,
        reviewer=e.reviewer,
        body=e.body,
        subject=e.subject,
        opened=e.occurred.date,
    )
    rows.put(QUALITY_REVIEWS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the review. One never opened is a fault: `LookupError`."""
    row = rows.get(QUALITY_REVIEWS)
    if row is None:
        raise LookupError("the review was never opened")
    rows.put(QUALITY_REVIEWS, _changed(row, event.event))


def _changed(row: QualityReview, e: Event) -> QualityReview:
    match e:
        case events.Completed():
            return row._replace(stage="completed", completed=e.occurred.date, opinion=e.opinion)
        case events.Scored():
            return row._replace(
                score=e.score, grade=e.grade, deducted=e.deducted, given_back=e.given_back
            )
        case events.Published():
            return row._replace(bulletin=e.bulletin)
        case events.Unpublished():
            return row._replace(bulletin=None)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a review: {type(e).__name__}")


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The title, or how a finding is put."""
    e = event.event
    row = rows.get(QUALITY_REVIEWS)
    if row is None:
        raise LookupError("the review was never opened")
    rows.put(QUALITY_REVIEWS, row._replace(title=e.title or row.title))
    found = None if e.finding is None else rows.get(QUALITY_FINDINGS, e.finding)
    if found is not None:
        rows.put(QUALITY_FINDINGS, found._replace(text=e.text or found.text))


def found(rows: Rows, event: Recorded[events.FindingRecorded]) -> None:
    """A fault was found."""
    e = event.event
    row = QualityFinding(
        scope=e.concerns.visibility,
        finding=e.finding,
        body=e.body,
        criterion=e.criterion,
        standard=e.standard,
        deducted=e.deducted,
        given_back=e.given_back,
        repeats=e.repeats,
        repaired=e.repaired,
        detected=e.detected,
        obligation=e.obligation,
        text=e.text,
        stage="recorded",
        answer=None,
        answered=None,
        returned=0,
        objection=None,
        reason=None,
    )
    rows.put(QUALITY_FINDINGS, row)
    _count(rows)


def _count(rows: Rows) -> None:
    """How many findings stand, as the review says."""
    review = rows.get(QUALITY_REVIEWS)
    if review is not None:
        standing = [row for row in rows.all(QUALITY_FINDINGS) if row.stage != "struck"]
        repeated = sum(row.repeats is not None for row in standing)
        rows.put(QUALITY_REVIEWS, review._replace(findings=len(standing), repeated=repeated))


def moved(rows: Rows, event: Recorded[Any]) -> None:
    """A finding is answered, judged, objected to. One never recorded is a fault: `LookupError`."""
    e = event.event
    row = rows.get(QUALITY_FINDINGS, e.finding)
    if row is None:
        raise LookupError("the finding never arose in the review")
    rows.put(QUALITY_FINDINGS, _moved(row, e))
    _count(rows)


def _moved(row: QualityFinding, e: Event) -> QualityFinding:
    match e:
        case events.ReplyAsked():
            return row._replace(stage="asked")
        case events.Replied():
            return row._replace(stage="answered", answer=e.text, answered=e.occurred.date)
        case events.ReplyReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ReplyAccepted():
            return row._replace(stage="accepted")
        case events.Objected():
            return row._replace(objection=e.text)
        case events.ObjectionUpheld():
            return row._replace(stage="struck", reason=e.reason)
        case events.ObjectionRefused():
            return row._replace(reason=e.reason)
        case _:
            raise TypeError(f"no event of a finding: {type(e).__name__}")


def fault_entered(rows: Rows, event: Recorded[events.FaultEntered]) -> None:
    """The body's record has one more."""
    e = event.event
    row = QualityFault(
        e.concerns.visibility,
        e.review,
        e.finding,
        e.body,
        e.criterion,
        e.occurred.date,
        e.repeats,
    )
    rows.put(QUALITY_FAULTS, row)


def fault_struck(rows: Rows, event: Recorded[events.FaultStruck]) -> None:
    """It does not count."""
    rows.end(QUALITY_FAULTS, event.event.review, event.event.finding)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Completed: changed,
    events.Scored: changed,
    events.Published: changed,
    events.Unpublished: changed,
    events.Annulled: changed,
    events.Corrected: corrected,
    events.FindingRecorded: found,
    events.ReplyAsked: moved,
    events.Replied: moved,
    events.ReplyReturned: moved,
    events.ReplyAccepted: moved,
    events.Objected: moved,
    events.ObjectionUpheld: moved,
    events.ObjectionRefused: moved,
    events.FaultEntered: fault_entered,
    events.FaultStruck: fault_struck,
}

MODEL: Final = ReadModel(
    name="quality_reviews",
    version=1,
    tables=(QUALITY_REVIEWS, QUALITY_FINDINGS, QUALITY_FAULTS),
    handlers=_HANDLERS,
)
