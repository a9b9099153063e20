"""Child processes: started, restarted with a growing pause when one ends, stopped in order.

Children end with this process, also when it is killed (`embedded.child`), so they must be started
from a thread that lives as long as they shall: the main one.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from embedded import child

PAUSE_SECONDS_MIN: Final = 0.5
PAUSE_SECONDS_MAX: Final = 30.0
STEADY_SECONDS: Final = 60.0
"""Who ran so long gets the shortest pause again."""
STOP_SECONDS_MAX: Final = 15.0
LOG_BYTES_MAX: Final = 16 * 1024 * 1024

ALLOCATOR: Final = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "524288"}
"""So that glibc gives back what large pieces took, whichever thread had them; one's own settings win."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A child that ended by itself, and how long the supervisor waits before it starts it again."""

    name: str
    pid: int
    code: int
    pause_seconds: float
    log: Path


@dataclass(slots=True)
class Child:
    """One process: its command, its log, and when it may start again."""

    name: str
    command: Sequence[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = field(default=PAUSE_SECONDS_MIN)
    start_at: float = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it; its output goes to the log, which is set aside when it is long."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES_MAX:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - this program itself
                child_command(self.command),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches the supervisor, which stops things in order
            )
        self.started = time.monotonic()

    def rest(self) -> float:
        """Note that it ended: the pause before the next start, twice as long as the last."""
        now = time.monotonic()
        if now - self.started > STEADY_SECONDS:
            self.pause = PAUSE_SECONDS_MIN
        pause, self.pause = self.pause, min(2 * self.pause, PAUSE_SECONDS_MAX)
        self.process, self.start_at = None, now + pause
        return pause


class Supervisor:
    """Keeps children running between `with` and its end; call `tend` several times a second."""

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        logs.mkdir(parents=True, exist_ok=True)
        self._logs = logs
        self._environment = {**ALLOCATOR, **os.environ, **environment, "PYTHONUNBUFFERED": "1"}
        self._children: dict[str, Child] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self, name: str, command: Sequence[str]) -> Child:
        """Start a child under a name that its log file has too."""
        started = Child(name, command, self._logs / f"{name}.log")
        self._children[name] = started
        started.start(self._environment)
        return started

    def tend(self) -> list[Ended]:
        """Start again what ended and has paused long enough; returns who ended since the last call."""
        ended: list[Ended] = []
        for each in self._children.values():
            if each.process is None:
                if time.monotonic() >= each.start_at:
                    each.start(self._environment)
                continue
            pid, code = each.process.pid, each.process.poll()
            if code is not None:
                ended.append(Ended(each.name, pid, code, each.rest(), each.log))
        return ended

    def pids(self) -> Mapping[str, int]:
        """The process ids of the children that run now."""
        children = self._children.values()
        return {each.name: each.process.pid for each in children if each.process is not None}

    def run(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a process that does one thing and may use the terminal; it ends with this one too."""
        return subprocess.Popen(child_command(command), env=self._environment)  # noqa: S603

    def stop(self) -> None:
        """Ask the last started to end, wait, then the one before it; at once who takes too long."""
        for each in reversed(self._children.values()):
            if each.process is not None:
                end(each.process)
        self._children.clear()


def end(process: subprocess.Popen[bytes]) -> None:
    """End one process: kindly, then at once."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS_MAX)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def guantong(*arguments: str) -> list[str]:
    """The command line of this very program with other arguments."""
    return [sys.executable, "-m", "cli", *arguments]


def child_command(command: Sequence[str]) -> list[str]:
    """A command wrapped so that its process ends with the thread that starts it."""
    wrapper = [sys.executable, "-I", "-S", child.__file__]
    return [*wrapper, str(os.getpid()), str(int(signal.SIGTERM)), "", *command]
