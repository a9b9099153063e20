"""The one write path of a partition: a transaction, its check, and reading back what was written.

begin → send events and outcomes to explicit partitions → flush, check every future → consumed offset →
commit → read back through an independent reader that counts. When anything else happens, ``start_over``:
a new producer fences the old one and resolves its transaction, then the log is read to its end.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Self

from kafka import KafkaProducer, OffsetAndMetadata, TopicPartition
from kafka.structs import ConsumerGroupMetadata

from domain.ids import JurisdictionCode
from eventlog.counting import BEFORE_FIRST, CountedBatch, Raw, read_strictly
from eventlog.errors import LogOvertaken, LogUnreadable
from eventlog.reading import (
    EventReader,
    Outcomes,
    Reading,
    Tracking,
    committed_consumer,
    same_on_kafka,
)
from eventlog.records import EventRecord, OutcomeRecord, link
from eventlog.topics import Topics
from eventlog.transactions import transactional_producer
from eventlog.watchdog import Watchdog

log = logging.getLogger(__name__)

COMMIT_LIMIT_S: Final = 30.0
"""A transaction that takes longer ends the process; the broker has long aborted it by then."""


@dataclass(frozen=True, slots=True)
class Consumed:
    """How far a consumer group came with the commands behind a transaction."""

    partition: TopicPartition
    offset: int
    group: ConsumerGroupMetadata


@dataclass(frozen=True, slots=True)
class Batch:
    """The events of one command; ``counted`` is resolved when they were read back as counted."""

    events: Sequence[EventRecord]
    counted: "Future[CountedBatch] | None" = None


Listener = Callable[[Reading, Tracking], None]
"""Told what was read back, with where the reader stands after it, by the reading thread."""


class Ends(NamedTuple):
    """Offsets of the events and of the outcomes topic (0 where they are not followed)."""

    events: int
    outcomes: int

    def reached(self, others: "Ends") -> bool:
        """Whether both have come as far as the others."""
        return self.events >= others.events and self.outcomes >= others.outcomes


@dataclass(slots=True)
class _Written:
    """A batch on its way: written, not yet read back."""

    hash: str
    offset: int
    counted: "Future[CountedBatch] | None"
    since: int
    committed: bool = False


@dataclass(slots=True)
class _State:
    """What writing and reading threads share, under one lock."""

    tips: dict[JurisdictionCode, tuple[int, str]] = field(default_factory=dict)
    written: dict[tuple[JurisdictionCode, int], _Written] = field(default_factory=dict)
    by_bytes: dict[bytes, EventRecord] = field(default_factory=dict)
    ends: Ends = field(default_factory=lambda: Ends(-1, -1))
    """How far the log is read back."""
    overtaken: bool = False
    """Whether something written was read back as void, or as something else."""
    settling: bool = False
    """Whether the log started over and the fate of what was written is not known yet."""
    failure: Exception | None = None


class PartitionLog:
    """Writes one partition, as its only writer. Write from one thread.

    ``transactional_id`` belongs to the partition, so a new owner fences the one before it. ``listener``
    hears everything that is counted, from ``open``'s tracking on, in the reading thread.
    """

    def __init__(
        self,
        kafka: str,
        topics: Topics,
        partition: int,
        *,
        transactional_id: str,
        knows: Callable[[str], bool],
        listener: Listener | None = None,
        watchdog: Watchdog | None = None,
    ) -> None:
        self.partition = partition
        """Its number."""
        self._kafka = kafka
        self._topics = topics
        self._transactional_id = transactional_id
        self._knows = knows
        self._listener = listener
        self._watchdog = watchdog or Watchdog(COMMIT_LIMIT_S)
        self._state = _State()
        self._changed = threading.Condition()
        self._closed = False
        self._producer: KafkaProducer | None = None
        self.end = Ends(0, 0)
        """Where the log ended when it was opened or started over."""
        self.lost_since: int | None = None
        """After starting over: the least ``since`` of what was committed, but does not count."""
        self._follows_outcomes = False
        self._probe = committed_consumer(kafka, f"{transactional_id}-probe")
        self._reader = EventReader(
            kafka, topics, name=f"{transactional_id}-back", knows=knows, read=self._read
        )
        self._thread = threading.Thread(
            target=self._read_back, name=f"read-back-{partition}", daemon=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- opening and starting over ----------------------------------------------------------------

    def open(self, tracking: Tracking | None = None, *, rejected: bool = False) -> Tracking:
        """Fence the writer before this one, and begin to read back from ``tracking`` on.

        Gives the tracking it really begins from. ``rejected`` tells to read back the outcomes of rejected
        commands too. ``caught_up`` tells when the end of the log is reached; only then write.
        """
        self._new_producer()
        self._reader.start(
            [] if tracking is None else [tracking],
            partitions=[self.partition],
            outcomes=Outcomes.REJECTED if rejected else Outcomes.NONE,
        )
        self._follows_outcomes = rejected
        begun = self._reader.tracking(self.partition)
        self.end = self._ends()
        self._thread.start()
        return begun

    def start_over(self) -> None:
        """Drop what is not known to be committed; to go on, wait until ``caught_up``.

        Only that tells what became of the transaction: the new producer has resolved it.
        """
        with self._changed:
            self._state.settling = True
        self._new_producer()
        self.end = self._ends()

    def caught_up(self) -> bool:
        """Whether everything was read that the log held when it was opened or started over."""
        with self._changed:
            self._check_readable()
            if not self._state.ends.reached(self.end):
                return False
            settling = self._state.settling
        if settling:
            self._settle()
        return True

    def wait_caught_up(self, *, timeout_s: float = COMMIT_LIMIT_S) -> None:
        """Wait for ``caught_up``; ``TimeoutError`` after ``timeout_s``."""
        self._wait(lambda: self._state.ends.reached(self.end), timeout_s=timeout_s)
        self.caught_up()

    def same_on_kafka(self, jurisdiction: JurisdictionCode) -> bool:
        """Whether Kafka still holds, at the offset of a jurisdiction's head, that very record."""
        head = self._reader.head(jurisdiction, self.partition)
        return head is None or same_on_kafka(self._probe, self._events, head)

    # --- writing ----------------------------------------------------------------------------------

    def tip(self, jurisdiction: JurisdictionCode) -> tuple[int, str]:
        """Position and link after which the next event of a jurisdiction goes: (0, "") before the first."""
        tip = self._state.tips.get(jurisdiction)
        if tip is not None:
            return tip
        head = self._reader.head(jurisdiction, self.partition) or BEFORE_FIRST
        return head.position, head.hash

    def write(
        self,
        batches: Sequence[Batch],
        outcomes: Sequence[OutcomeRecord] = (),
        consumed: Consumed | None = None,
        *,
        since: int = 0,
    ) -> None:
        """One transaction, of what was consumed from offset ``since`` on.

        After any exception call ``start_over`` before writing again.
        """
        self.check()
        with self._watchdog.limit("transaction"):
            self._begin()
            events, others = self._send(batches, outcomes)
            self._flush(events, others)
            self._expect(batches, events, since)
            if consumed is not None:
                self._send_offset(consumed)
            self._commit()
        with self._changed:
            for batch in batches:
                last = batch.events[-1]
                self._state.tips[last.jurisdiction] = (last.position, link(last.value))
                written = self._state.written.get((last.jurisdiction, last.position))
                if written is not None:
                    written.committed = True

    def check(self) -> None:
        """Raise what the reading thread found: ``LogOvertaken``, or why it cannot read on."""
        with self._changed:
            self._check_readable()
            if self._state.overtaken:
                raise LogOvertaken(partition=self.partition)

    def wait_read_back(self, *, timeout_s: float) -> None:
        """Wait until all that was written is counted; ``TimeoutError`` after ``timeout_s``."""
        self._wait(lambda: self._state.overtaken or not self._state.written, timeout_s=timeout_s)
        self.check()

    def close(self) -> None:
        """Close producer and reader; what was not committed is aborted by the next owner."""
        self._closed = True
        if self._thread.is_alive():
            self._thread.join()
        self._reader.close()
        self._probe.close()
        self._close_producer()
        self._watchdog.close()

    # --- the steps of a transaction, each a method of its own so that tests can fail between them --

    def _begin(self) -> None:
        self._live.begin_transaction()

    def _send(
        self, batches: Sequence[Batch], outcomes: Sequence[OutcomeRecord]
    ) -> tuple[list[Any], list[Any]]:
        send, partition = self._live.send, self.partition
        events = [
            send(self._topics.events, event.value, event.key, event.headers, partition)
            for batch in batches
            for event in batch.events
        ]
        others = [
            send(self._topics.outcomes, outcome.value, outcome.key, None, partition)
            for outcome in outcomes
        ]
        return events, others

    def _flush(self, events: list[Any], outcomes: list[Any]) -> None:
        self._live.flush()
        for future in (*events, *outcomes):
            future.get(timeout=0)

    def _send_offset(self, consumed: Consumed) -> None:
        offsets = {consumed.partition: OffsetAndMetadata(consumed.offset, "", -1)}
        self._live.send_offsets_to_transaction(offsets, consumed.group)

    def _commit(self) -> None:
        self._live.commit_transaction()

    @property
    def _live(self) -> KafkaProducer:
        if self._producer is None:
            raise RuntimeError("open the log before writing")
        return self._producer

    def _new_producer(self) -> None:
        self._close_producer()
        with self._watchdog.limit("init_transactions"):
            self._producer = transactional_producer(self._kafka, self._transactional_id)
            self._producer.init_transactions()

    def _close_producer(self) -> None:
        if self._producer is not None:
            self._producer.close(timeout=0)
            self._producer = None

    @property
    def _events(self) -> TopicPartition:
        return TopicPartition(self._topics.events, self.partition)

    def _ends(self) -> Ends:
        outcomes = TopicPartition(self._topics.outcomes, self.partition)
        ends = self._probe.end_offsets([self._events, outcomes])
        return Ends(ends[self._events], ends[outcomes] if self._follows_outcomes else 0)

    # --- reading back -----------------------------------------------------------------------------

    def _expect(self, batches: Sequence[Batch], sent: Sequence[Any], since: int) -> None:
        """Remember what must be counted, before the commit makes it visible."""
        index = -1
        with self._changed:
            for batch in batches:
                index += len(batch.events)
                last = batch.events[-1]
                key = (last.jurisdiction, last.position)
                self._state.written[key] = _Written(
                    link(last.value), sent[index].get(timeout=0).offset, batch.counted, since
                )
                self._state.by_bytes.update((event.value, event) for event in batch.events)

    def _read(self, raw: Raw) -> EventRecord:
        """What this process has just written is known by its bytes."""
        known = self._state.by_bytes.pop(raw.value or b"", None)
        if known is not None and raw.key == known.key and list(raw.headers) == known.headers:
            return known
        return read_strictly(raw)

    def _read_back(self) -> None:
        try:
            while not self._closed:
                reading = self._reader.poll(200)
                tracking = self._reader.tracking(self.partition)
                if self._listener is not None:
                    self._listener(reading, tracking)
                self._note(reading, tracking)
        except Exception as error:
            log.exception("Partition %d cannot be read back", self.partition)
            with self._changed:
                self._state.failure = error
                self._changed.notify_all()

    def _note(self, reading: Reading, tracking: Tracking) -> None:
        done: list[tuple[Future[CountedBatch], CountedBatch]] = []
        with self._changed:
            state = self._state
            for batch in reading.batches:
                written = state.written.pop((batch.jurisdiction, batch.head.position), None)
                if written is not None and written.hash != batch.head.hash:
                    state.overtaken = True
                elif written is not None and written.counted is not None:
                    done.append((written.counted, batch))
            if not state.settling and any(
                written.offset < tracking.position for written in state.written.values()
            ):
                state.overtaken = True
            state.ends = Ends(tracking.position, tracking.outcomes)
            self._changed.notify_all()
        for future, batch in done:
            future.set_result(batch)

    def _settle(self) -> None:
        """Start with a clean slate at the end of the log."""
        with self._changed:
            lost = list(self._state.written.values())
            self._state = _State(ends=self._state.ends, failure=self._state.failure)
        self.lost_since = min(
            (written.since for written in lost if written.committed), default=None
        )
        for written in lost:
            if written.counted is not None:
                written.counted.set_exception(LogOvertaken(partition=self.partition))

    def _check_readable(self) -> None:
        if self._state.failure is not None:
            raise LogUnreadable(partition=self.partition) from self._state.failure

    def _wait(self, condition: Callable[[], bool], *, timeout_s: float) -> None:
        limit = time.monotonic() + timeout_s
        with self._changed:
            while not condition():
                self._check_readable()
                if not self._changed.wait(max(0.0, limit - time.monotonic())):
                    raise TimeoutError
