"""Ending when asked: Ctrl-C and a supervisor's signal set an event; who hangs then, is ended."""

import os
import signal
import threading
from types import FrameType
from typing import Final

from cli.exits import Exit

END_SECONDS_MAX: Final = 12.0
"""How long an orderly end may take. What was acknowledged is safe in any case."""


def stop_when_asked() -> threading.Event:
    """An event that SIGINT or SIGTERM sets; `END_SECONDS_MAX` later the process ends, whatever it does."""
    stop = threading.Event()

    def asked(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        hanging = threading.Timer(END_SECONDS_MAX, os._exit, (Exit.INTERRUPTED,))
        hanging.daemon = True
        hanging.start()

    signal.signal(signal.SIGTERM, asked)
    signal.signal(signal.SIGINT, asked)
    return stop
