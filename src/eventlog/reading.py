"""Reading the log: committed records, counted by the void rule, from wherever a reader left off."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final, Self

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import OffsetOutOfRangeError

from domain.ids import JurisdictionCode
from eventlog.counting import (
    BEFORE_FIRST,
    Checkpoint,
    CountedBatch,
    Counter,
    Head,
    Read,
    Stopped,
    Void,
    read_strictly,
)
from eventlog.errors import LogCutShort, LogDiverged, NotCanonical, RecordRefused
from eventlog.records import OutcomeRecord, link
from eventlog.topics import Topics, open_admin

RECORDS_MAX: Final = 2_000
"""Most records of one poll."""

TURN_BYTES: Final = 4 * 1024 * 1024
"""Read of one partition before the next has its turn."""

METADATA_MS: Final = 5_000
"""How soon it is noticed that partitions were added."""

_WAIT_MS: Final = 500
_ANSWER_MS: Final = 10_000
_REJECTED: Final = b'"status":"rejected"'
"""Canonical JSON spells it just so; reading accepted outcomes would be in vain."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What gives offsets their meaning: the cluster's id and the topic's. After a restore they differ."""

    cluster: str
    topic: str


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where a reader of one partition stands; kept in one transaction with what it derived."""

    partition: int
    origin: Origin
    checkpoint: Checkpoint
    outcomes: int = 0
    """The next offset of the outcomes topic, for readers that read it too."""
    position: int = 0
    """The next offset of the events topic: the checkpoint's, or after it while a batch is incomplete."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome as it stands on Kafka; ``appended`` by the broker's clock, in milliseconds."""

    record: OutcomeRecord
    partition: int
    offset: int
    appended: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one poll brought, in the order of each partition."""

    batches: Sequence[CountedBatch] = ()
    outcomes: Sequence[Outcome] = ()
    voids: Mapping[int, Sequence[Void]] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return bool(self.batches or self.outcomes or self.voids)


def origin_of(kafka: str, topics: Topics) -> Origin:
    """The present ids of the cluster and of the events topic."""
    admin = open_admin(kafka)
    try:
        (described,) = admin.describe_topics([topics.events])
        return Origin(admin.describe_cluster()["cluster_id"], str(described["topic_id"]))
    finally:
        admin.close()


def committed_consumer(
    kafka: str, name: str, *, turn_bytes: int = TURN_BYTES, **options: Any
) -> KafkaConsumer:
    """A consumer of committed records that never commits and never guesses where to begin.

    It reads ``turn_bytes`` of one partition, or one batch if that is larger, before it turns to the next.
    """
    return KafkaConsumer(
        bootstrap_servers=kafka,
        client_id=name,
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="none",
        allow_auto_create_topics=False,
        fetch_max_wait_ms=_WAIT_MS,
        max_partition_fetch_bytes=turn_bytes,
        metadata_max_age_ms=METADATA_MS,
        reconnect_backoff_max_ms=1_000,
        metrics_enabled=False,
        **options,
    )


class Outcomes(Enum):
    """Which outcomes a reader is to read beside the events."""

    NONE = auto()
    REJECTED = auto()
    """Of rejected commands, from the tracking on."""
    NEW = auto()
    """All, from now on."""


