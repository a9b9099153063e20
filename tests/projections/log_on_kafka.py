"""A log on real Kafka, written record by record, and a projector that reads it."""

import contextlib
import datetime
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from kafka import KafkaProducer

from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.model import Event
from eventlog import forms
from eventlog.codec import event_to_data
from eventlog.index import Index
from eventlog.records import EventRecord, OutcomeRecord, first_link, link
from eventlog.settings import Settings
from eventlog.topics import Topics
from projections import schema
from projections.connection import connect
from projections.runner import Projector
from projections.schema import LIVE
from tests.projections.making import ACTOR, BEGAN, LINYI, PARTY, Connection

LIMIT_S = 30.0


@dataclass
class KafkaLog:
    """The log of one jurisdiction on Kafka."""

    settings: Settings
    code: JurisdictionCode = LINYI
    records: list[EventRecord] = field(default_factory=list)
    versions: dict[StreamId, int] = field(default_factory=dict)

    def command(
        self,
        *events: tuple[StreamId, Event],
        actor: PersonId = ACTOR,
        party: PartyId = PARTY,
        command_id: uuid.UUID | None = None,
    ) -> list[EventRecord]:
        """One command's records, sent and flushed."""
        command_id = command_id or uuid.uuid5(uuid.NAMESPACE_OID, f"{self.code}{len(self.records)}")
        made = []
        for index, (stream, event) in enumerate(events, 1):
            version = self.versions[stream] = self.versions.get(stream, 0) + 1
            position = len(self.records) + 1
            record = EventRecord(
                source=f"test/{self.code}",
                type=CATALOGUE.type_of[type(event)],
                subject=stream,
                time=BEGAN + datetime.timedelta(minutes=position),
                position=position,
                streamversion=version,
                commandid=command_id,
                commanddigest=forms.sha256(b"command"),
                commandevent=index,
                commandevents=len(events),
                actor=actor,
                party=party,
                schemeversion=1,
                prev=link(self.records[-1].value)
                if self.records
                else first_link(f"test/{self.code}"),
                data=event_to_data(event),
            )
            self.records.append(record)
            made.append(record)
        self.send(made)
        return made

    def send(self, records: Iterable[EventRecord]) -> None:
        """Append records as they are."""
        topics = Topics(self.settings.prefix)
        with _producer(self.settings) as producer:
            for each in records:
                producer.send(
                    topics.events,
                    key=each.key,
                    value=each.value,
                    headers=each.headers,
                    partition=0,
                )

    def answer(self, *outcomes: OutcomeRecord) -> None:
        """Append outcomes."""
        topics = Topics(self.settings.prefix)
        with _producer(self.settings) as producer:
            for each in outcomes:
                producer.send(topics.outcomes, key=each.key, value=each.value, partition=0)

    def index(self, connection: Connection) -> None:
        """Put everything into the writer's index, whose history a stream is folded anew from."""
        with Index(self.settings.postgres) as index:
            index.create()
        for offset, record in enumerate(self.records):
            connection.execute(
                "insert into eventlog.events values"
                " (%s, %s, %s, %s, %s, %s, %s, %s, false, 0, %s, %s, null) on conflict do nothing",
                (
                    self.code,
                    record.position,
                    record.subject,
                    record.streamversion,
                    record.type,
                    record.commandid,
                    record.actor,
                    record.time,
                    offset,
                    record.value,
                ),
            )


@contextlib.contextmanager
def _producer(settings: Settings) -> Iterator[KafkaProducer]:
    producer = KafkaProducer(bootstrap_servers=settings.kafka, acks="all")
    try:
        yield producer
        producer.flush()
    finally:
        producer.close()


@contextlib.contextmanager
def projecting(projector: Projector) -> Iterator[None]:
    """The projector in a thread of its own; what it raises is raised here at the end."""
    stop = threading.Event()
    ended: Future[None] = Future()

    def body() -> None:
        try:
            projector.run(stop)
        except BaseException as error:  # noqa: BLE001 - raised again by the test
            ended.set_exception(error)
        else:
            ended.set_result(None)

    thread = threading.Thread(target=body)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
    ended.result(timeout=0)


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition."""
    limit = time.monotonic() + LIMIT_S
    waiting = threading.Event()
    while not condition():
        assert time.monotonic() < limit, f"waited in vain until {what}"
        waiting.wait(0.02)


def reached(connection: Connection, log: KafkaLog) -> None:
    """Wait until the live rows are at the end of a log."""

    def there() -> bool:
        row = connection.execute(
            "select position from projections.heads where reader = %s and jurisdiction = %s",
            (LIVE, log.code),
        ).fetchone()
        return row is not None and row[0] == len(log.records)

    until(there, f"{log.code} was folded")


@contextlib.contextmanager
def prepared(settings: Settings) -> Iterator[Connection]:
    """A connection to a database in which the projections have their tables."""
    with connect(settings.postgres) as connection:
        schema.prepare(connection)
        yield connection
