"""How the system is: what the log, its index and the read models say about themselves."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, LiteralString

import psycopg
from kafka import KafkaConsumer, TopicPartition
from psycopg.rows import dict_row

from eventlog import topics as log_topics
from eventlog.errors import TopicsWrong
from eventlog.index import Index
from eventlog.settings import Settings
from eventlog.topics import Topics
from processes.statements import statements

LAG_SECONDS_MAX: Final = 30.0
"""A partition whose oldest unprojected event is older needs attention."""
VOIDS_SHOWN_MAX: Final = 100

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """One partition of the events topic: offsets of its end, and how far index and projector are.

    ``unstable`` is high watermark − last stable offset: records of transactions not decided yet.
    ``index_tail`` and ``lag`` are in records, ``lag_seconds`` is the age of the first unprojected one.
    """

    partition: int
    high_watermark: int
    unstable: int
    index_tail: int
    lag: int
    lag_seconds: float
    void: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Everything `guantong status` shows. ``topics`` is the number of partitions, or what is wrong."""

    topics: int | str
    partitions: list[Partition]
    jurisdictions: Sequence[Row]
    parked: Sequence[Row]
    stopped: Sequence[Row]
    attachments: Sequence[Row]
    dispatches: Sequence[Row]
    """The courier's lag: what is not at the other jurisdiction, by sender and addressee."""

    @property
    def attention(self) -> list[str]:
        """What needs attention, by code; none if all is well."""
        found = {
            "topics": isinstance(self.topics, str),
            "void": any(each.void for each in self.partitions),
            "lag": any(each.lag_seconds > LAG_SECONDS_MAX for each in self.partitions),
            "parked": bool(self.parked),
            "stopped": bool(self.stopped),
            "attachments": bool(self.attachments),
        }
        return [name for name, wrong in found.items() if wrong]


def examine(settings: Settings) -> Health:
    """Ask Kafka and PostgreSQL. Raises their errors where one does not answer."""
    topics = Topics(settings.prefix)
    try:
        checked: int | str = log_topics.check(settings.kafka, topics)
    except TopicsWrong as error:
        checked = error.details["faults"]
    with psycopg.connect(settings.postgres, row_factory=dict_row) as connection:
        told = {name: _ask(connection, statement) for name, statement in _STATEMENTS.items()}
    with Index(settings.postgres) as index:
        index.create()
        heads = {
            code: head.position
            for tracking in index.trackings()
            for code, head in tracking.checkpoint.heads.items()
        }
        indexed = {each.partition: each.done for each in index.progress()}
        voids = [partition for partition, _void in index.voids(VOIDS_SHOWN_MAX)]
    projected = {row["partition"]: row["next_offset"] for row in told["tracking"]}
    partitions = [
        Partition(
            index_tail=max(0, stable - indexed.get(number, 0)), void=voids.count(number), **rest
        )
        for number, stable, rest in _partitions(settings, topics.events, projected)
    ]
    live = {row["jurisdiction"]: row for row in told["heads"]}
    jurisdictions = [
        {
            "jurisdiction": code,
            "head": max(heads.get(code, 0), _position(live.get(code))),
            "projected": _position(live.get(code)),
        }
        for code in sorted({*heads, *live})
    ]
    return Health(
        topics=checked,
        partitions=partitions,
        jurisdictions=jurisdictions,
        parked=told["parked"],
        stopped=told["stopped"],
        attachments=told["attachments"],
        dispatches=told["dispatches"],
    )


def _partitions(
    settings: Settings, topic: str, projected: Mapping[int, int]
) -> list[tuple[int, int, dict[str, Any]]]:
    """Number, last stable offset, and the rest of what a `Partition` says, for each."""
    uncommitted = KafkaConsumer(bootstrap_servers=settings.kafka, enable_auto_commit=False)
    committed = KafkaConsumer(
        bootstrap_servers=settings.kafka,
        enable_auto_commit=False,
        isolation_level="read_committed",
    )
    try:
        keys = [
            TopicPartition(topic, number)
            for number in sorted(committed.partitions_for_topic(topic) or ())
        ]
        high, stable = uncommitted.end_offsets(keys), committed.end_offsets(keys)
        return [
            (
                key.partition,
                stable[key],
                {
                    "partition": key.partition,
                    "high_watermark": high[key],
                    "unstable": high[key] - stable[key],
                    "lag": max(0, stable[key] - projected.get(key.partition, 0)),
                    "lag_seconds": _age(
                        committed, key, projected.get(key.partition, 0), stable[key]
                    ),
                },
            )
            for key in keys
        ]
    finally:
        uncommitted.close()
        committed.close()


def _age(consumer: KafkaConsumer, key: TopicPartition, offset: int, end: int) -> float:
    """How long ago, by the broker's clock, the first record from an offset on was appended; 0 at the end."""
    if offset >= end:
        return 0.0
    consumer.assign([key])
    consumer.seek(key, offset)
    for records in consumer.poll(timeout_ms=5_000, max_records=1).values():
        appended: int = records[0].timestamp  # milliseconds
        return round(max(0.0, time.time() - appended / 1000), 1)
    return 0.0  # only marks of transactions are left


def _position(row: Row | None) -> int:
    return 0 if row is None else int(row["position"])


def _ask(connection: psycopg.Connection[dict[str, Any]], statement: LiteralString) -> list[Row]:
    """The rows of a statement; none before the projections were ever prepared."""
    try:
        with connection.transaction():
            return list(connection.execute(statement).fetchall())
    except psycopg.errors.UndefinedTable:
        return []


_STATEMENTS: Final = statements("cli", "status.sql")
