"""Everything that may happen, in any order, and what must hold afterwards."""

import contextlib
import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from typing import Any, ClassVar, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from kafka.errors import KafkaError, KafkaTimeoutError

from eventlog.partition_log import PartitionLog
from eventlog.reading import EventReader
from eventlog.records import first_link
from tests.eventlog.model.actors import (
    SOURCE,
    WRITER,
    Answer,
    Client,
    Died,
    Shelf,
    Writer,
    command,
    events_of,
)
from tests.eventlog.model.broker import EVENTS, OUTCOMES, TOPICS, Broker, Entry
from tests.eventlog.proxy import Fate
from tests.eventlog.written import KIND

STRANGER: Final = "stranger"
WRITERS_MAX: Final = 3
SETTLING_MAX: Final = 60

PICK: Final = st.integers(0, 5)
COIN: Final = st.booleans()

Counted = tuple[uuid.UUID, int, int, str]
"""Command, first and last position, hash of the last event."""


class Disturbance(Enum):
    """What may happen just before a request of a writer arrives."""

    NOTHING = auto()
    LATE_COMMIT = auto()
    """An EndTxn that was held up arrives now."""
    TIME_OUT = auto()
    """The coordinator aborts the transaction and fences its producer."""
    LOSE = auto()
    """The request never arrives, and the client gives up on it."""
    DIE = auto()
    """The writer's process ends."""
    OTHER = auto()
    """Another writer works meanwhile."""
    JUNK = auto()
    """Somebody writes foreign bytes."""
    COPY = auto()
    """Somebody writes a record of ours once more."""
    FORGE = auto()
    """Somebody writes a batch that follows the head."""
    BRANCH = auto()
    """Somebody writes a batch that takes the next place, but follows another record."""


KAFKA: Final = tuple(Disturbance)[: tuple(Disturbance).index(Disturbance.COPY)]
"""What Kafka, the network, and who cannot write our records may do."""


def plain(entries: Sequence[Entry]) -> list[Counted]:
    """The void rule in other words: from each place the next whole batch that follows what stands there."""
    counted: list[Counted] = []
    position, prev = 0, first_link(SOURCE)
    batch: list[dict[str, Any]] = []
    for entry in entries:
        try:
            event = json.loads(entry.value or b"")
        except ValueError:
            continue
        event["hash"] = "sha256:" + hashlib.sha256(entry.value or b"").hexdigest()
        if not (batch and _is_next(batch[-1], event)):
            if (event["commandevent"], event["position"], event["prev"]) != (1, position + 1, prev):
                continue
            batch = []
        batch.append(event)
        if len(batch) == event["commandevents"]:
            position, prev = event["position"], event["hash"]
            first = batch[0]["position"]
            counted.append((uuid.UUID(event["commandid"]), first, position, prev))
            batch = []
    return counted


def _is_next(last: dict[str, Any], event: dict[str, Any]) -> bool:
    return (last["commandid"], last["commandevent"] + 1, last["hash"]) == (
        event["commandid"],
        event["commandevent"],
        event["prev"],
    )


class Reader:
    """A reader that keeps what it derived together with its tracking, and may be restarted at any time."""

    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self.counted: list[Counted] = []
        self._saved: list[Any] = []
        self._reader = self._open()

    def _open(self) -> EventReader:
        kafka: Any = self._broker
        reader = EventReader(kafka, TOPICS, name="reader", knows=KIND.__eq__)
        reader.start(self._saved)
        return reader

    def poll(self) -> None:
        for batch in self._reader.poll().batches:
            head = batch.head
            self.counted.append(
                (batch.first.commandid, batch.first.position, head.position, head.hash)
            )

    def restart(self) -> None:
        self._saved = [self._reader.tracking(0)]
        self._reader = self._open()


