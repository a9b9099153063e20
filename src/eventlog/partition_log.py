"""The one write path of a partition: a transaction, its check, and reading back what was written.

begin → send events and outcomes to explicit partitions → flush, check every future → consumed offset →
commit → read back through an independent reader that counts. When anything else happens, ``start_over``:
a new producer fences the old one and resolves its transaction, then the log is read to its end.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Final, Self

from kafka import KafkaConsumer, KafkaProducer, OffsetAndMetadata, TopicPartition
from kafka.structs import ConsumerGroupMetadata

from domain.ids import JurisdictionCode
from eventlog.counting import Stopped
from eventlog.read_back import Batch, Ends, Listener, ReadBack
from eventlog.reading import Tracking, same_on_kafka
from eventlog.records import OutcomeRecord, link
from eventlog.topics import Topics
from eventlog.transactions import transactional_producer
from eventlog.watchdog import Watchdog

COMMIT_LIMIT_S: Final = 30.0
"""A transaction that takes longer ends the process; the broker has long aborted it by then."""


@dataclass(frozen=True, slots=True)
class Consumed:
    """How far a consumer group came with the commands behind a transaction."""

    partition: TopicPartition
    offset: int
    group: ConsumerGroupMetadata


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
    ) -> None:
        self.partition = partition
        """Its number."""
        self.end = Ends(0, 0)
        """Where the log ended when it was opened or started over."""
        self.lost_since: int | None = None
        """After starting over: the least ``since`` of what was committed, but does not count."""
        self._kafka = kafka
        self._topics = topics
        self._transactional_id = transactional_id
        self._follows_outcomes = False
        self._tips: dict[JurisdictionCode, tuple[int, str]] = {}
        self._producer: KafkaProducer | None = None
        with ExitStack() as stack:
            name = f"{transactional_id}-back"
            self._back = ReadBack(
                kafka, topics, partition, name=name, knows=knows, listener=listener
            )
            stack.callback(self._back.close)
            self._probe = _end_probe(kafka, f"{transactional_id}-probe")
            stack.callback(self._probe.close)
            self._watchdog = Watchdog(COMMIT_LIMIT_S)
            stack.callback(self._watchdog.close)
            self._resources = stack.pop_all()

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
        self._follows_outcomes = rejected
        begun = self._back.begin(tracking, rejected=rejected)
        self.end = self._ends()
        return begun

    def start_over(self) -> None:
        """Drop what is not known to be committed; to go on, wait until ``caught_up``.

        Only that tells what became of the transaction: the new producer has resolved it.
        """
        self._back.start_over()
        self._tips.clear()
        self.lost_since = None
        self._new_producer()
        self.end = self._ends()

    def caught_up(self) -> bool:
        """Whether everything was read that the log held when it was opened or started over."""
        if not self._back.has_reached(self.end):
            return False
        self._settle()
        return True

    def wait_caught_up(self, *, timeout_s: float = COMMIT_LIMIT_S) -> None:
        """Wait for ``caught_up``; ``TimeoutError`` after ``timeout_s``."""
        self._back.wait_reached(self.end, timeout_s=timeout_s)
        self._settle()

    def close(self) -> None:
        """Close producer and reader; what was not committed is aborted by the next owner."""
        self._close_producer()
        self._resources.close()

    # --- where it stands --------------------------------------------------------------------------

    def tip(self, jurisdiction: JurisdictionCode) -> tuple[int, str]:
        """Position and link after which the next event of a jurisdiction goes: (0, "") before the first."""
        tip = self._tips.get(jurisdiction)
        if tip is None:
            head = self._back.head(jurisdiction)
            tip = head.position, head.hash
        return tip

    def position(self, jurisdiction: JurisdictionCode) -> int:
        """The position up to which a jurisdiction was read back as counted."""
        return self._back.head(jurisdiction).position

    def stopped(self, jurisdiction: JurisdictionCode) -> Stopped | None:
        """Where and why reading back of a jurisdiction stopped: it needs a newer version."""
        return self._back.stopped(jurisdiction)

    def held(self) -> int:
        """Offsets that an open transaction holds back, once everything else was read."""
        return self._back.held()

    def same_on_kafka(self, jurisdiction: JurisdictionCode) -> bool:
        """Whether Kafka still holds, at the offset of a jurisdiction's head, that very record."""
        head = self._back.head(jurisdiction)
        return head.position == 0 or same_on_kafka(self._probe, self._events, head)

    def check(self) -> None:
        """Raise what reading back found: ``LogOvertaken``, or ``LogUnreadable``."""
        self._back.check()

    def wait_read_back(self, *, timeout_s: float) -> None:
        """Wait until all that was written is counted; ``TimeoutError`` after ``timeout_s``."""
        self._back.wait_counted(timeout_s=timeout_s)

    # --- writing ----------------------------------------------------------------------------------

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
            self._back.expect(batches, _last_offsets(batches, events), since=since)
            if consumed is not None:
                self._send_offset(consumed)
            self._commit()
        self._back.committed(batches)
        for batch in batches:
            last = batch.events[-1]
            self._tips[last.jurisdiction] = (last.position, link(last.value))

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

    def _settle(self) -> None:
        lost = self._back.settle()
        if lost is not None:
            self.lost_since = lost


def _end_probe(kafka: str, name: str) -> KafkaConsumer:
    """A consumer that sees where the log really ends.

    Committed readers see it end where the oldest open transaction begins, whoever's. What is committed
    behind that counts as soon as it ends, so nobody may write before it was read.
    """
    return KafkaConsumer(
        bootstrap_servers=kafka,
        client_id=name,
        isolation_level="read_uncommitted",
        enable_auto_commit=False,
        auto_offset_reset="none",
        allow_auto_create_topics=False,
        metrics_enabled=False,
    )


def _last_offsets(batches: Sequence[Batch], sent: Sequence[Any]) -> list[int]:
    """The offset of each batch's last event; ``sent`` are the futures of all events."""
    offsets, index = [], -1
    for batch in batches:
        index += len(batch.events)
        offsets.append(sent[index].get(timeout=0).offset)
    return offsets


__all__ = ["COMMIT_LIMIT_S", "Batch", "Consumed", "Ends", "PartitionLog"]
