"""A limit for what must not hang: beyond it the process ends, and its supervisor starts it again."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

log = logging.getLogger(__name__)

EXIT_CODE: Final = 70
"""Exit status of a process that its watchdog ended (EX_SOFTWARE of sysexits.h)."""


def end_process(what: str) -> None:
    """End this process at once: no clean-up that might hang too."""
    log.critical("«%s» took too long; the process ends and is to be started again.", what)
    os._exit(EXIT_CODE)


class Watchdog:
    """Watches one thing at a time. Entering and leaving cost no system call."""

    def __init__(self, limit_s: float, *, end: Callable[[str], None] = end_process) -> None:
        self._limit_s = limit_s
        self._end = end
        self._watched: tuple[float, str] | None = None
        self._closed = threading.Event()
        threading.Thread(target=self._run, name="watchdog", daemon=True).start()

    @contextmanager
    def limit(self, what: str) -> Iterator[None]:
        """Let the block take no longer than the limit."""
        self._watched = (time.monotonic() + self._limit_s, what)
        try:
            yield
        finally:
            self._watched = None

    def close(self) -> None:
        """Stop watching."""
        self._closed.set()

    def _run(self) -> None:
        while not self._closed.wait(self._limit_s / 8):
            watched = self._watched
            if watched is not None and time.monotonic() > watched[0]:
                self._end(watched[1])
