"""A writer as a process of its own, which fails at a named point: ``python -m tests.faults.writer``.

The points exist only here: a subclass fails before or after a step of the transaction.
"""

import dataclasses
import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any, Final

from eventlog.partition_log import PartitionLog
from eventlog.settings import Settings
from eventlog.writer import Timing, Writer
from tests.eventlog.diary import WITH_DIARIES

TIMING: Final = Timing(session_ms=2_000, heartbeat_ms=300)
STEPS: Final = ("begin", "send", "flush", "send_offset", "commit")


@dataclasses.dataclass(frozen=True)
class Failpoint:
    """Before or after a step of the n-th transaction that has events, this signal is sent to itself."""

    step: str
    when: str
    transaction: int
    signal: int


def arguments(settings: Settings, failpoint: Failpoint | None = None) -> list[str]:
    """The arguments of this program."""
    point = None if failpoint is None else dataclasses.asdict(failpoint)
    named = {name: str(value) for name, value in dataclasses.asdict(settings).items()}
    return ["-m", "tests.faults.writer", json.dumps(named), json.dumps(point)]


def settings_of(text: str) -> Settings:
    """Settings from an argument."""
    named = json.loads(text)
    return Settings(**named | {"vault": Path(named["vault"])})


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


def main() -> None:
    """Run until SIGTERM."""
    settings, point = settings_of(sys.argv[1]), json.loads(sys.argv[2])
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    log_class = PartitionLog if point is None else failing(Failpoint(**point))
    Writer(settings, catalogue=WITH_DIARIES, timing=TIMING, log_class=log_class).run(stop)


if __name__ == "__main__":
    main()
