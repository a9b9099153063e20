"""Children are restarted when they end, stopped in order, and end with their parent."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from cli import supervisor
from cli.supervisor import Ended, Supervisor, child_command
from tests.waiting import until

WAITS = [sys.executable, "-c", "import signal; print('up', flush=True); signal.pause()"]
IGNORES = [
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()",
]


def says(log: Path, word: str) -> Callable[[], bool]:
    return lambda: log.exists() and word in log.read_text()


def test_a_child_that_ends_is_started_again_after_a_pause(tmp_path: Path) -> None:
    with Supervisor(tmp_path, {}) as children:
        log = children.start("worker", WAITS).log
        until(says(log, "up"))
        first = children.pids()["worker"]
        psutil.Process(first).send_signal(signal.SIGKILL)
        ended: list[Ended] = []

        def has_ended() -> bool:
            ended.extend(children.tend())
            return bool(ended)

        until(has_ended)
        assert (ended[0].name, ended[0].code) == ("worker", -signal.SIGKILL)
        assert ended[0].pause_seconds == supervisor.PAUSE_SECONDS_MIN

        def again() -> bool:
            children.tend()
            return children.pids().get("worker", first) != first

        until(again)
        until(lambda: log.read_text().count("up") == 2)


def test_each_pause_is_twice_the_last_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "PAUSE_SECONDS_MAX", 1.5)
    child = supervisor.Child("worker", ["/bin/true"], tmp_path / "worker.log")
    child.start({})
    assert child.process is not None
    child.process.wait()
    assert [child.rest() for _ in range(4)] == [0.5, 1.0, 1.5, 1.5]


def test_the_environment_reaches_the_children(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import os; print(os.environ['GUANTONG_DATA'])"]
    with Supervisor(tmp_path, {"GUANTONG_DATA": "/somewhere"}) as children:
        log = children.start("worker", command).log
        until(says(log, "/somewhere"))


def test_children_are_stopped_last_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[int] = []
    real = supervisor.end

    def end(process: subprocess.Popen[bytes]) -> None:
        order.append(process.pid)
        real(process)

    monkeypatch.setattr(supervisor, "end", end)
    with Supervisor(tmp_path, {}) as children:
        logs = [children.start(name, WAITS).log for name in ("writer", "api")]
        for log in logs:
            until(says(log, "up"))
        started = children.pids()
    assert order == [started["api"], started["writer"]]
    assert not any(psutil.pid_exists(pid) for pid in order)


def test_who_does_not_end_when_asked_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "STOP_SECONDS_MAX", 0.2)
    with Supervisor(tmp_path, {}) as children:
        until(says(children.start("worker", IGNORES).log, "up"))
        pid = children.pids()["worker"]
    assert not psutil.pid_exists(pid)


def test_children_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    parent = (
        "import sys, signal; from pathlib import Path; from cli.supervisor import Ended, Supervisor\n"
        f"children = Supervisor(Path({str(tmp_path)!r}), {{}})\n"
        f"children.start('worker', {WAITS!r})\n"
        "print(children.pids()['worker'], flush=True)\n"
        "signal.pause()\n"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        worker = psutil.Process(int(process.stdout.readline()))
        until(says(tmp_path / "worker.log", "up"))
        process.kill()
    worker.wait(10)


def test_a_long_log_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "LOG_BYTES_MAX", 10)
    log = tmp_path / "worker.log"
    log.write_text("a long log of the run before")
    with Supervisor(tmp_path, {}) as children:
        children.start("worker", WAITS)
        until(says(log, "up"))
    assert (tmp_path / "worker.log.1").read_text() == "a long log of the run before"


def test_a_command_is_wrapped_to_end_with_its_parent() -> None:
    assert child_command(["/bin/true"])[-2:] == ["", "/bin/true"]
