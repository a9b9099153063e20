"""Making a backup: counted events and rejected outcomes, as an independent reader counts them."""

import datetime
import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kafka import TopicPartition
from kafka.errors import KafkaError

from domain.ids import INSTALLATION, JurisdictionCode
from eventlog.backup import keys
from eventlog.backup.checking import moment
from eventlog.backup.folder import SEGMENT_BYTES_MAX, BackupFolder
from eventlog.backup.ledger import Ledger, openings
from eventlog.backup.lines import Begun, Current, Event, Line, Reached, Rejected
from eventlog.counting import CountedBatch
from eventlog.directory import INSTALLATION_PARTITION
from eventlog.reading import EventReader, Outcomes, Reading, Tracking
from eventlog.settings import Settings
from eventlog.topics import Topics

log = logging.getLogger(__name__)

CURRENT_S: Final = 10.0
"""How often a continuous backup notes that it has everything, and looks after the vault."""
_RETRY_S: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How far a backup came: events added, and records of Kafka behind it, of so many in all."""

    events: int
    read: int
    total: int


Report = Callable[[Made], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backed:
    """What a backup holds after a run that added so many events: the last position of each jurisdiction.

    All that was committed before ``complete_until`` is in it.
    """

    events: int
    positions: Mapping[JurisdictionCode, int]
    complete_until: datetime.datetime | None


def back_up(
    settings: Settings,
    folder: Path,
    *,
    stop: threading.Event,
    follow: bool = False,
    vault: Path | None = None,
    report: Report = lambda _: None,
    segment_bytes_max: int = SEGMENT_BYTES_MAX,
) -> Backed:
    """Bring a backup up to the present end of the log, with ``follow`` until ``stop`` is set.

    ``vault`` is the folder that the key vault is copied to. Raises
    ``BackupBusy``, ``BackupDamaged``, ``VaultsDiffer``, and ``LogDiverged`` or ``LogCutShort`` if the folder
    holds the backup of another log.
    """
    events = 0
    with BackupFolder(folder, segment_bytes_max=segment_bytes_max) as into:
        while True:
            backup = _Backup(settings, into, report)
            try:
                backup.run(stop, follow=follow, vault=vault)
            except KafkaError as error:
                if not follow:
                    raise
                log.warning("Waiting for Kafka: %s", error)
                stop.wait(_RETRY_S)
            finally:
                backup.close()
                events += backup.events
            if stop.is_set() or not follow:
                return _backed(events, into.ledger)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where the log ended at a moment (milliseconds): what was committed before it lies before these."""

    at: int
    offsets: Mapping[TopicPartition, int]


class _Backup:
    """One session of a backup, over the partitions that there are when it begins."""

    def __init__(self, settings: Settings, folder: BackupFolder, report: Report) -> None:
        self.events = 0
        """Added in this session."""
        self._settings = settings
        self._folder = folder
        self._ledger = folder.ledger
        self._report = report
        self._lines: list[Line] = []
        self._batches: list[CountedBatch] = []
        self._reader = EventReader(
            settings.kafka, Topics(settings.prefix), name="guantong-backup", knows=lambda _: True
        )
        self._partitions = self._reader.partitions()

    def close(self) -> None:
        """Close the connection."""
        self._reader.close()

    def run(self, stop: threading.Event, *, follow: bool, vault: Path | None) -> None:
        """Work until ``stop`` is set, or partitions were added; without ``follow`` until it is complete."""
        self._start()
        while not stop.is_set() and self._partitions == self._reader.partitions():
            ends = self._present_ends()
            while not stop.is_set() and (not self._reader.reached(ends.offsets) or self._lines):
                self._take(self._reader.poll())
                self._tell(ends)
            if not stop.is_set():
                if vault is not None:
                    keys.copy(self._settings.vault, vault)
                self._append([*self._reached(), Current(ends.at)])
            if not follow:
                return
            until = time.monotonic() + CURRENT_S
            while time.monotonic() < until and not stop.is_set():
                self._take(self._reader.poll())

    def _start(self) -> None:
        """Read on where the backup stands; if offsets mean something else now, a segment begins with them."""
        self._reader.start(
            self._ledger.trackings(), partitions=self._partitions, outcomes=Outcomes.REJECTED
        )
        if any(not _same(each, self._ledger.tracking(each.partition)) for each in self._stand()):
            self._begin_segment(tuple(self._stand()))

    def _take(self, reading: Reading) -> None:
        """Write what was read, unless it has a jurisdiction whose opening was not read yet."""
        self._batches += reading.batches
        self._lines += _lines(reading)
        if not self._lines:
            return
        opened = {INSTALLATION, *self._ledger.places, *openings(self._batches)}
        if opened.issuperset(batch.jurisdiction for batch in self._batches):
            self._append([*self._lines, *self._reached()])
            self.events += sum(len(batch.events) for batch in self._batches)
            self._lines, self._batches = [], []

    def _append(self, lines: Sequence[Line]) -> None:
        if self._folder.is_full:
            self._begin_segment(self._ledger.trackings())
        self._folder.append(lines)

    def _begin_segment(self, trackings: tuple[Tracking, ...]) -> None:
        ledger = self._ledger
        self._folder.begin(Begun(ledger.number + 1, ledger.sum, dict(ledger.places), trackings))

    def _reached(self) -> Iterator[Line]:
        """The partitions that the reader is further in than the backup says."""
        for each in self._stand():
            reached = Reached(each.partition, each.checkpoint.offset, each.outcomes)
            known = self._ledger.tracking(each.partition)
            if known is None or reached != Reached(
                known.partition, known.checkpoint.offset, known.outcomes
            ):
                yield reached

    def _stand(self) -> Iterator[Tracking]:
        return map(self._reader.tracking, self._partitions)

    def _present_ends(self) -> _Ends:
        """The end of the installation log is asked for last, so that no opening lies behind it."""
        at = time.time_ns() // 1_000_000
        ends = dict(self._reader.ends())
        ends |= {
            key: end
            for key, end in self._reader.ends().items()
            if key.partition == INSTALLATION_PARTITION
        }
        return _Ends(at, ends)

    def _tell(self, ends: _Ends) -> None:
        events = {
            key.partition: end
            for key, end in ends.offsets.items()
            if key.topic == Topics(self._settings.prefix).events
        }
        read = sum(min(end, self._reader.position(number)) for number, end in events.items())
        self._report(Made(events=self.events, read=read, total=sum(events.values())))


def _backed(events: int, ledger: Ledger) -> Backed:
    positions = {code: head.position for code, head in sorted(ledger.heads().items())}
    until = None if ledger.current is None else moment(ledger.current)
    return Backed(events=events, positions=positions, complete_until=until)


def _lines(reading: Reading) -> Iterator[Line]:
    for batch in reading.batches:
        for each in batch.events:
            record = each.record
            place = batch.partition, each.offset, each.appended
            yield Event(*place, record.key, record.header, record.value)
    for outcome in reading.outcomes:
        if outcome.record.status == "rejected":
            place = outcome.partition, outcome.offset, outcome.appended
            yield Rejected(*place, outcome.record.key, outcome.record.value)


def _same(here: Tracking, known: Tracking | None) -> bool:
    return (
        known is not None
        and here.origin == known.origin
        and here.checkpoint.offset == known.checkpoint.offset
        and dict(here.checkpoint.heads) == dict(known.checkpoint.heads)
    )
