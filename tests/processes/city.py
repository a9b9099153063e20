"""A small city on real Kafka and PostgreSQL, with writer and projector at work, whose clock is simulated."""

import contextlib
import datetime
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg.rows import dict_row

from domain.calendar import SHANGHAI
from domain.ids import INSTALLATION, JurisdictionCode, PartyId, PersonId, jurisdiction_stream
from eventlog import topics
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from eventlog.writer import Writer
from processes.clock import Clock
from projections import runner
from tests.domain.small import CALENDAR, COMMISSION, FOLDER, person
from tests.waiting import until

CODE: Final = JurisdictionCode("small")
FOUNDER: Final = person("founder")
WAIT_SECONDS: Final = 60.0
SCHEME: Final = (FOLDER / "small.toml").read_text("utf-8")


def morning(day: str) -> datetime.datetime:
    """Nine o'clock in Shanghai."""
    at = datetime.datetime.combine(datetime.date.fromisoformat(day), datetime.time(9))
    return at.replace(tzinfo=SHANGHAI).astimezone(datetime.UTC)


class City:
    """The city, and what a test does in it."""

    def __init__(
        self,
        settings: Settings,
        client: CommandClient,
        *,
        code: JurisdictionCode = CODE,
        partition: int = 0,
    ) -> None:
        self.settings, self.client = settings, client
        self.code, self.partition = code, partition
        self.intake = Intake(FileVault(settings.vault))
        self.position = 0

    def send(
        self,
        kind: str,
        data: dict[str, Any],
        *,
        target: Any = None,
        code: JurisdictionCode | None = None,
        by: PersonId = FOUNDER,
        party: str = COMMISSION,
    ) -> OutcomeRecord:
        """Have something done, in the founder's name if nobody else is named, and wait for it."""
        code = code or self.code
        record = self.intake.prepare(
            jurisdiction=code,
            source=f"{self.settings.installation}/{code}",
            type=f"guantong.{kind}",
            target=target,
            data=data,
            actor=by,
            party=PartyId(party),
            command_id=uuid.uuid4(),
        )
        outcome = self.client.submit(record).result(WAIT_SECONDS)
        if code == self.code and outcome.last_position is not None:
            self.position = outcome.last_position
        return outcome

    def open(self, *, starts: str | None, scheme: str = SCHEME) -> None:
        """Open and begin the jurisdiction on a day, or with a real clock, and adopt its scheme."""
        common: dict[str, Any] = {
            "title_zh": "小城",
            "title_en": "Small",
            "source": f"{self.settings.installation}/{self.code}",
            "clock": "real" if starts is None else "simulated",
            "founding_party": COMMISSION,
        }
        if starts is not None:
            common["starts"] = morning(starts).isoformat()
        own = {"code": self.code, "partition": self.partition, "founder": FOUNDER}
        opening = {**common, **own}
        stream = jurisdiction_stream(self.code)
        self.must(self.send("jurisdiction.open", opening, target=stream, code=INSTALLATION))
        self.must(self.send("jurisdiction.begin", common, target=stream))
        self.adopt(scheme)

    def adopt(self, scheme: str, calendar: str = CALENDAR.read_text("utf-8")) -> None:
        """Adopt a scheme and a calendar."""
        data = {
            "text": scheme,
            "calendar": calendar,
            "document": "试〔2025〕1号",
            "document_date": "2025-12-01",
        }
        self.must(self.send("scheme.adopt", data))

    def appoint(self, name: str, party: str, role: str) -> PersonId:
        """Register a person and appoint them from the city's first day on."""
        registered = self.must(self.send("person.register", {"name": name})).stream
        begins = self.ask("select min(recorded) as day from eventlog.history")[0]["day"].date()
        data = {"party": party, "role": role, "begins": begins.isoformat()}
        self.must(self.send("person.appoint", data, target=registered))
        return PersonId(str(registered))

    def advance(self, day: str) -> None:
        """Move the simulated clock to the morning of a day."""
        to = {"to": morning(day).isoformat()}
        self.must(
            self.send("jurisdiction.advance_clock", to, target=jurisdiction_stream(self.code))
        )

    def must(self, outcome: OutcomeRecord) -> OutcomeRecord:
        """The outcome, which has to be accepted."""
        assert outcome.status == "accepted", outcome.problem
        return outcome

    @contextlib.contextmanager
    def clock(self) -> Iterator[Clock]:
        """A clock that a test winds by hand."""
        with Clock(
            client=self.client, intake=self.intake, postgres=self.settings.postgres
        ) as clock:
            yield clock

    def obligations(self) -> list[dict[str, Any]]:
        """What is or was owed, by due date and owner."""
        return self.ask(
            "select owner, period, status, due, escalated, provisional from read.obligations"
            " where until_position is null order by due, owner, status"
        )

    def has_read_models(self) -> bool:
        """Whether the projector has made its read models, so that they may be asked."""
        return self.ask("select to_regclass('read.obligations') as made")[0]["made"] is not None

    def ask(self, query: str) -> list[dict[str, Any]]:
        """Rows of the read models or of the index."""
        with psycopg.connect(self.settings.postgres, row_factory=dict_row) as connection:
            return connection.execute(query.encode()).fetchall()


@contextlib.contextmanager
def running(settings: Settings, *, projecting: bool = True) -> Iterator[City]:
    """A city with its writer and projector, each in a thread; what they raise is raised at the end."""
    topics.create(settings.kafka, Topics(settings.prefix))
    with contextlib.ExitStack() as stack:
        stack.enter_context(in_thread(Writer(settings).run))
        if projecting:
            stack.enter_context(in_thread(lambda stop: runner.run(settings, stop)))
        client = stack.enter_context(CommandClient(settings))
        client.wait_ready(WAIT_SECONDS)
        city = City(settings, client)
        if projecting:
            until(city.has_read_models, limit_seconds=WAIT_SECONDS)
        yield city


@contextlib.contextmanager
def in_thread(run: Callable[[threading.Event], None]) -> Iterator[None]:
    """Something that runs until it is told to stop."""
    stop = threading.Event()
    ended: Future[None] = Future()

    def work() -> None:
        try:
            run(stop)
            ended.set_result(None)
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            ended.set_exception(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        ended.result()


def settings_of(tmp_path: Path, kafka: str, database: str, prefix: str) -> Settings:
    """Settings of a test's own installation."""
    return Settings(
        kafka=kafka,
        postgres=database,
        vault=tmp_path / "vault",
        installation="test",
        prefix=prefix,
    )
