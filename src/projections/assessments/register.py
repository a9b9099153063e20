"""The register of assessments, what each indicator earned, and the grades that the peers know."""

import datetime
from typing import Any, Final, NamedTuple

from domain.assessments import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Assessment(NamedTuple):
    """One body's: opened → declared (returned) → published (objected → answered) → graded; or annulled."""

    scope: str
    stage: str
    assessor: str
    body: str
    period: str
    begins: datetime.date
    ends: datetime.date
    opened: datetime.date
    declare_by: datetime.date
    declared: datetime.date | None
    as_of: datetime.date | None
    returned: int
    total_hundredths: int | None
    objection_until: datetime.date | None
    objected_to: str | None
    objection: str | None
    answer: str | None
    bars: tuple[str, ...]
    grade: str | None
    reason: str | None


class AssessmentPoints(NamedTuple):
    """What one indicator earned, with the figures it is reckoned from; null while nothing was declared."""

    scope: str
    indicator: str
    serial: int
    body: str
    period: str
    title_zh: str
    title_en: str
    worth: int
    counts: str | None
    value: int | None
    out_of: str | None
    whole: int | None
    hundredths: int | None


class AssessmentGrade(NamedTuple):
    """The final grade, for the peers: graded → annulled."""

    scope: str
    stage: str
    body: str
    period: str
    grade: str
    title_zh: str
    title_en: str
    graded: datetime.date


ASSESSMENTS: Final = Table(
    "assessments",
    Assessment,
    classes=("assessment",),
    indexes=(("jurisdiction", "opened", "stream"), ("jurisdiction", "body", "opened")),
)
ASSESSMENT_POINTS: Final = Table(
    "assessment_points",
    AssessmentPoints,
    key=("indicator",),
    classes=("assessment",),
    indexes=(("jurisdiction", "serial", "stream", "indicator"),),
)
ASSESSMENT_GRADES: Final = Table(
    "assessment_grades",
    AssessmentGrade,
    classes=("assessment_grade",),
    indexes=(("jurisdiction", "graded", "stream"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A body is assessed, by these indicators."""
    e = event.event
    row = Assessment(
        scope=e.concerns.visibility,
        stage="opened",
        assessor=e.assessor,
        body=e.body,
        period=e.period,
        begins=e.begins,
        ends=e.ends,
        opened=e.occurred.date,
        declare_by=e.declare_by,
        declared=None,
        as_of=None,
        returned=0,
        total_hundredths=None,
        objection_until=None,
        objected_to=None,
        objection=None,
        answer=None,
        bars=(),
        grade=None,
        reason=None,
    )
    rows.put(ASSESSMENTS, row)
    for serial, indicator in enumerate(e.indicators, 1):
        points = AssessmentPoints(
            scope=e.concerns.visibility,
            indicator=indicator.code,
            serial=serial,
            body=e.body,
            period=e.period,
            title_zh=indicator.title.zh,
            title_en=indicator.title.en,
            worth=indicator.points,
            counts=indicator.counts,
            value=None,
            out_of=indicator.out_of,
            whole=None,
            hundredths=None,
        )
        rows.put(ASSESSMENT_POINTS, points)


def declared(rows: Rows, event: Recorded[events.Declared]) -> None:
    """The body declared its figures."""
    e = event.event
    _change(rows, stage="declared", declared=e.occurred.date, as_of=e.as_of, reason=None)
    _count(rows, {each.count: each.value for each in e.figures})


def scored(
    rows: Rows, event: Recorded[events.Published | events.Revised | events.Corrected]
) -> None:
    """Points were told, set anew, corrected."""
    e = event.event
    match e:
        case events.Published(objection_until=until):
            _change(rows, stage="published", objection_until=until)
        case events.Revised(reason=reason):
            _change(rows, stage="answered", answer=reason)
        case events.Corrected(reason=reason):
            _change(rows, reason=reason)
    _change(rows, total_hundredths=e.total_hundredths)
    _count(rows, {each.count: each.value for each in e.figures})
    earned = {each.indicator: each.hundredths for each in e.points}
    for row in rows.all(ASSESSMENT_POINTS):
        rows.put(ASSESSMENT_POINTS, row._replace(hundredths=earned.get(row.indicator)))


def moved(
    rows: Rows,
    event: Recorded[events.Returned | events.Barred | events.Objected | events.Upheld],
) -> None:
    """Sent back, barred from the highest grade, objected to, upheld."""
    row, e = _row(rows), event.event
    match e:
        case events.Returned(reason=reason):
            row = row._replace(stage="returned", returned=row.returned + 1, reason=reason)
        case events.Barred(reason=reason):
            row = row._replace(bars=(*row.bars, reason))
        case events.Objected(indicator=indicator, reason=reason):
            row = row._replace(stage="objected", objected_to=indicator, objection=reason)
        case events.Upheld(reason=reason):
            row = row._replace(stage="answered", answer=reason)
    rows.put(ASSESSMENTS, row)


def graded(rows: Rows, event: Recorded[events.Graded]) -> None:
    """The grade is final, and the peers know it."""
    e = event.event
    _change(rows, stage="graded", grade=e.grade)
    row = AssessmentGrade(
        scope=e.concerns.visibility,
        stage="graded",
        body=e.body,
        period=e.period,
        grade=e.grade,
        title_zh=e.zh,
        title_en=e.en,
        graded=e.occurred.date,
    )
    rows.put(ASSESSMENT_GRADES, row)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """It does not count, nor does its grade."""
    _change(rows, stage="annulled", reason=event.event.reason)
    grade = rows.get(ASSESSMENT_GRADES)
    if grade is not None:
        rows.put(ASSESSMENT_GRADES, grade._replace(stage="annulled"))


def _row(rows: Rows) -> Assessment:
    row = rows.get(ASSESSMENTS)
    if row is None:
        raise LookupError("the assessment was never opened")
    return row


def _change(rows: Rows, **changes: Any) -> None:
    rows.put(ASSESSMENTS, _row(rows)._replace(**changes))


def _count(rows: Rows, values: dict[str, int]) -> None:
    for row in rows.all(ASSESSMENT_POINTS):
        value = values.get(row.counts or "")
        whole = values.get(row.out_of or "")
        rows.put(ASSESSMENT_POINTS, row._replace(value=value, whole=whole))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Declared: declared,
    events.Returned: moved,
    events.Published: scored,
    events.Barred: moved,
    events.Objected: moved,
    events.Upheld: moved,
    events.Revised: scored,
    events.Graded: graded,
    events.Corrected: scored,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="assessments",
    version=1,
    tables=(ASSESSMENTS, ASSESSMENT_POINTS, ASSESSMENT_GRADES),
    handlers=_HANDLERS,
)
