"""A whole installation as ``guantong up`` runs it: writer, projector and API, each a process of its own."""

import contextlib
import datetime
import os
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from api.identity import Identity, issue_token, signing_key
from benchmarks.site import Site
from cli.supervisor import Supervisor, guantong
from domain.ids import (
    INSTALLATION,
    JurisdictionCode,
    PartyId,
    PersonId,
    derived_id,
    jurisdiction_stream,
    stream_id,
)
from embedded.ports import free_ports
from eventlog import topics
from eventlog.settings import Settings
from eventlog.topics import Topics

PROJECT: Final = Path(__file__).parents[1]
SCHEMES: Final = PROJECT / "schemes"
LINYI: Final = JurisdictionCode("linyi")
FOUNDER: Final = PersonId(stream_id("person", derived_id("founder")))
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
    persons: dict[str, Identity] = field(default_factory=dict)

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

    def token(self, person: str) -> str:
        """The bearer token of somebody in office."""
        now = datetime.datetime.now(datetime.UTC)
        return issue_token(self.persons[person], key=self.key, now=now, days=1)

    def await_ready(self) -> None:
        """Return once the API answers and is at the end of the log."""
        await_answer(f"{self.url}/health/ready", self.supervisor)

    def post(self, person: str, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Do what must be accepted."""
        identity = self.persons[person]
        answer = httpx.post(
            f"{self.url}/v1/{identity.jurisdiction}/{path}",
            json=body,
            headers={
                "Authorization": f"Bearer {self.token(person)}",
                "Idempotency-Key": str(uuid.uuid4()),
                "Prefer": "wait=60",
            },
            timeout=70,
        )
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told

    def memory_mb(self) -> dict[str, float]:
        """What each process holds now that it shares with no other, in MB, without the start wrapper."""
        found = {}
        for name, pid in self.supervisor.pids().items():
            process = psutil.Process(pid)
            with_children = [process, *process.children(recursive=True)]
            found[name] = max(each.memory_full_info().uss for each in with_children) / 1e6
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


def found(installation: Running) -> None:
    """Open Linyi with its own scheme and a simulated clock, and put people in office."""
    _, _, log = jurisdiction_stream(LINYI).partition("/")
    source = f"{installation.settings.installation}/{LINYI}"
    place = {
        "title_zh": "临沂市",
        "title_en": "Linyi",
        "source": source,
        "clock": "simulated",
        "starts": "2026-03-02T01:00:00Z",
        "founding_party": "commission",
    }
    commission = PartyId("commission")
    installation.persons["operator"] = Identity(FOUNDER, commission, INSTALLATION)
    installation.persons["founder"] = Identity(FOUNDER, commission, LINYI)
    opening = {"code": LINYI, "partition": 0, "founder": FOUNDER, **place}
    installation.post("operator", f"jurisdictions/{log}/open", opening)
    installation.post("founder", f"jurisdictions/{log}/begin", place)
    scheme = {
        "text": (SCHEMES / "linyi.toml").read_text("utf-8"),
        "calendar": (SCHEMES / "calendars" / "china.toml").read_text("utf-8"),
        "document": "临办发〔2025〕1号",
        "document_date": "2025-12-01",
    }
    installation.post("founder", "schemes", scheme)


def appoint(installation: Running, name: str, party: str, *roles: str) -> None:
    """Register a person and appoint them from the first day on."""
    person = PersonId(installation.post("founder", "persons", {"name": name})["stream"])
    for role in roles:
        body = {"party": party, "role": role, "begins": "2026-01-01"}
        installation.post("founder", f"persons/{person.partition('/')[2]}/appoint", body)
    installation.persons[name] = Identity(person, PartyId(party), LINYI)
