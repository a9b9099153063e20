"""A recorder's topic: one transaction at a time, and reading back what counts (ADR 0002).

The producer and its two overrides are those of the writer (`eventlog.transactions`).
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Final

from kafka import KafkaProducer, TopicPartition

from eventlog.reading import RECORDS_MAX, committed_consumer
from eventlog.recorder.chain import Chain, Tip
from eventlog.recorder.errors import HistoryMissing
from eventlog.recorder.records import StoredRecord
from eventlog.transactions import transactional_producer

log = logging.getLogger(__name__)

SILENCE_S_MAX: Final = 30.0
"""Longest that reading may stand still before the end of the log."""
_POLL_MS: Final = 100


class TopicLog:
    """Writes one topic and reads it back. Use from one thread at a time.

    ``counted`` hears of each batch that counts, whoever wrote it, with the tip after it.
    """

    def __init__(
        self, kafka: str, topic: str, counted: Callable[[Sequence[StoredRecord], Tip], None]
    ) -> None:
        self._kafka = kafka
        self._topic = topic
        self._counted = counted
        self._chain = Chain(topic)
        self._read = -1
        """The offset of the last record that was read back."""
        self._partition = TopicPartition(topic, 0)
        self._producer: KafkaProducer | None = None
        self._consumer = committed_consumer(kafka, f"{topic}-back")
        self._consumer.assign([self._partition])
        self._consumer.seek(self._partition, 0)

    @property
    def tip(self) -> Tip:
        """After which record the next one goes."""
        return self._chain.tip

    @property
    def ready(self) -> bool:
        """Whether it may be written; if not, ``start_over``."""
        return self._producer is not None

    def start_over(self) -> None:
        """Fence the writer before this one, let its transaction be resolved, read the log to its end."""
        self.stop_writing()
        producer = transactional_producer(self._kafka, self._topic)
        try:
            producer.init_transactions()
            self._read_to_end()
        except BaseException:
            producer.close(timeout=0)
            raise
        self._producer = producer

    def write(self, records: Sequence[StoredRecord]) -> None:
        """One transaction, read back before it returns. After any exception ``start_over``."""
        producer, self._producer = self._live, None
        try:
            last = self._transact(producer, records)
            self._read_until(lambda: self._read >= last)
        except BaseException:
            producer.close(timeout=0)
            raise
        self._producer = producer

    def stop_writing(self) -> None:
        """Let the producer go; what it had not committed is aborted by the next."""
        if self._producer is not None:
            self._producer.close(timeout=0)
            self._producer = None

    def close(self) -> None:
        """Close the connections."""
        self.stop_writing()
        self._consumer.close()

    def _transact(self, producer: KafkaProducer, records: Sequence[StoredRecord]) -> int:
        """Write and commit; the offset of the last record."""
        producer.begin_transaction()
        futures = [
            producer.send(self._topic, record.value, record.key, None, 0) for record in records
        ]
        producer.flush()
        offsets: list[int] = [future.get(timeout=0).offset for future in futures]
        producer.commit_transaction()
        return offsets[-1]

    def _read_to_end(self) -> None:
        first = self._consumer.beginning_offsets([self._partition])[self._partition]
        if first > 0:
            raise HistoryMissing(topic=self._topic, count=first)
        before = self._chain.voids_total
        end = self._consumer.end_offsets([self._partition])[self._partition]
        self._read_until(lambda: self._consumer.position(self._partition) >= end)
        if self._chain.voids_total > before:
            log.warning("%s: %d records do not count", self._topic, self._chain.voids_total)

    def _read_until(self, reached: Callable[[], bool]) -> None:
        limit = time.monotonic() + SILENCE_S_MAX
        while not reached():
            polled = self._consumer.poll(_POLL_MS, max_records=RECORDS_MAX)
            for raw in polled.get(self._partition, ()):
                self._read = raw.offset
                if batch := self._chain.feed(raw.value):
                    self._counted(batch, self._chain.tip)
            if polled:
                limit = time.monotonic() + SILENCE_S_MAX
            elif time.monotonic() > limit:
                raise TimeoutError

    @property
    def _live(self) -> KafkaProducer:
        if self._producer is None:
            raise RuntimeError("start over before writing")
        return self._producer
