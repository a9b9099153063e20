"""The count of reports of the level above: when they came in, how many, when they went up (RC 15)."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.unread_reports import events
from domain.unread_reports.events import UnreadEvent
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class UnreadReport(NamedTuple):
    """The reports of one day; nothing else is known of them."""

    scope: str
    stage: str
    kept_by: str
    received: datetime.date
    reports: int
    passed_up: datetime.date | None


UNREAD_REPORTS: Final = Table("unread_reports", UnreadReport, classes=("unread_report",))


def changed(rows: Rows, event: Recorded[UnreadEvent]) -> None:
    """Set aside, counted again, passed up, annulled. What never came in: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(UNREAD_REPORTS)
    if isinstance(e, events.SetAside):
        row = UnreadReport(e.concerns.visibility, "set_aside", e.kept_by, day, e.count, None)
    if row is None:
        raise LookupError("the reports were never set aside")
    match e:
        case events.PassedUp():
            row = row._replace(stage="passed_up", passed_up=day)
        case events.Annulled():
            row = row._replace(stage="annulled")
        case _:
            row = row._replace(reports=e.count)
    rows.put(UNREAD_REPORTS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SetAside: changed,
    events.PassedUp: changed,
    events.Corrected: changed,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="unread_reports", version=1, tables=(UNREAD_REPORTS,), handlers=_HANDLERS
)
