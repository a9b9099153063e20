"""One Kafka broker in memory, as far as exactly once rests on it: epochs, fencing, transactions, isolation.

After Kafka 4 with EndTxn v3: ``InitProducerId`` resolves what is open before it answers; records for a
partition that the producer's transaction does not have are refused (KIP-890, part 1); the epoch does not
change with each transaction, so an EndTxn that comes late ends whatever is open then.
"""

from collections import Counter as Multiset
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from kafka import TopicPartition
from kafka.errors import CommitFailedError, InvalidTxnStateError, ProducerFencedError

from eventlog.records import CommandRecord, Headers
from eventlog.topics import Topics
from tests.eventlog.proxy import Fate

TOPICS: Final = Topics("model")
EVENTS: Final = TopicPartition(TOPICS.events, 0)
OUTCOMES: Final = TopicPartition(TOPICS.outcomes, 0)


class State(Enum):
    """What became of a transaction."""

    OPEN = auto()
    COMMITTED = auto()
    ABORTED = auto()


@dataclass(eq=False, slots=True)
class Transaction:
    """The partitions it has, and the consumed offset that is committed with it."""

    state: State = State.OPEN
    partitions: set[TopicPartition] = field(default_factory=set)
    consumed: int | None = None


@dataclass(slots=True)
class Entry:
    """A record as a consumer hands it over; ``transaction`` None: not transactional."""

    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    transaction: Transaction | None = None
    control: bool = False
    timestamp: int = 0

    @property
    def visible(self) -> bool:
        """Whether a committed reader that has come so far is given it."""
        committed = self.transaction is None or self.transaction.state is State.COMMITTED
        return committed and not self.control


class Broker:
    """Holds events, outcomes, commands and the group's offset; tests disturb it between two requests."""

    def __init__(self) -> None:
        self.commands: list[CommandRecord] = []
        self.consumed: int | None = None
        """The committed offset of the writers' group."""
        self.script: list[Callable[[], None]] = []
        """What happens before the next requests, one each."""
        self.fates: list[Fate] = []
        """What happens to the next EndTxn requests; then they pass."""
        self.late: list[Callable[[], None]] = []
        """EndTxn requests that are still under way."""
        self.chunk = 10
        """Most records that a consumer gets by one poll."""
        self.outcomes_first = False
        """Whether a consumer gets those before the events."""
        self._logs: dict[TopicPartition, list[Entry]] = {EVENTS: [], OUTCOMES: []}
        self._epochs: Multiset[str] = Multiset()
        self._open: dict[str, Transaction] = {}
        self._generation = 0

    def request(self) -> None:
        """A request is about to arrive."""
        if self.script:
            self.script.pop(0)()

    # --- the writers' group -----------------------------------------------------------------------

    def join(self) -> int:
        """A member joins; gives the generation, beside which no older one may commit offsets."""
        self._generation += 1
        return self._generation

    # --- producers --------------------------------------------------------------------------------

    def init(self, producer: str) -> int:
        """Abort what the producer left open; gives its new epoch. A transaction time-out does the same."""
        self._epochs[producer] += 1
        left = self._open.pop(producer, None)
        if left is not None:
            self._finish(left, State.ABORTED)
        return self._epochs[producer]

    def add(self, producer: str, epoch: int, partition: TopicPartition) -> None:
        """Add a partition to the open transaction, or begin one."""
        self._check(producer, epoch)
        self._open.setdefault(producer, Transaction()).partitions.add(partition)

    def produce(self, producer: str, epoch: int, partition: TopicPartition, entry: Entry) -> int:
        """Append a record to the open transaction; gives its offset."""
        self._check(producer, epoch)
        transaction = self._open.get(producer)
        if transaction is None or partition not in transaction.partitions:
            raise InvalidTxnStateError
        entry.transaction = transaction
        return self._append(partition, entry)

    def commit_offset(self, producer: str, epoch: int, *, generation: int, offset: int) -> None:
        """Let an offset of the group be committed with the transaction."""
        self._check(producer, epoch)
        if generation != self._generation:
            raise CommitFailedError
        self._open.setdefault(producer, Transaction()).consumed = offset

    def end(self, producer: str, epoch: int) -> None:
        """Commit the open transaction; where none is, this is taken for a repeated request."""
        self._check(producer, epoch)
        ended = self._open.pop(producer, None)
        if ended is not None:
            self._finish(ended, State.COMMITTED)

    def append(self, value: bytes, key: bytes = b"linyi", headers: Headers = ()) -> None:
        """A record of somebody who is no writer, outside any transaction."""
        self._append(EVENTS, Entry(0, key, value, headers))

    def _check(self, producer: str, epoch: int) -> None:
        if epoch != self._epochs[producer]:
            raise ProducerFencedError

    def _finish(self, transaction: Transaction, state: State) -> None:
        transaction.state = state
        for partition in transaction.partitions:
            self._append(partition, Entry(0, None, None, control=True))
        if state is State.COMMITTED and transaction.consumed is not None:
            self.consumed = transaction.consumed

    def _append(self, partition: TopicPartition, entry: Entry) -> int:
        entry.offset = len(self._logs[partition])
        self._logs[partition].append(entry)
        return entry.offset

    # --- consumers --------------------------------------------------------------------------------

    def end_of(self, partition: TopicPartition) -> int:
        """The high watermark."""
        return len(self._logs[partition])

    def stable(self, partition: TopicPartition) -> int:
        """The last stable offset: the first record of the oldest open transaction, or the end."""
        for entry in self._logs[partition]:
            if entry.transaction is not None and entry.transaction.state is State.OPEN:
                return entry.offset
        return self.end_of(partition)

    def committed(self, partition: TopicPartition, start: int = 0) -> list[Entry]:
        """What committed readers see from an offset on."""
        return [
            entry
            for entry in self._logs[partition][start : self.stable(partition)]
            if entry.visible
        ]
