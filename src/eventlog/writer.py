"""The writer: a member of the consumer group that decides commands, exactly once (ADR 0002).

Each partition has one owner at a time. Losing it, failing, or being left behind all lead to the same two
steps: drop what is not known to be counted, and begin again at the committed offset.
"""

import datetime
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import psycopg
from kafka import KafkaConsumer, TopicPartition
from kafka.consumer.subscription_state import ConsumerRebalanceListener
from kafka.coordinator.assignors.range import RangePartitionAssignor
from kafka.errors import (
    KafkaError,
    NoOffsetForPartitionError,
    ProducerFencedError,
    RetriableError,
)
from kafka.structs import ConsumerGroupMetadata

from domain.catalogue import CATALOGUE
from domain.registry import Catalogue
from eventlog import metrics, topics
from eventlog.directory import Directory
from eventlog.errors import CommitUncertain, IndexMoved, LogOvertaken, LogUnreadable
from eventlog.partition_log import PartitionLog
from eventlog.postgres import GONE
from eventlog.reading import committed_consumer
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.writer_partition import COMMANDS_MAX, OwnedPartition, Shared

log = logging.getLogger(__name__)

_POLL_MS: Final = 200
_RETRY_S: Final = 0.5
_TURN_BYTES: Final = 256 * 1024
"""Commands of one partition before the next has its turn, about one poll: one city's import must not keep
the others waiting."""
_PATIENCE_S_MAX: Final = 0.025
"""Longest that a poll waits for those who were answered together and so ask again together. A transaction
costs about as much for one command as for fifty: half of what the last one took is well spent."""
_OPEN_ANEW: Final = (IndexMoved, LogUnreadable, psycopg.Error)
"""Only opening the partition again helps: the index was moved on or dropped, reading ended."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How soon the group notices that a writer died: its heartbeats, in milliseconds."""

    session_ms: int = 6_000
    heartbeat_ms: int = 1_500


