"""The void rule: which records of a partition count (DESIGN.md, «Readers complete what Kafka lacks»).

Kafka has no conditional append. So every reader applies one rule, and all agree on what happened: a
command's batch counts only if it is whole (``commandevent`` 1…n of n, one after another), takes the
places right after the jurisdiction's head (``position``) and follows it (``prev``). Anything else is
void: a torn transaction, a repetition, foreign bytes. The counted log is what is left when the void
records are struck out, so a void record between two of a batch does not break it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from domain.ids import JurisdictionCode
from eventlog.errors import NotCanonical, RecordRefused
from eventlog.records import EventRecord, Headers, first_link, link


@dataclass(frozen=True, slots=True)
class Head:
    """The last counted record of a jurisdiction: its position, the link to it, its offset on Kafka."""

    position: int
    hash: str
    offset: int


BEFORE_FIRST: Final = Head(0, "", -1)
"""The head of a jurisdiction in which nothing was counted yet."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a reader of one partition may go on: the next offset to read, and the heads up to there.

    The offset lies before the first record of any batch that is not complete yet. Records between it and
    a jurisdiction's head are read again, and passed over.
    """

    offset: int = 0
    heads: Mapping[JurisdictionCode, Head] = field(default_factory=lambda: MappingProxyType({}))


class VoidReason(StrEnum):
    """Why a record does not count."""

    FOREIGN = "foreign"
    """Not one of our records: other bytes, other key, a forged attribute."""
    MISPLACED = "misplaced"
    """Ours, but it does not follow the head: repeated, reordered, or written by a writer left behind."""
    TORN = "torn"
    """The beginning of a batch whose rest never came."""


@dataclass(frozen=True, slots=True)
class Void:
    """A record that does not count."""

    offset: int
    key: bytes | None
    reason: VoidReason


@dataclass(frozen=True, slots=True)
class Counted:
    """A record that counts, where it stands, the link to it, and when the broker appended it (ms)."""

    record: EventRecord
    offset: int
    hash: str
    appended: int


@dataclass(frozen=True, slots=True)
class CountedBatch:
    """All events of one command."""

    jurisdiction: JurisdictionCode
    partition: int
    events: tuple[Counted, ...]

    @property
    def first(self) -> EventRecord:
        """The first event."""
        return self.events[0].record

    @property
    def head(self) -> Head:
        """The head of the jurisdiction after this batch."""
        last = self.events[-1]
        return Head(last.record.position, last.hash, last.offset)


@dataclass(frozen=True, slots=True)
class Stopped:
    """A jurisdiction that this version cannot read on: from ``offset`` an event of unknown ``type``."""

    offset: int
    type: str


class Raw(Protocol):
    """A record as a Kafka client hands it over."""

    @property
    def offset(self) -> int:
        """Its place in the partition."""

    @property
    def timestamp(self) -> int:
        """In milliseconds, by the broker."""

    @property
    def key(self) -> bytes | None:
        """The jurisdiction's code, if it is ours."""

    @property
    def value(self) -> bytes | None:
        """The record itself."""

    @property
    def headers(self) -> Headers:
        """Name and content of each."""


Read = Callable[[Raw], EventRecord]
"""Reads a record strictly; raises ``RecordRefused`` or ``NotCanonical``."""


def read_strictly(raw: Raw) -> EventRecord:
    """The event record in a Kafka record."""
    return EventRecord.from_kafka(key=raw.key, value=raw.value, headers=raw.headers)


class Counter:
    """Applies the void rule to the records of one partition, fed in the order of their offsets.

    ``knows`` tells whether this version knows a type of event. ``read`` reads a record; whoever has just
    written the record may know it by its bytes.
    """

    def __init__(
        self,
        partition: int,
        checkpoint: Checkpoint = Checkpoint(),
        *,
        knows: Callable[[str], bool],
        read: Read = read_strictly,
    ) -> None:
        self.heads = dict(checkpoint.heads)
        self.stopped: dict[JurisdictionCode, Stopped] = {}
        self.voids_total = 0
        self._partition = partition
        self._next = checkpoint.offset
        self._knows = knows
        self._read = read
        self._pending: dict[JurisdictionCode, list[Counted]] = {}
        self._voids: list[Void] = []

    def feed(self, raw: Raw) -> CountedBatch | None:
        """Take the next record; a batch if this record completes it."""
        self._next = raw.offset + 1
        code = JurisdictionCode((raw.key or b"").decode("ascii", "replace"))
        head = self.heads.get(code, BEFORE_FIRST)
        if raw.offset <= head.offset or code in self.stopped:
            return None
        try:
            record = self._read(raw)
        except (RecordRefused, NotCanonical):
            self._void(raw.offset, raw.key, VoidReason.FOREIGN)
            return None
        return self._place(
            code, head, Counted(record, raw.offset, link(record.value), raw.timestamp)
        )

    def skip_to(self, offset: int) -> None:
        """Note that all before ``offset`` was read (control records leave gaps)."""
        self._next = max(self._next, offset)

    def take_voids(self) -> list[Void]:
        """The void records found since the last call."""
        voids, self._voids = self._voids, []
        return voids

    def checkpoint(self) -> Checkpoint:
        """Where another reader may go on and come to the same result."""
        waiting = [batch[0].offset for batch in self._pending.values()]
        waiting += [stop.offset for stop in self.stopped.values()]
        return Checkpoint(min([self._next, *waiting]), MappingProxyType(dict(self.heads)))

    def _place(self, code: JurisdictionCode, head: Head, event: Counted) -> CountedBatch | None:
        pending = self._pending.get(code)
        if pending is not None and _continues(pending[-1], event):
            pending.append(event)
        elif event.record.commandevent == 1 and _follows(head, event.record):
            self._tear(code)
            pending = self._pending[code] = [event]
        else:
            self._void(event.offset, code.encode(), VoidReason.MISPLACED)
            return None
        if len(pending) < event.record.commandevents:
            return None
        return self._complete(code, pending)

    def _complete(self, code: JurisdictionCode, events: list[Counted]) -> CountedBatch | None:
        del self._pending[code]
        for event in events:
            if not self._knows(event.record.type):
                self.stopped[code] = Stopped(events[0].offset, event.record.type)
                return None
        batch = CountedBatch(code, self._partition, tuple(events))
        self.heads[code] = batch.head
        return batch

    def _tear(self, code: JurisdictionCode) -> None:
        for event in self._pending.pop(code, ()):
            self._void(event.offset, code.encode(), VoidReason.TORN)

    def _void(self, offset: int, key: bytes | None, reason: VoidReason) -> None:
        self.voids_total += 1
        self._voids.append(Void(offset, key, reason))


def _follows(head: Head, record: EventRecord) -> bool:
    expected = head.hash if head.position else first_link(record.source)
    return record.position == head.position + 1 and record.prev == expected


def _continues(last: Counted, event: Counted) -> bool:
    """Whether an event is the next of the batch that ``last`` belongs to."""
    before, record = last.record, event.record
    return (
        record.commandevent == before.commandevent + 1
        and record.position == before.position + 1
        and record.prev == last.hash
        and record.commandid == before.commandid
        and record.commandevents == before.commandevents
        and record.actor == before.actor
        and record.commanddigest == before.commanddigest
    )
