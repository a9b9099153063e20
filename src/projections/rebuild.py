"""Building read models anew beside the live ones: fold from the first event, compare, swap, drop later."""

import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, NoReturn

import psycopg
from psycopg import Connection

from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode
from domain.registry import Catalogue
from eventlog.counting import CountedBatch
from eventlog.errors import NewerVersionNeeded
from eventlog.reading import EventReader
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from projections import schema, tracking
from projections.catalogue import read_models
from projections.committing import Committer, Progress
from projections.comparing import Difference, differences
from projections.connection import connect
from projections.errors import CannotRebuild, DiskTooSmall, UnknownModel
from projections.model import ReadModel
from projections.schema import LIVE, Built

_ROOM: Final = 1.5
"""Times the size of the live rows that must be free: the copy, its indexes being built, the log of it."""

_SWAP_PAUSE_S: Final = 0.05

Phase = Literal["folding", "comparing", "swapping", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildProgress:
    """How far a rebuild is: events folded of so many, how many a second, seconds left (None: unknown)."""

    phase: Phase
    events: int
    total: int
    per_second: float
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: events folded, in how many seconds, what differed from the rows before."""

    models: tuple[str, ...]
    events: int
    seconds: float
    differences: tuple[Difference, ...]


Report = Callable[[RebuildProgress], None]


def rebuild(
    settings: Settings,
    names: Sequence[str] = (),
    *,
    report: Report = lambda _: None,
    models: Iterable[ReadModel] | None = None,
    catalogue: Catalogue = CATALOGUE,
) -> Rebuilt:
    """Build the named read models anew (none named: all) in one pass, and swap them in.

    Readers and the running projector go on meanwhile. Raises ``UnknownModel``, ``DiskTooSmall``.
    """
    known = tuple(read_models(FileVault(settings.vault)) if models is None else models)
    by_name = {model.name: model for model in known}
    for name in names:
        if name not in by_name:
            raise UnknownModel(model=name, known=", ".join(by_name))
    chosen = [by_name[name] for name in names] if names else list(known)
    with connect(settings.postgres) as connection:
        schema.prepare(connection)
        return rebuild_into(settings, connection, chosen, catalogue=catalogue, report=report)


def rebuild_into(
    settings: Settings,
    connection: Connection[Any],
    models: Sequence[ReadModel],
    *,
    catalogue: Catalogue,
    report: Report = lambda _: None,
) -> Rebuilt:
    """The same on an open connection. Only one rebuild of an installation runs at a time."""
    connection.execute("select pg_advisory_lock(%s)", (_ONE_AT_A_TIME,))
    try:
        _drop_leftovers(connection)
        check_disk(connection, models)
        reader_name = f"rebuild-{time.time_ns()}"
        built = [schema.create(connection, model, reader_name) for model in models]
        topics = Topics(settings.prefix)
        with EventReader(
            settings.kafka,
            topics,
            name="guantong-rebuild",
            knows=catalogue.events.__contains__,
        ) as reader:
            reader.start()
            committer = Committer(
                connection,
                built,
                reader_name,
                trackings=tracking.load(connection, reader_name),
                only_live=False,
                catalogue=catalogue,
            )
            return _Rebuild(connection, built, reader, committer, report).run()
    finally:
        connection.execute("select pg_advisory_unlock(%s)", (_ONE_AT_A_TIME,))


_ONE_AT_A_TIME: Final = 7_226_119


def check_disk(connection: Connection[Any], models: Sequence[ReadModel]) -> None:
    """Refuse if the server's disk has no room for another copy of the live rows.

    Only where the server's data folder is on this machine; elsewhere its operator sees to it.
    """
    row = connection.execute(
        "select coalesce(sum(pg_total_relation_size(c.oid)), 0), current_setting('data_directory', true)"
        " from projections.registry as r join pg_namespace as n on n.nspname = r.schema_name"
        " join pg_class as c on c.relnamespace = n.oid and c.relkind = 'r'"
        " where r.state = 'live' and r.model = any(%s)",
        (tuple(model.name for model in models),),
    ).fetchone()
    size, folder = row or (0, None)
    if folder is None or not Path(folder).is_dir():
        return
    needed, free = int(float(size) * _ROOM), shutil.disk_usage(folder).free
    if free < needed:
        raise DiskTooSmall(needed=needed, free=free)


def _drop_leftovers(connection: Connection[Any]) -> None:
    """What a rebuild that was interrupted left behind."""
    rows = connection.execute(
        "select schema_name, reader from projections.registry where state = 'building'"
    ).fetchall()
    for name, reader in rows:
        schema.drop(connection, name)
        _forget(connection, reader)


def _forget(connection: Connection[Any], reader: str) -> None:
    connection.execute("delete from projections.tracking where reader = %s", (reader,))
    connection.execute("delete from projections.heads where reader = %s", (reader,))


class _Rebuild:
    """One rebuild under way."""

    def __init__(
        self,
        connection: Connection[Any],
        built: Sequence[Built],
        reader: EventReader,
        committer: Committer,
        report: Report,
    ) -> None:
        self._connection = connection
        self._built = built
        self._reader = reader
        self._reader_name = committer.reader
        self._committer = committer
        self._report = report
        self._waiting: list[CountedBatch] = []
        self._began = time.monotonic()
        self._events = 0

    def run(self) -> Rebuilt:
        """Fold up to where the live rows are, compare, fold the rest with the projector held, swap."""
        self._fold_up_to(self._live_positions())
        self._tell("comparing")
        before = schema.live(self._connection, [each.model for each in self._built])
        found = tuple(
            difference
            for each in self._built
            if each.model.name in before
            for difference in differences(
                self._connection, before[each.model.name], each, self._reader_name
            )
        )
        self._tell("swapping")
        self._swap()
        self._tell("done")
        seconds = time.monotonic() - self._began
        names = tuple(each.model.name for each in self._built)
        return Rebuilt(names, self._events, seconds, found)

    def _live_positions(self) -> Mapping[JurisdictionCode, int]:
        return tracking.positions(self._connection, LIVE)

    def _swap(self) -> None:
        """While no batch is under way: catch up exactly, then let these versions be the live ones."""
        lock = (tracking.REBUILD_LOCK,)
        self._connection.execute("select pg_advisory_lock(%s)", lock)
        try:
            self._fold_up_to(self._live_positions())
            while not self._point_views():
                time.sleep(_SWAP_PAUSE_S)
        finally:
            self._connection.execute("select pg_advisory_unlock(%s)", lock)

    def _point_views(self) -> bool:
        """Let the views point at the new rows, unless readers hold them for too long just now.

        A reader that has one view and waits for another would deadlock with us: we give way first,
        long before PostgreSQL would notice (``deadlock_timeout``, 1 s).
        """
        try:
            with self._connection.transaction():
                self._connection.execute("set local lock_timeout = '200ms'")
                schema.go_live(self._connection, self._built)
                _forget(self._connection, self._reader_name)
        except psycopg.errors.LockNotAvailable:
            return False
        return True

    def _fold_up_to(self, limit: Mapping[JurisdictionCode, int]) -> None:
        """Fold whole commands until every jurisdiction is exactly where the live rows are."""
        while not self._reached(limit):
            allowed, later = _divided(self._waiting, limit)
            self._waiting = later
            if not allowed:
                batches = self._reader.poll().batches
                if not batches and self._reader.reached(self._reader.ends()):
                    self._give_up(limit)
                self._waiting += batches
                continue
            trackings = self._reader.trackings()
            self._events += self._committer.commit(Progress(batches=allowed, trackings=trackings))
            self._tell("folding", sum(limit.values()))

    def _give_up(self, limit: Mapping[JurisdictionCode, int]) -> NoReturn:
        """The log was read to its end, or to what this version does not know, and more is live."""
        positions, stopped = self._committer.positions, self._reader.stopped()
        code = next(code for code, end in limit.items() if positions.get(code, 0) < end)
        reason = "it is not in the log"
        if code in stopped:
            reason = str(NewerVersionNeeded(type=stopped[code].type))
        raise CannotRebuild(jurisdiction=code, position=positions.get(code, 0) + 1, error=reason)

    def _reached(self, limit: Mapping[JurisdictionCode, int]) -> bool:
        positions = self._committer.positions
        return all(positions.get(code, 0) >= end for code, end in limit.items())

    def _tell(self, phase: Phase, total: int | None = None) -> None:
        seconds = max(time.monotonic() - self._began, 1e-9)
        rate = self._events / seconds
        total = self._events if total is None else total
        left = (total - self._events) / rate if rate else None
        self._report(
            RebuildProgress(
                phase=phase,
                events=self._events,
                total=total,
                per_second=rate,
                seconds_left=left,
            )
        )


def _divided(
    batches: Iterable[CountedBatch], limit: Mapping[JurisdictionCode, int]
) -> tuple[list[CountedBatch], list[CountedBatch]]:
    """The batches that the live rows have, and those that they do not have yet."""
    allowed: list[CountedBatch] = []
    later: list[CountedBatch] = []
    for batch in batches:
        ahead = batch.head.position > limit.get(batch.jurisdiction, 0)
        (later if ahead else allowed).append(batch)
    return allowed, later
