"""The data folder: one owner at a time, and enough space."""

import fcntl
import os
import shutil
from pathlib import Path
from types import TracebackType
from typing import Self

from embedded.errors import DiskFull, FolderLocked, FolderUnusable

FREE_MIB_MIN = 512
MIB = 1024 * 1024


class DataFolder:
    """A folder locked for this process between `with` and its end, also by `kill -9`.

    Raises `FolderUnusable`, `FolderLocked` or `DiskFull` on entry.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._lock = -1

    def __enter__(self) -> Self:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise FolderUnusable(folder=self.path, reason=error.strerror) from error
        try:
            self._take(lock)
            self._require_space()
        except BaseException:
            os.close(lock)
            raise
        self._lock = lock
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._lock)

    def _take(self, lock: int) -> None:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.pread(lock, 32, 0).decode(errors="replace").strip()
            raise FolderLocked(folder=self.path, owner=owner or "?") from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)

    def _require_space(self) -> None:
        free = shutil.disk_usage(self.path).free // MIB
        if free < FREE_MIB_MIN:
            raise DiskFull(folder=self.path, free=free, needed=FREE_MIB_MIN)
