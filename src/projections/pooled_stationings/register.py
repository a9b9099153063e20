"""The register of pooled stationings (综合派驻): coverage and workload are counted, never written."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.pooled_stationings import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class PooledStationing(NamedTuple):
    """A pooled group: established → dissolved | annulled. ``uncovered`` are units that nobody has."""

    scope: str
    stage: str
    commission: str
    stationed_group: str
    office: str
    established: datetime.date
    units: tuple[str, ...]
    uncovered: tuple[str, ...]
    people: int
    reason: str | None


class PoolAssignment(NamedTuple):
    """Somebody has a unit: running → released, or returned by the commission."""

    scope: str
    assignment: int
    stationed_group: str
    person: str
    duty: str
    unit: str
    stage: str
    begun: datetime.date
    until: datetime.date | None
    released: datetime.date | None
    reason: str | None


class PoolMatter(NamedTuple):
    """Somebody has a lead, a case or a campaign, and reads it until a day."""

    scope: str
    case_tag: str | None
    assignment: int
    stationed_group: str
    person: str
    duty: str
    matter: str
    stage: str
    begun: datetime.date
    until: datetime.date | None
    released: datetime.date | None
    reason: str | None


class PoolUnit(NamedTuple):
    """How many have a unit now."""

    scope: str
    unit: str
    stationed_group: str
    people: int


class PoolWorkload(NamedTuple):
    """How much a person has now: units and matters, counted from the assignments that run."""

    scope: str
    person: str
    stationed_group: str
    units: int
    matters: int
    running: int


POOLED_STATIONINGS: Final = Table(
    "pooled_stationings",
    PooledStationing,
    classes=("pooled_stationing",),
    indexes=(("jurisdiction", "established", "stream"),),
)
POOL_ASSIGNMENTS: Final = Table(
    "pool_assignments", PoolAssignment, key=("assignment",), classes=("pooled_stationing",)
)
POOL_MATTERS: Final = Table(
    "pool_matters", PoolMatter, key=("assignment",), classes=("pool_matter",)
)
POOL_UNITS: Final = Table("pool_units", PoolUnit, key=("unit",), classes=("pooled_stationing",))
POOL_WORKLOADS: Final = Table(
    "pool_workloads", PoolWorkload, key=("person",), classes=("pooled_stationing",)
)

SCOPE: Final = "pooled_stationing"
"""The class of what is counted: how much somebody has is no secret, which matter it is."""


def established(rows: Rows, event: Recorded[events.Established]) -> None:
    """A group was pooled."""
    e = event.event
    row = PooledStationing(
        scope=SCOPE,
        stage="established",
        commission=e.commission,
        stationed_group=e.group,
        office=e.office,
        established=e.occurred.date,
        units=(),
        uncovered=(),
        people=0,
        reason=None,
    )
    rows.put(POOLED_STATIONINGS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Units come and go, the office is corrected, the pool ends."""
    row, e = _pool(rows), event.event
    match e:
        case events.UnitAdded():
            row = row._replace(units=tuple(dict.fromkeys((*row.units, e.unit))))
        case events.UnitDropped():
            row = row._replace(units=tuple(unit for unit in row.units if unit != e.unit))
            rows.end(POOL_UNITS, e.unit)
        case events.Dissolved():
            row = row._replace(stage="dissolved", reason=e.reason)
        case events.Corrected():
            row = row._replace(office=e.office)
        case events.Annulled():
            row = row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a pooled stationing: {type(e).__name__}")
    rows.put(POOLED_STATIONINGS, row)
    _count_units(rows)


def _pool(rows: Rows) -> PooledStationing:
    row = rows.get(POOLED_STATIONINGS)
    if row is None:
        raise LookupError("the pool was never a group")
    return row


