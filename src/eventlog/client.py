"""Submitting commands and awaiting their outcomes: acknowledged is only what a reader has counted."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, Self

import psycopg
from kafka import KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from domain.catalogue import EVENTS
from domain.ids import JurisdictionCode
from eventlog import metrics
from eventlog.counting import CountedBatch
from eventlog.directory import Directory
from eventlog.errors import Busy, ClientStopped, NotPlacedHere, PartitionMissing
from eventlog.index import Index
from eventlog.index_keys import CommandKey
from eventlog.reading import METADATA_MS, EventReader, Outcomes, Tracking
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics

log = logging.getLogger(__name__)

IN_FLIGHT_MAX: Final = 2_000
"""Commands of one jurisdiction that may wait for their outcome."""
RETRY_AFTER_S: Final = 1

_REMEMBERED: Final = 50_000
_SWEEP_S: Final = 5.0
_GRACE_S: Final = 60.0


@dataclass(slots=True, eq=False)
class _Waiter:
    """A command on its way. ``head`` is the jurisdiction's position when it was sent."""

    future: "Future[OutcomeRecord]"
    sent: float
    expires: float
    head: int
    digest: str
    outcome: OutcomeRecord | None = None


class CommandClient:
    """Sends commands and resolves their futures, from any number of threads.

    An accepted outcome resolves only when its last event was counted too. A future may be cancelled: the
    command is still decided, and still counts as in flight until then.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        directory: Directory | None = None,
        knows: Callable[[str], bool] = EVENTS.__contains__,
        in_flight_max: int = IN_FLIGHT_MAX,
    ) -> None:
        self._settings = settings
        self._topics = Topics(settings.prefix)
        self._directory = directory or Directory(settings)
        self._in_flight_max = in_flight_max
        self._lock = threading.Lock()
        self._waiters: dict[CommandKey, list[_Waiter]] = {}
        self._in_flight: dict[JurisdictionCode, int] = {}
        self._counted: OrderedDict[tuple[JurisdictionCode, int], str] = OrderedDict()
        self._heads: dict[JurisdictionCode, int] = {}
        self._ready = threading.Event()
        self._ends: Mapping[TopicPartition, int] = {}
        self._sweep_at = 0.0
        self._closed = False
        self.failure: Exception | None = None
        """Why no outcomes arrive any more; None while all is well."""
        self._reader = EventReader(
            settings.kafka, self._topics, name="guantong-client", knows=knows
        )
        self._producer = KafkaProducer(
            bootstrap_servers=settings.kafka,
            client_id="guantong-client",
            acks="all",
            enable_idempotence=True,
            linger_ms=0,
            batch_size=256 * 1024,
            max_request_size=1024 * 1024,
            retry_backoff_ms=20,
            reconnect_backoff_max_ms=1_000,
            max_block_ms=10_000,
            allow_auto_create_topics=False,
            metadata_max_age_ms=METADATA_MS,
            metrics_enabled=False,
        )
        self._thread = threading.Thread(target=self._run, name="outcomes", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def directory(self) -> Directory:
        """Where the jurisdictions live."""
        return self._directory

    def is_ready(self) -> bool:
        """Whether the end of the log was reached: from now on no outcome is missed."""
        return self._ready.is_set() and self.failure is None

    def wait_ready(self, timeout_s: float) -> None:
        """Wait until ``is_ready``; ``TimeoutError`` after ``timeout_s``."""
        if not self._ready.wait(timeout_s):
            raise TimeoutError
        self._check()

    def position(self, jurisdiction: JurisdictionCode) -> int:
        """The position up to which the events of a jurisdiction were counted here."""
        return self._heads.get(jurisdiction, 0)

    def submit(self, record: CommandRecord) -> "Future[OutcomeRecord]":
        """Send a command; the future raises what Kafka said.

        Raises ``Busy``, ``NotPlacedHere``, ``PartitionMissing``; ``KafkaError`` while it never answered.

        After ``expires`` and a grace an unanswered future raises ``TimeoutError``: the command was or will
        be refused.
        """
        partition = self._partition(record)
        key = CommandKey(record.jurisdiction, record.actor, record.id)
        waiter = self._register(key, record)
        try:
            sent = self._send(record, partition)
        except KafkaError as error:
            self._fail(key, waiter, error)
        else:
            sent.add_errback(lambda error: self._fail(key, waiter, error))
        return waiter.future

    def put(self, record: CommandRecord) -> "Future[None]":
        """Send a command whose outcome nobody waits for; the future resolves once Kafka keeps it.

        Raises ``NotPlacedHere``, ``PartitionMissing``, ``KafkaError``; the future what Kafka said.
        """
        kept: Future[None] = Future()
        sent = self._send(record, self._partition(record))

        def resolve(error: BaseException | None) -> None:
            if kept.set_running_or_notify_cancel():
                kept.set_result(None) if error is None else kept.set_exception(error)

        sent.add_callback(lambda _: resolve(None))
        sent.add_errback(resolve)
        return kept

    def _partition(self, record: CommandRecord) -> int:
        self._check()
        place = self._directory.find(record.jurisdiction)
        if place is None:
            raise NotPlacedHere(partition="–", jurisdiction=record.jurisdiction)
        if place.partition not in self._producer.partitions_for(self._topics.commands):
            raise PartitionMissing(partition=place.partition, jurisdiction=record.jurisdiction)
        return place.partition

    def _send(self, record: CommandRecord, partition: int) -> Any:
        return self._producer.send(
            self._topics.commands, record.value, record.key, record.headers, partition
        )

    def close(self) -> None:
        """Stop; futures that are open raise ``ClientStopped``."""
        self._closed = True
        self._thread.join()
        self._producer.close(timeout=2)
        self._reader.close()
        self._abandon(ClientStopped())

    # --- waiting ----------------------------------------------------------------------------------

    def _register(self, key: CommandKey, record: CommandRecord) -> _Waiter:
        code = key.jurisdiction
        now = time.monotonic()
        lifetime = record.expires.timestamp() - time.time()
        with self._lock:
            if self._in_flight.get(code, 0) >= self._in_flight_max:
                raise Busy(jurisdiction=code, retry_after=RETRY_AFTER_S)
            self._in_flight[code] = self._in_flight.get(code, 0) + 1
            waiter = _Waiter(
                Future(), now, now + lifetime + _GRACE_S, self._heads.get(code, 0), record.digest
            )
            self._waiters.setdefault(key, []).append(waiter)
        return waiter

    def _fail(self, key: CommandKey, waiter: _Waiter, error: Exception) -> None:
        with self._lock:
            self._forget(key, [waiter])
        if waiter.future.set_running_or_notify_cancel():
            waiter.future.set_exception(error)

    def _forget(self, key: CommandKey, done: list[_Waiter]) -> None:
        waiting = self._waiters.get(key, [])
        gone = [waiter for waiter in waiting if waiter in done]
        left = [waiter for waiter in waiting if waiter not in done]
        if left:
            self._waiters[key] = left
        else:
            self._waiters.pop(key, None)
        self._in_flight[key.jurisdiction] -= len(gone)

    # --- reading ----------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._begin()
            while not self._closed:
                self._step()
        except Exception as error:
            log.exception("Outcomes cannot be read")
            self.failure = error
            self._ready.set()
            self._abandon(error)

    def _begin(self) -> None:
        self._reader.start(self._trackings(), outcomes=Outcomes.NEW)
        self._heads.update({code: head.position for code, head in self._reader.heads()})
        self._ends = self._reader.ends()
        self._sweep_at = time.monotonic()

    def _step(self) -> None:
        reading = self._reader.poll(200)
        self._take(reading.batches, [outcome.record for outcome in reading.outcomes])
        if not self._ready.is_set() and self._reader.reached(self._ends):
            self._ready.set()
        if time.monotonic() > self._sweep_at:
            self._sweep()
            self._sweep_at = time.monotonic() + _SWEEP_S

    def _trackings(self) -> list[Tracking]:
        """Where the index stands; without one everything is read from the first record."""
        try:
            with Index(self._settings.postgres) as index:
                return index.trackings()
        except psycopg.Error:
            return []

    def _take(self, batches: Sequence[CountedBatch], outcomes: Sequence[OutcomeRecord]) -> None:
        done: list[tuple[_Waiter, OutcomeRecord]] = []
        with self._lock:
            for batch in batches:
                done += self._count(batch)
            for outcome in outcomes:
                done += self._hear(outcome)
        now = time.monotonic()
        for waiter, outcome in done:
            metrics.ANSWERING.observe(now - waiter.sent)
            if waiter.future.set_running_or_notify_cancel():
                waiter.future.set_result(outcome)

    def _count(self, batch: CountedBatch) -> list[tuple[_Waiter, OutcomeRecord]]:
        code, head = batch.jurisdiction, batch.head
        self._heads[code] = head.position
        self._counted[code, head.position] = head.hash
        if len(self._counted) > _REMEMBERED:
            self._counted.popitem(last=False)
        key = CommandKey(code, batch.first.actor, batch.first.commandid)
        return self._resolved(key)

    def _hear(self, outcome: OutcomeRecord) -> list[tuple[_Waiter, OutcomeRecord]]:
        key = CommandKey(outcome.jurisdiction, outcome.actor, outcome.id)
        for waiter in self._waiters.get(key, ()):
            if waiter.digest == outcome.digest:
                waiter.outcome = outcome
        return self._resolved(key)

    def _resolved(self, key: CommandKey) -> list[tuple[_Waiter, OutcomeRecord]]:
        waiters = self._waiters.get(key)
        if waiters is None:
            return []
        done = [
            (waiter, waiter.outcome)
            for waiter in waiters
            if waiter.outcome is not None and self._counts(waiter, waiter.outcome)
        ]
        self._forget(key, [waiter for waiter, _ in done])
        return done

    def _counts(self, waiter: _Waiter, outcome: OutcomeRecord) -> bool:
        """Whether an outcome may be passed on: rejected, or its last event was counted."""
        last = outcome.last_position
        if last is None:
            return True
        counted = self._counted.get((outcome.jurisdiction, last))
        if (
            counted is None
        ):  # not counted yet – or so long ago that it was before the command was sent
            return last <= waiter.head
        return counted == outcome.last_hash

    def _sweep(self) -> None:
        """Give up on commands that expired long ago."""
        now = time.monotonic()
        with self._lock:
            late = [
                (k, w) for k, waiting in self._waiters.items() for w in waiting if w.expires < now
            ]
        for key, waiter in late:
            self._fail(key, waiter, TimeoutError())

    def _abandon(self, error: Exception) -> None:
        with self._lock:
            left = [(key, waiter) for key, waiting in self._waiters.items() for waiter in waiting]
        for key, waiter in left:
            self._fail(key, waiter, error)

    def _check(self) -> None:
        if self._closed:
            raise ClientStopped
        if self.failure is not None:
            raise ClientStopped from self.failure
