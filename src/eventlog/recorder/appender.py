"""The one thread that appends: saves wait in line, those that wait together share a transaction.

Each save is decided against the index, which holds all that counts, and against the saves before it in the
same transaction. It is answered when it was read back as counted.
"""

import logging
import queue
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass, field
from threading import Thread
from typing import Final

from eventsourcing.persistence import Queue, ShutDown, StoredEvent
from kafka.errors import KafkaError

from eventlog.errors import CommitUncertain, LogError, NotCanonical, RecordRefused
from eventlog.recorder.chain import Tip, linked
from eventlog.recorder.errors import (
    FateUnknown,
    NotRecorded,
    NotStorable,
    OwnedElsewhere,
    OwnershipUnsettled,
    RecorderClosed,
    VersionConflict,
)
from eventlog.recorder.index import Index
from eventlog.recorder.log import TopicLog
from eventlog.recorder.ownership import Ownership
from eventlog.recorder.records import StoredRecord

log = logging.getLogger(__name__)

ANSWER_S_MAX: Final = 90.0
"""Longest that a save waits for its answer."""
EVENTS_MAX: Final = 2_000
"""A transaction takes no further save once it has so many events."""
_IDLE_S: Final = 0.2
_PATIENCE_S: Final = 0.002
"""Longest that a transaction waits for those who were answered together and so save again together."""
_AWAY: Final = (KafkaError, TimeoutError, OwnershipUnsettled)
"""Kafka does not answer, or not in time: to be tried again."""


@dataclass(frozen=True, slots=True, eq=False)
class _Save:
    """Events to be recorded together; ``recorded`` becomes their positions."""

    events: Sequence[StoredEvent]
    recorded: "Future[list[int]]" = field(default_factory=Future)


