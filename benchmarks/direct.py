"""Appending one event from many threads: ``PartitionLog`` with group commit against eventsourcing.postgres.

Both check the version of the stream, both are durable before they answer; ours answers only after an
independent reader has counted the event.
"""

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent

from benchmarks import peers_postgres
from benchmarks.measuring import Load, by_threads
from benchmarks.records import TYPE, Chain, registered
from benchmarks.rows import RUNS, Row, at_least
from benchmarks.site import Site
from domain.ids import StreamId, stream_id
from eventlog import canonical
from eventlog.counting import CountedBatch
from eventlog.partition_log import Batch, PartitionLog

GROUP = "append, direct"
THREADS = (1, 8, 64)
SECONDS = 1.5
BATCH_MAX = 500
GATHER_SECONDS = 0.002
OURS, PEER, FASTEST = "ours", "eventsourcing.postgres", "eventsourcing.postgres with functions"
DATA = registered(1)


@dataclass(frozen=True, slots=True)
class _Asked:
    stream: StreamId
    version: int
    counted: "Future[CountedBatch]"


class GroupCommit:
    """Appends from many threads: what is asked while a transaction runs goes into the next one."""

    def __init__(self, log: PartitionLog, chain: Chain) -> None:
        self._log, self._chain = log, chain
        self._asked: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
        self._versions: dict[StreamId, int] = {}
        self._thread = threading.Thread(target=self._run, name="group-commit", daemon=True)
        self._thread.start()

    def append(self, stream: StreamId, version: int) -> int:
        """The position of a new event that has been counted. ``IntegrityError`` if the version is taken."""
        asked = _Asked(stream, version, Future())
        self._asked.put(asked)
        return asked.counted.result(timeout=30).head.position

    def close(self) -> None:
        """End the committing thread."""
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        taken = 1
        while (first := self._asked.get()) is not None:
            self._gather(taken - 1)
            waiting = list(self._waiting(first))
            taken = len(waiting)
            self._log.write([self._batch(each) for each in waiting if self._free(each)])
            self._log.wait_read_back(timeout_s=30)

    def _gather(self, others: int) -> None:
        """Give those that were answered together the time to ask together again."""
        limit = time.perf_counter() + GATHER_SECONDS
        while self._asked.qsize() < others and time.perf_counter() < limit:
            time.sleep(GATHER_SECONDS / 10)

    def _waiting(self, first: _Asked) -> Iterator[_Asked]:
        yield first
        for _ in range(min(self._asked.qsize(), BATCH_MAX - 1)):
            following = self._asked.get()
            if following is None:
                self._asked.put(None)
                return
            yield following

    def _free(self, asked: _Asked) -> bool:
        if self._versions.get(asked.stream, 0) != asked.version - 1:
            asked.counted.set_exception(IntegrityError())
            return False
        self._versions[asked.stream] = asked.version
        return True

    def _batch(self, asked: _Asked) -> Batch:
        event = self._chain.next(asked.stream, asked.version, DATA, uuid4())
        return Batch((event,), asked.counted)


@contextlib.contextmanager
def ours(site: Site) -> Iterator[Callable[[], object]]:
    """Append to a log of its own."""
    own = site.own_topics()
    with PartitionLog(
        site.kafka, own, 0, transactional_id=f"{own.prefix}-0", knows=lambda _: True
    ) as log:
        log.open()
        log.wait_caught_up(timeout_s=30)
        commits = GroupCommit(log, Chain("benchmark"))
        yield lambda: commits.append(stream_id("lead", uuid4()), 1)
        commits.close()


@contextlib.contextmanager
def peer(site: Site, *, functions: bool) -> Iterator[Callable[[], object]]:
    """Append to a table of its own."""
    with peers_postgres.recorder(site.own_database(), functions=functions) as recorder:
        state = canonical.encode(DATA)
        yield lambda: insert(recorder, uuid4(), state)


def insert(recorder: ApplicationRecorder, stream: UUID, state: bytes) -> Any:
    """Store one event as the first of its stream."""
    return recorder.insert_events([StoredEvent(stream, 1, TYPE, state)])


def run(site: Site) -> None:
    """All rows of this module."""
    with contextlib.ExitStack() as stack:
        contestants = {
            OURS: stack.enter_context(ours(site)),
            PEER: stack.enter_context(peer(site, functions=False)),
            FASTEST: stack.enter_context(peer(site, functions=True)),
        }
        task = stack.enter_context(site.task("append, direct", len(THREADS) * RUNS))
        for threads in THREADS:
            loads: dict[str, list[Load]] = {name: [] for name in contestants}
            for _ in range(RUNS):
                for name, call in contestants.items():
                    loads[name].append(by_threads(call, threads=threads, seconds=SECONDS))
                site.progress.advance(task)
            for row in rows(threads, loads):
                site.report.add(row)


def rows(threads: int, loads: dict[str, list[Load]]) -> Iterator[Row]:
    """Throughput against both ways of the peer, and latency."""
    name = "1 thread" if threads == 1 else f"{threads} threads"
    p50 = {each: [load.quantile_ms(0.5) for load in runs] for each, runs in loads.items()}
    p99 = [load.quantile_ms(0.99) for load in loads[OURS]]
    for peer_name in (PEER, FASTEST):
        yield Row(
            group=GROUP,
            name=name,
            unit="events/s",
            figures=[load.per_second for load in loads[OURS]],
            peer=peer_name,
            peer_figures=[load.per_second for load in loads[peer_name]],
            target=at_least(6) if threads == max(THREADS) and peer_name == PEER else None,
        )
    yield Row(
        group=GROUP,
        name=f"{name}: p50",
        unit="ms",
        figures=p50[OURS],
        peer=PEER,
        peer_figures=p50[PEER],
        note=f"p99 {sorted(p99)[len(p99) // 2]:.3g} ms",
    )
