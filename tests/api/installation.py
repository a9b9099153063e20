"""A whole installation for tests over HTTP: real Kafka and PostgreSQL, a writer, a projector, the API."""

import contextlib
import datetime
import socket
import ssl
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx
import uvicorn

from api.app import ApiSettings, create_app
from api.identity import Identity, issue_token, signing_key
from domain.ids import (
    INSTALLATION,
    JurisdictionCode,
    PartyId,
    PersonId,
    derived_id,
    jurisdiction_stream,
    stream_id,
)
from domain.jurisdiction import ClockKind
from eventlog import topics
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.writer import Writer
from processes.scheme_files import read_scheme_files
from projections import runner
from tests.waiting import until

SCHEMES: Final = Path(__file__).parents[2] / "schemes"
LINYI: Final = JurisdictionCode("linyi")
FOUNDER: Final = PersonId(stream_id("person", derived_id("founder")))
READY_S: Final = 60.0
DAY: Final = datetime.date(2026, 3, 2)
TLS: Final = ssl.create_default_context()
"""Shared: a client that is given none reads all certificates of the system, which takes its time."""

Answer = httpx.Response


@dataclass
class Member:
    """A person who acts for a party, with a client that carries the token.

    ``token`` says how far the log had come with what they did last, ``appointed`` with their
    appointment, until they read for the first time.
    """

    person: PersonId
    party: PartyId
    http: httpx.Client
    jurisdiction: JurisdictionCode = LINYI
    token: str | None = None
    appointed: str | None = None

    def get(self, path: str, **options: Any) -> Answer:
        if self.appointed is not None:
            token, self.appointed = self.appointed, None
            self.see("parties", token=token)
        return self.http.get(f"/v1/{self.jurisdiction}/{path}", **options)

    def post(self, path: str, body: object, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(f"/v1/{self.jurisdiction}/{path}", json=body, headers=named)

    def do(self, path: str, body: object, **headers: str) -> dict[str, Any]:
        """Post what must be accepted."""
        answer = self.post(path, body, **headers)
        assert answer.status_code in {200, 201}, answer.text
        told: dict[str, Any] = answer.json()
        self.token = told.get("token", self.token)
        return told

    def see(self, path: str, *, token: str | None = None, **params: Any) -> dict[str, Any]:
        """Read what must be there, waiting for a token's position."""
        headers = {} if token is None else {"Guantong-Position": token}
        answer = self.get(path, params=params, headers=headers)
        assert answer.status_code == 200, answer.text
        seen: dict[str, Any] = answer.json()
        return seen


@dataclass
class Installation:
    """One installation; ``found`` opens Linyi under its own scheme with a simulated clock."""

    settings: Settings
    keys: Path
    port: int
    members: dict[str, Member] = field(default_factory=dict)
    clients: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def member(
        self, person: PersonId, party: str, jurisdiction: JurisdictionCode = LINYI
    ) -> Member:
        key = signing_key(self.keys / "token.key")
        identity = Identity(person, PartyId(party), jurisdiction)
        token = issue_token(identity, key=key, now=datetime.datetime.now(datetime.UTC), days=1)
        http = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
            verify=TLS,
        )
        self.clients.enter_context(http)
        return Member(person, PartyId(party), http, jurisdiction)

    def wait_ready(self, *checks: str) -> None:
        """Wait until the API is ready, or only these of what it needs: ``log``, ``read_models``."""
        wanted = set(checks or ("log", "read_models"))
        limit = time.monotonic() + READY_S
        waiting = threading.Event()
        while True:
            with contextlib.suppress(httpx.TransportError):
                ready = httpx.get(f"http://127.0.0.1:{self.port}/health/ready", verify=TLS)
                told = ready.json()["checks"]
                if wanted <= {name for name, well in told.items() if well}:
                    return
            assert time.monotonic() < limit, f"the API did not become ready: {wanted}"
            waiting.wait(0.05)

    def open(
        self,
        code: JurisdictionCode = LINYI,
        *,
        partition: int = 0,
        clock: ClockKind = "simulated",
        operator: PersonId = FOUNDER,
    ) -> Member:
        """Open and begin a jurisdiction over HTTP; returns the founder.

        A partition that was just added is not known everywhere yet: 503, or 202 until its writer has
        it; retried.
        """
        place = {
            "title_zh": "临沂市",
            "title_en": "Linyi",
            "source": f"{self.settings.installation}/{code}",
            "clock": clock,
            "founding_party": "commission",
        }
        if clock == "simulated":
            place["starts"] = "2026-03-02T01:00:00Z"
        _, _, log = jurisdiction_stream(code).partition("/")
        opening = {"code": code, "partition": partition, "founder": FOUNDER, **place}
        self.member(operator, "commission", INSTALLATION).do(f"jurisdictions/{log}/open", opening)
        founder = self.member(FOUNDER, "commission", code)
        retry = {"Idempotency_Key": new_command()}
        path = f"jurisdictions/{log}/begin"
        until(
            lambda: (
                founder.post(path, place, **retry).status_code
                not in {httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.ACCEPTED}
            )
        )
        founder.do(path, place, **retry)
        return founder

    def found(
        self,
        code: JurisdictionCode = LINYI,
        *mechanisms: str,
        partition: int = 0,
        city: str = LINYI,
    ) -> Member:
        """Open and begin a jurisdiction and adopt a city's scheme, all over HTTP; returns the founder.

        With ``mechanisms`` it works in these ways too, of those that cities share.
        """
        founder = self.open(code, partition=partition)
        more = [SCHEMES / "mechanisms" / f"{mechanism}.toml" for mechanism in mechanisms]
        texts = [
            read_scheme_files(SCHEMES / f"{city}.toml").text,
            *(f.read_text("utf-8") for f in more),
        ]
        scheme = {
            "text": "\n".join(texts),
            "calendar": (SCHEMES / "calendars" / "china.toml").read_text("utf-8"),
            "document": "临办发〔2025〕1号",
            "document_date": "2025-12-01",
        }
        founder.do("schemes", scheme)
        return founder

    def appoint(self, founder: Member, name: str, party: str, *roles: str) -> Member:
        """Register a person and appoint them; the member is kept under ``name``."""
        registered = founder.do("persons", {"name": name})
        person = PersonId(registered["stream"])
        for role in roles:
            path = f"persons/{person.partition('/')[2]}/appoint"
            told = founder.do(path, {"party": party, "role": role, "begins": "2026-01-01"})
        self.members[name] = self.member(person, party, founder.jurisdiction)
        self.members[name].appointed = told["token"]
        return self.members[name]


