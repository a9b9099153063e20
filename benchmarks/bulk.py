"""Writing in bulk: ``PartitionLog`` against kafka-python's own transactional producer, the same bytes.

The raw producer checks nothing and reads nothing back. Ours is done when the last record has been counted
by an independent reader. The records are made beforehand for both.
"""

import time
from collections.abc import Iterator, Sequence

from kafka import KafkaProducer

from benchmarks.records import Chain
from benchmarks.rows import RUNS, Row, Series, at_least
from benchmarks.site import Site
from eventlog.partition_log import Batch, PartitionLog
from eventlog.records import EventRecord

GROUP = "append, in bulk"
RECORDS = 20_000
BATCH = 500
OURS = "PartitionLog"
RAW = "raw transactional producer"
TUNED = "raw, with batches of 512 KiB, as ours has them"


def ours(records: Sequence[EventRecord], log: PartitionLog) -> float:
    """Seconds from the first record's sending to the last one's counting."""
    began = time.perf_counter()
    for start in range(0, len(records), BATCH):
        log.write([Batch((each,)) for each in records[start : start + BATCH]])
    log.wait_read_back(timeout_s=60)
    return time.perf_counter() - began


def raw(producer: KafkaProducer, topic: str, values: Sequence[tuple[bytes, bytes]]) -> float:
    """Seconds for the same bytes in transactions of the same size."""
    began = time.perf_counter()
    for part in batched(values):
        producer.begin_transaction()
        for key, value in part:
            producer.send(topic, value, key, partition=0)
        producer.commit_transaction()
    return time.perf_counter() - began


def batched(values: Sequence[tuple[bytes, bytes]]) -> Iterator[Sequence[tuple[bytes, bytes]]]:
    """Transactions' worth of records."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def raw_producer(kafka: str, transactional_id: str, *, batch: int = 16_384) -> KafkaProducer:
    """kafka-python's transactional producer with its defaults, or with another size of ``batch``.

    The back-off between transactions is the short one that ours has too.
    """
    producer = KafkaProducer(
        bootstrap_servers=kafka,
        transactional_id=transactional_id,
        acks="all",
        batch_size=batch,
        retry_backoff_ms=3,
    )
    producer.init_transactions()
    return producer


def run(site: Site) -> None:
    """The rows of this module."""
    own, other = site.own_topics(), site.own_topics()
    series = Series()
    producers = {
        RAW: raw_producer(site.kafka, f"{other.prefix}-0"),
        TUNED: raw_producer(site.kafka, f"{other.prefix}-1", batch=512 * 1024),
    }
    with (
        PartitionLog(
            site.kafka, own, 0, transactional_id=f"{own.prefix}-0", knows=lambda _: True
        ) as log,
        site.task(GROUP, RUNS) as task,
    ):
        log.open()
        log.wait_caught_up()
        chain = Chain("benchmark")
        for _ in range(RUNS):
            records = list(chain.many(RECORDS))
            series.add(OURS, RECORDS / ours(records, log))
            values = [(each.key, each.value) for each in records]
            for name, producer in producers.items():
                series.add(name, RECORDS / raw(producer, other.events, values))
            site.progress.advance(task)
    for name, producer in producers.items():
        producer.close()
        site.report.add(
            Row(
                group=GROUP,
                name=f"PartitionLog, {RECORDS:,} events, {BATCH} a transaction, counted",
                unit="records/s",
                figures=series[OURS],
                peer=name,
                peer_figures=series[name],
                target=at_least(0.35),
            )
        )
