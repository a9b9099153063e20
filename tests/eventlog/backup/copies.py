"""Backups for the tests: of a town's log, and of logs made by hand, without Kafka."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.ids import INSTALLATION, JurisdictionCode
from eventlog.backup.checking import Checked, check
from eventlog.backup.folder import LOG, BackupFolder
from eventlog.backup.lines import Begun, Current, Event, Line, Reached
from eventlog.backup.making import back_up
from eventlog.counting import Checkpoint
from eventlog.reading import Origin, Tracking
from eventlog.records import EventRecord
from eventlog.settings import Settings
from tests.eventlog.written import Scribe

HERE: Final = Origin("a cluster", "a topic")


def backed_up(settings: Settings, folder: Path, *, vault: Path | None = None) -> Checked:
    """Back up once, and check all of it."""
    back_up(settings, folder, stop=threading.Event(), vault=vault)
    return check(folder, vault=vault)


class Keeper:
    """Writes the backup of the installation log by hand, one block for each command."""

    def __init__(self, folder: BackupFolder) -> None:
        self.folder = folder
        self.scribe = Scribe(INSTALLATION)
        self.offset = 0

    def begin(self) -> None:
        """Begin a segment."""
        ledger = self.folder.ledger
        trackings = ledger.trackings() or (Tracking(0, HERE, Checkpoint()),)
        self.folder.begin(Begun(ledger.number + 1, ledger.sum, dict(ledger.places), trackings))

    def command(self, size: int = 1) -> None:
        """One block with the events of the next command."""
        self.append(self.scribe.batch(size))

    def append(self, records: Sequence[EventRecord]) -> None:
        """One block with these."""
        lines: list[Line] = []
        for record in records:
            lines.append(
                Event(0, self.offset, 1_000 + self.offset, record.key, record.header, record.value)
            )
            self.offset += 1
        if self.folder.is_full:
            self.begin()
        self.folder.append([*lines, Reached(0, self.offset, 0), Current(5_000 + self.offset)])


def kept(path: Path, *commands: int, segment_bytes_max: int = 1_000_000) -> None:
    """A backup of commands with so many events."""
    with BackupFolder(path, segment_bytes_max=segment_bytes_max) as folder:
        keeper = Keeper(folder)
        for size in commands:
            keeper.command(size)


def segments(path: Path) -> list[Path]:
    """Its segments."""
    return sorted((path / LOG).glob("*.gz"))


def positions(checked: Checked) -> dict[JurisdictionCode, int]:
    """The last position of each jurisdiction."""
    return {last.jurisdiction: last.position for last in checked.jurisdictions}
