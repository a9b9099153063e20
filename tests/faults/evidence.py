"""Reading what the judge needs: the raw topic, what readers pass on, the index."""

import threading
import time
from collections.abc import Iterator
from typing import Any, Final, Self

import psycopg
from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from domain.ids import JurisdictionCode
from eventlog.counting import CountedBatch
from eventlog.reading import EventReader
from eventlog.settings import Settings
from eventlog.topics import Topics
from tests.eventlog.diary import WITH_DIARIES
from tests.history.history import History, Look, Passed
from tests.history.log import Record

WAIT_S: Final = 60.0
LOOK_S: Final = 0.2


def records_of(kafka: str, topic: str) -> list[Record]:
    """The events topic as it is, with what was aborted."""
    committed = {raw.offset for raw in _consumed(kafka, topic, "read_committed")}
    return [
        Record(raw.offset, raw.key.decode(), raw.value, raw.offset in committed)
        for raw in _consumed(kafka, topic, "read_uncommitted")
    ]


def _consumed(kafka: str, topic: str, isolation: str) -> Iterator[Any]:
    partition = TopicPartition(topic, 0)
    consumer = KafkaConsumer(
        bootstrap_servers=kafka, isolation_level=isolation, enable_auto_commit=False
    )
    try:
        consumer.assign([partition])
        consumer.seek(partition, 0)
        end = consumer.end_offsets([partition])[partition]
        limit = time.monotonic() + WAIT_S
        while consumer.position(partition) < end:
            assert time.monotonic() < limit, f"waited {WAIT_S} s for the end of {topic}"
            for records in consumer.poll(500).values():
                yield from records
    finally:
        consumer.close()


def reader_of(kafka: str, settings: Settings, name: str) -> EventReader:
    """A reader of everything, at the first record."""
    knows = WITH_DIARIES.events.__contains__
    reader = EventReader(kafka, Topics(settings.prefix), name=name, knows=knows)
    reader.start()
    return reader


def read_to_end(reader: EventReader, code: JurisdictionCode) -> list[Passed]:
    """What a reader passes on of a jurisdiction, up to where the log ends now."""
    readings = reader.read_to_end(timeout_s=WAIT_S)
    batches = [batch for reading in readings for batch in reading.batches]
    return [each for batch in batches if batch.jurisdiction == code for each in passed(batch)]


def passed(batch: CountedBatch) -> list[Passed]:
    """The events of a counted batch, for the history."""
    return [
        Passed(
            event.offset,
            event.record.position,
            event.hash,
            str(event.record.commandid),
            event.record.commandevent,
            event.record.commandevents,
        )
        for event in batch.events
    ]


def indexed(postgres: str, code: JurisdictionCode) -> list[tuple[int, bytes]]:
    """Position and bytes of every event that the index has."""
    query = "SELECT position, value FROM eventlog.events WHERE jurisdiction = %s ORDER BY position"
    try:
        with psycopg.connect(postgres) as connection:
            return connection.execute(query, [code]).fetchall()
    except psycopg.errors.UndefinedTable:
        return []  # PostgreSQL was emptied, and no writer came to make the index yet


def folded(postgres: str, code: JurisdictionCode) -> int:
    """Up to which position the read models have a jurisdiction; 0 while they have no tables."""
    with psycopg.connect(postgres) as connection:
        if connection.execute("SELECT to_regclass('projections.heads')").fetchone() == (None,):
            return 0
        query = "SELECT max(position) FROM projections.heads WHERE jurisdiction = %s"
        found = connection.execute(query, [code]).fetchone()
    return (found and found[0]) or 0


class Onlooker:
    """A client that does nothing but look for the end of the log, again and again, until left."""

    def __init__(
        self, kafka: str, settings: Settings, code: JurisdictionCode, history: History
    ) -> None:
        self._code, self._history = code, history
        self._reader = reader_of(kafka, settings, "onlooker")
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._run, name="onlooker")
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.set()
        self._thread.join()
        self._reader.close()
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        try:
            while not self._leaving.wait(LOOK_S):
                self._look()
        except BaseException as error:  # noqa: BLE001 - raised when left
            self._failure = error

    def _look(self) -> None:
        seen, begun = self._history.passed["onlooker"], time.monotonic()
        try:
            for reading in self._reader.read_to_end(timeout_s=WAIT_S):
                for batch in reading.batches:
                    if batch.jurisdiction == self._code:
                        seen += passed(batch)
        except (KafkaError, TimeoutError):
            return  # Kafka was out of reach: it did not see the end
        self._history.look(Look("onlooker", begun, seen[-1].position if seen else 0))
