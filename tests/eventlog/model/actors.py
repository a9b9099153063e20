"""A writer and a client on the broker in memory. Their code is the package's own."""

import datetime
import uuid
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self, cast

import pytest
from kafka import TopicPartition
from kafka.errors import KafkaError, ProducerFencedError

from domain.errors import NotFound
from domain.ids import JurisdictionCode, PartyId, StreamId
from eventlog import client, partition_log, reading
from eventlog.client import CommandClient
from eventlog.directory import Directory, Place
from eventlog.errors import CommitUncertain, LogOvertaken
from eventlog.index_keys import Known
from eventlog.partition_log import Batch, Consumed, PartitionLog
from eventlog.read_back import ReadBack
from eventlog.reading import Origin, Reading, Tracking
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord, first_link, link
from eventlog.settings import Settings
from eventlog.writer_answers import accepted, rejected
from tests.eventlog.model.broker import TOPICS, Broker
from tests.eventlog.model.clients import Consumer, PlainProducer, Producer
from tests.eventlog.written import ACTOR, KIND, WHEN

TOWN: Final = JurisdictionCode("linyi")
SOURCE: Final = f"model/{TOWN}"
DIARY: Final = StreamId(f"diary/{uuid.UUID(int=1)}")
WRITER: Final = "model-writer-0"
OFFICE: Final = PartyId("commission")
NEVER: Final = datetime.datetime(2400, 1, 1, tzinfo=datetime.UTC)


class Died(Exception):
    """The process ends here, with whatever it had begun."""


@dataclass
class Shelf:
    """What the index in PostgreSQL keeps: how far the log was read, and what was found there."""

    tracking: Tracking | None = None
    known: dict[uuid.UUID, Known] = field(default_factory=dict)


class _Index:
    """The index, as far as the client asks it."""

    def __init__(self, shelf: Any) -> None:
        self._shelf: Shelf = shelf

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def trackings(self) -> list[Tracking]:
        return [] if self._shelf.tracking is None else [self._shelf.tracking]


class _ReadBack(ReadBack):
    """Reads when the test says so, not in a thread."""

    def _run(self) -> None:
        pass


def connect(patch: pytest.MonkeyPatch) -> None:
    """Let the package's code meet the broker in memory wherever it would connect to one."""

    patch.setattr(reading, "committed_consumer", lambda broker, _: Consumer(broker))
    patch.setattr(reading, "origin_of", lambda *_: Origin("cluster", "topic"))
    patch.setattr(partition_log, "_end_probe", lambda broker, _: Consumer(broker, committed=False))
    patch.setattr(partition_log, "transactional_producer", Producer)
    patch.setattr(partition_log, "ReadBack", _ReadBack)
    patch.setattr(client, "KafkaProducer", PlainProducer)
    patch.setattr(client, "Index", _Index)


def command(number: int, *, size: int, odd: bool) -> CommandRecord:
    """A command that makes ``size`` events; ``odd``: refused after an even position."""
    return CommandRecord(
        jurisdiction=TOWN,
        id=uuid.UUID(int=number, version=4),
        type="guantong.diary.write",
        target=DIARY,
        data={"size": size, "odd": odd},
        actor=ACTOR,
        party=OFFICE,
        expires=NEVER,
    )


def events_of(record: CommandRecord, tip: tuple[int, str]) -> list[EventRecord]:
    """The events of a command, after a tip."""
    position, prev = tip
    prev = prev or first_link(SOURCE)
    events = []
    size = record.data["size"]
    for index in range(1, size + 1):
        event = EventRecord(
            source=SOURCE,
            type=KIND,
            subject=DIARY,
            time=WHEN,
            position=position + index,
            streamversion=position + index,
            commandid=record.id,
            commanddigest=record.digest,
            commandevent=index,
            commandevents=size,
            actor=ACTOR,
            party=OFFICE,
            schemeversion=0,
            prev=prev,
            data={},
        )
        prev = link(event.value)
        events.append(event)
    return events


@dataclass
class _Decided:
    batches: list[Batch] = field(default_factory=list)
    outcomes: list[OutcomeRecord] = field(default_factory=list)
    tail: dict[uuid.UUID, Known] = field(default_factory=dict)


