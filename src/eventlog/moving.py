"""One jurisdiction's records, keys and files brought into another cluster, as they are (ADR 0004)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from domain.ids import JurisdictionCode
from eventlog import sealed_header
from eventlog.attachments.copying import bring
from eventlog.attachments.ledger import Ledger
from eventlog.attachments.store import Store
from eventlog.copying import READ_BACK_S, Copying
from eventlog.counting import BEFORE_FIRST, CountedBatch, Head
from eventlog.directory import Place
from eventlog.errors import LogDiverged, MasterKeyMissing
from eventlog.index import Index
from eventlog.index_keys import EXPIRY_MAX
from eventlog.partition_log import PartitionLog
from eventlog.reading import EventReader, Outcome, Outcomes
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault

_MILLISECONDS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy brought (what an interrupted one before it brought is not counted), and its head."""

    head: Head
    events: int
    rejected: int
    keys: int
    files: int


def partition_of(settings: Settings, code: JurisdictionCode) -> int | None:
    """The partition on which a cluster has events of a jurisdiction; None if it has none."""
    with Index(settings.postgres) as index:
        index.create()
        trackings = index.trackings()
    with _reader(settings) as reader:
        reader.start(trackings)
        for _ in reader.read_to_end():
            pass
        held = [each for each in reader.partitions() if reader.head(code, each) is not None]
    return held[0] if held else None


def copy(
    there: Settings,
    here: Settings,
    place: Place,
    *,
    partition: int,
    report: Callable[[int], None] = lambda _: None,
) -> Copied:
    """Write what counts of a jurisdiction ``there`` behind what is ``here`` of it already.

    Keys come first, so that whoever reads an event can open it; attached files last. Other writers of the
    partition go on meanwhile: each jurisdiction is a chain of its own. ``report`` is told the position
    reached.
    Raises ``LogDiverged`` if other events are here, ``MasterKeyMissing``, ``VaultDamaged``, ``StoreAway``.
    """
    with Index(here.postgres) as index:
        tracking = index.tracking(partition)
    with PartitionLog(
        here.kafka,
        Topics(here.prefix),
        partition,
        transactional_id=f"{here.prefix}-move-{place.code}",
        knows=lambda _: True,
    ) as log:
        log.open(tracking)
        log.wait_caught_up(timeout_s=READ_BACK_S)
        work = _Copy(place.code, log, _Keys(there, here))
        with _reader(there) as reader:
            reader.start(partitions=[place.partition], outcomes=Outcomes.REJECTED)
            for reading in reader.read_to_end():
                for batch in reading.batches:
                    work.take(batch)
                for outcome in reading.outcomes:
                    work.take_rejected(outcome)
                report(work.head.position)
        work.copying.flush()
        files = bring(work.attachments, Store(there.store), Store(here.store), spool=here.spool)
        return Copied(
            head=work.head,
            events=work.copying.events,
            rejected=work.copying.rejected,
            keys=work.keys.brought,
            files=files,
        )


def _reader(settings: Settings) -> EventReader:
    return EventReader(
        settings.kafka, Topics(settings.prefix), name="guantong-move", knows=lambda _: True
    )


class _Keys:
    """The keys of what is sealed, brought over one by one."""

    def __init__(self, there: Settings, here: Settings) -> None:
        self.brought = 0
        """That were not known before, or were erased since."""
        master = there.vault / "master.key"
        if not master.exists():
            raise MasterKeyMissing(path=master)
        self._there, self._here = FileVault(there.vault), FileVault(here.vault)
        self._seen: set[str] = set()

    def bring(self, *keyids: str) -> None:
        """Bring these."""
        for keyid in set(keyids) - self._seen:
            self._seen.add(keyid)
            self.brought += self._here.bring(keyid, self._there)


class _Copy:
    """One copy under way."""

    def __init__(self, code: JurisdictionCode, log: PartitionLog, keys: _Keys) -> None:
        self.head = BEFORE_FIRST
        """Of what was read."""
        self.copying = Copying(log)
        self.attachments = Ledger()
        self.keys = keys
        self._code = code
        self._begun = log.tip(code)
        self._oldest = time.time() * _MILLISECONDS - EXPIRY_MAX.total_seconds() * _MILLISECONDS
        keys.bring(f"matching/{code}")

    def take(self, batch: CountedBatch) -> None:
        """Write a batch, if it is this jurisdiction's and is not here yet."""
        if batch.jurisdiction != self._code:
            return
        self.head = batch.head
        self.attachments.take(batch)
        for counted in batch.events:
            if counted.record.header is not None:
                fields = sealed_header.decode(counted.record.header)
                self.keys.bring(*(each.keyid for each in fields.values()))
        position, last = self._begun
        if batch.head.position > position:
            self.copying.add(batch)
        elif batch.head.position == position and batch.head.hash != last:
            raise LogDiverged(jurisdiction=self._code, position=position)

    def take_rejected(self, outcome: Outcome) -> None:
        """Write the outcome of a command that must stay rejected until it expires."""
        record = outcome.record
        rejected = record.jurisdiction == self._code and record.status == "rejected"
        if rejected and outcome.appended > self._oldest:
            self.copying.reject(record)
