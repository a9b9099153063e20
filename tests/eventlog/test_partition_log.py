"""The one write path, on real Kafka: written, read back, started over."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

import pytest
from kafka.producer.transaction_manager import TransactionManager

from domain.ids import JurisdictionCode
from eventlog import topics
from eventlog.counting import CountedBatch, VoidReason
from eventlog.errors import CommitUncertain, LogOvertaken
from eventlog.partition_log import Batch, PartitionLog
from eventlog.reading import EventReader, Reading
from eventlog.records import link
from eventlog.topics import Topics
from eventlog.transactions import transactional_producer
from tests.eventlog.proxy import Fate, Proxy
from tests.eventlog.written import KIND, Scribe

LINYI = JurisdictionCode("linyi")


@pytest.fixture
def names(kafka: str, suffix: str) -> Topics:
    names = Topics(f"test-{suffix}")
    topics.create(kafka, names)
    return names


@contextmanager
def opened(
    kafka: str, names: Topics, readings: list[Reading] | None = None
) -> Iterator[PartitionLog]:
    with PartitionLog(
        kafka,
        names,
        0,
        transactional_id=f"{names.prefix}-writer-0",
        knows=KIND.__eq__,
        listener=None if readings is None else lambda reading, _: readings.append(reading),
    ) as log:
        log.open()
        log.wait_caught_up(timeout_s=20)
        yield log


def counted(kafka: str, names: Topics) -> list[tuple[int, int]]:
    """First and last position of each batch that a reader from the first record counts."""
    with EventReader(kafka, names, name="test", knows=KIND.__eq__) as reader:
        reader.start()
        readings = list(reader.read_to_end(timeout_s=20))
    return [(b.first.position, b.head.position) for reading in readings for b in reading.batches]


def test_what_is_written_is_read_back_as_counted(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    future: Future[CountedBatch] = Future()
    with opened(kafka, names) as log:
        log.write([Batch(scribe.batch(2), future), Batch(scribe.batch())])
        log.wait_read_back(timeout_s=20)
        assert log.tip(LINYI) == (3, scribe.prev)
        assert future.result(timeout=20).head.position == 2
        assert log.same_on_kafka(LINYI)
    assert counted(kafka, names) == [(1, 2), (3, 3)]


def test_a_new_owner_goes_on_from_the_end(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    with opened(kafka, names) as log:
        log.write([Batch(scribe.batch(3))])
    readings: list[Reading] = []
    with opened(kafka, names, readings) as log:
        assert log.tip(LINYI) == (3, scribe.prev)
        assert [batch.head.position for reading in readings for batch in reading.batches] == [3]


def test_a_transaction_left_open_by_the_owner_before_is_aborted(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    left = transactional_producer(kafka, f"{names.prefix}-writer-0")
    left.init_transactions()
    left.begin_transaction()
    for record in scribe.branch(salt=1).batch():
        left.send(names.events, record.value, record.key, record.headers, 0)
    left.flush()
    with opened(kafka, names) as log:
        assert log.tip(LINYI) == (0, "")
        log.write([Batch(scribe.batch())])
    left.close(timeout=0)
    assert counted(kafka, names) == [(1, 1)]


def test_a_new_owner_waits_for_what_somebody_elses_transaction_holds_back(
    kafka: str, names: Topics
) -> None:
    """Committed readers see nothing behind it, not even what is committed."""
    scribe = Scribe(LINYI)
    stranger = transactional_producer(kafka, f"{names.prefix}-stranger")
    stranger.init_transactions()
    with opened(kafka, names) as log:
        stranger.begin_transaction()
        stranger.send(names.events, b"strange", b"linyi", None, 0).get(timeout=20)
        log.write([Batch(scribe.batch())])
    with PartitionLog(
        kafka, names, 0, transactional_id=f"{names.prefix}-writer-0", knows=KIND.__eq__
    ) as log:
        log.open()
        with pytest.raises(TimeoutError):
            log.wait_caught_up(timeout_s=1)
        stranger.abort_transaction()
        log.wait_caught_up(timeout_s=20)
        assert log.tip(LINYI) == (1, scribe.prev)
    stranger.close(timeout=0)


def test_the_owner_before_is_fenced(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    with opened(kafka, names) as old, opened(kafka, names) as new:
        stale = scribe.branch(salt=1).batch()
        new.write([Batch(scribe.batch())])
        with pytest.raises(Exception, match=r"Fenced|InvalidProducerEpoch|error state"):
            old.write([Batch(stale)])
    assert counted(kafka, names) == [(1, 1)]


def test_what_is_void_is_noticed_and_the_log_starts_over(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    with opened(kafka, names) as log:
        log.write([Batch(scribe.batch())])
        gap = scribe.branch(salt=1)
        gap.batch()
        future: Future[CountedBatch] = Future()
        log.write([Batch(gap.batch(), future)], since=17)
        with pytest.raises(LogOvertaken):
            log.wait_read_back(timeout_s=20)
        with pytest.raises(LogOvertaken):
            log.write([Batch(gap.batch())])
        log.start_over()
        log.wait_caught_up(timeout_s=20)
        assert log.lost_since == 17
        assert log.tip(LINYI) == (1, scribe.prev)
        assert isinstance(future.exception(timeout=20), LogOvertaken)
        log.write([Batch(scribe.batch())])
        log.wait_read_back(timeout_s=20)
    assert counted(kafka, names) == [(1, 1), (2, 2)]


# --- a commit whose fate is unknown ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("fate", "arrives"), [(Fate.LOSE_ANSWER, True), (Fate.LOSE, False), (Fate.HOLD, False)]
)
def test_a_commit_that_may_be_lost_is_never_sent_again(
    kafka: str, names: Topics, fate: Fate, arrives: bool
) -> None:
    scribe = Scribe(LINYI)
    with Proxy(kafka) as proxy, opened(proxy.address, names) as log:
        log.write([Batch(scribe.batch())])
        proxy.next(fate)
        second = scribe.branch(salt=1).batch(2)
        with pytest.raises(CommitUncertain):
            log.write([Batch(second)])
        log.start_over()
        log.wait_caught_up(timeout_s=20)
        assert log.tip(LINYI)[0] == (3 if arrives else 1)
    assert counted(kafka, names) == [(1, 1), (2, 3)][: 2 if arrives else 1]


class Halfway(PartitionLog):
    """Lets a test do something in the middle of a transaction, when half of it is on Kafka."""

    halfway: "list[object]"

    def _flush(self, events: list[object], outcomes: list[object]) -> None:
        super()._flush(events, outcomes)
        for act in self.halfway:
            act()  # type: ignore[operator]
        self.halfway = []


def test_a_late_commit_cannot_tear_a_later_transaction(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    lost = scribe.branch(salt=1)
    with (
        Proxy(kafka) as proxy,
        Halfway(
            proxy.address, names, 0, transactional_id=f"{names.prefix}-writer-0", knows=KIND.__eq__
        ) as log,
    ):
        log.halfway = []
        log.open()
        log.wait_caught_up(timeout_s=20)
        proxy.next(Fate.HOLD)
        with pytest.raises(CommitUncertain):
            log.write([Batch(lost.batch())])
        log.start_over()
        log.wait_caught_up(timeout_s=20)
        log.halfway = [proxy.release]
        log.write([Batch(scribe.batch(2)), Batch(scribe.batch())])
        log.wait_read_back(timeout_s=20)
    assert counted(kafka, names) == [(1, 2), (3, 3)]


def test_a_commit_that_arrives_twice_counts_once(kafka: str, names: Topics) -> None:
    scribe = Scribe(LINYI)
    with Proxy(kafka) as proxy, opened(proxy.address, names) as log:
        proxy.next(Fate.DOUBLE, Fate.DOUBLE)
        for _ in range(3):
            log.write([Batch(scribe.batch(2))])
        log.wait_read_back(timeout_s=20)
    assert counted(kafka, names) == [(1, 2), (3, 4), (5, 6)]


def test_readers_survive_even_a_torn_transaction(kafka: str, names: Topics) -> None:
    """Without the override a late EndTxn commits half of a later transaction: its batch is void."""
    scribe = Scribe(LINYI)
    first, torn = scribe.batch(), scribe.branch(salt=1).batch(2)
    with Proxy(kafka) as proxy:
        plain = transactional_producer(proxy.address, f"{names.prefix}-writer-0")
        plain._transaction_manager.__class__ = TransactionManager
        plain.init_transactions()
        proxy.next(Fate.HOLD)
        plain.begin_transaction()
        plain.send(names.events, first[0].value, first[0].key, None, 0)
        plain.commit_transaction()  # sent twice, silently
        plain.begin_transaction()
        plain.send(names.events, torn[0].value, torn[0].key, None, 0)
        plain.flush()
        proxy.release()
        plain.close(timeout=0)
    with opened(kafka, names) as log:
        assert log.tip(LINYI) == (1, link(first[0].value))
        log.write([Batch(scribe.batch(2))])
        log.wait_read_back(timeout_s=20)
    with EventReader(kafka, names, name="test", knows=KIND.__eq__) as reader:
        reader.start()
        voids = [
            void
            for reading in reader.read_to_end(timeout_s=20)
            for void in reading.voids.get(0, ())
        ]
    assert [void.reason for void in voids] == [VoidReason.TORN]
    assert counted(kafka, names) == [(1, 1), (2, 3)]