class Writer:
    """What ``OwnedPartition`` does with a ``PartitionLog``: known ids are answered again, others decided."""

    def __init__(self, broker: Broker, shelf: Shelf, log_class: type[PartitionLog]) -> None:
        self.alive = True
        self._broker = broker
        self._known = dict(shelf.known)
        self._tail: dict[uuid.UUID, Known] = {}
        self._next: int | None = None
        self._generation = broker.join()
        self._log = log_class(
            cast("Any", broker),
            TOPICS,
            0,
            transactional_id=WRITER,
            knows=KIND.__eq__,
            listener=self._listen,
        )
        self._tracking = shelf.tracking
        try:
            self._tracking = self._log.open(shelf.tracking, rejected=True)
        except (Died, KafkaError):
            self.close()

    def close(self) -> None:
        """The process ends."""
        self.alive = False
        self._log.close()

    def read_back(self) -> None:
        """One step of the reading thread, and of the indexing one."""
        self._log._back._step()

    def shelve(self, shelf: Shelf) -> None:
        """The index is committed."""
        shelf.tracking, shelf.known = self._tracking, dict(self._known)

    def work(self, most: int) -> None:
        """One step of the deciding thread, with the writer's answers to what goes wrong."""
        try:
            try:
                self._step(most)
            except (LogOvertaken, CommitUncertain, TimeoutError) as error:
                self._start_over(error)
            except ProducerFencedError:
                self.close()
            except KafkaError as error:
                self._start_over(error)
        except (Died, KafkaError):
            self.close()

    def _start_over(self, _: Exception) -> None:
        self._next = None
        self._log.start_over()

    def _step(self, most: int) -> None:
        self._log.check()
        if self._next is None and self._log.caught_up():
            lost = self._log.lost_since
            committed = self._broker.consumed or 0
            self._next = committed if lost is None else min(committed, lost)
            self._tail.clear()
        if self._next is not None and (taken := self._broker.commands[self._next :][:most]):
            decided = self._decide(taken, self._next)
            after = self._next + len(taken)
            consumed = Consumed(
                TopicPartition(TOPICS.commands, 0), after, cast("Any", self._generation)
            )
            self._log.write(decided.batches, decided.outcomes, consumed, since=self._next)
            self._tail |= decided.tail
            self._next = after

    def _decide(self, taken: Sequence[CommandRecord], offset: int) -> _Decided:
        decided = _Decided()
        tip = self._log.tip(TOWN)
        for at, record in enumerate(taken, offset):
            known = next(
                (m[record.id] for m in (decided.tail, self._tail, self._known) if record.id in m),
                None,
            )
            if known is None and record.data["odd"] and tip[0] % 2 == 0:
                refused = NotFound(stream=DIARY)
                known = Known(
                    record.digest, outcome=rejected(record, record.digest, at, refused).value
                )
            elif known is None:
                events = events_of(record, tip)
                tip = events[-1].position, link(events[-1].value)
                known = Known(record.digest, events[0].position, *tip, stream=DIARY, version=tip[0])
                decided.batches.append(Batch(events))
            decided.tail[record.id] = known
            decided.outcomes.append(_outcome(record, at, known))
        return decided

    def _listen(self, reading: Reading, tracking: Tracking) -> None:
        for outcome in reading.outcomes:
            record = outcome.record
            self._known.setdefault(record.id, Known(record.digest, outcome=record.value))
        for batch in reading.batches:
            head = batch.head
            self._known[batch.first.commandid] = Known(
                batch.first.commanddigest,
                batch.first.position,
                head.position,
                head.hash,
                stream=DIARY,
                version=head.position,
            )
        self._tracking = tracking


def _outcome(record: CommandRecord, offset: int, known: Known) -> OutcomeRecord:
    if known.outcome is None:
        return accepted(record, offset, known)
    return OutcomeRecord.from_kafka(key=record.key, value=known.outcome)


class _Directory:
    """Where the one jurisdiction lives."""

    def find(self, code: JurisdictionCode) -> Place:
        return Place(code, 0, SOURCE)


class Client(CommandClient):
    """The package's client, which reads when the test says so, and what it was told."""

    def __init__(self, broker: Broker, shelf: Shelf) -> None:
        settings = Settings(
            kafka=cast("Any", broker),
            postgres=cast("Any", shelf),
            vault=Path(),
            installation="model",
            prefix=TOPICS.prefix,
        )
        super().__init__(settings, directory=cast("Directory", _Directory()), knows=KIND.__eq__)
        self._begin()

    def _run(self) -> None:
        pass

    def hear(self) -> None:
        """One step of the reading thread."""
        self._step()


Answer = Future[OutcomeRecord]
