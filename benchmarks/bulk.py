"""Writing in bulk: ``PartitionLog`` against kafka-python's own transactional producer, the same bytes.

The raw producer builds nothing, checks nothing and reads nothing back. Ours builds each record from its
attributes, chains it, and is done when the last one has been counted by an independent reader.
"""

import time
from collections.abc import Iterator, Sequence
from itertools import islice

from kafka import KafkaProducer

from benchmarks.records import Chain
from benchmarks.rows import RUNS, Row, Series, at_least
from benchmarks.site import Site
from eventlog.partition_log import Batch, PartitionLog
from eventlog.records import EventRecord

GROUP = "append, in bulk"
RECORDS = 30_000
BATCH = 500
OURS, RAW = "PartitionLog", "raw transactional producer"


def ours(site: Site, chain: Chain, log: PartitionLog) -> tuple[float, list[EventRecord]]:
    """Seconds from the first record's making to the last one's counting, and the records."""
    records: list[EventRecord] = []
    began = time.perf_counter()
    coming = chain.many(RECORDS)
    while part := list(islice(coming, BATCH)):
        log.write([Batch((each,)) for each in part])
        records += part
    log.wait_read_back(timeout_s=60)
    return time.perf_counter() - began, records


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


def raw_producer(kafka: str, transactional_id: str) -> KafkaProducer:
    """kafka-python's transactional producer at its best: the short back-off that ours has too."""
    producer = KafkaProducer(
        bootstrap_servers=kafka,
        transactional_id=transactional_id,
        acks="all",
        batch_size=512 * 1024,
        retry_backoff_ms=3,
    )
    producer.init_transactions()
    return producer


def run(site: Site) -> None:
    """The rows of this module."""
    own, other = site.own_topics(), site.own_topics()
    series = Series()
    producer = raw_producer(site.kafka, f"{other.prefix}-0")
    with (
        PartitionLog(
            site.kafka, own, 0, transactional_id=f"{own.prefix}-0", knows=lambda _: True
        ) as log,
        site.task("append, in bulk", RUNS) as task,
    ):
        log.open()
        log.wait_caught_up(timeout_s=30)
        chain = Chain("benchmark")
        for _ in range(RUNS):
            seconds, records = ours(site, chain, log)
            series.add(OURS, RECORDS / seconds)
            values = [(each.key, each.value) for each in records]
            series.add(RAW, RECORDS / raw(producer, other.events, values))
            site.progress.advance(task)
    producer.close()
    site.report.add(
        Row(
            group=GROUP,
            name=f"{RECORDS:,} events, {BATCH} a transaction, counted",
            unit="records/s",
            figures=series[OURS],
            peer=RAW,
            peer_figures=series[RAW],
            target=at_least(0.35),
        )
    )
