"""Waiting for a condition, with a limit that says what never came."""

import threading
import time
from collections.abc import Callable

LIMIT_SECONDS = 60.0


def until(condition: Callable[[], bool], *, limit_seconds: float = LIMIT_SECONDS) -> None:
    """Return once the condition holds."""
    pause = threading.Event()
    limit = time.monotonic() + limit_seconds
    while not condition():
        assert time.monotonic() < limit, f"not within {limit_seconds} s"
        pause.wait(0.02)