def _wall_clock() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Writer:
    """Decides the commands of the partitions that the group assigns to it."""

    def __init__(
        self,
        settings: Settings,
        *,
        catalogue: Catalogue = CATALOGUE,
        timing: Timing = Timing(),
        wall: Callable[[], datetime.datetime] = _wall_clock,
        log_class: type[PartitionLog] = PartitionLog,
    ) -> None:
        self._settings = settings
        self._topics = Topics(settings.prefix)
        self._timing = timing
        self._shared = Shared(settings, catalogue, Directory(settings), wall, log_class)
        self._answered = 0
        self._patience_s = 0.0
        self._reopen_at = 0.0
        """Fenced, a writer first lets two heartbeats tell it whether it still owns the partition: opening it
        again would fence the rightful owner."""
        self._owned: dict[int, OwnedPartition] = {}
        self._revoked = threading.Event()
        self._stop = threading.Event()

    def run(self, stop: threading.Event) -> None:
        """Work until ``stop`` is set. Raises ``TopicsWrong`` at once, and whatever it cannot mend."""
        topics.check(self._settings.kafka, self._topics)
        self._stop = stop
        self._consumer = self._join()
        orderly = False
        try:
            while not stop.is_set():
                self._step()
            orderly = True
        finally:
            for partition in list(self._owned):
                self._release(partition, orderly=orderly)
            self._consumer.close()

    def _join(self) -> KafkaConsumer:
        consumer = committed_consumer(
            self._settings.kafka,
            "guantong-writer",
            group_id=f"{self._settings.prefix}-writers",
            session_timeout_ms=self._timing.session_ms,
            heartbeat_interval_ms=self._timing.heartbeat_ms,
            max_poll_records=COMMANDS_MAX,
            turn_bytes=_TURN_BYTES,
            partition_assignment_strategy=[RangePartitionAssignor],
        )
        consumer.subscribe([self._topics.commands], listener=_Revocations(self._revoked))
        # Joining without metadata, it would be assigned nothing, and now and then rebalance for ever;
        # metadata of before it subscribed does not count, and makes it join twice.
        while not consumer.partitions_for_topic(self._topics.commands):
            if self._stop.wait(_RETRY_S):
                break
        return consumer

    def _step(self) -> None:
        polled = self._poll()
        group = self._consumer.group_metadata()
        self._follow_assignment()
        begun = time.monotonic()
        for key, records in polled.items():
            owned = self._owned.get(key.partition)
            if owned is not None and owned.deciding and not self._revoked.is_set():
                self._guard(owned, partial(self._process, owned, records, group))
        self._patience_s = min((time.monotonic() - begun) / 2, _PATIENCE_S_MAX)
        for owned in list(self._owned.values()):
            self._guard(owned, partial(self._tend, owned))

    def _poll(self) -> dict[TopicPartition, list[Any]]:
        """The next commands. Those who were answered together ask again together: they are waited for."""
        polled = self._fetch(_POLL_MS, COMMANDS_MAX)
        count = sum(map(len, polled.values()))
        deadline = time.monotonic() + self._patience_s
        while 0 < count < self._answered and (left := deadline - time.monotonic()) > 0:
            for key, records in self._fetch(max(1, int(left * 1000)), COMMANDS_MAX - count).items():
                polled.setdefault(key, []).extend(records)
                count += len(records)
        self._answered = count
        return polled

    def _fetch(self, timeout_ms: int, most: int) -> dict[TopicPartition, list[Any]]:
        try:
            fetched: dict[TopicPartition, list[Any]] = self._consumer.poll(
                timeout_ms, max_records=most
            )
        except NoOffsetForPartitionError:  # a group that has not committed yet; `_begin` seeks
            for key in self._consumer.assignment():
                if self._consumer.committed(key) is None:
                    self._consumer.seek(key, 0)
            return {}
        except (
            RetriableError
        ) as error:  # while Kafka is away, what it is asked in passing may be raised
            log.warning("Kafka is away: %s", error)
            self._stop.wait(_RETRY_S)
            return {}
        return fetched

    # --- owning partitions ------------------------------------------------------------------------

    def _follow_assignment(self) -> None:
        if self._revoked.is_set():
            self._revoked.clear()
            for partition in list(self._owned):
                self._release(partition)
        assigned = {key.partition for key in self._consumer.assignment()}
        for partition in set(self._owned) - assigned:
            self._release(partition)
        for partition in sorted(assigned - set(self._owned)):
            self._consumer.pause(self._key(partition))
            if time.monotonic() >= self._reopen_at:
                self._own(partition)

    def _own(self, partition: int) -> None:
        try:
            owned = OwnedPartition(self._shared, partition)
            self._owned[partition] = owned
            owned.open()
            log.info("Partition %d is ours, catching up", partition)
        except (KafkaError, IndexMoved, *GONE) as error:
            log.warning("Partition %d cannot be opened yet: %s", partition, error)
            self._release(partition)
            self._stop.wait(_RETRY_S)

    def _release(self, partition: int, *, orderly: bool = True) -> None:
        owned = self._owned.pop(partition, None)
        if owned is not None:
            owned.close(orderly=orderly)

    def _guard(self, owned: OwnedPartition, work: Callable[[], None]) -> None:
        """Do something with a partition; whatever goes wrong with Kafka or PostgreSQL is mended here."""
        try:
            work()
        except GONE as error:
            log.warning("PostgreSQL is away, partition %d pauses: %s", owned.partition, error)
            self._stop.wait(_RETRY_S)
            with suppress(*GONE):
                owned.reconnect()
        except _OPEN_ANEW as error:
            log.warning("Partition %d is opened anew: %s", owned.partition, error)
            self._release(owned.partition, orderly=False)
        except ProducerFencedError:
            log.warning("Partition %d: another writer took over", owned.partition)
            self._reopen_at = time.monotonic() + 2 * self._timing.heartbeat_ms / 1000
            self._release(owned.partition, orderly=False)
        except (CommitUncertain, LogOvertaken, KafkaError, TimeoutError) as error:
            log.warning("Partition %d starts over: %s", owned.partition, error)
            owned.start_over()

    # --- work -------------------------------------------------------------------------------------

    def _tend(self, owned: OwnedPartition) -> None:
        """Let a partition begin, pause or go on."""
        key = self._key(owned.partition)
        if not owned.deciding:
            self._consumer.pause(key)
            if owned.is_ready():
                self._begin(owned)
        elif owned.has_room():
            self._consumer.resume(key)
        else:
            self._consumer.pause(key)

    def _begin(self, owned: OwnedPartition) -> None:
        """Go on from the committed offset, which only now is settled."""
        key = self._key(owned.partition)
        first = self._consumer.beginning_offsets([key])[key]
        end = self._consumer.end_offsets([key])[key]
        committed = self._consumer.committed(key)
        known = committed is not None and first <= committed <= end
        offset = owned.begin(committed if known else first, end=end)
        self._consumer.seek(key, offset)
        self._consumer.resume(key)
        log.info("Partition %d: deciding from offset %d", owned.partition, offset)

    def _process(
        self, owned: OwnedPartition, records: list[Any], group: ConsumerGroupMetadata
    ) -> None:
        key = self._key(owned.partition)
        try:
            progressed = owned.process(records, group)
        except GONE:
            self._consumer.seek(key, records[0].offset)  # nothing was written
            raise
        if progressed.left:
            self._consumer.seek(key, progressed.offset)
        metrics.LAG.labels(owned.partition).set(
            (self._consumer.highwater(key) or 0) - progressed.offset
        )

    def _key(self, partition: int) -> TopicPartition:
        return TopicPartition(self._topics.commands, partition)


class _Revocations(ConsumerRebalanceListener):  # type: ignore[misc] # kafka-python has no types
    """Notes that partitions were taken away, also if they come back at once."""

    def __init__(self, revoked: threading.Event) -> None:
        self._revoked = revoked

    def on_partitions_revoked(self, revoked: Any) -> None:
        """Called by the consumer before it joins again."""
        if revoked:
            self._revoked.set()

    def on_partitions_assigned(self, assigned: Any) -> None:
        """Called by the consumer; the assignment itself is looked up."""