class Appender:
    """Owns a topic, fills an index from it, and appends to both. ``told`` is called when either changed."""

    def __init__(self, kafka: str, topic: str, index: Index, told: Callable[[], None]) -> None:
        self._topic = topic
        self._index = index
        self._told = told
        self._answered = 0
        """How many saves the last transaction took."""
        self._waiting: dict[str, _Save] = {}
        """Saves that were written, by the link of their last record."""
        self._queue: Queue[_Save] = Queue()
        self._failure: Exception | None = None
        with ExitStack() as stack:
            self._ownership = Ownership(kafka, topic)
            stack.callback(self._ownership.close)
            self._ownership.hold()
            self._log = TopicLog(kafka, topic, self._count)
            stack.callback(self._log.close)
            self._log.start_over()
            self._resources = stack.pop_all()
        self._thread = Thread(target=self._run, name=topic, daemon=True)
        self._thread.start()

    def append(self, events: Sequence[StoredEvent]) -> list[int]:
        """The positions at which events were recorded, together. Raises the errors of ``insert_events``."""
        save = _Save(events)
        try:
            self._queue.put(save)
            return save.recorded.result(ANSWER_S_MAX)
        except ShutDown:
            raise RecorderClosed(topic=self._topic) from self._failure
        except TimeoutError:
            raise FateUnknown(reason=f"{ANSWER_S_MAX} s") from None

    def check(self) -> None:
        """Raise ``RecorderClosed`` if it was closed or has failed."""
        if self._queue.is_shutdown:
            raise RecorderClosed(topic=self._topic) from self._failure

    def close(self) -> None:
        """Record what waits, then leave: another process may take over at once."""
        self._queue.shutdown()
        self._thread.join(ANSWER_S_MAX)

    # --- the thread -------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while True:
                self._step(self._take())
        except ShutDown:
            pass
        except Exception as error:
            log.exception("The recorder of %s has ended", self._topic)
            self._failure = error
        finally:
            self._end()

    def _take(self) -> list[_Save]:
        """The saves that wait; none after a while. ``ShutDown`` when it is closed and none is left."""
        saves: list[_Save] = []
        try:
            saves.append(self._queue.get(timeout=_IDLE_S))
            events, deadline = len(saves[0].events), time.monotonic() + _PATIENCE_S
            while events < EVENTS_MAX:
                patience = deadline - time.monotonic() if len(saves) < self._answered else 0.0
                if patience > 0:
                    saves.append(self._queue.get(timeout=patience))
                else:
                    saves.append(self._queue.get(block=False))
                events += len(saves[-1].events)
        except queue.Empty:
            pass
        except ShutDown:
            if not saves:
                raise
        if saves:
            self._answered = len(saves)
        return saves

    def _step(self, saves: Sequence[_Save]) -> None:
        try:
            self._ownership.hold()
            if not self._log.ready:
                self._start_over()
        except (*_AWAY, OwnedElsewhere) as error:
            for save in saves:
                save.recorded.set_exception(NotRecorded(reason=repr(error)))
            if isinstance(error, OwnedElsewhere):
                raise
            log.warning("%s: Kafka is away: %r", self._topic, error)
            return
        self._write(list(self._decide(saves)))

    def _decide(self, saves: Sequence[_Save]) -> Iterator[StoredRecord]:
        tip = self._log.tip
        taken: set[tuple[str, int]] = set()
        for save in saves:
            try:
                self._check_versions(save.events, taken)
                records, tip = self._records(tip, save.events)
            except LogError as error:
                save.recorded.set_exception(error)
                continue
            taken |= {_key(event) for event in save.events}
            self._waiting[tip.hash] = save
            yield from records

    def _check_versions(self, events: Sequence[StoredEvent], taken: set[tuple[str, int]]) -> None:
        """Optimistic concurrency: no version of an originator twice."""
        own = set[tuple[str, int]]()
        for event in events:
            key, originator = _key(event), event.originator_id
            if key in taken or key in own or self._index.has(originator, event.originator_version):
                raise VersionConflict(originator=originator, version=event.originator_version)
            own.add(key)

    def _records(
        self, tip: Tip, events: Sequence[StoredEvent]
    ) -> tuple[Sequence[StoredRecord], Tip]:
        try:
            return linked(self._topic, tip, events)
        except (RecordRefused, NotCanonical) as refusal:
            raise NotStorable(reason=refusal.sentence_en) from refusal

    def _write(self, records: Sequence[StoredRecord]) -> None:
        if not records:
            return
        try:
            self._log.write(records)
        except (CommitUncertain, KafkaError, TimeoutError) as error:
            log.warning("%s starts over: %r", self._topic, error)
            self._resolve(error)
        self._fail_waiting(NotRecorded, "void")

    def _resolve(self, cause: Exception) -> None:
        """Find out what became of a transaction: after starting over, what counts was read."""
        try:
            self._start_over()
        except _AWAY as error:
            log.warning("%s: Kafka is away: %r", self._topic, error)
            self._fail_waiting(FateUnknown, repr(cause))
        self._fail_waiting(NotRecorded, repr(cause))

    def _start_over(self) -> None:
        self._ownership.confirm()
        self._log.start_over()

    def _count(self, batch: Sequence[StoredRecord], tip: Tip) -> None:
        """Take in a batch that counts, and answer who waits for it."""
        self._index.add(record.stored for record in batch)
        save = self._waiting.pop(tip.hash, None)
        if save is not None:
            save.recorded.set_result([record.position for record in batch])
        self._told()

    def _fail_waiting(self, error: type[FateUnknown | NotRecorded], reason: str) -> None:
        for save in self._waiting.values():
            save.recorded.set_exception(error(reason=reason))
        self._waiting.clear()

    def _end(self) -> None:
        self._queue.shutdown()
        self._fail_waiting(FateUnknown, repr(self._failure))
        try:
            while True:
                self._queue.get(block=False).recorded.set_exception(
                    RecorderClosed(topic=self._topic)
                )
        except ShutDown:
            self._told()
            self._resources.close()


def _key(event: StoredEvent) -> tuple[str, int]:
    return str(event.originator_id), event.originator_version
