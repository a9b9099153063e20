"""Checking a backup from its first byte to its last, and telling exactly what it holds."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from domain.ids import INSTALLATION, JurisdictionCode
from eventlog import sealed_header
from eventlog.attachments.checking import absent
from eventlog.attachments.ledger import Ledger as Attachments
from eventlog.attachments.store import Store
from eventlog.backup import keys
from eventlog.backup.folder import contents, segments_of
from eventlog.backup.ledger import Ledger
from eventlog.counting import Counted, CountedBatch
from eventlog.vault import FileVault


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The last event of a jurisdiction in a backup: position, hash, its time, when the broker had it."""

    jurisdiction: JurisdictionCode
    position: int
    hash: str
    time: datetime.datetime
    appended: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A file that the log names and the store lacks; ``stored`` is its address there."""

    jurisdiction: JurisdictionCode
    attachment: str
    stored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a backup holds. Sizes in bytes; ``sum`` names the whole content, equal in equal copies.

    ``complete_until``: all that was committed before is in it. ``unfinished``: bytes at the end of a block
    begun and not finished, which do not count. ``keys`` of the copied vault, None if it was not looked at;
    ``keys_missing`` are named by the log and not in that copy. ``attachments`` are the files that the log
    names, ``attachments_missing`` those that the store lacks, None if it was not looked at.
    """

    installation: str | None
    partitions: int
    segments: int
    bytes: int
    unfinished: int
    events: int
    rejected: int
    sum: str
    complete_until: datetime.datetime | None
    jurisdictions: tuple[Last, ...]
    attachments: int
    attachment_bytes: int
    attachments_missing: tuple[Missing, ...] | None
    keys: int | None
    keys_missing: tuple[str, ...]


Report = Callable[[int, int, int], None]
"""Told bytes read, bytes in all, and events so far."""


def check(
    folder: Path,
    *,
    vault: Path | None = None,
    store: Store | None = None,
    see: Callable[[CountedBatch], None] = lambda _: None,
    report: Report = lambda _, __, ___: None,
) -> Checked:
    """Read a backup, the copy of the vault if it is given, and what the store of attachments has.

    ``see`` is shown every batch. Raises ``NoBackup``, ``BackupDamaged`` with segment and byte,
    ``VaultDamaged``, ``MasterKeyMissing``, ``StoreAway``.
    """
    return _Check(folder, vault, store, see).run(report)


class _Check:
    def __init__(
        self,
        folder: Path,
        vault: Path | None,
        store: Store | None,
        see: Callable[[CountedBatch], None],
    ) -> None:
        self._folder = folder
        self._store, self._attachments = store, Attachments()
        self._see = see
        self._sizes = {path.name: path.stat().st_size for path in segments_of(folder)}
        self._keys = None if vault is None else keys.check(vault)
        self._vault = None if vault is None else FileVault(vault)
        self._missing: set[str] = set()
        self._last: dict[JurisdictionCode, Counted] = {}
        self._events = self._rejected = 0

    def run(self, report: Report) -> Checked:
        ledger = Ledger(whole=True)
        total = sum(self._sizes.values())
        before, last, segment = 0, 0, next(iter(self._sizes))
        for block, items in contents(self._folder, ledger):
            if block.segment != segment:
                before, segment = before + self._sizes.get(segment, 0), block.segment
            last = block.end
            for item in items:
                if isinstance(item, CountedBatch):
                    self._count(item)
                else:
                    self._rejected += 1
            report(before + last, total, self._events)
        return self._checked(ledger, unfinished=max(0, total - before - last))

    def _count(self, batch: CountedBatch) -> None:
        self._see(batch)
        self._events += len(batch.events)
        self._last[batch.jurisdiction] = batch.events[-1]
        self._attachments.take(batch)
        if self._vault is not None:
            for counted in batch.events:
                self._look_for_keys(counted.record.header, self._vault)

    def _look_for_keys(self, header: bytes | None, vault: FileVault) -> None:
        for sealed in sealed_header.decode(header).values() if header else ():
            if not vault.holds(sealed.keyid):
                self._missing.add(sealed.keyid)

    def _missing_files(self) -> tuple[Missing, ...] | None:
        if self._store is None:
            return None
        return missing(self._attachments, self._store)

    def _checked(self, ledger: Ledger, *, unfinished: int) -> Checked:
        own = self._last.get(INSTALLATION)
        return Checked(
            installation=None if own is None else own.record.source.partition("/")[0],
            partitions=len(ledger.trackings()),
            segments=len(self._sizes),
            bytes=sum(self._sizes.values()) - unfinished,
            unfinished=unfinished,
            events=self._events,
            rejected=self._rejected,
            sum=ledger.sum,
            complete_until=None if ledger.current is None else moment(ledger.current),
            jurisdictions=tuple(_last(code, self._last[code]) for code in sorted(self._last)),
            attachments=len(self._attachments),
            attachment_bytes=sum(each.file.size for each in self._attachments.files),
            attachments_missing=self._missing_files(),
            keys=self._keys,
            keys_missing=tuple(sorted(self._missing)),
        )


def missing(attachments: Attachments, store: Store) -> tuple[Missing, ...]:
    """The files that a store lacks. Raises ``StoreAway``."""
    return tuple(
        Missing(jurisdiction=each.jurisdiction, attachment=each.file.attachment, stored=each.stored)
        for each in absent(attachments, store)
    )


def moment(milliseconds: int) -> datetime.datetime:
    """The moment in UTC, of milliseconds as Kafka counts them."""
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC)


def _last(code: JurisdictionCode, counted: Counted) -> Last:
    record = counted.record
    return Last(
        jurisdiction=code,
        position=record.position,
        hash=counted.hash,
        time=record.time,
        appended=moment(counted.appended),
    )
