"""The register of work reports (工作报告), and who has signed for the circulated ones."""

import datetime
from typing import Any, Final, NamedTuple

from domain.figures import Figures
from domain.model import Event, Recorded
from domain.work_reports import events
from domain.work_reports.commands import Document
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class WorkReport(NamedTuple):
    """A report: submitted → returned → submitted → accepted; ``summary`` is a commitment.

    ``figures`` are those that it gave, as counted then; ``begins`` and ``ends`` the days that they are of.
    ``pending`` are the parties that have it to sign for, ``circulated`` all it was passed to.
    """

    scope: str
    stage: str
    kind: str
    period: str
    title: str
    reporter: str
    receiver: str
    submitted: datetime.date
    summary: str
    document: dict[str, Any] | None
    begins: datetime.date | None
    ends: datetime.date | None
    figures: dict[str, int]
    changes: str | None
    returned: int
    reason: str | None
    accepted: datetime.date | None
    instruction: str | None
    circulated: tuple[str, ...]
    pending: tuple[str, ...]


WORK_REPORTS: Final = Table(
    "work_reports",
    WorkReport,
    classes=("work_report",),
    indexes=(("jurisdiction", "submitted", "stream"),),
)


def submitted(rows: Rows, event: Recorded[events.Submitted]) -> None:
    """A report was handed in."""
    e = event.event
    row = WorkReport(
        scope=e.concerns.visibility,
        stage="submitted",
        kind=e.kind,
        period=e.period,
        title=e.title,
        reporter=e.reporter,
        receiver=e.to,
        submitted=e.occurred.date,
        summary=e.summary,
        document=_document(e.document),
        begins=e.begins,
        ends=e.ends,
        figures=_figures(e.figures),
        changes=None,
        returned=0,
        reason=None,
        accepted=None,
        instruction=None,
        circulated=(),
        pending=(),
    )
    rows.put(WORK_REPORTS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the report. One never handed in is a fault: `LookupError`."""
    row = rows.get(WORK_REPORTS)
    if row is None:
        raise LookupError("the report was never handed in")
    rows.put(WORK_REPORTS, _changed(row, event.event))


def _changed(row: WorkReport, e: Event) -> WorkReport:
    match e:
        case events.Returned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.Resubmitted():
            again = row._replace(stage="submitted", submitted=e.occurred.date, changes=e.changes)
            return again._replace(
                summary=e.summary, document=_document(e.document), figures=_figures(e.figures)
            )
        case events.Accepted():
            done = row._replace(stage="accepted", accepted=e.occurred.date)
            return done._replace(instruction=e.instruction)
        case events.Circulated():
            return row._replace(circulated=(*row.circulated, e.to), pending=(*row.pending, e.to))
        case events.Acknowledged():
            return row._replace(pending=tuple(party for party in row.pending if party != e.by))
        case events.Corrected():
            document = row.document if e.document is None else _document(e.document)
            right = row._replace(title=e.title or row.title, summary=e.summary or row.summary)
            figures = row.figures if e.figures is None else _figures(e.figures)
            return right._replace(document=document, figures=figures)
        case events.Annulled():
            return row._replace(stage="annulled", pending=(), reason=e.reason)
        case _:
            raise TypeError(f"no event of a work report: {type(e).__name__}")


def _figures(figures: Figures) -> dict[str, int]:
    return {each.count: each.value for each in figures}


def _document(document: Document | None) -> dict[str, Any] | None:
    return None if document is None else {"title": document.title, "digest": document.digest}


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Submitted: submitted,
    events.Returned: changed,
    events.Resubmitted: changed,
    events.Accepted: changed,
    events.Circulated: changed,
    events.Acknowledged: changed,
    events.Corrected: changed,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(name="work_reports", version=2, tables=(WORK_REPORTS,), handlers=_HANDLERS)
