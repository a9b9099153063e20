"""The folder of a backup: its segments, read from the first to the last, or gone on with at the last."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Self

from eventlog.backup.errors import BackupBusy, BackupDamaged, Flaw, NoBackup
from eventlog.backup.ledger import Item, Ledger
from eventlog.backup.lines import Begun, Line
from eventlog.backup.segments import Block, blocks, name_of, pack

LOG: Final = "log"
"""The folder of the segments, within that of the backup."""
SEGMENT_BYTES_MAX: Final = 64 * 1024 * 1024
"""Size after which another segment is begun."""


def segments_of(folder: Path) -> list[Path]:
    """The segments of a backup in order; ``NoBackup`` if there are none."""
    found = sorted((folder / LOG).glob("*.gz"))
    if not found:
        raise NoBackup(folder=folder)
    return found


def contents(folder: Path, ledger: Ledger) -> Iterator[tuple[Block, list[Item]]]:
    """All blocks of a backup and what they bring; ``BackupDamaged`` at the first that is not as it was.

    What was begun and not finished at its very end is passed over.
    """
    paths = segments_of(folder)
    for path in paths:
        end = 0
        for block in blocks(path):
            yield block, ledger.take(block)
            end = block.end
        if end < path.stat().st_size and path != paths[-1]:
            raise BackupDamaged(path.name, end, Flaw.CUT)


class BackupFolder:
    """A backup that is written on, by one process at a time, between ``with`` and its end.

    A block is on the disk when ``append`` returns. What ``kill -9`` left unfinished is cut off on entry.
    ``segment_bytes_max`` is the size after which another segment is begun.
    """

    def __init__(self, path: Path, *, segment_bytes_max: int = SEGMENT_BYTES_MAX) -> None:
        self.ledger = Ledger(whole=False)
        """What the backup holds."""
        self._path = path
        self._most = segment_bytes_max
        self._segment = -1
        self._size = 0
        self._lock = -1

    def __enter__(self) -> Self:
        (self._path / LOG).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = os.open(self._path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._find_end()
        except BlockingIOError:
            os.close(self._lock)
            raise BackupBusy(folder=self._path) from None
        except BaseException:
            os.close(self._lock)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._segment >= 0:
            os.close(self._segment)
        os.close(self._lock)

    @property
    def is_full(self) -> bool:
        """Whether another segment is to be begun before the next block."""
        return self._segment < 0 or self._size >= self._most

    def begin(self, lines: Begun) -> None:
        """Begin the next segment."""
        self._open(lines.number, os.O_CREAT | os.O_EXCL)
        self.append([lines])
        _sync(self._path / LOG)
        _sync(self._path)

    def append(self, lines: Sequence[Line]) -> None:
        """Add one block; what it says is in the ledger then."""
        packed, total = pack(lines, self.ledger.sum)
        view = memoryview(packed)
        while view:
            view = view[os.write(self._segment, view) :]
        os.fsync(self._segment)
        self._note(Block("", self._size, self._size + len(packed), tuple(lines), total))

    def _note(self, block: Block) -> None:
        self.ledger.take(block)
        self._size = block.end

    def _find_end(self) -> None:
        """Take up the last segment that has a block, and cut off what follows its last whole block."""
        for path in sorted((self._path / LOG).glob("*.gz"), reverse=True):
            for block in blocks(path):
                self._note(block)
            if self._size:
                self._open(self.ledger.number, 0)
                os.ftruncate(self._segment, self._size)
                return
            path.unlink()

    def _open(self, number: int, flags: int) -> None:
        if self._segment >= 0:
            os.close(self._segment)
            self._size = 0
        path = self._path / LOG / name_of(number)
        self._segment = os.open(path, os.O_WRONLY | os.O_APPEND | flags, 0o600)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
