"""What must not hang ends the process."""

import subprocess
import sys
import threading

from eventlog.watchdog import EXIT_CODE, Watchdog

HANGING = """
import threading
from eventlog.watchdog import Watchdog
with Watchdog(0.2).limit("nothing"):
    threading.Event().wait(60)
"""


def test_a_process_that_hangs_is_ended() -> None:
    assert (
        subprocess.run([sys.executable, "-c", HANGING], timeout=30, check=False).returncode
        == EXIT_CODE
    )


def test_what_ends_in_time_is_left_alone() -> None:
    ended: list[str] = []
    beyond = threading.Event()
    watchdog = Watchdog(0.05, end=lambda what: (ended.append(what), beyond.set())[0])  # type: ignore[func-returns-value]
    for _ in range(10):
        with watchdog.limit("quick"):
            pass
    with watchdog.limit("slow"):
        assert beyond.wait(10)
    watchdog.close()
    assert set(ended) == {"slow"}
