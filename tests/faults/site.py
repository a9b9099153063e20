"""One installation under load, whose processes the tests kill, pause and start again."""

import contextlib
import faulthandler
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, Self

import psutil

from embedded import Embedded
from eventlog.client import CommandClient
from eventlog.settings import Settings
from projections.rebuild import rebuild
from tests.eventlog.diary import WITH_DIARIES
from tests.eventlog.town import TOWN, Town, answer, town_in
from tests.faults import evidence, writer
from tests.faults.evidence import WAIT_S
from tests.faults.load import Load
from tests.faults.servers import Servers
from tests.faults.writer import Failpoint
from tests.history.checker import Evidence, Violation, violations
from tests.history.history import History

ROOT: Final = Path(__file__).parents[2]
REFUSALS: Final = {"stale_version"}
"""What the load provokes."""
TESTIMONY_MAX: Final = 12_000
"""Characters of a log that stand in a failure."""


class Site:
    """A town on these servers, with writers as real processes, a client, and a reader that saw it all."""

    def __init__(
        self,
        folder: Path,
        servers: Embedded | Servers,
        *,
        seed: int | str,
        load: type[Load] = Load,
    ) -> None:
        self._folder = folder
        self.servers = servers
        self._seed = seed
        self._load_class = load
        self._stack = ExitStack()
        self.history = History()
        self.writers: list[psutil.Popen] = []
        self._processes: list[psutil.Popen] = []
        self._projector: psutil.Popen | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.town: Town = town_in(
                self._folder,
                kafka=self.servers.kafka_bootstrap,
                postgres=self.servers.postgres_url,
                prefix="faults",
            )
            self.town.create()
            stack.callback(self._end_processes)
            self.start_writer()
            self.client: CommandClient = stack.enter_context(self.town.client())
            self._found()
            self.load = self._load_class(
                self.town, self.client, seed=self._seed, history=self.history
            )
            reader = evidence.reader_of(self._direct.kafka, self._direct, "judge")
            self._reader = stack.enter_context(reader)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def _direct(self) -> Settings:
        """The judge's way to the servers, past all proxies."""
        return replace(
            self.town.settings,
            kafka=self.servers.kafka.bootstrap,
            postgres=self.servers.postgres.url,
        )

    def _found(self) -> None:
        for command in (self.town.opening(), self.town.beginning()):
            self.history.ask(command.id, command.digest, at=time.monotonic())
            assert answer(self.client, command).problem is None

    # --- processes --------------------------------------------------------------------------------

    def start_writer(self, failpoint: Failpoint | None = None) -> psutil.Popen:
        """Start a writer; it joins the others."""
        clock = self._clock(len(self._processes))
        clock.write_text("0")
        process = self._start(writer.arguments(self.town.settings, failpoint, clock=clock))
        self.writers.append(process)
        return process

    def start_projector(self) -> psutil.Popen:
        """Start a projector; the one before it must have ended."""
        arguments = writer.arguments(self.town.settings)
        self._projector = self._start(["-m", "tests.faults.projector", *arguments[2:]])
        return self._projector

    def turn_clock(self, process: psutil.Popen, seconds: float) -> None:
        """Let the clock of a writer be wrong by so much from now on."""
        clock = self._clock(self._processes.index(process))
        new = clock.with_suffix(".new")
        new.write_text(str(seconds))
        new.replace(clock)

    def log_of(self, process: psutil.Popen) -> Path:
        """What a process had to say."""
        return self._folder / f"process-{self._processes.index(process)}.log"

    def testimony(self) -> str:
        """Where every thread of the running writers and of this process is, and what writers last said."""
        said = []
        for process in self.running_writers():
            log = self.log_of(process)
            length = log.stat().st_size
            process.resume()
            process.send_signal(signal.SIGUSR1)
            wait_for(partial(_is_longer, log, length), "where its threads are")
            said.append(f"{log.name}: {log.read_text(errors='replace')[-TESTIMONY_MAX:]}")
        with tempfile.TemporaryFile("w+") as own:
            faulthandler.dump_traceback(own)
            own.seek(0)
            said.append(f"the client's process: {own.read()}")
        return "\n".join(said)

    def onlooker(self) -> evidence.Onlooker:
        """A client that looks for the end of the log all the time; use it with `with`."""
        settings = self.town.settings
        return evidence.Onlooker(settings.kafka, settings, TOWN, self.history)

    def _clock(self, number: int) -> Path:
        return self._folder / f"clock-{number}"

    def _start(self, arguments: list[str]) -> psutil.Popen:
        number = len(self._processes)
        with (self._folder / f"process-{number}.log").open("wb") as log:
            process = psutil.Popen(
                [sys.executable, *arguments], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT
            )
        self._processes.append(process)
        return process

    def running_writers(self) -> list[psutil.Popen]:
        """The writers that have not ended."""
        return [process for process in self.writers if process.poll() is None]

    def stop_writers(self) -> None:
        """Let all writers step down in order."""
        running = self.running_writers()
        for process in running:
            process.terminate()
        for process in running:
            assert process.wait(WAIT_S) == 0

    def wait_killed(self, process: psutil.Popen) -> None:
        """Wait until a process has ended by SIGKILL."""
        assert process.wait(WAIT_S) == -signal.SIGKILL

    def wait_paused(self, process: psutil.Popen) -> None:
        """Wait until a process has stopped itself."""
        wait_for(lambda: process.status() == psutil.STATUS_STOPPED, "the writer to pause")

    def _end_processes(self) -> None:
        for process in self._processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.resume()
                process.kill()
                process.wait(WAIT_S)

    # --- the verdict ------------------------------------------------------------------------------

    def check(self) -> None:
        """Nothing is wrong with what was asked, acknowledged and read."""
        assert self.violations() == []
        assert self.refusals() <= REFUSALS

    def check_index(self) -> None:
        """The index has every event of the log, and no other."""
        assert self.violations(index=True) == []

    def check_read_models(self) -> None:
        """The read models have every event, and are what building them anew gives, row for row."""
        assert self.violations(read_models=True) == []

    def refusals(self) -> set[str]:
        """The codes of all refusals."""
        return set().union(*self.history.refused.values())

    def violations(self, *, index: bool = False, read_models: bool = False) -> list[Violation]:
        """Everything that is wrong. The reader that was there all the time and a new one take part."""
        direct = self._direct
        self.history.passed["judge"] += evidence.read_to_end(self._reader, TOWN)
        with evidence.reader_of(direct.kafka, direct, "fresh") as reader:
            self.history.passed["fresh"] = evidence.read_to_end(reader, TOWN)
        last = self.history.passed["fresh"][-1].position
        found = Evidence(
            jurisdiction=TOWN,
            history=self.history,
            records=evidence.records_of(direct.kafka, self.town.topics.events),
            indexed=self._indexed(last) if index else None,
            differences=self._differences(last) if read_models else (),
        )
        assert found.events[-1]["position"] == last
        return violations(found)

    def _indexed(self, last: int) -> list[tuple[int, bytes]]:
        url = self._direct.postgres
        wait_for(lambda: len(evidence.indexed(url, TOWN)) >= last, "the index to catch up")
        return evidence.indexed(url, TOWN)

    def _has_folded(self, last: int) -> bool:
        """Whether the read models have everything; a projector that ended is started again first."""
        if self._projector is not None and self._projector.poll() is not None:
            self.start_projector()
        return evidence.folded(self._direct.postgres, TOWN) >= last

    def _differences(self, last: int) -> list[str]:
        direct = self._direct
        wait_for(lambda: self._has_folded(last), "the read models")
        rebuilt = rebuild(direct, catalogue=WITH_DIARIES)
        assert rebuilt.events >= last
        return [str(difference) for difference in rebuilt.differences]


def _is_longer(log: Path, length: int) -> bool:
    return log.stat().st_size > length


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Wait until a condition holds."""
    limit = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < limit, f"waited {WAIT_S} s for {what}"
        threading.Event().wait(0.05)
