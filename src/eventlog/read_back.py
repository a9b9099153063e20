"""Reading back what was written: an independent reader counts it, as any other reader will."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.ids import JurisdictionCode
from eventlog.counting import BEFORE_FIRST, CountedBatch, Head, Raw, Stopped, read_strictly
from eventlog.errors import LogOvertaken, LogUnreadable
from eventlog.reading import EventReader, Outcomes, Reading, Tracking
from eventlog.records import EventRecord, link
from eventlog.topics import Topics

log = logging.getLogger(__name__)

_POLL_MS = 200


@dataclass(frozen=True, slots=True)
class Batch:
    """The events of one command; ``counted`` is resolved when they were read back as counted."""

    events: Sequence[EventRecord]
    counted: "Future[CountedBatch] | None" = None

    @property
    def key(self) -> tuple[JurisdictionCode, int]:
        """Jurisdiction and last position: where it is found again."""
        last = self.events[-1]
        return last.jurisdiction, last.position


Listener = Callable[[Reading, Tracking], None]
"""Told what was read back, with where the reader stands after it, by the reading thread."""


class Ends(NamedTuple):
    """Offsets of the events and of the outcomes topic (0 where they are not followed)."""

    events: int
    outcomes: int

    def reached(self, others: "Ends") -> bool:
        """Whether both have come as far as the others."""
        return self.events >= others.events and self.outcomes >= others.outcomes


@dataclass(slots=True)
class _Expected:
    """A batch that was written and must be counted: with this hash, at this offset."""

    hash: str
    offset: int
    counted: "Future[CountedBatch] | None"
    since: int
    committed: bool = False


@dataclass(slots=True)
class _State:
    """What writing and reading threads share, under one lock."""

    expected: dict[tuple[JurisdictionCode, int], _Expected] = field(default_factory=dict)
    by_bytes: dict[bytes, EventRecord] = field(default_factory=dict)
    ends: Ends = field(default_factory=lambda: Ends(-1, -1))
    overtaken: bool = False
    """Whether something written was read back as void, or as something else."""
    settling: bool = False
    """Whether the writer started over, and the fate of what it wrote is not known yet."""
    failure: Exception | None = None


class ReadBack:
    """Reads one partition in a thread of its own. All else is called by the writing thread."""

    def __init__(
        self,
        kafka: str,
        topics: Topics,
        partition: int,
        *,
        name: str,
        knows: Callable[[str], bool],
        listener: Listener | None,
    ) -> None:
        self._partition = partition
        self._listener = listener
        self._state = _State()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._reader = EventReader(kafka, topics, name=name, knows=knows, read=self._read)

    def begin(self, tracking: Tracking | None, *, rejected: bool) -> Tracking:
        """Begin at a tracking; gives the one it really begins at. ``rejected``: outcomes of those too."""
        self._reader.start(
            [] if tracking is None else [tracking],
            partitions=[self._partition],
            outcomes=Outcomes.REJECTED if rejected else Outcomes.NONE,
        )
        begun = self._reader.tracking(self._partition)
        self._thread.start()
        return begun

    def close(self) -> None:
        """Stop reading."""
        self._closed = True
        if self._thread.is_alive():
            self._thread.join()
        self._reader.close()

    # --- where it stands --------------------------------------------------------------------------

    def head(self, jurisdiction: JurisdictionCode) -> Head:
        """The counted head of a jurisdiction."""
        return self._reader.head(jurisdiction, self._partition) or BEFORE_FIRST

    def stopped(self, jurisdiction: JurisdictionCode) -> Stopped | None:
        """Where and why reading of a jurisdiction stopped: it needs a newer version."""
        return self._reader.stopped().get(jurisdiction)

    def held(self) -> int:
        """Offsets that an open transaction holds back, once everything else was read."""
        return self._reader.held(self._partition)

    def has_reached(self, ends: Ends) -> bool:
        """Whether everything before these offsets was read."""
        with self._changed:
            self._check_readable()
            return self._state.ends.reached(ends)

    def wait_reached(self, ends: Ends, *, timeout_s: float) -> None:
        """Wait until ``has_reached``; ``TimeoutError`` after ``timeout_s``."""
        self._wait(lambda: self._state.ends.reached(ends), timeout_s=timeout_s)

    def wait_counted(self, *, timeout_s: float) -> None:
        """Wait until all that is expected was counted; ``TimeoutError`` after ``timeout_s``."""
        self._wait(lambda: self._state.overtaken or not self._state.expected, timeout_s=timeout_s)
        self.check()

    def check(self) -> None:
        """Raise what the reading thread found: ``LogOvertaken``, or ``LogUnreadable``."""
        with self._changed:
            self._check_readable()
            if self._state.overtaken:
                raise LogOvertaken(partition=self._partition)

    # --- what must be counted ---------------------------------------------------------------------

    def expect(self, batches: Sequence[Batch], offsets: Sequence[int], *, since: int) -> None:
        """Expect batches whose last events have these offsets, before the commit makes them visible."""
        with self._changed:
            for batch, offset in zip(batches, offsets, strict=True):
                last_hash = link(batch.events[-1].value)
                self._state.expected[batch.key] = _Expected(last_hash, offset, batch.counted, since)
                self._state.by_bytes.update((event.value, event) for event in batch.events)

    def committed(self, batches: Sequence[Batch]) -> None:
        """Note that these are committed: if they do not count, what caused them must be done again."""
        with self._changed:
            for batch in batches:
                expected = self._state.expected.get(batch.key)
                if expected is not None:
                    expected.committed = True

    def start_over(self) -> None:
        """Expect nothing any more: what was written may be aborted."""
        with self._changed:
            self._state.settling = True

    def settle(self) -> int | None:
        """Forget what did not come by the end of the log; gives the least ``since`` of what was committed."""
        with self._changed:
            if not self._state.settling:
                return None
            lost = list(self._state.expected.values())
            self._state = _State(ends=self._state.ends, failure=self._state.failure)
        for expected in lost:
            if expected.counted is not None:
                expected.counted.set_exception(LogOvertaken(partition=self._partition))
        return min((expected.since for expected in lost if expected.committed), default=None)

    # --- the reading thread -----------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._closed:
                self._step()
        except Exception as error:
            log.exception("Partition %d cannot be read back", self._partition)
            with self._changed:
                self._state.failure = error
                self._changed.notify_all()

    def _step(self) -> None:
        reading = self._reader.poll(_POLL_MS)
        tracking = self._reader.tracking(self._partition)
        if self._listener is not None:
            self._listener(reading, tracking)
        self._note(reading, tracking)

    def _read(self, raw: Raw) -> EventRecord:
        """What this process has just written is known by its bytes."""
        known = self._state.by_bytes.pop(raw.value or b"", None)
        if known is not None and raw.key == known.key and list(raw.headers) == known.headers:
            return known
        return read_strictly(raw)

    def _note(self, reading: Reading, tracking: Tracking) -> None:
        with self._changed:
            state = self._state
            done = [
                (expected.counted, batch)
                for batch in reading.batches
                if (expected := self._met(batch)) is not None and expected.counted is not None
            ]
            late = any(expected.offset < tracking.position for expected in state.expected.values())
            state.overtaken |= late and not state.settling
            state.ends = Ends(tracking.position, tracking.outcomes)
            self._changed.notify_all()
        for future, batch in done:
            future.set_result(batch)

    def _met(self, batch: CountedBatch) -> _Expected | None:
        """The expectation that a batch meets; another batch in its place says that it was overtaken."""
        expected = self._state.expected.pop((batch.jurisdiction, batch.head.position), None)
        if expected is not None and expected.hash != batch.head.hash:
            self._state.overtaken = True
            return None
        return expected

    def _check_readable(self) -> None:
        if self._state.failure is not None:
            raise LogUnreadable(partition=self._partition) from self._state.failure

    def _wait(self, condition: Callable[[], bool], *, timeout_s: float) -> None:
        limit = time.monotonic() + timeout_s
        with self._changed:
            while not condition():
                self._check_readable()
                if not self._changed.wait(max(0.0, limit - time.monotonic())):
                    raise TimeoutError
