"""Folding a parked stream anew from its history."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from eventlog.codec import to_recorded
from eventlog.records import EventRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from projections import schema, tracking
from projections.catalogue import read_models
from projections.connection import connect
from projections.errors import HistoryMissing, NotParked
from projections.folding import Entry, Folder, Parking, by_command
from projections.model import ReadModel
from projections.rows import StreamKey
from projections.schema import LIVE, Built
from projections.store import ModelStore

_BATCH: Final = 1_000


def unpark(
    settings: Settings, jurisdiction: str, stream: str, *, models: Sequence[ReadModel] | None = None
) -> tuple[Parking, ...]:
    """Fold a stream anew in every live model in which it is parked.

    Returns what had to be parked again: empty if all is well. Raises ``NotParked``, and
    ``HistoryMissing`` while the writer's index does not have the whole stream.
    """
    known = tuple(read_models(FileVault(settings.vault)) if models is None else models)
    key = (jurisdiction, stream)
    with connect(settings.postgres) as connection, connection.transaction():
        connection.execute("select pg_advisory_xact_lock(%s)", (tracking.REBUILD_LOCK,))
        parked = tracking.parked(connection)
        live = schema.live(connection, known).values()
        concerned = [built for built in live if (built.schema, key) in parked]
        if not concerned:
            raise NotParked(stream=stream)
        history = _history(connection, key)
        return tuple(
            parking for built in concerned for parking in _anew(connection, built, key, history)
        )


def _anew(
    connection: Connection[Any], built: Built, key: StreamKey, history: Sequence[Entry]
) -> list[Parking]:
    connection.execute(
        "delete from projections.parked"
        " where schema_name = %s and jurisdiction = %s and stream = %s",
        (built.schema, *key),
    )
    ModelStore(built).delete_stream(connection, key)
    folder = Folder([built], set())
    for batch in _batches(history):
        parkings = folder.fold_singly(connection, batch)
        if parkings:
            tracking.park(connection, parkings)
            return parkings
    return []


def _batches(history: Sequence[Entry]) -> list[list[Entry]]:
    """Whole commands, many at a time."""
    batches: list[list[Entry]] = [[]]
    for command in by_command(history):
        if len(batches[-1]) >= _BATCH:
            batches.append([])
        batches[-1] += command
    return batches


def _history(connection: Connection[Any], key: StreamKey) -> list[Entry]:
    """The stream's events up to where the live rows are."""
    rows = connection.execute(
        "select e.version, e.value, e.sealed from eventlog.history as e"
        " join projections.heads as h on h.reader = %s and h.jurisdiction = e.jurisdiction"
        " where e.jurisdiction = %s and e.stream = %s and e.position <= h.position"
        " order by e.version",
        (LIVE, *key),
    ).fetchall()
    if [version for version, *_ in rows] != list(range(1, len(rows) + 1)) or not rows:
        raise HistoryMissing(
            stream=key[1], found=len(rows), expected=rows[-1][0] if rows else "≥ 1"
        )
    records = [EventRecord.from_value(bytes(value), sealed) for _, value, sealed in rows]
    return [Entry(to_recorded(record), record) for record in records]
