"""One way to speak to every event store that has a client for Python, and how each is started."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import UUID

import umadb
from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent
from eventsourcing.utils import Environment

from benchmarks import peers_postgres
from benchmarks.site import Site
from embedded.ports import free_ports, is_free
from eventlog.recorder import Factory

TYPE: Final = "Happened"
PAGE: Final = 1_000
OURS: Final = "eventlog.recorder"


class Conflict(Exception):
    """Somebody else appended to the stream since it was read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a stream was when it was read or appended to: what the next append is conditional on."""

    version: int = 0
    position: int | None = None


class Store(Protocol):
    """An event store, opened."""

    def append(self, stream: UUID, after: Seen, data: bytes) -> Seen:
        """One event more, if the stream is still as it was seen; else ``Conflict``."""

    def read(self, stream: UUID) -> Seen:
        """How far a stream is."""

    def everything(self) -> list[tuple[UUID, int]]:
        """Every event in order: its stream, and its number in it."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A store that can be opened, closed and opened again, and whose server can be killed."""

    name: str
    open: Callable[[], contextlib.AbstractContextManager[Store]]
    kill: Callable[[], object]
    start: Callable[[], object]


class Recorded:
    """Any recorder of eventsourcing: its streams are those of originators."""

    def __init__(self, recorder: ApplicationRecorder) -> None:
        self._recorder = recorder

    def append(self, stream: UUID, after: Seen, data: bytes) -> Seen:
        version = after.version + 1
        try:
            self._recorder.insert_events([StoredEvent(stream, version, TYPE, data)])
        except IntegrityError:
            raise Conflict from None
        return Seen(version)

    def read(self, stream: UUID) -> Seen:
        found = self._recorder.select_events(stream, desc=True, limit=1)
        return Seen(found[0].originator_version) if found else Seen()

    def everything(self) -> list[tuple[UUID, int]]:
        found: list[tuple[UUID, int]] = []
        last = 0
        while page := self._recorder.select_notifications(last + 1, PAGE):
            found += [(UUID(str(each.originator_id)), each.originator_version) for each in page]
            last = page[-1].id
        return found


class Uma:
    """UmaDB: a stream is a tag, and the condition a query for it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._own = threading.local()

    @property
    def _client(self) -> Any:
        if not hasattr(self._own, "client"):
            self._own.client = umadb.Client(self._url)
        return self._own.client

    def append(self, stream: UUID, after: Seen, data: bytes) -> Seen:
        condition = umadb.AppendCondition(_tagged(stream), after.position)
        event = umadb.Event(TYPE, data, [str(stream)])
        try:
            position = self._client.append([event], condition)
        except umadb.IntegrityError:
            raise Conflict from None
        return Seen(after.version + 1, position)

    def read(self, stream: UUID) -> Seen:
        found = list(self._client.read(_tagged(stream)))
        return Seen(len(found), found[-1].position) if found else Seen()

    def everything(self) -> list[tuple[UUID, int]]:
        counts: dict[str, int] = {}
        found = []
        for each in self._client.read():
            (tag,) = each.event.tags
            counts[tag] = counts.get(tag, 0) + 1
            found.append((UUID(tag), counts[tag]))
        return found


def _tagged(stream: UUID) -> Any:
    return umadb.Query([umadb.QueryItem([], [str(stream)])])


@contextlib.contextmanager
def contestants(site: Site) -> Iterator[list[Contestant]]:
    """Ours and the others that Python speaks to, each with a store of its own."""
    database = site.own_database()
    environment = {"KAFKA_BOOTSTRAP_SERVERS": site.kafka}
    kafka, postgres = site.servers.kafka, site.servers.postgres

    @contextlib.contextmanager
    def ours() -> Iterator[Store]:
        factory = Factory(Environment("Benchmark", environment))
        try:
            yield Recorded(factory.application_recorder())
        finally:
            factory.close()

    @contextlib.contextmanager
    def theirs() -> Iterator[Store]:
        with peers_postgres.recorder(database) as recorder:
            yield Recorded(recorder)

    with UmaServer(site.folder / "uma") as uma:
        yield [
            Contestant(OURS, ours, kafka.kill, kafka.start),
            Contestant("eventsourcing.postgres", theirs, postgres.kill, postgres.start),
            Contestant("UmaDB", uma.opened, uma.kill, uma.start),
        ]


class UmaServer:
    """UmaDB's server, from its wheel, with its defaults."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        (self._port,) = free_ports(1)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "UmaServer":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start, and return once it listens."""
        program = Path(sys.executable).with_name("umadb")
        listen = f"127.0.0.1:{self._port}"
        self._process = subprocess.Popen(
            [program, "--listen", listen, "--db-path", self._folder / "db"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while is_free(self._port):
            if self._process.poll() is not None:
                raise RuntimeError("UmaDB ended")

    def kill(self) -> None:
        """End at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    @contextlib.contextmanager
    def opened(self) -> Iterator[Store]:
        """A client."""
        yield Uma(f"http://127.0.0.1:{self._port}")
