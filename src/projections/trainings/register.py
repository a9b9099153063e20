"""The register of training sessions, and of who was named and came from each body."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.trainings import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Training(NamedTuple):
    """A session: planned → held, or cancelled; or annulled. ``lecturer`` is a commitment."""

    scope: str
    stage: str
    organiser: str
    brand: str
    title: str
    lecturer: str | None
    planned: datetime.date
    held: datetime.date | None
    parties: tuple[str, ...]
    material: list[dict[str, Any]]
    reason: str | None


class Attendance(NamedTuple):
    """One body at one session: whom it named, who came; invited → named, or returned, then as the session."""

    scope: str
    party: str
    organiser: str
    brand: str
    stage: str
    planned: datetime.date
    held: datetime.date | None
    name_by: datetime.date
    named: tuple[str, ...]
    returned: int
    came: tuple[str, ...]
    reason: str | None


TRAININGS: Final = Table(
    "trainings",
    Training,
    classes=("training",),
    indexes=(("jurisdiction", "planned", "stream"),),
)
ATTENDANCES: Final = Table(
    "training_attendances",
    Attendance,
    key=("party",),
    classes=("training_attendance",),
    indexes=(("jurisdiction", "planned", "stream", "party"),),
)


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """A session was planned."""
    e = event.event
    row = Training(
        scope=e.concerns.visibility,
        stage="planned",
        organiser=e.organiser,
        brand=e.brand,
        title=e.title,
        lecturer=e.lecturer,
        planned=e.planned,
        held=None,
        parties=e.parties,
        material=[],
        reason=None,
    )
    rows.put(TRAININGS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the session, and into what each body shows of it."""
    row, e = _training(rows), event.event
    match e:
        case events.Postponed():
            row = row._replace(planned=e.planned)
        case events.Held():
            material = [{"title": each.title, "digest": each.digest} for each in e.material]
            row = row._replace(stage="held", held=e.occurred.date, material=material)
        case events.Cancelled():
            row = row._replace(stage="cancelled", reason=e.reason)
        case events.Corrected():
            row = row._replace(title=e.title or row.title, held=e.held or row.held)
        case events.Annulled():
            row = row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a training session: {type(e).__name__}")
    rows.put(TRAININGS, row)
    for each in rows.all(ATTENDANCES):
        stage = each.stage if row.stage == "planned" else row.stage
        rows.put(ATTENDANCES, each._replace(stage=stage, planned=row.planned, held=row.held))


def _training(rows: Rows) -> Training:
    row = rows.get(TRAININGS)
    if row is None:
        raise LookupError("the session was never planned")
    return row


def invited(rows: Rows, event: Recorded[events.Invited]) -> None:
    """A body was invited."""
    e, training = event.event, _training(rows)
    row = Attendance(
        scope=e.concerns.visibility,
        party=e.party,
        organiser=e.organiser,
        brand=training.brand,
        stage="invited",
        planned=training.planned,
        held=None,
        name_by=e.name_by,
        named=(),
        returned=0,
        came=(),
        reason=None,
    )
    rows.put(ATTENDANCES, row)


def attended(rows: Rows, event: Recorded[events.AttendeesEvent]) -> None:
    """A body named who comes, had it sent back, came."""
    e = event.event
    row = rows.get(ATTENDANCES, e.party)
    if row is None:
        raise LookupError(f"{e.party} was never a body invited")
    match e:
        case events.AttendeesNamed():
            row = row._replace(stage="named", named=e.persons, reason=None)
        case events.NamesReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.AttendanceRecorded() | events.AttendanceCorrected():
            row = row._replace(came=e.persons)
        case _:
            raise TypeError(f"no event of one body: {type(e).__name__}")
    rows.put(ATTENDANCES, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.Postponed: changed,
    events.Held: changed,
    events.Cancelled: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Invited: invited,
    events.AttendeesNamed: attended,
    events.NamesReturned: attended,
    events.AttendanceRecorded: attended,
    events.AttendanceCorrected: attended,
}

MODEL: Final = ReadModel(
    name="trainings", version=1, tables=(TRAININGS, ATTENDANCES), handlers=_HANDLERS
)
