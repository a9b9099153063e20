"""The thread that puts what was read back into the index, in batches, while the writer decides on."""

import datetime
import logging
import threading
import time
from collections import deque
from collections.abc import Sequence
from typing import Final

from eventlog import metrics
from eventlog.counting import CountedBatch, Void
from eventlog.errors import IndexMoved
from eventlog.index import Index
from eventlog.index_keys import CommandKey
from eventlog.partition_log import Ends
from eventlog.postgres import GONE
from eventlog.reading import Outcome, Reading, Tracking
from eventlog.writer_tail import Tail

log = logging.getLogger(__name__)

WAITING_MAX: Final = 20
"""Readings that may wait; then reading back waits too."""
READINGS_MAX: Final = 5
"""Most readings of one transaction: each has at most ``reading.RECORDS_MAX`` records."""

_PAUSE_S: Final = 0.5
_FORGET_S: Final = 60.0


class Indexer:
    """Indexes one partition. While PostgreSQL is away it waits; what it cannot mend is its ``failure``."""

    def __init__(self, postgres: str, tail: Tail, *, organisational: frozenset[str]) -> None:
        self.failure: Exception | None = None
        """Why indexing ended; None while it goes on."""
        self._postgres = postgres
        self._organisational = organisational
        self._tail = tail
        self._queue: deque[tuple[Reading, Tracking]] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._reconnected = False
        self._tracking: Tracking | None = None
        self._thread = threading.Thread(target=self._run, name="indexer", daemon=True)

    def put(self, reading: Reading, tracking: Tracking) -> None:
        """Take over a reading, and where the reader stands after it; waits while too many are waiting."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._queue) < WAITING_MAX or self._ended())
            if reading or not self._queue:
                self._queue.append((reading, tracking))
                self._changed.notify_all()

    def start(self, tracking: Tracking) -> None:
        """Begin to index, where the reader begins to read."""
        self._tracking = tracking
        self._thread.start()

    @property
    def indexed(self) -> Tracking | None:
        """How far the index is known to have everything; None before ``start``."""
        return self._tracking

    def reached(self, ends: Ends) -> bool:
        """Whether all that counts before these ends is indexed."""
        tracking = self._tracking
        return tracking is not None and Ends(tracking.position, tracking.outcomes).reached(ends)

    def close(self) -> None:
        """Stop; what is not indexed yet the next owner reads again."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def _ended(self) -> bool:
        return self._closed or self.failure is not None

    def _run(self) -> None:
        while not self._ended():
            try:
                with Index(self._postgres, organisational=self._organisational) as index:
                    self._index_all(index)
            except GONE as error:
                log.warning("PostgreSQL is away, indexing waits: %s", error)
                self._reconnected = True
                self._pause()
            except Exception as error:  # noqa: BLE001 - told to the deciding thread, which opens anew
                self._fail(error)

    def _index_all(self, index: Index) -> None:
        forget_at = time.monotonic()
        while not self._closed:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._closed, _FORGET_S)
                taken = [self._queue[i] for i in range(min(len(self._queue), READINGS_MAX))]
            if taken:
                self._write(index, taken)
                with self._changed:
                    for _ in taken:
                        self._queue.popleft()
                    self._changed.notify_all()
            if time.monotonic() >= forget_at:
                index.forget_expired(datetime.datetime.now(datetime.UTC))
                forget_at = time.monotonic() + _FORGET_S

    def _pause(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed, _PAUSE_S)

    def _fail(self, error: Exception) -> None:
        with self._changed:
            self.failure = error
            self._changed.notify_all()

    def _write(self, index: Index, taken: Sequence[tuple[Reading, Tracking]]) -> None:
        before, after = self._before, taken[-1][1]
        batches: list[CountedBatch] = [batch for reading, _ in taken for batch in reading.batches]
        outcomes: list[Outcome] = [outcome for reading, _ in taken for outcome in reading.outcomes]
        voids: list[Void] = [
            void for reading, _ in taken for found in reading.voids.values() for void in found
        ]
        idle = not (batches or outcomes or voids) and _place(before) == _place(after)
        if not idle and not self._is_done(index, before, after):
            with metrics.INDEXING.time():
                index.write(
                    batches,
                    outcomes,
                    voids,
                    before=before,
                    after=after,
                    expires=self._tail.expires(),
                )
        self._tracking = after
        rejected = [
            CommandKey(o.record.jurisdiction, o.record.actor, o.record.id) for o in outcomes
        ]
        self._tail.indexed({batch.jurisdiction: batch.head for batch in batches}, rejected)

    @property
    def _before(self) -> Tracking:
        if self._tracking is None:
            raise RuntimeError("start the indexer first")
        return self._tracking

    def _is_done(self, index: Index, before: Tracking, after: Tracking) -> bool:
        """Whether the transaction was committed although the connection broke."""
        if not self._reconnected:
            return False
        self._reconnected = False
        found = index.tracking(after.partition)
        if found is None or _place(found) not in (_place(before), _place(after)):
            raise IndexMoved(partition=after.partition)
        return _place(found) == _place(after) != _place(before)


def _place(tracking: Tracking) -> tuple[int, int]:
    return tracking.checkpoint.offset, tracking.outcomes
