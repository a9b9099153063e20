"""A time limit for one decision, for commands that may never come back from it."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

DECISION_LIMIT_S: Final = 10.0


class DecisionTooSlow(Exception):
    """The decision of one command took longer than it may."""


@contextmanager
def decision_limit(limit_s: float = DECISION_LIMIT_S) -> Iterator[None]:
    """Let the block, pure Python, take no longer than the limit; else ``DecisionTooSlow`` is raised in it.

    A decision is pure, so it may be broken off anywhere. Python has no other way to end a loop in a
    thread that need not be the main one.
    """
    thread = threading.get_ident()
    lock = threading.Lock()
    left = False

    def interrupt() -> None:
        with lock:
            if not left:
                _raise_in(thread, DecisionTooSlow)

    timer = threading.Timer(limit_s, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            left = True
        timer.cancel()


def _raise_in(thread: int, error: type[Exception]) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
