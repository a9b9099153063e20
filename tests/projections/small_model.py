"""A read model of two tables over two made-up events: what store and folding are tested with."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.model import Event, Recorded
from projections.model import ReadModel, Table
from projections.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Event):
    to: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Event):
    pass


class Matter(NamedTuple):
    scope: str
    title: str
    place: str | None
    moves: int
    tags: tuple[str, ...]
    notes: list[dict[str, Any]]


class Stay(NamedTuple):
    scope: str
    place: str
    since: int


MATTERS = Table("matters", Matter)
STAYS = Table("stays", Stay, key=("place",), indexes=(("jurisdiction", "place"),))


def opened(rows: Rows, event: Recorded[Opened]) -> None:
    e = event.event
    rows.put(MATTERS, Matter(e.concerns.visibility, e.title, None, 0, (), []))


def moved(rows: Rows, event: Recorded[Moved]) -> None:
    e = event.event
    rows.end_all(STAYS)
    rows.put(STAYS, Stay(e.concerns.visibility, e.to, event.position))
    matter = rows.get(MATTERS)
    if matter is None:
        raise LookupError("never opened")
    notes = [*matter.notes, {"to": e.to}]
    row = matter._replace(place=e.to, moves=matter.moves + 1, tags=e.tags, notes=notes)
    rows.put(MATTERS, row)


def finished(rows: Rows, _: Recorded[Finished]) -> None:
    rows.end_all(STAYS)
    rows.end(MATTERS)


SMALL = ReadModel(
    name="small",
    version=1,
    tables=(MATTERS, STAYS),
    handlers={Opened: opened, Moved: moved, Finished: finished},
)
