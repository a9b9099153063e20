"""The answers of writers in the order in which the broker got them, across partitions."""

import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from kafka import TopicPartition

from domain.ids import JurisdictionCode
from eventlog.reading import committed_consumer
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from tests.waiting import until


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome, and when its command and itself were appended (ms, by the broker's clock)."""

    outcome: OutcomeRecord
    asked: int
    appended: int


def answers(settings: Settings) -> list[Answer]:
    """All outcomes that stand on Kafka now, the first one first."""
    topics = Topics(settings.prefix)
    asked = {
        (raw.partition, raw.offset): raw.timestamp for raw in _records(settings, topics.commands)
    }
    found = [
        (OutcomeRecord.from_kafka(key=raw.key, value=raw.value), raw)
        for raw in _records(settings, topics.outcomes)
    ]
    return sorted(
        (
            Answer(outcome, asked[raw.partition, outcome.offset], raw.timestamp)
            for outcome, raw in found
        ),
        key=lambda each: each.appended,
    )


def _records(settings: Settings, topic: str) -> list[Any]:
    """All records of a topic, as the Kafka library gives them."""
    found: list[Any] = []
    consumer = committed_consumer(settings.kafka, "test-answers")
    try:
        keys = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic)]
        ends = consumer.end_offsets(keys)
        consumer.assign(keys)
        for key in keys:
            consumer.seek(key, 0)

        def read_to_end() -> bool:
            for records in consumer.poll(200).values():
                found.extend(records)
            return all(consumer.position(key) >= ends[key] for key in keys)

        until(read_to_end)
    finally:
        consumer.close()
    return found


def decided_before(settings: Settings, command_id: uuid.UUID) -> Counter[JurisdictionCode]:
    """How many commands of each jurisdiction were answered before this one, or together with it."""
    found = answers(settings)
    (asked,) = (each for each in found if each.outcome.id == command_id)
    return Counter(each.outcome.jurisdiction for each in found if each.appended <= asked.appended)
