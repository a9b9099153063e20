"""A small installation for the tests of the write path: topics, an index, writers, a client."""

import datetime
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import psycopg

from domain.ids import (
    INSTALLATION,
    JurisdictionCode,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    jurisdiction_stream,
    stream_id,
)
from eventlog import topics
from eventlog.client import CommandClient
from eventlog.directory import Directory
from eventlog.intake import Intake
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from eventlog.writer import Timing, Writer
from tests.eventlog.diary import WITH_DIARIES

TOWN: Final = JurisdictionCode("linyi")
CLERK: Final = PersonId(stream_id("person", derived_id("clerk")))
OFFICE: Final = PartyId("commission")
WAIT_S: Final = 30.0
QUICK: Final = Timing(session_ms=6_000, heartbeat_ms=500)


@dataclass
class Town:
    """One installation with one jurisdiction; others live in ``neighbour``s."""

    settings: Settings
    code: JurisdictionCode = TOWN
    partition: int = 0
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        self.intake = Intake(FileVault(self.settings.vault), catalogue=WITH_DIARIES)

    @property
    def topics(self) -> Topics:
        return Topics(self.settings.prefix)

    @property
    def source(self) -> str:
        return f"{self.settings.installation}/{self.code}"

    def command(
        self,
        kind: str,
        data: dict[str, Any],
        *,
        target: StreamId | None = None,
        code: JurisdictionCode | None = None,
        command_id: uuid.UUID | None = None,
        if_match: int | None = None,
        expires: datetime.datetime | None = None,
    ) -> CommandRecord:
        code = code or self.code
        return self.intake.prepare(
            jurisdiction=code,
            source=f"{self.settings.installation}/{code}",
            type=f"guantong.{kind}",
            target=target,
            data=data,
            actor=CLERK,
            party=OFFICE,
            command_id=command_id or uuid.uuid4(),
            if_match=if_match,
            expires=expires or datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1),
            trace=None,
        )

    def opening(self) -> CommandRecord:
        data = {
            "code": self.code,
            "title_zh": "临沂市",
            "title_en": "Linyi",
            "source": self.source,
            "partition": self.partition,
            "clock": "real",
            "founder": CLERK,
            "founding_party": OFFICE,
        }
        return self.command(
            "jurisdiction.open", data, target=jurisdiction_stream(self.code), code=INSTALLATION
        )

    def beginning(self) -> CommandRecord:
        data = {
            "title_zh": "临沂市",
            "title_en": "Linyi",
            "source": self.source,
            "clock": "real",
            "founding_party": OFFICE,
        }
        return self.command("jurisdiction.begin", data, target=jurisdiction_stream(self.code))

    def diary(
        self, title: str = "Diary", *, owner: str | None = None, **options: Any
    ) -> CommandRecord:
        data = {"title": title} if owner is None else {"title": title, "owner": owner}
        return self.command("diary.open", data, **options)

    def entry(self, diary: StreamId, *, text: str = "a fine day", **options: Any) -> CommandRecord:
        data = {"text": text, **options.pop("data", {})}
        return self.command("diary.write", data, target=diary, **options)

    def neighbour(self, code: str, *, partition: int) -> "Town":
        """Another jurisdiction of the same installation."""
        return Town(self.settings, JurisdictionCode(code), partition)

    def create(self, *, partitions: int = 1) -> None:
        topics.create(self.settings.kafka, self.topics, partitions=partitions)

    @contextmanager
    def client(self, **options: Any) -> Iterator[CommandClient]:
        knows = WITH_DIARIES.events.__contains__
        with CommandClient(self.settings, knows=knows, **options) as client:
            client.wait_ready(WAIT_S)
            yield client

    @contextmanager
    def writer(self, **options: Any) -> Iterator[Writer]:
        """A writer in a thread of its own; what it raises is raised here at the end."""
        writer = Writer(self.settings, catalogue=WITH_DIARIES, timing=QUICK, **options)
        stop = threading.Event()
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(writer.run, stop)
            try:
                yield writer
            finally:
                stop.set()
            running.result()

    def found(self, client: CommandClient) -> None:
        """Open the jurisdiction, and begin it."""
        for command in (self.opening(), self.beginning()):
            outcome = answer(client, command)
            assert outcome.status == "accepted", outcome.problem


def answer(client: CommandClient, command: CommandRecord) -> OutcomeRecord:
    """Send a command and wait for its outcome."""
    return client.submit(command).result(timeout=WAIT_S)


def town_in(folder: Path, *, kafka: str, postgres: str, prefix: str) -> Town:
    settings = Settings(
        kafka=kafka,
        postgres=postgres,
        vault=folder / "vault",
        installation="test",
        prefix=prefix,
    )
    return Town(settings)


def drop_index(postgres: str, *, anew: bool = False) -> None:
    """Drop the index under whoever is using it, or make it empty; told of a deadlock, ask again."""
    statement = b"DROP SCHEMA eventlog CASCADE"
    if anew:
        statement += b";" + files("eventlog").joinpath("index.sql").read_bytes()
    with psycopg.connect(postgres, autocommit=True) as connection:
        for _ in range(10):
            try:
                connection.execute(statement)
            except psycopg.errors.DeadlockDetected:
                continue
            return
    raise AssertionError("the index could not be dropped: a deadlock ten times")


__all__ = [
    "CLERK",
    "OFFICE",
    "QUICK",
    "TOWN",
    "WAIT_S",
    "Directory",
    "Town",
    "answer",
    "drop_index",
    "town_in",
]