def assigned(rows: Rows, event: Recorded[events.Assigned]) -> None:
    """Somebody has a unit or a matter from now on."""
    e = event.event
    if e.unit is not None:
        unit = PoolAssignment(
            scope=SCOPE,
            assignment=e.assignment,
            stationed_group=e.group,
            person=e.person,
            duty=e.duty,
            unit=e.unit,
            stage="running",
            begun=e.occurred.date,
            until=e.until,
            released=None,
            reason=None,
        )
        rows.put(POOL_ASSIGNMENTS, unit)
    if e.matter is not None:
        matter = PoolMatter(
            scope=e.concerns.visibility,
            case_tag=event.case,
            assignment=e.assignment,
            stationed_group=e.group,
            person=e.person,
            duty=e.duty,
            matter=e.matter,
            stage="running",
            begun=e.occurred.date,
            until=e.until,
            released=None,
            reason=None,
        )
        rows.put(POOL_MATTERS, matter)
    _count_units(rows)
    _count_person(rows, e.person, e.group)


def returned(rows: Rows, event: Recorded[events.AssignmentReturned]) -> None:
    """The commission sent an assignment back; that it ended follows."""
    row = rows.get(POOL_ASSIGNMENTS, event.event.assignment)
    if row is None:
        raise LookupError("the person was never assigned")
    rows.put(POOL_ASSIGNMENTS, row._replace(stage="returned"))


def corrected(rows: Rows, event: Recorded[events.AssignmentCorrected]) -> None:
    """Of an assignment duty or last day was recorded wrongly."""
    e = event.event
    unit, matter = rows.get(POOL_ASSIGNMENTS, e.assignment), rows.get(POOL_MATTERS, e.assignment)
    if unit is not None:
        right = unit._replace(duty=e.duty or unit.duty, until=e.until or unit.until)
        rows.put(POOL_ASSIGNMENTS, right)
    if matter is not None:
        rows.put(POOL_MATTERS, matter._replace(duty=e.duty or matter.duty))


def released(rows: Rows, event: Recorded[events.Released]) -> None:
    """An assignment ended."""
    e, day = event.event, event.event.occurred.date
    unit, matter = rows.get(POOL_ASSIGNMENTS, e.assignment), rows.get(POOL_MATTERS, e.assignment)
    if unit is None and matter is None:
        raise LookupError("the person was never assigned")
    if unit is not None:
        stage = "released" if unit.stage == "running" else unit.stage
        ended = unit._replace(stage=stage, released=day, reason=e.reason)
        rows.put(POOL_ASSIGNMENTS, ended)
    if matter is not None:
        rows.put(POOL_MATTERS, matter._replace(stage="released", released=day, reason=e.reason))
    _count_units(rows)
    _count_person(rows, e.person, e.group)


def _count_units(rows: Rows) -> None:
    """Count anew who has each unit, and which units nobody has."""
    pool = _pool(rows)
    running = [each for each in rows.all(POOL_ASSIGNMENTS) if each.stage == "running"]
    for unit in pool.units:
        people = len({each.person for each in running if each.unit == unit})
        rows.put(POOL_UNITS, PoolUnit(SCOPE, unit, pool.stationed_group, people))
    covered = {each.unit for each in running}
    uncovered = tuple(unit for unit in pool.units if unit not in covered)
    rows.put(POOLED_STATIONINGS, pool._replace(uncovered=uncovered))


def _count_person(rows: Rows, person: str, group: str) -> None:
    """Count anew how much a person has, and how many have anything."""
    units = [each.person for each in rows.all(POOL_ASSIGNMENTS) if each.stage == "running"]
    matters = [each.person for each in rows.all(POOL_MATTERS) if each.stage == "running"]
    of_units, of_matters = units.count(person), matters.count(person)
    row = PoolWorkload(SCOPE, person, group, of_units, of_matters, of_units + of_matters)
    rows.put(POOL_WORKLOADS, row)
    people = len({*units, *matters})
    rows.put(POOLED_STATIONINGS, _pool(rows)._replace(people=people))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Established: established,
    events.UnitAdded: changed,
    events.UnitDropped: changed,
    events.Assigned: assigned,
    events.AssignmentReturned: returned,
    events.Released: released,
    events.Dissolved: changed,
    events.Corrected: changed,
    events.AssignmentCorrected: corrected,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="pooled_stationings",
    version=3,
    tables=(POOLED_STATIONINGS, POOL_ASSIGNMENTS, POOL_MATTERS, POOL_UNITS, POOL_WORKLOADS),
    handlers=_HANDLERS,
)
