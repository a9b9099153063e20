"""What the two servers have in common: make files, start, wait, stop, kill, clear left-overs."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from embedded import child
from embedded.errors import ServerDied, ServerSilent
from embedded.ports import require_free

START_SECONDS_MAX = 120.0  # recovery of a long log after `kill -9` is part of the start
STOP_SECONDS_MAX = 30.0
PROBE_SECONDS = 0.05


class Server(ABC):
    """A server whose files are in `folder` and whose output goes to a log beside it.

    Its processes work in `folder` or below: so a later start recognises what was left over. They
    end with the thread that started them.
    """

    name: str
    program: str
    end_signal: signal.Signals

    def __init__(self, folder: Path, *, ports: Sequence[int], account: str = "") -> None:
        self.folder, self.log = folder, folder.with_suffix(".log")
        self.files, self._new = folder / "files", folder / "files.new"
        self._ports, self._account = ports, account
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(exist_ok=True, mode=0o700)

    @property
    def pid(self) -> int | None:
        """The process id while the server runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def begin_format(self) -> None:
        """At a first start, begin to make the server's files."""
        if not self.files.exists():
            shutil.rmtree(self._new, ignore_errors=True)
            self._process = self._spawn(self._format_command(self._new))

    def finish_format(self) -> None:
        """Wait for what `begin_format` began; files half made are never used."""
        if self._process is not None:
            if self._process.wait() != 0:
                raise ServerDied(server=self.name, log=self.log)
            self._new.rename(self.files)

    def launch(self) -> None:
        """Start on the ports given at construction; raises `PortTaken`."""
        self._end_left_over()
        for port in self._ports:
            require_free(port)
        self._process = self._spawn(self._command())

    def await_ready(self) -> None:
        """Return once clients are served; raises `ServerDied` or `ServerSilent`."""
        deadline = time.monotonic() + START_SECONDS_MAX
        while not self._answers():
            if self.pid is None:
                raise ServerDied(server=self.name, log=self.log)
            if time.monotonic() > deadline:
                raise ServerSilent(server=self.name, log=self.log, seconds=START_SECONDS_MAX)
            time.sleep(PROBE_SECONDS)

    def start(self) -> None:
        """Start again after `stop` or `kill`, on the same ports, and return once it serves."""
        self.launch()
        self.await_ready()

    def ask_to_stop(self) -> None:
        """Ask for a clean end without waiting for it."""
        if self._process is not None and self.pid is not None:
            self._process.send_signal(self.end_signal)

    def stop(self) -> None:
        """End cleanly; at once where that takes longer than `STOP_SECONDS_MAX`."""
        self.ask_to_stop()
        if self._process is not None:
            try:
                self._process.wait(STOP_SECONDS_MAX)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        """End at once with everything it started, as a power cut would."""
        _end(list(self._processes()), signal.SIGKILL)
        self._reap()

    @abstractmethod
    def _format_command(self, files: Path) -> list[str]:
        """Return the command that makes the files of a first start in `files`."""

    @abstractmethod
    def _command(self) -> list[str]:
        """Write the settings and return the command of the server."""

    @abstractmethod
    def _answers(self) -> bool:
        """Tell whether clients are served."""

    def _spawn(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        wrapped = [sys.executable, "-I", "-S", child.__file__]
        wrapped += [str(os.getpid()), str(int(self.end_signal)), self._account, *command]
        with self.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603 - this package's own programs
                wrapped,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches the owner, who stops things in order
            )

    def _end_left_over(self) -> None:
        """End what a killed owner or a killed first process left behind: kindly, then at once."""
        left_over = list(self._processes())
        _end(left_over, self.end_signal)
        _end(left_over, signal.SIGKILL)
        self._reap()

    def _reap(self) -> None:
        if self._process is not None:
            self._process.kill()  # it may not have become the server yet
            self._process.wait()

    def _processes(self) -> Iterator[psutil.Process]:
        """Find the processes of this server's program that work in its folder."""
        folder = self.folder.resolve()
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                if process.name() == self.program and Path(process.cwd()).is_relative_to(folder):
                    yield process


def _end(processes: Sequence[psutil.Process], how: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(how)
    psutil.wait_procs(processes, timeout=STOP_SECONDS_MAX)
