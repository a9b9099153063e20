"""The exit codes of `guantong`. Scripts may rely on them."""

from enum import IntEnum
from typing import Final


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    REFUSED = 1
    """What was asked cannot be done: the error says why, and what to do next."""
    USAGE = 2
    """The command line was not understood."""
    AWAY = 3
    """Nothing to talk to: no `guantong up` runs here, or Kafka or PostgreSQL does not answer."""
    FAULTY = 4
    """It was checked, and something is not as it should be."""
    OBSTRUCTED = 5
    """Folder, disk, lock, port or a server stands in the way of starting."""
    INTERNAL = 70
    """A fault of this program; the traceback is in the log file that the error names."""
    INTERRUPTED = 130
    """Ended by Ctrl-C. `guantong up` ends with 0: that is how it is stopped."""


CODES: Final = tuple(Exit)
