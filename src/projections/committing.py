"""One transaction per batch: the rows of every model, how far they are, and the notice of it."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import psycopg
from psycopg import Connection

from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode
from domain.registry import Catalogue
from eventlog.codec import to_recorded
from eventlog.counting import CountedBatch
from eventlog.errors import EventDataInvalid
from eventlog.reading import Outcome, Tracking
from eventlog.records import EventRecord
from projections import metrics, tracking
from projections.errors import CannotRebuild, Moved
from projections.folding import Entry, Folder, Stopping, describe
from projections.schema import Built, live_schemas

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one poll brought: counted commands, where the reader stands, rejected commands."""

    batches: Sequence[CountedBatch]
    trackings: Sequence[Tracking]
    rejections: Sequence[Outcome] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A jurisdiction stands still from the record at ``offset`` of its partition on."""

    partition: int
    offset: int


class Committer:
    """Folds what a reader brings into a set of built models. Not safe for several threads.

    ``trackings`` are those that the reading began at. ``only_live`` says that the models must stay the
    live ones: if others went live, ``Moved``.
    """

    def __init__(
        self,
        connection: Connection[Any],
        built: Sequence[Built],
        reader: str,
        *,
        trackings: Sequence[Tracking],
        only_live: bool,
        catalogue: Catalogue = CATALOGUE,
    ) -> None:
        self.connection = connection
        self._catalogue = catalogue
        self.reader = reader
        self.stopped: dict[JurisdictionCode, Stop | None] = {}
        """None: the reader itself does not read on."""
        self.positions = {
            code: head.position for t in trackings for code, head in t.checkpoint.heads.items()
        }
        self._folder = Folder(built, set())
        self._live = {each.schema for each in built} if only_live else None
        self._offsets = {t.partition: t.checkpoint.offset for t in trackings}
        self._halted = {
            JurisdictionCode(code)
            for (code,) in connection.execute("select jurisdiction from projections.stopped")
        }

    def commit(self, progress: Progress) -> int:
        """Fold and commit; returns how many events. What was folded before is passed over.

        Raises ``Moved`` if somebody else moved the rows on, psycopg's errors if PostgreSQL is away.
        """
        singly = False
        while True:
            commands = self._readable(progress.batches)
            if not commands and not progress.rejections:
                return 0
            try:
                return self._transaction(commands, progress, singly=singly)
            except Stopping as stopping:
                self._stop(stopping, progress.batches)
            except psycopg.DataError as error:
                log.warning("PostgreSQL refuses a value, folding command by command: %s", error)
                if singly:
                    raise
                singly = True

    def _entry(self, record: EventRecord) -> Entry:
        return Entry(to_recorded(record, catalogue=self._catalogue), record)

    def _readable(self, batches: Iterable[CountedBatch]) -> list[tuple[CountedBatch, list[Entry]]]:
        """The commands to fold, decoded: not those folded before, nor of jurisdictions that stand still."""
        found = []
        reached = dict(self.positions)
        for batch in batches:
            code = batch.jurisdiction
            if self._stands_still(batch) or batch.head.position <= reached.get(code, 0):
                continue
            try:
                entries = [self._entry(each.record) for each in batch.events]
            except EventDataInvalid as error:
                stop = Stop(batch.partition, batch.events[0].offset)
                first = batch.first
                self.halt(code, stop, position=first.position, event_type=first.type, error=error)
                continue
            reached[code] = batch.head.position
            found.append((batch, entries))
        return found

    def _transaction(
        self,
        commands: Sequence[tuple[CountedBatch, list[Entry]]],
        progress: Progress,
        *,
        singly: bool,
    ) -> int:
        entries = [entry for _, each in commands for entry in each]
        last = {batch.jurisdiction: batch for batch, _ in commands}
        trackings = [self._held_back(each) for each in progress.trackings]
        with self.connection.transaction(), metrics.COMMITTING.time():
            tracking.lock(self.connection, self.reader, self._offsets)
            self._check_live()
            self._folder.parked = tracking.parked(self.connection)
            fold = self._folder.fold_singly if singly else self._folder.fold
            parkings = fold(self.connection, entries)
            tracking.park(self.connection, parkings)
            tracking.save_heads(self.connection, self.reader, last)
            tracking.save(self.connection, self.reader, trackings)
            tracking.remember_rejections(self.connection, progress.rejections)
            self._go_on(last)
            reached = {code: batch.head.position for code, batch in last.items()}
            if self._live is not None:
                tracking.notify(self.connection, reached)
        self.positions.update(reached)
        self._offsets = {each.partition: each.checkpoint.offset for each in trackings}
        for parking in parkings:
            log.error(
                "%s parked in %s: %s",
                parking.event.originator_id,
                parking.built.model.name,
                parking.error,
            )
        return len(entries)

    def halt(
        self,
        code: JurisdictionCode,
        stop: Stop | None,
        *,
        position: int,
        event_type: str,
        error: Exception,
    ) -> None:
        """Let a jurisdiction stand still from ``position`` on: everything in it is denied meanwhile."""
        if code in self.stopped:
            return
        if self._live is None:
            raise CannotRebuild(jurisdiction=code, position=position, error=describe(error))
        self.stopped[code] = stop
        self._halted.add(code)
        log.error("%s stands still: %s", code, describe(error))
        with self.connection.transaction():
            tracking.stop(
                self.connection, code, position=position, event_type=event_type, error=error
            )

    def _stop(self, stopping: Stopping, batches: Iterable[CountedBatch]) -> None:
        event = stopping.event
        offset, partition = next(
            (batch.events[0].offset, batch.partition)
            for batch in batches
            if batch.first.commandid == event.command_id
            and batch.jurisdiction == event.jurisdiction
        )
        stop, first = Stop(partition, offset), event.position - event.command_event + 1
        self.halt(
            event.jurisdiction, stop, position=first, event_type=event.type, error=stopping.cause
        )

    def _stands_still(self, batch: CountedBatch) -> bool:
        stop = self.stopped.get(batch.jurisdiction)
        return stop is not None and batch.events[0].offset >= stop.offset

    def _held_back(self, each: Tracking) -> Tracking:
        """Begin again no later than where a jurisdiction stands still."""
        stops = [stop for stop in self.stopped.values() if stop is not None]
        offsets = [stop.offset for stop in stops if stop.partition == each.partition]
        offset = min([each.checkpoint.offset, *offsets])
        return replace(each, checkpoint=replace(each.checkpoint, offset=offset))

    def _check_live(self) -> None:
        if self._live is not None and live_schemas(self.connection) != self._live:
            raise Moved(what="other versions went live")

    def _go_on(self, folded: Iterable[JurisdictionCode]) -> None:
        """What was folded and does not stand still (any more) may be read again."""
        again = self._halted.intersection(folded).difference(self.stopped)
        if again:
            tracking.go_on(self.connection, again)
            self._halted -= again