class Log(RuleBasedStateMachine):
    """Writers that come and go, clients, readers, late commits; nobody else writes our records."""

    log_class: ClassVar[type[PartitionLog]] = PartitionLog
    client_class: ClassVar[type[Client]] = Client
    disturbances: ClassVar[tuple[Disturbance, ...]] = KAFKA

    def __init__(self) -> None:
        super().__init__()
        self.broker = Broker()
        self.shelf = Shelf()
        self.writers: list[Writer] = []
        self.clients = [self.client_class(self.broker, self.shelf)]
        self.readers = [Reader(self.broker), Reader(self.broker)]
        self.answers: list[tuple[uuid.UUID, Answer]] = []
        self._strange: int | None = None
        self._seen: list[Counted] = []
        self._numbers = iter(range(1, 1_000_000))

    # --- what may happen --------------------------------------------------------------------------

    @rule(sizes=st.lists(st.integers(1, 3), min_size=1, max_size=6), odd=COIN, pick=PICK)
    def submit(self, sizes: list[int], odd: bool, pick: int) -> None:
        for size in sizes:
            record = command(next(self._numbers), size=size, odd=odd and size == 1)
            self.answers.append((record.id, self._client(pick).submit(record)))

    @precondition(lambda self: self.broker.commands)
    @rule(which=PICK, pick=PICK)
    def submit_again(self, which: int, pick: int) -> None:
        record = self.broker.commands[which % len(self.broker.commands)]
        self.answers.append((record.id, self._client(pick).submit(record)))

    @rule(shelved=COIN)
    def take_over(self, shelved: bool) -> None:
        self._living()
        if len(self.writers) >= WRITERS_MAX:
            self.writers.pop(0).close()
        self.writers.append(Writer(self.broker, self.shelf if shelved else Shelf(), self.log_class))

    @rule(pick=PICK, chunk=st.integers(1, 12), times=st.integers(1, 4))
    def read_back(self, pick: int, chunk: int, times: int) -> None:
        self.broker.chunk = chunk
        for _ in range(times):
            self._writer(pick).read_back()

    @rule(data=st.data(), pick=PICK, most=st.integers(1, 4))
    def decide(self, data: st.DataObject, pick: int, most: int) -> None:
        writer = self._writer(pick)
        self._script(data)
        writer.work(most)
        self.broker.script.clear()
        self.broker.fates.clear()

    @rule(pick=PICK, chunk=st.integers(4, 12), most=st.integers(1, 4))
    def decide_and_read_back(self, pick: int, chunk: int, most: int) -> None:
        """What nearly always happens, so that the log grows."""
        self.broker.chunk = chunk
        writer = self._writer(pick)
        for _ in range(3):
            if writer.alive:
                writer.read_back()
                writer.work(most)
        if writer.alive:
            writer.read_back()

    @rule(pick=PICK)
    def index(self, pick: int) -> None:
        self._writer(pick).shelve(self.shelf)

    @rule(pick=PICK, chunk=st.integers(1, 12), outcomes_first=COIN)
    def hear(self, pick: int, chunk: int, outcomes_first: bool) -> None:
        self.broker.chunk, self.broker.outcomes_first = chunk, outcomes_first
        self._client(pick).hear()

    @rule()
    def another_client(self) -> None:
        self.clients.append(self.client_class(self.broker, self.shelf))

    @rule(pick=PICK, chunk=st.integers(1, 12), restart=COIN)
    def read(self, pick: int, chunk: int, restart: bool) -> None:
        self.broker.chunk = chunk
        reader = self.readers[pick % len(self.readers)]
        reader.poll()
        if restart:
            reader.restart()

    @rule(which=PICK)
    def late_commit(self, which: int) -> None:
        self._late_commit(which)

    @rule()
    def stranger(self) -> None:
        """Somebody's transaction holds the last stable offset back, until it is ended."""
        if self._strange is None:
            self._strange = self.broker.init(STRANGER)
            self.broker.add(STRANGER, self._strange, EVENTS)
            self.broker.produce(STRANGER, self._strange, EVENTS, Entry(0, b"linyi", b"strange"))
        else:
            self.broker.end(STRANGER, self._strange)
            self._strange = None

    @rule()
    def what_counts_stays(self) -> None:
        counted = plain(self.broker.committed(EVENTS))
        assert counted[: len(self._seen)] == self._seen
        self._seen = counted

    # --- disturbances -----------------------------------------------------------------------------

    def _script(self, data: st.DataObject) -> None:
        drawn = data.draw(st.lists(st.sampled_from(self.disturbances), max_size=9))
        self.broker.script = [partial(self._disturb, each) for each in drawn]
        self.broker.fates = data.draw(st.lists(st.sampled_from(Fate), max_size=1))

    def _disturb(self, disturbance: Disturbance) -> None:
        match disturbance:
            case Disturbance.NOTHING:
                pass
            case Disturbance.LATE_COMMIT:
                self._late_commit(0)
            case Disturbance.TIME_OUT:
                self.broker.init(WRITER)
            case Disturbance.LOSE:
                raise KafkaTimeoutError
            case Disturbance.DIE:
                raise Died
            case Disturbance.OTHER:
                self._undisturbed(self._let_another_write)
            case Disturbance.JUNK:
                self.broker.append(b"junk")
            case Disturbance.COPY:
                for entry in self.broker.committed(EVENTS)[-2:]:
                    self.broker.append(entry.value or b"", entry.key or b"", entry.headers)
            case Disturbance.FORGE:
                *_, (_, _, position, link) = [(uuid.UUID(int=0), 0, 0, ""), *self._counted()]
                self._write_strange((position, link))
            case Disturbance.BRANCH:
                *_, (_, _, position, _) = [(uuid.UUID(int=0), 0, 0, ""), *self._counted()]
                self._write_strange((position, "sha256:" + "0" * 64))

    def _undisturbed(self, act: Callable[[], None]) -> None:
        script, fates = self.broker.script, self.broker.fates
        self.broker.script, self.broker.fates = [], []
        act()
        self.broker.script, self.broker.fates = script, fates

    def _let_another_write(self) -> None:
        """A writer that takes over, whatever the one at work still believes."""
        self.writers.append(Writer(self.broker, self.shelf, self.log_class))
        for _ in range(3):
            if self.writers[-1].alive:
                self.writers[-1].read_back()
                self.writers[-1].work(2)

    def _write_strange(self, tip: tuple[int, str]) -> None:
        for event in events_of(command(next(self._numbers), size=2, odd=False), tip):
            self.broker.append(event.value)

    def _late_commit(self, which: int) -> None:
        if self.broker.late:
            with contextlib.suppress(KafkaError):  # it was fenced
                self.broker.late.pop(which % len(self.broker.late))()

    # --- who is there -----------------------------------------------------------------------------

    def _living(self) -> list[Writer]:
        self.writers = [each for each in self.writers if each.alive]
        return self.writers

    def _writer(self, pick: int) -> Writer:
        if not self._living():
            self.writers.append(Writer(self.broker, self.shelf, self.log_class))
        return self.writers[pick % len(self.writers)]

    def _client(self, pick: int) -> Client:
        return self.clients[pick % len(self.clients)]

    def _counted(self) -> list[Counted]:
        return plain(self.broker.committed(EVENTS))

    # --- what must hold ---------------------------------------------------------------------------

    def teardown(self) -> None:
        """Let everything come to its end, then judge."""
        try:
            self._settle()
            self._judge()
        finally:
            for writer in self.writers:
                writer.close()
            for client in self.clients:
                client.close()

    def _settle(self) -> None:
        while self.broker.late:
            self._late_commit(0)
        if self._strange is not None:
            self.stranger()
        self.broker.chunk = 100
        for each in self._living():
            each.close()
        for _ in range(SETTLING_MAX):
            writer = self._writer(0)
            writer.read_back()
            writer.work(10)
            for client in self.clients:
                client.hear()
            for reader in self.readers:
                reader.poll()
            if self.broker.consumed == len(self.broker.commands) and self._is_read():
                return

    def _is_read(self) -> bool:
        counted = self._counted()
        return all(len(reader.counted) == len(counted) for reader in self.readers)

    def _judge(self) -> None:
        counted = self._counted()
        for reader in self.readers:
            assert reader.counted == counted, "a reader counts otherwise"
        assert len({number for number, *_ in counted}) == len(counted), "a command counts twice"
        ends = [0, *(last for _, _, last, _ in counted)]
        assert [first for _, first, _, _ in counted] == [end + 1 for end in ends[:-1]], "a gap"
        self._judge_answers({number: rest for number, *rest in counted})

    def _judge_answers(self, counted: dict[uuid.UUID, list[Any]]) -> None:
        told: dict[uuid.UUID, set[Any]] = {}
        for number, answer in self.answers:
            if not answer.done():
                continue
            outcome = answer.result()
            if outcome.problem is None:
                place = [outcome.first_position, outcome.last_position, outcome.last_hash]
                assert counted.get(number) == place, "acknowledged, but not counted there"
            else:
                assert number not in counted, "refused, but counted"
            told.setdefault(number, set()).add(outcome.last_hash)
        assert all(len(each) == 1 for each in told.values()), "answered in two ways"
        self._judge_commands(counted)

    def _judge_commands(self, counted: dict[uuid.UUID, list[Any]]) -> None:
        """A command behind the committed offset was counted, or refused: none is lost."""
        assert self.broker.consumed in (None, len(self.broker.commands)), (
            "it does not come to its end"
        )
        refused = self._refused()
        for record in self.broker.commands:
            assert (record.id in counted) != (record.id in refused), "a command is lost"

    def _refused(self) -> set[uuid.UUID]:
        outcomes = [json.loads(entry.value or b"") for entry in self.broker.committed(OUTCOMES)]
        return {uuid.UUID(o["id"]) for o in outcomes if o["status"] == "rejected"}


class Attacked(Log):
    """Others write our records too: copies, and forged ones that follow the head or do not."""

    disturbances = tuple(Disturbance)

    def _judge_commands(self, counted: dict[uuid.UUID, list[Any]]) -> None:
        """Who forges what follows the head may push a command out; nobody is told that it was done."""
