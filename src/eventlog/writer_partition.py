"""One partition in the hands of one writer: opened, caught up, written, started over, stepped down from."""

import datetime
import logging
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext, suppress
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

import orjson
import psycopg
from kafka.structs import ConsumerGroupMetadata, TopicPartition

from domain.ids import JurisdictionCode, PersonId
from domain.registry import Catalogue
from eventlog import forms, metrics
from eventlog.directory import Directory
from eventlog.errors import (
    CommandFailed,
    CommandMalformed,
    IndexMoved,
    LogError,
    NotCanonical,
    RecordRefused,
)
from eventlog.index import Index
from eventlog.partition_log import Consumed, PartitionLog
from eventlog.reading import Reading, Tracking
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.writer_answers import problem_of, refused
from eventlog.writer_indexing import Indexer
from eventlog.writer_limit import decision_limit
from eventlog.writer_memory import Memory
from eventlog.writer_poll import Poll, Waiting
from eventlog.writer_tail import Tail

log = logging.getLogger(__name__)

COMMANDS_MAX: Final = 500
"""Most commands of one poll."""
EVENTS_MAX: Final = 5_000
"""Events after which a transaction takes no further command; one command adds at most 500."""
TAIL_MAX: Final = 20_000
"""Events decided and not indexed beyond which the writer pauses."""
DEADLY: Final = "writer-ended"
"""Incident of a command at which a writer ended while it was the only one being decided."""
TAKEOVERS_MAX: Final = 2
"""Takeovers at one offset after which its commands are run singly."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all partitions of a writer share."""

    settings: Settings
    catalogue: Catalogue
    directory: Directory
    wall: Callable[[], datetime.datetime]
    log_class: type[PartitionLog] = PartitionLog

    @property
    def topics(self) -> Topics:
        """The topics of the installation."""
        return Topics(self.settings.prefix)


class Progressed(NamedTuple):
    """How far a poll was taken: the next offset, and whether commands of the poll are left."""

    offset: int
    left: bool


