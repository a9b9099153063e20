"""Emmett on PostgreSQL: the same work, done by a program of its own, since it speaks TypeScript."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import orjson

from benchmarks.measuring import Load
from benchmarks.site import Site
from benchmarks.stores.workload import AFTER_CRASH, SECONDS, Contended

NAME: Final = "Emmett on PostgreSQL"
FILES: Final = Path(__file__).parent / "emmett"
BIN: Final = Path(sys.executable).parent


class Emmett:
    """Its packages are installed by the lock file into the run's own folder."""

    def __init__(self, site: Site) -> None:
        self._folder = site.folder / "emmett"
        shutil.copytree(FILES, self._folder, ignore=shutil.ignore_patterns("node_modules"))
        install = [str(BIN / "npm"), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(install, cwd=self._folder, check=True, capture_output=True)
        self._url, self._server = site.own_database(), site.servers.postgres

    def append(self, writers: int, seconds: float = SECONDS) -> Load:
        """Like ``workload.append``."""
        return _load(self._run("append", writers, seconds))

    def conflicts(self) -> Contended:
        """Like ``workload.conflicts``; it checks the stream itself."""
        told = self._run("conflicts", SECONDS)
        load = _load(told)
        return Contended(load.per_second, told["lost"] / len(load.latencies))

    def own_writes(self) -> Load:
        """Like ``workload.own_writes``."""
        return _load(self._run("own", SECONDS))

    def read_all(self) -> float:
        """Like ``workload.read_all``, page by page from its table."""
        told = self._run("read")
        events: int = told["events"]
        return events / float(told["seconds"])

    def crash(self) -> float:
        """Like ``workload.crash``."""
        process = self._start("crash", stdin=subprocess.PIPE)
        _wait_told(process, AFTER_CRASH)
        self._server.kill()
        killed = time.time()
        self._server.start()
        _wait_told(process, AFTER_CRASH)
        answer, _ = process.communicate()
        told: dict[str, float] = dict(orjson.loads(answer)["told"])
        found = self._run("read")
        if found["distinct"] != found["events"] or not told.keys() <= set(found["found"]):
            raise RuntimeError(f"{NAME}: an acknowledged event is lost or doubled")
        return min(at for at in told.values() if at > killed) - killed

    def _run(self, *words: object) -> Any:
        answer, _ = self._start(*words).communicate()
        return orjson.loads(answer)

    def _start(self, *words: object, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
        words = (BIN / "node", self._folder / "emmett.mjs", self._url, *words)
        command = list(map(str, words))
        return subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self._folder
        )


def _wait_told(process: "subprocess.Popen[bytes]", more: int) -> None:
    """Read on until it has told of so many more events."""
    assert process.stderr is not None
    first: int | None = None
    for line in process.stderr:
        if line.strip().isdigit():
            first = int(line) if first is None else first
            if int(line) >= first + more:
                return
    raise RuntimeError(f"{NAME} ended")


def _load(told: Any) -> Load:
    return Load(told["seconds"], told["latencies"])
