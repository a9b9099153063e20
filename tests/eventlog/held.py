"""A wall clock that holds a writer in the middle of a decision, so that commands gather behind it."""

import datetime
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.eventlog.town import WAIT_S


class HeldClock:
    """The wall clock; while held, whoever asks it for the time waits."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()
        self._asked = threading.Event()

    def __call__(self) -> datetime.datetime:
        self._asked.set()
        assert self._free.wait(2 * WAIT_S), "the clock was held too long"
        return datetime.datetime.now(datetime.UTC)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold whoever asks, until the block ends; see ``wait_asked``."""
        self._free.clear()
        self._asked.clear()
        try:
            yield
        finally:
            self._free.set()

    def wait_asked(self) -> None:
        """Wait until somebody is held."""
        assert self._asked.wait(WAIT_S), "nobody asked for the time"
