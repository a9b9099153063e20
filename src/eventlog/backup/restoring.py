"""Restoring a backup into an empty cluster, by the one write path and read back like everything else.

Offsets come out otherwise; positions, hashes and bytes are those of before. A restore that was interrupted
is gone on with: what is there must be the beginning of this very backup, and nobody may have worked on it.
"""

import datetime
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kafka import TopicPartition

from domain.ids import JurisdictionCode
from eventlog import topics
from eventlog.backup import checking, keys
from eventlog.backup.checking import Checked
from eventlog.backup.errors import LogNotEmpty, OtherInstallation, TooFewPartitions
from eventlog.backup.folder import contents
from eventlog.backup.ledger import Ledger
from eventlog.backup.lines import Rejected
from eventlog.copying import READ_BACK_S, Copying
from eventlog.counting import BEFORE_FIRST, CountedBatch, Head
from eventlog.errors import LogCutShort
from eventlog.index_keys import EXPIRY_MAX
from eventlog.partition_log import PartitionLog
from eventlog.reading import EventReader, Tracking, committed_consumer, lost
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored: events and outcomes written (those of an interrupted run before not counted)."""

    checked: Checked
    events: int
    rejected: int
    keys: int


def restore(
    settings: Settings,
    folder: Path,
    *,
    vault: Path | None = None,
    derived: Iterable[Tracking] = (),
    report: Callable[[int, int], None] = lambda _, __: None,
    checking_report: checking.Report = lambda _, __, ___: None,
) -> Restored:
    """Check a backup and write it into the empty topics of a cluster, which are made if they are missing.

    ``vault`` is the copy of the key vault, brought back first; ``derived`` tells how far index and read
    models of a database that survived are. Nothing is written before everything was checked. ``report`` is
    told events passed, and in all. Raises what ``checking.check`` does, ``LogCutShort`` if something derived
    is ahead of the backup, ``OtherInstallation``, ``LogNotEmpty``, ``TooFewPartitions``, ``TopicsWrong``,
    ``VaultsDiffer``.
    """
    names = Topics(settings.prefix)
    present = _Present(settings.kafka, names)
    checked = checking.check(folder, vault=vault, see=present.compare, report=checking_report)
    present.require_nothing_more()
    for tracking in derived:
        _require_reached(tracking.checkpoint.heads, checked)
    if checked.installation not in (None, settings.installation):
        raise OtherInstallation(backup=checked.installation, here=settings.installation)
    topics.create(settings.kafka, names, partitions=max(1, checked.partitions))
    found = topics.check(settings.kafka, names)
    if found < checked.partitions:
        raise TooFewPartitions(found=found, needed=checked.partitions)
    brought = 0 if vault is None else keys.copy(vault, settings.vault)
    with _Restore(settings, found) as work:
        work.run(folder, lambda events: report(events, checked.events))
        return Restored(checked=checked, events=work.events, rejected=work.rejected, keys=brought)


def _require_reached(heads: Mapping[JurisdictionCode, Head], checked: Checked) -> None:
    """``LogCutShort`` if these heads are further than the backup."""
    there = {last.jurisdiction: Head(last.position, last.hash, 0) for last in checked.jurisdictions}
    missing = {
        code: head
        for code, head in heads.items()
        if head.position > there.get(code, BEFORE_FIRST).position
    }
    if missing:
        raise LogCutShort(lost=lost(missing, there))


class _Present:
    """What is in the cluster already: nothing, or what an interrupted restore left."""

    def __init__(self, kafka: str, names: Topics) -> None:
        self._topic = names.events
        self._missing: dict[JurisdictionCode, Head] = {}
        if not _exist(kafka, names):
            return
        _require_no_commands(kafka, names)
        with EventReader(kafka, names, name="guantong-restore", knows=lambda _: True) as reader:
            reader.start()
            for _ in reader.read_to_end():
                pass
            self._missing = dict(reader.heads())

    def compare(self, batch: CountedBatch) -> None:
        """Find the heads that are there among the batches of the backup."""
        head = self._missing.get(batch.jurisdiction)
        if head is not None and (head.position, head.hash) == (
            batch.head.position,
            batch.head.hash,
        ):
            del self._missing[batch.jurisdiction]

    def require_nothing_more(self) -> None:
        """``LogNotEmpty`` if there is anything that is not the beginning of the backup."""
        for code, head in self._missing.items():
            raise LogNotEmpty(topic=self._topic, found=f"{code} {head.position}")


def _exist(kafka: str, names: Topics) -> bool:
    admin = topics.open_admin(kafka)
    try:
        described = admin.describe_topics(list(names.names))
        return all(topic["error_code"] == 0 for topic in described)
    finally:
        admin.close()


def _require_no_commands(kafka: str, names: Topics) -> None:
    """Where commands were ever sent, a system lives."""
    consumer = committed_consumer(kafka, "guantong-restore")
    try:
        partitions = consumer.partitions_for_topic(names.commands) or ()
        ends = consumer.end_offsets([TopicPartition(names.commands, each) for each in partitions])
        if total := sum(ends.values()):
            raise LogNotEmpty(topic=names.commands, found=total)
    finally:
        consumer.close()


class _Restore:
    """Writes a checked backup. Each partition is written as its writer would, so that writers are fenced."""

    def __init__(self, settings: Settings, partitions: int) -> None:
        self._now_ms = time.time_ns() // 1_000_000
        with ExitStack() as stack:
            self._logs = {
                number: stack.enter_context(_partition_log(settings, number))
                for number in range(partitions)
            }
            for each in self._logs.values():
                each.open()
            for each in self._logs.values():
                each.wait_caught_up(timeout_s=READ_BACK_S)
            self._stack = stack.pop_all()
        self._copying = {number: Copying(log) for number, log in self._logs.items()}

    def __enter__(self) -> "_Restore":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def events(self) -> int:
        """Written."""
        return sum(each.events for each in self._copying.values())

    @property
    def rejected(self) -> int:
        """Outcomes written."""
        return sum(each.rejected for each in self._copying.values())

    def run(self, folder: Path, report: Callable[[int], None]) -> None:
        """Write what is not there yet; every transaction is read back as counted."""
        passed = 0
        for _, items in contents(folder, Ledger(whole=True)):
            for item in items:
                self._add(item)
                passed += len(item.events) if isinstance(item, CountedBatch) else 0
            report(passed)
        for each in self._copying.values():
            each.flush()

    def _add(self, item: CountedBatch | Rejected) -> None:
        copying = self._copying[item.partition]
        if isinstance(item, CountedBatch):
            position, _ = self._logs[item.partition].tip(item.jurisdiction)
            if item.head.position > position:  # else an interrupted restore wrote it
                copying.add(item)
        elif item.timestamp + EXPIRY_MAX // _MILLISECOND > self._now_ms:
            copying.reject(OutcomeRecord.from_kafka(key=item.key, value=item.value))


_MILLISECOND: Final = datetime.timedelta(milliseconds=1)


def _partition_log(settings: Settings, partition: int) -> PartitionLog:
    return PartitionLog(
        settings.kafka,
        Topics(settings.prefix),
        partition,
        transactional_id=f"{settings.prefix}-writer-{partition}",
        knows=lambda _: True,
    )
