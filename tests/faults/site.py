"""One installation under load, whose processes the tests kill, pause and start again."""

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final, Self

import psutil
import psycopg

from domain.catalogue import CATALOGUE
from embedded import Embedded
from eventlog.client import CommandClient
from eventlog.counting import CountedBatch
from eventlog.reading import EventReader
from projections.rebuild import rebuild
from tests.eventlog.diary import WITH_DIARIES
from tests.eventlog.town import TOWN, Town, town_in
from tests.faults import writer
from tests.faults.load import Load
from tests.faults.writer import Failpoint

WAIT_S: Final = 60.0
ROOT: Final = Path(__file__).parents[2]


class Site:
    """Servers of its own, a town with writers as real processes, a client, and a reader that saw it all."""

    def __init__(
        self,
        folder: Path,
        *,
        seed: int,
        report: Callable[[str], None],
        load: type[Load] = Load,
    ) -> None:
        self._folder = folder
        self._seed = seed
        self._report = report
        self._load_class = load
        self._stack = ExitStack()
        self._seen: list[CountedBatch] = []
        self.writers: list[psutil.Popen] = []
        self._processes: list[psutil.Popen] = []

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.servers = stack.enter_context(Embedded(self._folder, self._report))
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
            self.town.found(self.client)
            self.load = self._load_class(self.town, self.client, seed=self._seed)
            self._reader = stack.enter_context(self._new_reader())
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    # --- processes --------------------------------------------------------------------------------

    def start_writer(self, failpoint: Failpoint | None = None) -> psutil.Popen:
        """Start a writer; it joins the others."""
        process = self._start(writer.arguments(self.town.settings, failpoint))
        self.writers.append(process)
        return process

    def start_projector(self) -> psutil.Popen:
        """Start a projector; the one before it must have ended."""
        arguments = writer.arguments(self.town.settings)
        return self._start(["-m", "tests.faults.projector", *arguments[2:]])

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
        """Every acknowledged command counted once, none twice, one content an id, positions gapless.

        The reader that was there all the time and one that begins at the first record agree.
        """
        self._seen += _read(self._reader)
        with self._new_reader() as reader:
            fresh = _read(reader)
        assert [b.head for b in self._seen] == [b.head for b in fresh]
        town = [batch for batch in self._seen if batch.jurisdiction == TOWN]
        _check_gapless(town)
        _check_acknowledged(town, self.load)

    def check_index(self) -> None:
        """The index has every event of the log, and no other."""
        logged = [
            (event.record.position, event.record.value) for b in self._town() for event in b.events
        ]

        def indexed() -> list[tuple[int, bytes]]:
            with psycopg.connect(self.town.settings.postgres) as connection:
                return connection.execute(
                    "SELECT position, value FROM eventlog.events WHERE jurisdiction = %s ORDER BY position",
                    [TOWN],
                ).fetchall()

        wait_for(lambda: len(indexed()) >= len(logged), "the index to catch up")
        assert indexed() == logged

    def check_read_models(self) -> None:
        """The read models have every event, and are what building them anew gives, row for row."""
        last = self._town()[-1].head.position

        def folded() -> bool:
            with psycopg.connect(self.town.settings.postgres) as connection:
                if connection.execute("SELECT to_regclass('projections.heads')").fetchone() == (
                    None,
                ):
                    return False  # killed so early that it made no table yet
                found = connection.execute(
                    "SELECT max(position) FROM projections.heads WHERE jurisdiction = %s", [TOWN]
                ).fetchone()
            return found is not None and (found[0] or 0) >= last

        wait_for(folded, "the read models to catch up")
        rebuilt = rebuild(self.town.settings, catalogue=CATALOGUE)
        assert rebuilt.events >= last
        assert rebuilt.differences == ()

    def _town(self) -> list[CountedBatch]:
        return [batch for batch in self._seen if batch.jurisdiction == TOWN]

    @contextlib.contextmanager
    def _new_reader(self) -> Iterator[EventReader]:
        knows = WITH_DIARIES.events.__contains__
        with EventReader(
            self.town.settings.kafka, self.town.topics, name="judge", knows=knows
        ) as reader:
            reader.start()
            yield reader


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Wait until a condition holds."""
    limit = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < limit, f"waited {WAIT_S} s for {what}"
        threading.Event().wait(0.05)


def _read(reader: EventReader) -> list[CountedBatch]:
    return [batch for reading in reader.read_to_end(timeout_s=WAIT_S) for batch in reading.batches]


def _check_gapless(batches: list[CountedBatch]) -> None:
    events = [event.record for batch in batches for event in batch.events]
    assert [event.position for event in events] == list(range(1, len(events) + 1))
    versions: Counter[str] = Counter()
    for event in events:
        versions[event.subject] += 1
        assert event.streamversion == versions[event.subject]


def _check_acknowledged(batches: list[CountedBatch], load: Load) -> None:
    by_id = {batch.first.commandid: batch for batch in batches}
    assert len(by_id) == len(batches), "a command was counted twice"
    for command_id, told in load.acknowledged.items():
        assert len(told) == 1, f"command {command_id} was answered differently: {told}"
        (answered,) = told
        batch = by_id[command_id]
        counted = (
            batch.first.commanddigest,
            batch.first.position,
            batch.head.position,
            batch.head.hash,
        )
        assert counted == (answered.digest, answered.first, answered.last, answered.hash)
    assert not load.refused.keys() & by_id.keys(), "a refused command was counted"
    assert set().union(*load.refused.values()) <= {"stale_version"}