class EventReader:
    """Reads all or some partitions of the events topic, and of the outcomes topic if wanted.

    Not safe for several threads, except ``wake``. Iterate by ``poll``; keep ``tracking`` with what was
    derived from what it returned.
    """

    def __init__(
        self,
        kafka: str,
        topics: Topics,
        *,
        name: str,
        knows: Callable[[str], bool],
        read: Read = read_strictly,
    ) -> None:
        self.origin = origin_of(kafka, topics)
        """What gives the offsets of this reader their meaning."""
        self._topics = topics
        self._knows = knows
        self._read = read
        self._consumer = committed_consumer(kafka, name)
        self._counters: dict[int, Counter] = {}
        self._grows = False
        self._outcomes_read = Outcomes.NONE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def partitions(self) -> list[int]:
        """The numbers of all partitions of the events topic."""
        return sorted(self._consumer.partitions_for_topic(self._topics.events) or ())

    def start(
        self,
        trackings: Iterable[Tracking] = (),
        *,
        partitions: Iterable[int] | None = None,
        outcomes: Outcomes = Outcomes.NONE,
    ) -> None:
        """Begin reading at these trackings, the other partitions from their first record.

        No ``partitions`` given: all, and those that are added later too.

        A tracking from another cluster or topic is found again by position, reading that partition from
        its first record; ``LogDiverged`` if other events are there, ``LogCutShort`` if some are lost.
        """
        tracked = {tracking.partition: tracking for tracking in trackings}
        present = self.partitions()  # asks for them: of unknown ones `end_offsets` leaves out some
        numbers = present if partitions is None else sorted(partitions)
        positions: dict[TopicPartition, int] = {}
        for number in numbers:
            checkpoint = self._checkpoint(tracked.get(number), number)
            self._counters[number] = Counter(number, checkpoint, knows=self._knows, read=self._read)
            positions[self._events(number)] = checkpoint.offset
        if outcomes is not Outcomes.NONE:
            positions |= self._outcome_positions(numbers, tracked, outcomes)
        self._grows = partitions is None
        self._outcomes_read = outcomes
        self._consumer.assign(list(positions))
        for partition, offset in positions.items():
            self._consumer.seek(partition, offset)

    def poll(self, timeout_ms: int = _WAIT_MS) -> Reading:
        """What was counted next; empty after the timeout."""
        if self._grows:
            self._follow_new()
        batches: list[CountedBatch] = []
        outcomes: list[Outcome] = []
        voids: dict[int, list[Void]] = {}
        for partition, records in self._consumer.poll(timeout_ms, max_records=RECORDS_MAX).items():
            if partition.topic == self._topics.outcomes:
                outcomes += self._outcomes(partition.partition, records)
                continue
            counter = self._counters[partition.partition]
            batches += filter(None, map(counter.feed, records))
            if found := counter.take_voids():
                voids[partition.partition] = found
        return Reading(batches, outcomes, voids)

    def tracking(self, partition: int) -> Tracking:
        """Where this reader stands in a partition, after everything it returned."""
        counter = self._counters[partition]
        counter.skip_to(self.position(partition))
        outcomes = TopicPartition(self._topics.outcomes, partition)
        followed = outcomes in self._consumer.assignment()
        offset = self._consumer.position(outcomes) if followed else 0
        return Tracking(
            partition, self.origin, counter.checkpoint(), offset, self.position(partition)
        )

    def trackings(self) -> list[Tracking]:
        """Where this reader stands in every partition that it reads."""
        return [self.tracking(partition) for partition in sorted(self._counters)]

    def position(self, partition: int) -> int:
        """The offset of the next event record to read."""
        offset: int = self._consumer.position(self._events(partition))
        return offset

    def head(self, jurisdiction: JurisdictionCode, partition: int) -> Head | None:
        """The head of a jurisdiction, None before its first event."""
        return self._counters[partition].heads.get(jurisdiction)

    def held(self, partition: int) -> int:
        """Offsets between this reader and the last record: in the end, what a transaction holds back."""
        return max(
            0, (self._consumer.highwater(self._events(partition)) or 0) - self.position(partition)
        )

    def heads(self) -> Iterator[tuple[JurisdictionCode, Head]]:
        """The heads of all jurisdictions."""
        for counter in self._counters.values():
            yield from counter.heads.items()

    def stopped(self) -> Mapping[JurisdictionCode, Stopped]:
        """The jurisdictions that need a newer version of this software."""
        return {
            code: stop
            for counter in self._counters.values()
            for code, stop in counter.stopped.items()
        }

    def ends(self) -> Mapping[TopicPartition, int]:
        """The offsets at which the assigned partitions end now, as far as they are committed."""
        ends: Mapping[TopicPartition, int] = self._consumer.end_offsets(
            list(self._consumer.assignment())
        )
        return ends

    def reached(self, ends: Mapping[TopicPartition, int]) -> bool:
        """Whether everything before these offsets was read."""
        return all(self._consumer.position(partition) >= end for partition, end in ends.items())

    def read_to_end(self, *, timeout_s: float | None = None) -> Iterable[Reading]:
        """Everything up to where the log ends at the time of the call."""
        ends = self.ends()
        limit = None if timeout_s is None else time.monotonic() + timeout_s
        while not self.reached(ends):
            if limit is not None and time.monotonic() > limit:
                raise TimeoutError
            yield self.poll()

    def close(self) -> None:
        """Close the connections."""
        self._consumer.close()

    def _events(self, partition: int) -> TopicPartition:
        return TopicPartition(self._topics.events, partition)

    def _follow_new(self) -> None:
        """Read the partitions that were added since, from their first record."""
        new = set(self.partitions()) - set(self._counters)
        if not new:
            return
        keys = set(map(self._events, new))
        if self._outcomes_read is not Outcomes.NONE:
            known = self._consumer.partitions_for_topic(self._topics.outcomes)
            if not new <= known:
                return  # it is told of them one topic after the other
            keys |= {TopicPartition(self._topics.outcomes, number) for number in new}
        self._consumer.assign([*self._consumer.assignment(), *keys])
        for key in keys:
            self._consumer.seek(key, 0)
        for number in new:
            self._counters[number] = Counter(number, knows=self._knows, read=self._read)

    def _checkpoint(self, tracking: Tracking | None, partition: int) -> Checkpoint:
        if tracking is None:
            return Checkpoint()
        key = self._events(partition)
        end = self._consumer.end_offsets([key])[key]
        if tracking.origin == self.origin and tracking.checkpoint.offset <= end:
            return tracking.checkpoint
        return self._found_again(tracking.checkpoint.heads, partition, end)

    def _outcome_positions(
        self, numbers: Iterable[int], tracked: Mapping[int, Tracking], outcomes: Outcomes
    ) -> Mapping[TopicPartition, int]:
        keys = [TopicPartition(self._topics.outcomes, number) for number in numbers]
        ends: Mapping[TopicPartition, int] = self._consumer.end_offsets(keys)
        if outcomes is Outcomes.NEW:
            return ends
        positions = dict(self._consumer.beginning_offsets(keys))
        for key in keys:
            tracking = tracked.get(key.partition)
            if tracking is not None and tracking.origin == self.origin:
                positions[key] = min(max(tracking.outcomes, positions[key]), ends[key])
        return positions

    def _outcomes(self, partition: int, records: Iterable[Any]) -> Iterator[Outcome]:
        for raw in records:
            if self._outcomes_read is Outcomes.REJECTED and _REJECTED not in (raw.value or b""):
                continue
            try:
                record = OutcomeRecord.from_kafka(key=raw.key, value=raw.value)
            except (RecordRefused, NotCanonical):
                continue  # foreign bytes answer nobody
            yield Outcome(record, partition, raw.offset, raw.timestamp)

    def _found_again(
        self, heads: Mapping[JurisdictionCode, Head], partition: int, end: int
    ) -> Checkpoint:
        """The same heads at the offsets they have here, found by reading from the first record."""
        counter = Counter(partition, knows=self._knows, read=self._read)
        missing = dict(heads)
        found: dict[JurisdictionCode, Head] = {}
        first_new = end
        self._consumer.assign([self._events(partition)])
        self._consumer.seek(self._events(partition), 0)
        while missing and self._consumer.position(self._events(partition)) < end:
            for records in self._consumer.poll(_WAIT_MS, max_records=RECORDS_MAX).values():
                for batch in filter(None, map(counter.feed, records)):
                    code, head = batch.jurisdiction, batch.head
                    if code not in heads or head.position > heads[code].position:
                        first_new = min(first_new, batch.events[0].offset)
                    elif head.position == heads[code].position:
                        if head.hash != missing.pop(code).hash:
                            raise LogDiverged(jurisdiction=code, position=head.position)
                        found[code] = head
        if missing:
            raise LogCutShort(lost=lost(missing, counter.heads))
        after = [head.offset + 1 for head in found.values()]
        return Checkpoint(min([first_new, *after]), found)


def lost(missing: Mapping[JurisdictionCode, Head], present: Mapping[JurisdictionCode, Head]) -> str:
    """The positions that were read and are gone: «linyi 118–120, wuhu 7–7»."""
    gone = {code: (present.get(code, BEFORE_FIRST).position + 1, missing[code]) for code in missing}
    return ", ".join(
        f"{code} {first}–{head.position}" for code, (first, head) in sorted(gone.items())
    )


def same_on_kafka(consumer: KafkaConsumer, partition: TopicPartition, head: Head) -> bool:
    """Whether the record at a head's offset is the one the head was taken from.

    ``TimeoutError`` if Kafka does not answer.
    """
    consumer.assign([partition])
    consumer.seek(partition, head.offset)
    try:
        fetched = consumer.poll(_ANSWER_MS, max_records=1)
    except OffsetOutOfRangeError:
        return False
    if not fetched:
        raise TimeoutError
    (record,) = fetched[partition]
    return bool(record.offset == head.offset and link(record.value) == head.hash)
