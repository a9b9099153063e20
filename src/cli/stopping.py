"""Ending when asked: Ctrl-C and a supervisor's signal set an event; who hangs then, is ended."""

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Final

from cli.exits import Exit

END_SECONDS_MAX: Final = 12.0
"""How long an orderly end may take. What was acknowledged is safe in any case."""


@contextlib.contextmanager
def stop_when_asked() -> Iterator[threading.Event]:
    """An event that SIGINT or SIGTERM sets; `END_SECONDS_MAX` later the process ends, whatever it does."""
    stop = threading.Event()
    hanging = threading.Timer(END_SECONDS_MAX, os._exit, (Exit.INTERRUPTED,))
    hanging.daemon = True

    def asked(_number: int, _frame: FrameType | None) -> None:
        if not stop.is_set():
            stop.set()
            hanging.start()

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        hanging.cancel()
        for number, handler in before.items():
            signal.signal(number, handler)
