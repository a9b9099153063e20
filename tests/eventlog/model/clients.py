"""Kafka's clients over the broker in memory, as the package uses them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NoReturn

from kafka import OffsetAndMetadata, TopicPartition
from kafka.errors import KafkaError

from eventlog.errors import CommitUncertain
from eventlog.records import CommandRecord, Headers
from tests.eventlog.model.broker import EVENTS, OUTCOMES, Broker, Entry
from tests.eventlog.proxy import Fate


@dataclass(slots=True)
class Sent:
    """The future of a record that was sent: its offset, or why there is none."""

    offset: int = -1
    error: KafkaError | None = None

    def get(self, timeout: float) -> "Sent":
        del timeout
        if self.error is not None:
            raise self.error
        return self

    def add_errback(self, _: Callable[[Exception], None]) -> None:
        """The plain producer never fails here."""


@dataclass(eq=False)
class Producer:
    """A transactional producer whose EndTxn is never sent again (``eventlog.transactions``)."""

    broker: Broker
    name: str
    epoch: int = 0
    _added: set[TopicPartition] = field(default_factory=set)
    _failure: KafkaError | None = None

    def init_transactions(self) -> None:
        self.broker.request()
        self.epoch = self.broker.init(self.name)

    def begin_transaction(self) -> None:
        self._added.clear()

    def send(
        self, topic: str, value: bytes, key: bytes, headers: Headers | None, partition: int
    ) -> Sent:
        where = TopicPartition(topic, partition)
        try:
            return Sent(self._produce(where, Entry(0, key, value, headers or ())))
        except KafkaError as error:
            self._failure = self._failure or error
            return Sent(error=self._failure)

    def _produce(self, where: TopicPartition, entry: Entry) -> int:
        if self._failure is not None:
            raise self._failure
        self.broker.request()
        if where not in self._added:
            self.broker.add(self.name, self.epoch, where)
            self._added.add(where)
        return self.broker.produce(self.name, self.epoch, where, entry)

    def flush(self) -> None:
        """Everything was sent at once."""

    def send_offsets_to_transaction(
        self, offsets: Mapping[TopicPartition, OffsetAndMetadata], generation: Any
    ) -> None:
        ((_, committed),) = offsets.items()
        self.broker.request()
        self.broker.commit_offset(
            self.name, self.epoch, generation=generation, offset=committed.offset
        )

    def commit_transaction(self) -> None:
        if self._failure is not None:
            raise self._failure
        self.broker.request()
        end = partial(self.broker.end, self.name, self.epoch)
        match self.broker.fates.pop(0) if self.broker.fates else Fate.PASS:
            case Fate.PASS:
                end()
            case Fate.DOUBLE:
                end()
                self.broker.late.append(end)
            case Fate.LOSE_ANSWER:
                end()
                self._lose_connection()
            case Fate.LOSE:
                self._lose_connection()
            case Fate.HOLD:
                self.broker.late.append(end)
                self._lose_connection()

    def _lose_connection(self) -> NoReturn:
        raise CommitUncertain(reason="the test")

    def close(self, timeout: float) -> None:
        """What was open stays open, as when a process dies."""


class PlainProducer:
    """The producer of the client: commands come to the broker one after the other."""

    def __init__(self, *, bootstrap_servers: Any, **_: object) -> None:
        self._broker: Broker = bootstrap_servers

    def partitions_for(self, _: str) -> set[int]:
        return {0}

    def send(self, _: str, value: bytes, key: bytes, headers: Headers, partition: int) -> Sent:
        del partition
        command = CommandRecord.from_kafka(key=key, value=value, headers=headers)
        self._broker.commands.append(command)
        return Sent(len(self._broker.commands) - 1)

    def close(self, timeout: float) -> None:
        pass


class Consumer:
    """A consumer of events and outcomes; ``committed`` says how far it reads."""

    def __init__(self, broker: Broker, *, committed: bool = True) -> None:
        self._broker = broker
        self._committed = committed
        self._positions: dict[TopicPartition, int] = {}

    def partitions_for_topic(self, _: str) -> set[int]:
        return {0}

    def assign(self, partitions: Iterable[TopicPartition]) -> None:
        self._positions = dict.fromkeys(partitions, 0)

    def assignment(self) -> set[TopicPartition]:
        return set(self._positions)

    def seek(self, partition: TopicPartition, offset: int) -> None:
        self._positions[partition] = offset

    def position(self, partition: TopicPartition) -> int:
        return self._positions[partition]

    def end_offsets(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        end = self._broker.stable if self._committed else self._broker.end_of
        return {each: end(each) for each in partitions}

    def beginning_offsets(self, partitions: Iterable[TopicPartition]) -> dict[TopicPartition, int]:
        return dict.fromkeys(partitions, 0)

    def highwater(self, partition: TopicPartition) -> int:
        return self._broker.end_of(partition)

    def poll(self, _: int = 0, max_records: int = 500) -> dict[TopicPartition, list[Entry]]:
        left = min(max_records, self._broker.chunk)
        polled: dict[TopicPartition, list[Entry]] = {}
        for partition in self._in_order():
            entries = self._broker.committed(partition, self._positions[partition])
            if entries[:left]:
                polled[partition] = entries[:left]
            cut = len(entries) > left
            self._positions[partition] = (
                entries[left].offset if cut else self._broker.stable(partition)
            )
            left -= len(entries[:left])
        return polled

    def _in_order(self) -> list[TopicPartition]:
        both = [OUTCOMES, EVENTS] if self._broker.outcomes_first else [EVENTS, OUTCOMES]
        return [each for each in both if each in self._positions]

    def close(self) -> None:
        pass