@contextlib.contextmanager
def running(
    folder: Path, *, kafka: str, postgres: str, prefix: str, installation: str = "test"
) -> Iterator[Installation]:
    """An installation with its processes as threads; what one of them raises is raised at the end."""
    settings = Settings(
        kafka=kafka,
        postgres=postgres,
        vault=folder / "vault",
        installation=installation,
        prefix=prefix,
    )
    topics.create(kafka, Topics(prefix))
    with contextlib.ExitStack() as stack:
        stack.enter_context(writing(settings))
        stack.enter_context(projecting(settings))
        served = stack.enter_context(serving(settings, folder))
        served.wait_ready()
        yield served


@contextlib.contextmanager
def writing(settings: Settings, **options: Any) -> Iterator[None]:
    """A writer as a thread."""
    stop = threading.Event()
    with _thread(lambda: Writer(settings, **options).run(stop), stop.set):
        yield


@contextlib.contextmanager
def projecting(settings: Settings) -> Iterator[None]:
    """A projector as a thread."""
    stop = threading.Event()
    with _thread(lambda: runner.run(settings, stop), stop.set):
        yield


@contextlib.contextmanager
def serving(settings: Settings, folder: Path) -> Iterator[Installation]:
    """The API as a thread; see ``Installation.wait_ready``."""
    with contextlib.ExitStack() as stack, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = create_app(ApiSettings(log=settings, keys=folder))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
        stack.enter_context(
            _thread(lambda: server.run(sockets=[listening]), lambda: _ask_to_end(server))
        )
        installation = Installation(settings, folder, port)
        stack.enter_context(installation.clients)
        yield installation


def _ask_to_end(server: uvicorn.Server) -> None:
    server.should_exit = True


@contextlib.contextmanager
def _thread(run: Callable[[], object], end: Callable[[], object]) -> Iterator[None]:
    ended: Future[None] = Future()

    def body() -> None:
        try:
            run()
        except BaseException as error:  # noqa: BLE001 - raised again by the test
            ended.set_exception(error)
        else:
            ended.set_result(None)

    thread = threading.Thread(target=body)
    thread.start()
    try:
        yield
    finally:
        end()
        thread.join()
    ended.result(timeout=0)


def new_command() -> str:
    """A fresh Idempotency-Key."""
    return str(uuid.uuid4())
