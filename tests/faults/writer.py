"""A writer as a process of its own, which fails at a named point: ``python -m tests.faults.writer``.

The points exist only here: a subclass fails before or after a step of the transaction. Its clock is
behind or ahead by the seconds that stand in a file, so that a test can turn it.
"""

import dataclasses
import datetime
import faulthandler
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from eventlog.index import Index
from eventlog.partition_log import PartitionLog
from eventlog.reading import Tracking
from eventlog.settings import Settings
from eventlog.writer import Timing, Writer
from tests.eventlog.diary import WITH_DIARIES

TIMING: Final = Timing(session_ms=2_000, heartbeat_ms=300)
STEPS: Final = ("begin", "send", "flush", "send_offset", "commit")
INDEXING: Final = "advance"
"""The step of writing the index that locks its tracking row, which stays locked until all is written."""


@dataclasses.dataclass(frozen=True)
class Failpoint:
    """Before or after a step of the n-th transaction that has events, this signal is sent to itself."""

    step: str
    when: str
    transaction: int
    signal: int


def arguments(
    settings: Settings, failpoint: Failpoint | None = None, *, clock: Path | None = None
) -> list[str]:
    """The arguments of this program."""
    point = None if failpoint is None else dataclasses.asdict(failpoint)
    named = dataclasses.asdict(settings) | {"vault": str(settings.vault)}
    return ["-m", "tests.faults.writer", json.dumps(named), json.dumps(point), str(clock or "")]


def settings_of(text: str) -> Settings:
    """Settings from an argument."""
    named = json.loads(text)
    return Settings(**named | {"vault": Path(named["vault"])})


def fail_indexing(point: Failpoint) -> None:
    """Let the n-th writing of the index fail, with the tracking row locked."""
    original = Index._advance
    writings = 0

    def advance(self: Index, before: Tracking, after: Tracking) -> None:
        nonlocal writings
        writings += 1
        original(self, before, after)
        if writings == point.transaction:
            os.kill(os.getpid(), point.signal)

    Index._advance = advance  # type: ignore[method-assign]


def failing(point: Failpoint) -> type[PartitionLog]:
    """A log that fails at this point."""

    class FailingLog(PartitionLog):
        pass

    transactions = 0

    def wrap(step: str) -> None:
        original: Any = getattr(PartitionLog, f"_{step}")

        def method(self: FailingLog, *args: Any) -> Any:
            nonlocal transactions
            if step == "begin":
                transactions += 1
            due = step == point.step and transactions == point.transaction
            if due and point.when == "before":
                os.kill(os.getpid(), point.signal)
            result = original(self, *args)
            if due and point.when == "after":
                os.kill(os.getpid(), point.signal)
            return result

        setattr(FailingLog, f"_{step}", method)

    for step in STEPS:
        wrap(step)
    return FailingLog


def clock_of(name: str) -> Callable[[], datetime.datetime]:
    """A clock that goes wrong by the seconds in the file of this name; none: a right one."""

    def wall() -> datetime.datetime:
        wrong = float(Path(name).read_text() or 0) if name else 0.0
        return datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=wrong)

    return wall


def main() -> None:
    """Run until SIGTERM; SIGUSR1 lets it say where each of its threads is."""
    settings, point = settings_of(sys.argv[1]), json.loads(sys.argv[2])
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    faulthandler.register(signal.SIGUSR1)
    log_class = PartitionLog
    if point is not None and point["step"] == INDEXING:
        fail_indexing(Failpoint(**point))
    elif point is not None:
        log_class = failing(Failpoint(**point))
    wall = clock_of(sys.argv[3])
    writer = Writer(settings, catalogue=WITH_DIARIES, timing=TIMING, wall=wall, log_class=log_class)
    writer.run(stop)


if __name__ == "__main__":
    main()
