"""Folding a batch of events into read models: look up, apply in memory, write; failures park a stream."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

import psycopg
from psycopg import Connection

from domain.model import Event, Recorded
from eventlog.records import EventRecord
from projections.model import Handler
from projections.rows import Rows, StreamKey
from projections.schema import Built
from projections.store import ModelStore


class Entry(NamedTuple):
    """One counted event, and the record it stands in (None for events made by hand)."""

    event: Recorded[Any]
    record: EventRecord | None = None


_Placed = tuple[Entry, StreamKey, type[Event]]
_Work = tuple[Entry, StreamKey, tuple[Handler, ...]]


@dataclass(frozen=True, slots=True)
class Parking:
    """A stream that a read model could not fold: from this event on it is left out, visibly."""

    built: Built
    event: Recorded[Any]
    error: str


class Stopping(Exception):
    """``access`` could not be folded: the event's jurisdiction stops, and everything in it is denied."""

    def __init__(self, event: Recorded[Any], cause: Exception) -> None:
        self.event = event
        self.cause = cause
        super().__init__(f"{event.jurisdiction} at {event.position}: {describe(cause)}")


def describe(error: Exception) -> str:
    """An exception in one line, for people; personal data never stands in an event's error."""
    return f"{type(error).__name__}: {error}"[:2000]


class Folder:
    """Folds batches into the same models, again and again, within the caller's transaction."""

    def __init__(self, built: Sequence[Built], parked: set[tuple[str, StreamKey]]) -> None:
        self.stores = [ModelStore(each) for each in built]
        self.parked = parked
        """(schema, stream) of what is left out; what parks is added."""

    def fold(self, connection: Connection[Any], batch: Sequence[Entry]) -> list[Parking]:
        """Fold whole commands, in the order of the log. Returns what had to be parked.

        Raises ``Stopping`` before anything is written, and ``psycopg.DataError`` for a value that
        PostgreSQL refuses: roll back, then fold the batch with ``fold_singly``.
        """
        parkings: list[Parking] = []
        placed = [(entry, _stream(entry), type(entry.event.event)) for entry in batch]
        opened = {stream for entry, stream, _ in placed if entry.event.originator_version == 1}
        kinds = {kind for _, _, kind in placed}
        tasks = [
            _Task(store, work)
            for store in self.stores
            if (work := self._work(store, placed, kinds))
        ]
        with connection.pipeline():
            for task in tasks:
                task.look_up(connection, opened)
        for task in tasks:
            parkings += task.apply(self.parked)
        with connection.pipeline():
            for task in tasks:
                task.close(connection)
        for task in tasks:
            task.insert(connection)
        return parkings

    def _work(
        self, store: ModelStore, placed: Sequence[_Placed], kinds: Iterable[type[Event]]
    ) -> list[_Work]:
        """What of a batch one model looks at, without streams that are left out; mostly nothing."""
        model, schema = store.built.model, store.built.schema
        handlers = {kind: found for kind in kinds if (found := model.handlers_of(kind))}
        if not handlers:
            return []
        return [
            (entry, stream, handlers[kind])
            for entry, stream, kind in placed
            if kind in handlers and (schema, stream) not in self.parked
        ]

    def fold_singly(self, connection: Connection[Any], batch: Sequence[Entry]) -> list[Parking]:
        """Fold command by command and model by model, to find and park what PostgreSQL refuses."""
        parkings: list[Parking] = []
        for command in by_command(batch):
            for store in self.stores:
                parkings += self._fold_one(connection, store, command)
        return parkings

    def _fold_one(
        self, connection: Connection[Any], store: ModelStore, command: Sequence[Entry]
    ) -> list[Parking]:
        single = Folder([], self.parked)
        single.stores = [store]
        try:
            with connection.transaction():
                return single.fold(connection, command)
        except psycopg.DataError as error:
            if not store.built.model.parks:
                raise Stopping(command[0].event, error) from error
            streams = {_stream(entry): entry.event for entry in command}
            self.parked.update((store.built.schema, stream) for stream in streams)
            return [Parking(store.built, event, describe(error)) for event in streams.values()]


def by_command(batch: Sequence[Entry]) -> list[list[Entry]]:
    """A batch cut into its commands."""
    return [list(group) for _, group in groupby(batch, key=lambda entry: entry.event.command_id)]


def _stream(entry: Entry) -> StreamKey:
    return entry.event.jurisdiction, entry.event.originator_id


class _Task:
    """One model's share of a batch."""

    def __init__(self, store: ModelStore, work: Sequence[_Work]) -> None:
        self.store = store
        self.rows = Rows(store.built.model)
        self.work = work
        self._cursors: list[Any] = []

    def look_up(self, connection: Connection[Any], opened: set[StreamKey]) -> None:
        """Ask for the rows of every stream that has a past; one opened in the batch has none."""
        streams = {stream for _entry, stream, _handlers in self.work} - opened
        if streams:
            keys = sorted(streams)
            self._cursors = [s.look_up(connection, keys) for s in self.store.looked_up]

    def apply(self, parked: set[tuple[str, StreamKey]]) -> list[Parking]:
        """Run the handlers; a stream whose fold fails is left as it was before that event."""
        for store, cursor in zip(self.store.looked_up, self._cursors, strict=bool(self._cursors)):
            store.take(cursor, self.rows.buffers[store.table.name])
        parkings: list[Parking] = []
        failed: set[StreamKey] = set()
        for entry, stream, handlers in self.work:
            if stream in failed:
                continue
            try:
                self.rows.apply(handlers, entry.event, entry.record)
            except OSError:
                raise  # what lies outside is away: wait, it is not the event's fault
            except Exception as error:
                if not self.store.built.model.parks:
                    raise Stopping(entry.event, error) from error
                failed.add(stream)
                parkings.append(Parking(self.store.built, entry.event, describe(error)))
        parked.update((self.store.built.schema, stream) for stream in failed)
        return parkings

    def close(self, connection: Connection[Any]) -> None:
        """Close the versions that are true no longer, table by table."""
        for name, store in self.store.tables.items():
            store.close(connection, self.rows.buffers[name])

    def insert(self, connection: Connection[Any]) -> None:
        """Insert the versions that are new, table by table."""
        for name, store in self.store.tables.items():
            store.insert(connection, self.rows.buffers[name])
