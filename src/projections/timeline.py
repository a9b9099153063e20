"""What happened, one row per event: who did what, when it happened and when it was recorded."""

import datetime
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.model import Event, Recorded
from eventlog.codec import event_to_data
from projections.model import ReadModel, Table
from projections.rows import Rows

TEXT_MAX: Final = 4000
"""Longer texts (a whole scheme) stay in the log; a sentence has no use for them."""


class TimelineEntry(NamedTuple):
    """One event. ``party`` is the one that acted: where it was entered on behalf, that other one.

    ``data`` holds the event's own fields, from which its sentence is made; names stand as commitments.
    """

    scope: str
    position: int
    version: int
    type: str
    actor: str
    party: str
    entered_by: str | None
    occurred: datetime.date
    occurred_time: str | None
    recorded: datetime.datetime
    late: str | None
    case_tag: str | None
    command: UUID
    scheme_version: int
    data: dict[str, Any]


TIMELINE: Final = Table(
    "timeline",
    TimelineEntry,
    key=("position",),
    append=True,
    indexes=(("jurisdiction", "position"), ("jurisdiction", "party", "position")),
)


def happened(rows: Rows, event: Recorded[Event]) -> None:
    """Add the event's row."""
    e = event.event
    on_behalf = e.on_behalf
    time = e.occurred.time
    rows.put(
        TIMELINE,
        TimelineEntry(
            e.concerns.visibility,
            event.position,
            event.originator_version,
            event.type,
            event.actor,
            event.party if on_behalf is None else on_behalf.party,
            None if on_behalf is None else event.party,
            e.occurred.date,
            None if time is None else time.isoformat(),
            event.time,
            None if e.late is None else e.late.reason,
            event.case,
            event.command_id,
            event.scheme_version,
            _fields(event_to_data(e) if rows.record is None else rows.record.data),
        ),
    )


def _fields(data: Mapping[str, Any]) -> dict[str, Any]:
    fields = dict(data)
    fields.pop("concerns", None)
    for name, value in data.items():
        if type(value) is str and len(value) > TEXT_MAX:
            del fields[name]
    return fields


MODEL: Final = ReadModel(name="timeline", version=1, tables=(TIMELINE,), every=happened)
