"""The writer's index in PostgreSQL: written after reading back, asked before deciding.

It is derived from Kafka alone, so it may be dropped at any time. One row lock per partition (its tracking
row) makes a writer that was left behind notice: ``IndexMoved``.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, Self

import psycopg

from domain.ids import JurisdictionCode, StreamId
from domain.registry import PREFIX
from eventlog.counting import Checkpoint, CountedBatch, Head, Void, VoidReason
from eventlog.errors import CommandFailed, IndexMoved
from eventlog.index_keys import (
    EXPIRY_MAX,
    NOT_REMEMBERED,
    CommandKey,
    Known,
    Progress,
    PseudonymKey,
    StreamKey,
    Takeover,
)
from eventlog.postgres import hold_at_most
from eventlog.reading import Origin, Outcome, Tracking
from eventlog.records import EventRecord, Problem

_SCHEMA: Final = files("eventlog").joinpath("index.sql").read_text("utf-8")
_STATEMENTS: Final[dict[str, Any]] = dict(
    re.findall(
        r"^-- name: (\w+)\n(.*?)(?=^-- name: |\Z)",
        files("eventlog").joinpath("index_statements.sql").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
_EVENT_TYPES: Final = (
    "text", "int8", "text", "int8", "text", "uuid", "text", "timestamptz", "bool", "int4", "int8", "bytea",
    "bytea",
)  # fmt: skip
_SERVER_ERROR: Final = 500
_LOCK: Final = 7_226_117
"""Number of the advisory lock under which the schema is created."""
HOLD_SECONDS: Final = 10
"""Longest that a transaction may keep a tracking row: who takes over from a paused writer waits for it."""


class Index:
    """One connection to the index. Not safe for several threads: each opens its own."""

    def __init__(self, postgres: str, *, organisational: frozenset[str] = frozenset()) -> None:
        self._postgres = postgres
        self._organisational = organisational
        self._connection = psycopg.connect(
            postgres, autocommit=True, application_name="guantong-index"
        )
        self._connection.execute(_STATEMENTS["session"])
        hold_at_most(self._connection, HOLD_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def create(self) -> None:
        """Create what is missing of the schema."""
        with self._connection.transaction():
            hold_at_most(self._connection, 0, local=True)
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            self._connection.execute(_SCHEMA)

    # --- tracking ---------------------------------------------------------------------------------

    def tracking(self, partition: int) -> Tracking | None:
        """How far a partition is indexed; None if it is not at all."""
        with self._connection.transaction():
            self._do("one_snapshot")
            row = self._one("tracking", [partition])
            if row is None:
                return None
            heads = self._all("heads", [partition])
        cluster, topic, offset, outcomes = row
        checkpoint = Checkpoint(offset, {code: Head(*rest) for code, *rest in heads})
        return Tracking(partition, Origin(cluster, topic), checkpoint, outcomes)

    def covers(self, tracking: Tracking) -> bool:
        """Whether a partition is indexed at least this far, by offsets of the same topic."""
        values = [
            tracking.partition, tracking.origin.cluster, tracking.origin.topic,
            tracking.checkpoint.offset, tracking.outcomes,
        ]  # fmt: skip
        return self._one("covers", values) is not None

    def trackings(self) -> list[Tracking]:
        """How far every partition is indexed."""
        numbers = self._all("partitions")
        found = (self.tracking(number) for (number,) in numbers)
        return [tracking for tracking in found if tracking is not None]

    def begin(self, tracking: Tracking, *, seen: Tracking | None, end: int) -> None:
        """Take a partition over: note where indexing goes on from, and up to where it catches up.

        ``seen`` is what ``tracking`` gave. ``IndexMoved`` if another has moved the index on since, or dropped
        it: to begin where it was would index a second time what stands behind it. A partition that was not
        tracked is indexed from its first record, whatever is left of it. What is known by its offset is
        forgotten when offsets mean something else: after a restore.
        """
        values = [
            tracking.origin.cluster, tracking.origin.topic,
            tracking.checkpoint.offset, tracking.outcomes, end,
        ]  # fmt: skip
        with self._connection.transaction():
            # The tracking row first, as in `write`: two that lock in one order never deadlock.
            self._own(tracking.partition, seen, values)
            if not tracking.checkpoint.heads:
                hold_at_most(self._connection, 0, local=True)
                self._do("forget_events", [tracking.partition])
            if seen is not None and seen.origin.topic != tracking.origin.topic:
                self._do("forget_offsets", [tracking.partition, tracking.partition])
            self._do("begin", [*values, tracking.partition])
            self._write_heads(tracking.partition, tracking.checkpoint.heads)

    def _own(self, partition: int, seen: Tracking | None, values: Sequence[Any]) -> None:
        """Lock the tracking row as it was seen, or enter it where none was."""
        if seen is None:
            holds = self._do("enter", [partition, *values]).rowcount == 1
        else:
            before = (seen.origin.topic, seen.checkpoint.offset, seen.outcomes)
            holds = self._one("own", [partition]) == before
        if not holds:
            raise IndexMoved(partition=partition)

    def progress(self) -> list[Progress]:
        """How far each partition is indexed."""
        return [Progress(*row) for row in self._all("progress")]

    # --- writing ----------------------------------------------------------------------------------

    def write(
        self,
        batches: Sequence[CountedBatch],
        outcomes: Sequence[Outcome],
        voids: Sequence[Void],
        *,
        before: Tracking,
        after: Tracking,
        expires: Mapping[CommandKey, datetime.datetime] | None = None,
    ) -> None:
        """Add what was read between two trackings; all or nothing. ``IndexMoved`` if another did so.

        ``expires`` of rejected commands where it is known, else the longest it can be.
        """
        with self._connection.transaction():
            self._advance(before, after)
            self._copy_events(batches)
            self._write_accepted(batches)
            self._write_rejected(outcomes, expires or {})
            self._write_pseudonyms(batches)
            self._write_numbers(batches)
            self._write_voids(after.partition, voids)
            changed = {batch.jurisdiction: batch.head for batch in batches}
            self._write_heads(after.partition, changed)

    def forget_expired(self, now: datetime.datetime) -> None:
        """Forget the rejected commands that have expired."""
        self._do("forget_expired", [now])

    def _advance(self, before: Tracking, after: Tracking) -> None:
        moved = self._do("advance", [
                after.checkpoint.offset, after.outcomes, after.partition, after.origin.topic,
                before.checkpoint.offset, before.outcomes,
            ],
        )  # fmt: skip
        if moved.rowcount != 1:
            raise IndexMoved(partition=after.partition)

    def _copy_events(self, batches: Sequence[CountedBatch]) -> None:
        if not batches:
            return
        with (
            self._connection.cursor() as cursor,
            cursor.copy(_STATEMENTS["copy_events"]) as copy,
        ):
            copy.set_types(_EVENT_TYPES)
            for batch in batches:
                code, partition = batch.jurisdiction, batch.partition
                for counted in batch.events:
                    event = counted.record
                    copy.write_row((
                        code, event.position, event.subject, event.streamversion, event.type,
                        event.commandid, event.actor, event.time,
                        event.type in self._organisational,
                        partition, counted.offset, event.value, event.header,
                    ))  # fmt: skip

    def _write_accepted(self, batches: Sequence[CountedBatch]) -> None:
        rows = [
            (
                batch.jurisdiction, batch.first.actor, batch.first.commandid, batch.first.commanddigest,
                batch.first.position, batch.head.position, batch.head.hash,
            )
            for batch in batches
        ]  # fmt: skip
        self._insert("write_accepted", rows)

    def _write_rejected(
        self, outcomes: Sequence[Outcome], expires: Mapping[CommandKey, datetime.datetime]
    ) -> None:
        rows = {}
        for outcome in outcomes:
            record = outcome.record
            key = CommandKey(record.jurisdiction, record.actor, record.id)
            if record.problem is None or not is_remembered(record.problem):
                continue
            until = expires.get(key) or _moment(outcome.appended) + EXPIRY_MAX
            rows[key] = (*key, record.digest, record.value, until)
        self._insert("write_rejected", list(rows.values()))

    def _write_pseudonyms(self, batches: Sequence[CountedBatch]) -> None:
        rows = {
            (batch.jurisdiction, pseudonym, counted.record.subject)
            for batch in batches
            for counted in batch.events
            for pseudonym in pseudonyms_in(counted.record)
        }
        self._insert("write_pseudonyms", list(rows))

    def _write_numbers(self, batches: Sequence[CountedBatch]) -> None:
        rows: dict[tuple[Any, ...], int] = {}
        for batch in batches:
            for counted in batch.events:
                match counted.record.data.get("number"):
                    case {"organ": organ, "kind": kind, "year": year, "serial": serial}:
                        key = (batch.jurisdiction, organ, kind, year)
                        rows[key] = max(serial, rows.get(key, 0))
                    case _:
                        pass
        self._insert("write_numbers", [(*key, serial) for key, serial in rows.items()])

    def _write_heads(self, partition: int, heads: Mapping[JurisdictionCode, Head]) -> None:
        self._insert(
            "write_heads",
            [
                (partition, code, head.position, head.hash, head.offset)
                for code, head in heads.items()
            ],
        )

    def _write_voids(self, partition: int, voids: Sequence[Void]) -> None:
        self._insert(
            "write_voids",
            [(partition, void.offset, void.key, str(void.reason)) for void in voids],
        )

    def _insert(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            self._do(statement, [list(column) for column in zip(*rows, strict=True)])

    # --- asking -----------------------------------------------------------------------------------

    def known(self, asked: Mapping[CommandKey, StreamId]) -> dict[CommandKey, Known]:
        """What became of these commands; each with its target, for the version it had afterwards."""
        if not asked:
            return {}
        keys = list(asked)
        columns = [
            list(column) for column in zip(*((*key, asked[key]) for key in keys), strict=True)
        ]
        return {keys[ordinal - 1]: Known(*rest) for ordinal, *rest in self._all("known", columns)}

    def streams(self, asked: Collection[StreamKey]) -> dict[StreamKey, list[bytes]]:
        """The record values of each of these streams, in order; of one without events none."""
        found: dict[StreamKey, list[bytes]] = {key: [] for key in asked}
        for jurisdiction, stream, value in self._columns("streams", asked):
            found[StreamKey(jurisdiction, stream)].append(value)
        return found

    def matches(self, asked: Collection[PseudonymKey]) -> dict[PseudonymKey, tuple[StreamId, ...]]:
        """The streams that carry each of these pseudonyms."""
        found: dict[PseudonymKey, tuple[StreamId, ...]] = dict.fromkeys(asked, ())
        for jurisdiction, pseudonym, stream in self._columns("matches", asked):
            found[PseudonymKey(jurisdiction, pseudonym)] += (stream,)
        return found

    def having(
        self, code: JurisdictionCode, event: str, since: datetime.datetime
    ) -> list[StreamId]:
        """The streams that have an event of a name (``task_order.issued``) recorded since a moment."""
        family, kind = event.partition(".")[0], f"{PREFIX}.{event}.v%".replace("_", r"\_")
        values = [code, f"{family}/", f"{family}0", kind, since]
        return [StreamId(stream) for (stream,) in self._all("having", values)]

    def organisational(self, jurisdiction: JurisdictionCode, after: int = 0) -> list[bytes]:
        """The record values after a position that the jurisdiction as a whole folds, in order."""
        return [value for (value,) in self._all("organisational", [jurisdiction, after])]

    def after(self, jurisdiction: JurisdictionCode, position: int) -> list[bytes]:
        """The record values of a jurisdiction after a position."""
        return [value for (value,) in self._all("after", [jurisdiction, position])]

    def event(self, jurisdiction: JurisdictionCode, position: int) -> EventRecord | None:
        """One event, with its sealed header; None if it is not indexed."""
        row = self._one("event", [jurisdiction, position])
        return (
            None if row is None else EventRecord.from_value(bytes(row[0]), row[1] and bytes(row[1]))
        )

    def numbers(self, jurisdiction: JurisdictionCode) -> list[tuple[str, str, int, int]]:
        """The last number of each register: organ, kind, year, serial."""
        return self._all("numbers", [jurisdiction])

    def last_recorded(self, jurisdiction: JurisdictionCode) -> datetime.datetime | None:
        """The time of the last event of a jurisdiction."""
        row = self._one("last_recorded", [jurisdiction])
        return None if row is None else row[0]

    def voids(self, limit: int = 100) -> list[tuple[int, Void]]:
        """The records that do not count, by partition and offset."""
        rows = self._all("voids", [limit])
        return [
            (partition, Void(offset, key, VoidReason(reason)))
            for partition, offset, key, reason in rows
        ]

    # --- takeovers --------------------------------------------------------------------------------

    def take_over(self, partition: int, offset: int) -> Takeover:
        """Note that a writer begins at a command's offset."""
        row = self._one("take_over", [partition, offset])
        return Takeover(*row) if row is not None else Takeover(1, False)

    def trying(self, partition: int, offset: int) -> None:
        """Note that the command at this offset is about to be decided, alone."""
        self._do("trying", [offset, partition])

    def farewell(self, partition: int) -> None:
        """Note that the writer got past the offset it took over at."""
        self._do("farewell", [partition])

    def retreat(self, partition: int) -> None:
        """Note that the writer leaves in order from where it took over: as if it had not come."""
        self._do("retreat", [partition, partition])

    # --- statements -------------------------------------------------------------------------------

    def _do(self, statement: str, values: Sequence[Any] = ()) -> psycopg.Cursor[Any]:
        return self._connection.execute(_STATEMENTS[statement], values)

    def _all(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._do(statement, values).fetchall()

    def _one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        return self._do(statement, values).fetchone()

    def _columns(self, statement: str, keys: Collection[tuple[str, str]]) -> list[Any]:
        if not keys:
            return []
        return self._all(statement, [list(column) for column in zip(*keys, strict=True)])


def is_remembered(problem: Problem) -> bool:
    """Whether a rejection holds until it expires: because it says something of the command as such.

    What is away or broken (5xx) says nothing of it: sent again under the same id, it is decided. Only a
    decision that failed would fail again.
    """
    if problem.status >= _SERVER_ERROR:
        return problem.code == CommandFailed.code
    return problem.code not in NOT_REMEMBERED


def pseudonyms_in(event: EventRecord) -> Iterable[str]:
    """The keyed pseudonyms that an event carries: every text ``hmac:…`` in its data."""
    return _pseudonyms(event.data) if b'"hmac:' in event.value else ()


def _pseudonyms(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        if data.startswith("hmac:"):
            yield data
    elif isinstance(data, Mapping):
        for each in data.values():
            yield from _pseudonyms(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _pseudonyms(each)


def _moment(milliseconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC)
