"""A whole installation as ``guantong up`` runs it: writer, projector and API, each a process of its own."""

import contextlib
import datetime
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
import psutil
import psycopg

from api.identity import Identity, issue_token, signing_key
from benchmarks.site import Site
from cli.supervisor import Supervisor, guantong
from domain.ids import JurisdictionCode, PartyId, PersonId
from embedded.ports import free_ports
from eventlog import topics
from eventlog.settings import Settings
from eventlog.topics import Topics
from processes import loading

PROJECT: Final = Path(__file__).parents[1]
YEAR: Final = PROJECT / "scenarios" / "linyi"
LINYI: Final = JurisdictionCode("linyi")
KEEPERS: Final = PartyId("cs")
"""The party that registers every lead: the one with the longest lists."""
READY_SECONDS_MAX: Final = 600.0
PROCESSES: Final = ("writer", "projector", "api")


@dataclass(slots=True)
class Running:
    """An installation whose processes can be started and ended one by one."""

    settings: Settings
    folder: Path
    port: int
    environment: Mapping[str, str]
    supervisor: Supervisor
    key: bytes
    keeper: Identity | None = None

    @property
    def url(self) -> str:
        """Where the API answers."""
        return f"http://127.0.0.1:{self.port}"

    @contextlib.contextmanager
    def peer(self, postgres: str) -> Iterator[int]:
        """The API over eventsourcing.postgres beside this one; gives its port."""
        (port,) = free_ports(1)
        command = [sys.executable, "-m", "benchmarks.peers_shell", str(port), postgres]
        with Supervisor(self.folder / "logs", self.environment) as supervisor:
            supervisor.start("peer", command)
            await_answer(f"http://127.0.0.1:{port}/health/live", supervisor)
            yield port

    def start(self, *names: str) -> None:
        """Start processes; ``await_ready`` tells when they serve."""
        for name in names:
            options = ("--port", str(self.port)) if name == "api" else ()
            self.supervisor.start(name, guantong("serve", name, *options))

    @property
    def identity(self) -> Identity:
        """The keeper of leads, once the year is loaded."""
        if self.keeper is None:
            raise RuntimeError("load the year first")
        return self.keeper

    def token(self) -> str:
        """The keeper's bearer token."""
        now = datetime.datetime.now(datetime.UTC)
        return issue_token(self.identity, key=self.key, now=now, days=1)

    def stop(self) -> None:
        """End every process, kindly."""
        self.supervisor.stop()

    def await_ready(self) -> None:
        """Return once the API answers and is at the end of the log."""
        await_answer(f"{self.url}/health/ready", self.supervisor)

    def settle(self) -> None:
        """Do now, and wait for, what PostgreSQL else does in the background minutes after a load."""
        with psycopg.connect(self.settings.postgres, autocommit=True) as connection:
            connection.execute("vacuum (analyze)")
            connection.execute("checkpoint")

    def memory_mb(self) -> dict[str, float]:
        """What each process holds now that it shares with no other, in MB."""
        found = {}
        for name, pid in self.supervisor.pids().items():
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE:
                found[name] = process.memory_full_info().uss / 1e6
        return found


def await_answer(url: str, supervisor: Supervisor) -> None:
    """Return once a page answers with 200; ``RuntimeError`` if a process ends meanwhile."""
    limit = time.monotonic() + READY_SECONDS_MAX
    while time.monotonic() < limit:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(url, timeout=5).status_code == httpx.codes.OK:
                return
        if ended := supervisor.tend():
            raise RuntimeError(f"ended by itself: {ended}")
        time.sleep(0.05)
    raise TimeoutError(url)


@contextlib.contextmanager
def running(site: Site) -> Iterator[Running]:
    """An empty installation, not started yet."""
    folder = site.folder / "installation"
    folder.mkdir()
    (port,) = free_ports(1)
    settings = Settings(
        kafka=site.kafka,
        postgres=site.own_database(),
        vault=folder / "vault",
        installation="benchmark",
    )
    topics.create(settings.kafka, Topics(settings.prefix))
    environment = {
        "GUANTONG_DATA": str(folder),
        "GUANTONG_KAFKA": settings.kafka,
        "GUANTONG_POSTGRES": settings.postgres,
        "GUANTONG_INSTALLATION": settings.installation,
        "GUANTONG_LANG": "en",
        "PYTHONPATH": os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")]),
    }
    key = signing_key(folder / "token.key")
    with Supervisor(folder / "logs", environment) as supervisor:
        yield Running(settings, folder, port, environment, supervisor, key)


def load_year(installation: Running, advance: Callable[[int, int], None]) -> None:
    """Load Linyi's year as everybody would, and find the keeper of its leads."""
    loaded = loading.load(
        installation.settings,
        YEAR,
        report=lambda progress: advance(progress.done, progress.total),
        stop=threading.Event(),
    )
    if loaded.problems:
        raise RuntimeError(str(loaded.problems[0]))
    with psycopg.connect(installation.settings.postgres) as connection:
        row = connection.execute(
            "select stream from read.appointments where until_position is null"
            " and jurisdiction = %s and party = 'cs' and role = 'keeper'",
            (LINYI,),
        ).fetchone()
    if row is None:
        raise LookupError("keeper")
    installation.keeper = Identity(PersonId(row[0]), KEEPERS, LINYI)
