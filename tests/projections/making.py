"""Events made by hand, as they would stand in the log, and read models folded from them."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.model import Concerns, Event, Occurred, Recorded
from projections import schema
from projections.folding import Entry, Folder, Parking
from projections.model import ReadModel
from projections.rows import Rows
from projections.schema import LIVE, Built
from tests.domain.world import Told

BEGAN = datetime.datetime(2026, 1, 5, 1, 0, tzinfo=datetime.UTC)
LINYI = JurisdictionCode("linyi")
ACTOR = PersonId("person/00000000-0000-4000-8000-000000000001")
PARTY = PartyId("case-supervision")


def stream(number: int, family: str = "lead") -> StreamId:
    """The n-th stream of a family."""
    return StreamId(f"{family}/00000000-0000-4000-8000-{number:012x}")


def concerns(*parties: str, scope: str = "lead", observers: Sequence[str] = ()) -> Concerns:
    """A circle."""
    return Concerns(
        parties=tuple(map(PartyId, parties)),
        visibility=scope,
        observers=tuple(map(PartyId, observers)),
    )


def day(number: int) -> Occurred:
    """The n-th day of January 2026."""
    return Occurred(date=datetime.date(2026, 1, number))


class Log:
    """The log of one jurisdiction, grown command by command."""

    def __init__(self, jurisdiction: JurisdictionCode = LINYI) -> None:
        self.jurisdiction = jurisdiction
        self.entries: list[Entry] = []
        self._versions: dict[StreamId, int] = {}

    def command(self, *events: tuple[StreamId, Event], actor: PersonId = ACTOR) -> list[Entry]:
        """One command with these events; returns its entries."""
        command_id = uuid.UUID(int=len(self.entries) + 1)
        made = [
            self._entry(each, index, len(events), command_id, actor)
            for index, each in enumerate(events, 1)
        ]
        self.entries += made
        return made

    def _entry(
        self,
        placed: tuple[StreamId, Event],
        index: int,
        count: int,
        command_id: uuid.UUID,
        actor: PersonId,
    ) -> Entry:
        where, event = placed
        version = self._versions[where] = self._versions.get(where, 0) + 1
        position = len(self.entries) + index
        return Entry(
            Recorded(
                originator_id=where,
                originator_version=version,
                event=event,
                id=uuid.UUID(int=position << 64),
                type=f"test.{type(event).__name__}",
                jurisdiction=self.jurisdiction,
                time=BEGAN + datetime.timedelta(minutes=position),
                position=position,
                command_id=command_id,
                command_event=index,
                command_events=count,
                actor=actor,
                party=PARTY,
                case=None,
                scheme_version=1,
            )
        )


Connection = psycopg.Connection[Any]


def folded(model: ReadModel, told: Iterable[Told], *, of: StreamId | None = None) -> Rows:
    """The rows of what was told, or of one stream of it, without a database."""
    log, rows = Log(), Rows(model)
    for each in told:
        if of in (None, each.stream):
            (entry,) = log.command((each.stream, each.event))
            rows.apply(model.handlers_of(type(each.event)), entry.event)
    return rows


def build(connection: Connection, models: Iterable[ReadModel]) -> list[Built]:
    """Empty live schemas for these models."""
    schema.prepare(connection)
    with connection.transaction():
        built = [schema.create(connection, model, LIVE) for model in models]
        schema.go_live(connection, built)
    return built


def fold(
    connection: Connection,
    built: Sequence[Built],
    entries: Sequence[Entry],
    *,
    commands_at_once: int = 10_000,
) -> list[Parking]:
    """Fold entries in batches of so many commands, as the projector would."""
    folder = Folder(built, set())
    parkings: list[Parking] = []
    batch: list[Entry] = []
    commands = 0
    for entry in entries:
        batch.append(entry)
        if entry.event.command_event == entry.event.command_events:
            commands += 1
        if commands == commands_at_once:
            parkings += _fold(connection, folder, batch)
            batch, commands = [], 0
    return parkings + _fold(connection, folder, batch)


def _fold(connection: Connection, folder: Folder, batch: Sequence[Entry]) -> list[Parking]:
    with connection.transaction():
        return folder.fold(connection, batch)


def rows(connection: Connection, built: Built) -> dict[str, list[tuple[Any, ...]]]:
    """Every version of every row, table by table, in a fixed order."""
    found = {}
    for table in built.model.tables:
        columns = ["jurisdiction", "stream", *table.key, "from_position"]
        query = SQL("select * from {} order by {}").format(
            Identifier(built.schema, table.name), SQL(", ").join(map(Identifier, columns))
        )
        found[table.name] = connection.execute(query).fetchall()
    return found
