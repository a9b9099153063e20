"""`guantong up`: everything on one machine, started in order, kept running, stopped in order."""

import contextlib
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import httpx
import typer
from prometheus_client import multiprocess

from cli import places, samples
from cli.errors import ApiPortTaken, BothAddresses, NotReady
from cli.exits import Exit
from cli.language import language, text
from cli.options import DEFAULT_DATA, Attachments, Data, Kafka, Postgres
from cli.places import Running
from cli.serve import HOST, PORT
from cli.statusline import StatusLine
from cli.supervisor import Ended, Supervisor, guantong
from cli.terminal import err, note, say
from embedded import Embedded
from embedded.errors import ServerDied
from embedded.folder import DataFolder
from embedded.ports import is_free
from eventlog import topics
from eventlog.attachments.store import Store

PROJECT: Final = Path(__file__).parents[2]
SCENARIO: Final = PROJECT / "scenarios" / "linyi"
READY_SECONDS_MAX: Final = 120.0
TEND_SECONDS: Final = 0.1
METRICS: Final = "metrics"
_LOADED: Final = "scenarios.loaded"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    data: Path
    port: int
    scenario: Path
    attachments: str | None


def up(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    port: Annotated[int, typer.Option("--port", help=text("option.port"))] = PORT,
    scenario: Annotated[
        Path, typer.Option("--scenario", exists=True, help=text("option.scenario"))
    ] = SCENARIO,
    attachments: Attachments = None,
) -> None:
    """Start everything and stay until Ctrl-C, which ends with 0."""
    if (kafka is None) != (postgres is None):
        raise BothAddresses
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    if attachments is not None:
        Store(attachments)  # an address that names none is said now
        if "://" not in attachments:
            attachments = str(Path(attachments).absolute())  # other commands stand elsewhere
    wanted = Wanted(data.absolute(), port, scenario, attachments)
    try:
        with contextlib.ExitStack() as stack:
            _run(stack, wanted, kafka, postgres)
    except KeyboardInterrupt:
        say(text("up.stopped", data=data))


def _run(
    stack: contextlib.ExitStack, wanted: Wanted, kafka: str | None, postgres: str | None
) -> None:
    began = time.monotonic()
    if not is_free(wanted.port):
        raise ApiPortTaken(port=wanted.port)
    servers: Embedded | None = None
    if kafka is None or postgres is None:
        servers = stack.enter_context(Embedded(wanted.data, note))
        kafka, postgres = servers.kafka_bootstrap, servers.postgres_url
    else:
        stack.enter_context(DataFolder(wanted.data))
    addresses = Running(
        kafka=kafka,
        postgres=postgres,
        installation=places.installation(),
        url=f"http://{HOST}:{wanted.port}",
        attachments=wanted.attachments,
    )
    topics.create(kafka, topics.Topics())
    note(text("up.topics", partitions=topics.check(kafka, topics.Topics())))
    supervisor = stack.enter_context(_children(wanted, addresses))
    System(wanted, supervisor, servers, addresses).run(began)


@contextlib.contextmanager
def _children(wanted: Wanted, addresses: Running) -> Iterator[Supervisor]:
    """A supervisor whose children find the services, and which stops them undisturbed."""
    metrics = wanted.data / METRICS
    shutil.rmtree(metrics, ignore_errors=True)
    metrics.mkdir()
    environment = {
        "PROMETHEUS_MULTIPROC_DIR": str(metrics),  # one /metrics for all of them
        "GUANTONG_DATA": str(wanted.data),
        "GUANTONG_KAFKA": addresses.kafka,
        "GUANTONG_POSTGRES": addresses.postgres,
        "GUANTONG_INSTALLATION": addresses.installation,
        "GUANTONG_LANG": language().value,
    }
    if addresses.attachments is not None:
        environment["GUANTONG_ATTACHMENTS"] = addresses.attachments
    with places.announced(wanted.data, addresses):
        supervisor = Supervisor(wanted.data / places.LOGS, environment)
        try:
            yield supervisor
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            note(text("up.stopping"))
            supervisor.stop()


class System:
    """The running whole: children, embedded servers, and the one status line."""

    def __init__(
        self, wanted: Wanted, supervisor: Supervisor, servers: Embedded | None, addresses: Running
    ) -> None:
        self._wanted, self._supervisor, self._servers = wanted, supervisor, servers
        self._settings, self._url = addresses.settings(wanted.data), addresses.url
        self._metrics = wanted.data / METRICS

    def run(self, began: float) -> None:
        """Start the children, load the scenario if it is not there yet, print what to try, and tend."""
        wanted = self._wanted
        note(text("up.starting"))
        for name in ("writer", "projector"):
            self._supervisor.start(name, guantong("serve", name))
        self._supervisor.start("api", guantong("serve", "api", "--port", str(wanted.port)))
        self._await_ready()
        self._load()
        for name in ("clock", "courier"):
            self._supervisor.start(name, guantong("serve", name))
        say(text("up.ready", seconds=round(time.monotonic() - began, 1)), style="bold green")
        samples.show(self._settings, wanted.data, self._url, wanted.scenario)
        with StatusLine(self._settings, self._url) as line:
            while True:
                self._tend()
                line.refresh()
                time.sleep(TEND_SECONDS)

    def _tend(self) -> None:
        """Start again what ended: embedded servers at once, children after their pause."""
        for ended in self._supervisor.tend():
            multiprocess.mark_process_dead(ended.pid, str(self._metrics))  # type: ignore[no-untyped-call]
            _tell(ended)
        if self._servers is not None:
            try:
                self._servers.check()
            except ServerDied:
                for server in (self._servers.kafka, self._servers.postgres):
                    if server.pid is None:
                        note(text("up.mended", name=server.name))
                        server.start()

    def _await_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS_MAX
        with httpx.Client(base_url=self._url, timeout=5, trust_env=False) as client:
            while not _answers(client):
                self._tend()
                if time.monotonic() > deadline:
                    log = self._wanted.data / places.LOGS / "api.log"
                    raise NotReady(service="API", seconds=round(READY_SECONDS_MAX), log=log)
                time.sleep(TEND_SECONDS)

    def _load(self) -> None:
        """Load the scenario unless a run before this one loaded it to its end."""
        wanted = self._wanted
        done = wanted.data / _LOADED
        name = str(wanted.scenario.resolve())
        if done.exists() and name in done.read_text().splitlines():
            return
        say(text("up.loading", scenario=wanted.scenario))
        process = self._supervisor.run(guantong("load", str(wanted.scenario)))
        try:
            while process.poll() is None:
                self._tend()
                time.sleep(TEND_SECONDS)
        finally:
            _end(process)
        if process.returncode != Exit.DONE:
            say(text("up.load_failed"), style="bold yellow")
            return
        with done.open("a") as file:
            file.write(f"{name}\n")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        process.wait()


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/health/ready").status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def _tell(ended: Ended) -> None:
    told = text(
        "up.restarted",
        name=ended.name,
        code=ended.code,
        seconds=ended.pause_seconds,
        log=ended.log,
    )
    err.print(told, style="yellow")
