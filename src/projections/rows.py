"""The rows of a batch in memory: what a handler sees and changes, and what is to be written afterwards."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from domain.model import Recorded
from eventlog.records import EventRecord
from projections.model import Handler, Key, R, ReadModel, Table

StreamKey = tuple[str, str]
"""Jurisdiction and stream: what a row belongs to."""


class Version(NamedTuple):
    """One version of a row, true from ``from_position`` on. ``stored``: PostgreSQL has it already."""

    row: Any
    from_position: int
    stored: bool


class Finished(NamedTuple):
    """A version that was opened and replaced inside one batch: written all the same, for ``as_of``."""

    stream: StreamKey
    row: Any
    from_position: int
    until_position: int


class Closing(NamedTuple):
    """A stored version that is true no longer."""

    stream: StreamKey
    key: Key
    until_position: int


class Buffer:
    """The current rows of one table for the streams of a batch, and the versions that were left behind."""

    __slots__ = ("closings", "current", "finished", "table")

    def __init__(self, table: Table[Any]) -> None:
        self.table = table
        self.current: dict[StreamKey, dict[Key, Version]] = {}
        self.finished: list[Finished] = []
        self.closings: list[Closing] = []

    def load(self, stream: StreamKey, row: Any, from_position: int) -> None:
        """Take over a current row from PostgreSQL."""
        key = self.table.key_of(row)
        self.current.setdefault(stream, {})[key] = Version(row, from_position, True)

    def leave(self, stream: StreamKey, key: Key, version: Version, position: int) -> None:
        """Note that a version is true no longer from ``position`` on."""
        if version.stored:
            self.closings.append(Closing(stream, key, position))
        else:
            self.finished.append(Finished(stream, version.row, version.from_position, position))

    def opened(self) -> Iterable[tuple[StreamKey, Any, int, int | None]]:
        """Every version to insert: stream, row, from, until (null: still true)."""
        yield from self.finished
        for stream, versions in self.current.items():
            for version in versions.values():
                if not version.stored:
                    yield stream, version.row, version.from_position, None


_Undo = tuple[Buffer, Key, Version | None, int, int]


class Rows:
    """The rows of one read model, as the handlers of one event see them: those of the event's stream.

    What one command changes several times becomes one version: ``as_of`` is rounded to whole commands.
    """

    def __init__(self, model: ReadModel) -> None:
        self.model = model
        self.buffers = {table.name: Buffer(table) for table in model.tables}
        self.record: EventRecord | None = None
        """The event as it stands on the log; None for events made by hand."""
        self._stream: StreamKey = ("", "")
        self._position = 0
        self._command_start = 0
        self._undo: list[_Undo] = []

    def apply(
        self, handlers: Iterable[Handler], event: Recorded[Any], record: EventRecord | None = None
    ) -> None:
        """Fold one event. If a handler raises, the rows are as they were before the event."""
        self.record = record
        self._stream = (event.jurisdiction, event.originator_id)
        self._position = event.position
        self._command_start = event.position - event.command_event + 1
        self._undo.clear()
        try:
            for handler in handlers:
                handler(self, event)
        except Exception:
            self._roll_back()
            raise

    def get(self, table: Table[R], *key: Any) -> R | None:
        """The current row under a key."""
        one = key[0] if len(key) == 1 else key
        version = self._versions(self.buffers[table.name]).get(one)
        return None if version is None else version.row

    def all(self, table: Table[R]) -> list[R]:
        """Every current row of the stream, in the order of their keys: PostgreSQL gives them in none."""
        versions = self._versions(self.buffers[table.name])
        return [versions[key].row for key in sorted(versions)]

    def put(self, table: Table[R], row: R) -> None:
        """Make ``row`` the current one under its key. An equal row changes nothing."""
        buffer = self.buffers[table.name]
        versions = self._versions(buffer)
        key = table.key_of(row)
        old = versions.get(key)
        since = self._position
        if old is not None:
            if old.row == row:
                return
            since = self._replaced(buffer, key, old)
        else:
            self._remember(buffer, key, None)
        versions[key] = Version(row, since, False)

    def end(self, table: Table[Any], *key: Any) -> None:
        """Let the row under a key be true no longer, if there is one."""
        buffer = self.buffers[table.name]
        versions = self._versions(buffer)
        old = versions.pop(_key(key), None)
        if old is not None:
            self._replaced(buffer, _key(key), old)

    def end_all(self, table: Table[Any]) -> None:
        """Let every row of the stream be true no longer."""
        for row in self.all(table):
            key = table.key_of(row)
            self.end(table, *(key if isinstance(key, tuple) else (key,)))

    def _versions(self, buffer: Buffer) -> dict[Key, Version]:
        versions = buffer.current.get(self._stream)
        if versions is None:
            versions = buffer.current[self._stream] = {}
        return versions

    def _replaced(self, buffer: Buffer, key: Key, old: Version) -> int:
        """Leave the old version; from where on the next one is true."""
        self._remember(buffer, key, old)
        if not old.stored and old.from_position >= self._command_start:
            return old.from_position
        buffer.leave(self._stream, key, old, self._position)
        return self._position

    def _remember(self, buffer: Buffer, key: Key, old: Version | None) -> None:
        self._undo.append((buffer, key, old, len(buffer.finished), len(buffer.closings)))

    def _roll_back(self) -> None:
        for buffer, key, old, finished, closings in reversed(self._undo):
            versions = self._versions(buffer)
            if old is None:
                versions.pop(key, None)
            else:
                versions[key] = old
            del buffer.finished[finished:]
            del buffer.closings[closings:]


def _key(key: tuple[Any, ...]) -> Key:
    return key[0] if len(key) == 1 else key
