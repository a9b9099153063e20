"""What happened, one row per event: who did what, when it happened and when it was recorded."""

import datetime
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.ids import SYSTEM_PERSON
from domain.leads import events as leads
from domain.model import Event, Recorded
from domain.obligations import events as obligations
from eventlog.codec import event_to_data
from projections.model import ReadModel, Table
from projections.rows import Rows

TEXT_MAX: Final = 4000
"""Longer texts (a whole scheme) stay in the log; a sentence has no use for them."""

_WITHHELD: Final[Mapping[type[Event], frozenset[str]]] = {
    leads.MilestoneReached: frozenset({"late", "on_behalf"}),
    obligations.Arisen: frozenset({"match", "cause_version"}),
}
"""What such an event carries over from the matter's own circle, though its circle is another."""


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
    time = e.occurred.time
    rows.put(
        TIMELINE,
        TimelineEntry(
            e.concerns.visibility,
            event.position,
            event.originator_version,
            event.type,
            *_who(event),
            e.occurred.date,
            None if time is None else time.isoformat(),
            event.time,
            _late(e),
            event.case,
            event.command_id,
            event.scheme_version,
            _fields(e, event_to_data(e) if rows.record is None else rows.record.data),
        ),
    )


def _who(event: Recorded[Event]) -> tuple[str, str, str | None]:
    """Actor, acting party, and who entered it for that party.

    A milestone is all that the sender of a lead learns meanwhile: it comes from the addressee, whoever
    handles the lead.
    """
    e = event.event
    if isinstance(e, leads.MilestoneReached):
        return SYSTEM_PERSON, e.to_party, None
    if e.on_behalf is not None:
        return event.actor, e.on_behalf.party, event.party
    return event.actor, event.party, None


def _late(event: Event) -> str | None:
    if event.late is None or isinstance(event, leads.MilestoneReached):
        return None
    return event.late.reason


def _fields(event: Event, data: Mapping[str, Any]) -> dict[str, Any]:
    withheld = _WITHHELD.get(type(event), frozenset())
    fields = {name: value for name, value in data.items() if name not in withheld}
    fields.pop("concerns", None)
    for name, value in data.items():
        if type(value) is str and len(value) > TEXT_MAX:
            fields.pop(name, None)
    return fields


MODEL: Final = ReadModel(name="timeline", version=1, tables=(TIMELINE,), every=happened)
