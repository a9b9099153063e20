"""A whole system started as people start it: `guantong up`, on a folder and a port of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import httpx
import psutil
from typer.testing import CliRunner, Result

from cli.main import app
from embedded.ports import free_ports
from tests.waiting import until

SCENARIO: Final = Path(__file__).with_name("town.scenario")
START_SECONDS_MAX: Final = 180.0
END_SECONDS_MAX: Final = 60.0


class System:
    """One `guantong up`; started and ended as often as a test likes, on the same folder."""

    def __init__(self, folder: Path) -> None:
        self.data, self.printed = folder / "data", folder / "printed.log"
        (self.port,) = free_ports(1)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Start it and wait until it says that it is ready; returns what it printed."""
        command = [sys.executable, "-m", "cli", "--lang", "en", "up"]
        options = ["--data", str(self.data), "--port", str(self.port)]
        options += ["--scenario", str(SCENARIO)]
        with self.printed.open("wb") as printed:
            self._process = subprocess.Popen(
                [*command, *options], stdout=printed, stderr=subprocess.STDOUT
            )
        until(self._has_told, limit_seconds=START_SECONDS_MAX)
        return self.printed.read_text()

    def _has_told(self) -> bool:
        assert self._process is not None
        told = self.printed.read_text()
        assert self._process.poll() is None, told
        return "Worth trying" in told and told.rstrip().endswith('/stream"')

    def children(self) -> dict[str, psutil.Process]:
        """The processes it started, by the name of what they serve."""
        assert self._process is not None
        found = {}
        for process in psutil.Process(self._process.pid).children():
            command = process.cmdline()
            found[command[4] if "serve" in command else process.name()] = process
        return found

    def end(self, how: signal.Signals) -> int:
        """Send it a signal, wait until it and all its children have ended; returns its exit code."""
        assert self._process is not None
        children = list(self.children().values())
        self._process.send_signal(how)
        code = self._process.wait(END_SECONDS_MAX)
        _ended, left = psutil.wait_procs(children, timeout=END_SECONDS_MAX)
        assert not left, left
        return code

    def close(self) -> None:
        """End it if it still runs."""
        if self._process is not None and self._process.poll() is None:
            self.end(signal.SIGTERM)

    def variables(self) -> Mapping[str, str]:
        """What a shell knows after it read `try.env`."""
        lines = (self.data / "try.env").read_text().splitlines()
        parted = (line.removeprefix("export ").partition("=") for line in lines)
        return {name: value for name, _, value in parted}

    def request(self, method: str, path: str, *, person: str, **content: Any) -> httpx.Response:
        """Ask its API in a sample person's name."""
        known = self.variables()
        return httpx.request(
            method,
            known["GUANTONG"] + path,
            headers={"Authorization": f"Bearer {known[person]}"},
            timeout=30,
            trust_env=False,
            **content,
        )

    def run(self, *arguments: str) -> Result:
        """Run another command on the same folder."""
        return run(*arguments, "--data", str(self.data))


def run(*arguments: str, **environment: str) -> Result:
    """Run a command of `guantong` in English, with more variables where they are given."""
    known = {**os.environ, "GUANTONG_LANG": "en", "COLUMNS": "200", **environment}
    return CliRunner().invoke(app, ["--lang", "en", *arguments], env=known)