class OwnedPartition:
    """All that a writer holds for one partition. Used by the writer's thread only."""

    def __init__(self, shared: Shared, partition: int) -> None:
        self.partition = partition
        self._shared = shared
        self._tail = Tail()
        catalogue, settings = shared.catalogue, shared.settings
        organisational = frozenset(
            name for name, each in catalogue.events.items() if each.event.organisational
        )
        self._indexer = Indexer(settings.postgres, self._tail, organisational=organisational)
        self._index = Index(settings.postgres)
        with ExitStack() as stack:
            stack.callback(self._index.close)
            self._index.create()
            self._log = shared.log_class(
                settings.kafka,
                shared.topics,
                partition,
                transactional_id=f"{settings.prefix}-writer-{partition}",
                knows=catalogue.events.__contains__,
                listener=self._listen,
            )
            stack.pop_all()
        self._memory = Memory(
            self._index,
            partition=partition,
            tail=self._tail,
            directory=shared.directory,
            catalogue=catalogue,
            log=self._log,
        )
        self._deciding = False
        self._at_risk = False
        self._singly_until = -1
        self._skip_at: int | None = None

    # --- life -------------------------------------------------------------------------------------

    def open(self) -> None:
        """Fence the writer before this one, and begin to catch up with the end of the log.

        ``IndexMoved`` if that one has moved the index on meanwhile: open anew.
        """
        seen = self._index.tracking(self.partition)
        tracking = self._log.open(seen, rejected=True)
        metrics.begin(self.partition)
        self._index.begin(tracking, seen=seen, end=self._log.end.events)
        self._indexer.start(tracking)

    def is_ready(self) -> bool:
        """Whether the log is read and indexed to its end. Raises what only opening anew can mend."""
        self._check_indexer()
        return self._log.caught_up() and self._indexer.reached(self._log.end)

    def begin(self, committed: int, *, end: int) -> int:
        """Begin deciding, at the offset this gives; call when ready.

        It is the ``committed`` one of the commands topic, which has its ``end`` now, or an earlier one whose
        commands were committed but turned out void.
        """
        lost = self._log.lost_since
        offset = committed if lost is None else min(committed, lost)
        self._tail.clear()  # what counts is indexed by now; the rest was lost, and is decided again
        takeover = self._index.take_over(self.partition, offset)
        self._at_risk = True
        self._singly_until = -1
        self._skip_at = offset if takeover.trying else None
        if takeover.times > TAKEOVERS_MAX:
            log.warning(
                "Partition %d: commands from offset %d are run singly", self.partition, offset
            )
            self._singly_until = min(offset + COMMANDS_MAX, end)
        self._deciding = True
        return offset

    def start_over(self) -> None:
        """Drop all that is not known to be counted; ready again when the log is read to its end."""
        metrics.STARTED_OVER.labels(self.partition).inc()
        self._deciding = False
        self._log.start_over()
        self._memory.clear()

    def reconnect(self) -> None:
        """Connect to PostgreSQL again. Raises ``psycopg.OperationalError`` while it is away."""
        with suppress(psycopg.Error):
            self._index.close()
        self._index = self._memory.index = Index(self._shared.settings.postgres)

    def close(self, *, orderly: bool) -> None:
        """Step down. ``orderly`` says that no command was in the way."""
        self._indexer.close()
        self._log.close()
        with suppress(psycopg.Error):
            if orderly and self._at_risk:
                self._index.retreat(self.partition)
            self._index.close()

    @property
    def deciding(self) -> bool:
        """Whether ``begin`` was called since the partition was opened or started over."""
        return self._deciding

    def has_room(self) -> bool:
        """Whether indexing keeps up; else the writer pauses. Raises what only opening anew can mend.

        What was read back as void is noticed here, even if no command comes after it: ``LogOvertaken``.
        """
        self._check_indexer()
        self._log.check()
        metrics.TAIL.labels(self.partition).set(len(self._tail))
        return len(self._tail) < TAIL_MAX

    # --- work -------------------------------------------------------------------------------------

    def process(self, records: Sequence[Any], group: ConsumerGroupMetadata) -> Progressed:
        """Decide the commands of a poll and write them in one transaction."""
        if records[0].offset < self._singly_until:
            records = records[:1]
            self._index.trying(self.partition, records[0].offset)
        metrics.POLLED.observe(len(records))
        indexed = self._indexer.indexed
        with metrics.DECIDING.time():
            poll, progressed = self._decide(records)
            self._check_index(indexed)
        decided = poll.decided
        consumed = Consumed(self._commands, progressed.offset, group)
        with metrics.COMMITTING.time():
            self._log.write(decided.batches, decided.outcomes, consumed, since=records[0].offset)
        metrics.EVENTS.observe(decided.events)
        for outcome in decided.outcomes:
            metrics.COMMANDS.labels(outcome.status).inc()
        self._memory.keep(decided.streams, decided.standings)
        self._tail.add(decided.added, decided.rejected)
        self._note_progress(progressed.offset)
        return progressed

    def _decide(self, records: Sequence[Any]) -> tuple[Poll, Progressed]:
        singly = records[0].offset < self._singly_until
        poll = Poll(
            self._memory,
            partition=self.partition,
            catalogue=self._shared.catalogue,
            tip=self._log.tip,
            wall=self._shared.wall,
            limit=decision_limit if singly else nullcontext,
        )
        commands = [self._command(raw) for raw in records]
        poll.load([command for command in commands if isinstance(command, Waiting)])
        for raw, command in zip(records, commands, strict=True):
            if isinstance(command, OutcomeRecord):
                poll.decided.outcomes.append(command)
            elif command is not None:
                deadly = CommandFailed(incident=DEADLY) if raw.offset == self._skip_at else None
                poll.take(command, undecided=deadly)
            if poll.decided.events >= EVENTS_MAX:
                return poll, Progressed(raw.offset + 1, left=raw is not records[-1])
        return poll, Progressed(records[-1].offset + 1, left=singly)

    def _command(self, raw: Any) -> Waiting | OutcomeRecord | None:
        """The command in a Kafka record; of a malformed one its outcome, if it is clear whose it is."""
        try:
            record = CommandRecord.from_kafka(key=raw.key, value=raw.value, headers=raw.headers)
        except (RecordRefused, NotCanonical) as error:
            log.warning(
                "No command at offset %d of partition %d: %s", raw.offset, self.partition, error
            )
            return _answer_malformed(raw, error)
        return Waiting(raw.offset, record)

    def _note_progress(self, offset: int) -> None:
        """Past the offset at which it took over, a writer is in no danger any more."""
        if self._at_risk and offset >= self._singly_until:
            self._index.farewell(self.partition)
            self._at_risk = False
            self._singly_until = -1

    def _listen(self, reading: Reading, tracking: Tracking) -> None:
        if not reading:
            metrics.HELD.labels(self.partition).set(self._log.held())
        for partition, voids in reading.voids.items():
            metrics.VOIDS.labels(partition).inc(len(voids))
            for void in voids:
                log.warning(
                    "Void at offset %d of partition %d: %s", void.offset, partition, void.reason
                )
        self._indexer.put(reading, tracking)

    def _check_index(self, indexed: Tracking | None) -> None:
        """Raise ``IndexMoved`` if what was just looked up in the index may not have been in it.

        It may be dropped at any time, and another make it anew, empty: then nothing shows but this.
        """
        if indexed is None or not self._index.covers(indexed):
            raise IndexMoved(partition=self.partition)

    def _check_indexer(self) -> None:
        if self._indexer.failure is not None:
            raise self._indexer.failure

    @property
    def _commands(self) -> TopicPartition:
        return TopicPartition(self._shared.topics.commands, self.partition)


def _answer_malformed(raw: Any, error: LogError) -> OutcomeRecord | None:
    with suppress(ValueError, KeyError, TypeError, RecordRefused, NotCanonical):
        attributes = orjson.loads(raw.value or b"")
        return refused(
            id=UUID(attributes["id"]),
            jurisdiction=JurisdictionCode((raw.key or b"").decode("ascii")),
            actor=PersonId(attributes["actor"]),
            digest=forms.sha256(raw.value),
            offset=raw.offset,
            problem=problem_of(CommandMalformed(reason=error.sentence_en)),
        )
    return None
