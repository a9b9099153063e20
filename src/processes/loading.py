"""Loading a scenario: its lines are sent as any client sends them, while its clock goes on.

Command ids follow from the text, so loading again changes nothing and goes on where it stopped.
"""

import contextlib
import datetime
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg

from domain.calendar import local_date
from domain.errors import Explained
from domain.ids import JurisdictionCode, jurisdiction_stream
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.errors import CommandIdReused, LogError
from eventlog.index import Index
from eventlog.intake import Intake
from eventlog.records import EventRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes.clock import Clock
from processes.errors import AcceptedUnexpectedly, FileChanged
from processes.scenario import MORNING, Line, Scenario, instant, read
from processes.scenario_files import ATTACH, receive
from processes.sending import Founding, Order, Sending, ensure_open, source_of
from processes.statements import statements

READY_SECONDS_MAX: Final = 60.0
CLOCK_ADVANCED: Final = "guantong.jurisdiction.clock_advanced.v1"
_STATEMENTS: Final = statements("processes", "loading.sql")
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load has come: lines, and the day on the jurisdiction's clock."""

    done: int
    total: int
    day: datetime.date | None = None


Report = Callable[[Progress], None]


@dataclass(slots=True)
class Loaded:
    """What became of a scenario's lines.

    ``rejected`` counts expected refusals and the others; ``known`` what was accepted before this
    load. ``problems`` has the place of each line that went otherwise than it says, with the problem.
    """

    jurisdiction: JurisdictionCode
    accepted: int = 0
    rejected: int = 0
    known: int = 0
    problems: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The same as JSON data."""
        return {
            "jurisdiction": self.jurisdiction,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "known": self.known,
            "problems": [{"line": line, **problem} for line, problem in self.problems],
        }


def load(settings: Settings, path: Path, *, report: Report, stop: threading.Event) -> Loaded:
    """Load a scenario, a file or a folder, to its end or to the first line that goes otherwise.

    Writer and projector have to be running. Raises `ScenarioInvalid` before anything is sent,
    `OpeningRefused`, `ReadModelsBehind`, `JurisdictionStopped`.
    """
    scenario = read(path)
    intake = Intake(FileVault(settings.vault))
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(CommandClient(settings))
        client.wait_ready(READY_SECONDS_MAX)
        stands = _clock_stands(settings, scenario.code)
        ensure_open(settings, client, intake, _founding(scenario))
        clock = stack.enter_context(Clock(client=client, intake=intake, postgres=settings.postgres))
        asking = stack.enter_context(psycopg.connect(settings.postgres, autocommit=True))
        loading = _Loading(settings, scenario, clock, asking, report, stands)
        loading.sending = Sending(
            client,
            intake,
            jurisdiction=scenario.code,
            source=source_of(settings, scenario.code),
            told=loading.told,
        )
        loading.run(stop)
    return loading.loaded


def _founding(scenario: Scenario) -> Founding:
    return Founding(
        code=scenario.code,
        title_zh=scenario.title_zh,
        title_en=scenario.title_en,
        starts=scenario.starts,
        founder=scenario.founder,
        founding_party=scenario.founding_party,
    )


def _clock_stands(settings: Settings, code: JurisdictionCode) -> datetime.datetime | None:
    """Where a load before this one left the clock; None if the clock was never moved."""
    with Index(settings.postgres) as index:
        index.create()
        records = map(EventRecord.from_value, index.organisational(code))
        moved = [record.data["to"] for record in records if record.type == CLOCK_ADVANCED]
    return datetime.datetime.fromisoformat(moved[-1]) if moved else None


class _Loading:
    """One load under way."""

    sending: Sending[Line | None]

    def __init__(
        self,
        settings: Settings,
        scenario: Scenario,
        clock: Clock,
        asking: psycopg.Connection[Any],
        report: Report,
        stands: datetime.datetime | None,
    ) -> None:
        self._settings, self._store = settings, Store(settings.store)
        self._scenario, self._clock, self._asking = scenario, clock, asking
        self._report, self._stands = report, stands
        self._now = stands or scenario.starts
        self._done = 0
        self._before = 0
        self.loaded = Loaded(scenario.code)

    def run(self, stop: threading.Event) -> None:
        """Send line after line, each when the clock stands at its time, until one goes otherwise."""
        self._before = self._settled()
        for line in self._scenario.lines:
            self._reach(line.at)
            if stop.is_set() or self.loaded.problems:
                break
            if line.expected is None or self._stands is None or line.at > self._stands:
                self._send(line)
        else:
            self._reach(self._scenario.ends)
        self.sending.drain()

    def told(self, line: Line | None, outcome: OutcomeRecord) -> None:
        """Count an outcome; keep it where it is not what the line says."""
        problem = None if outcome.problem is None else outcome.problem.to_json()
        if outcome.status == "rejected":
            self.loaded.rejected += 1
        elif (outcome.last_position or 0) <= self._before:
            self.loaded.known += 1
        else:
            self.loaded.accepted += 1
        expected = None if line is None else line.expected
        if (None if problem is None else problem["code"]) != expected:
            place = "clock" if line is None else str(line.place)
            found = problem or _said(AcceptedUnexpectedly(expected=expected))
            if line is not None and line.files and found["code"] == CommandIdReused.code:
                found = _said(FileChanged(file=", ".join(file.path.name for file in line.files)))
            self.loaded.problems.append((place, found))
        if line is not None:
            self._done += 1
            total = len(self._scenario.lines)
            self._report(Progress(self._done, total, local_date(line.at)))

    def _send(self, line: Line) -> None:
        """Send a line; what it attaches goes into the store first."""
        data = dict(line.data)
        if line.owing is not None:
            data["obligation"] = self._owing(line)
        if line.type == f"guantong.{ATTACH}":
            try:
                data |= self._received(line)
            except (LogError, FileChanged) as error:
                self.loaded.problems.append((str(line.place), _said(error)))
                return
        order = Order(
            id=line.id,
            type=line.type,
            target=line.target,
            data=data,
            actor=line.actor,
            party=line.party,
        )
        self.sending.send(line, order)

    def _received(self, line: Line) -> dict[str, Any]:
        """What the command says of the file that a line attaches."""
        (file,) = line.files
        reference = receive(
            file,
            self._settings,
            self._store,
            FileVault(self._settings.vault),
            source=source_of(self._settings, self._scenario.code),
            attachment=line.data["attachment"],
        )
        return asdict(reference)

    def _owing(self, line: Line) -> str:
        """The obligation meant by a rule, as the read models have it; the rule itself if there is none."""
        self._settled()
        mechanism, _, rule = str(line.owing).partition(".")
        (found,) = self._asked("owing", stream=line.target, mechanism=mechanism, rule=rule)
        return str(found or line.owing)

    def _reach(self, at: datetime.datetime) -> None:
        """Move the clock on to a time, halting on each day on which something falls due."""
        while (today := local_date(self._now)) < local_date(at) and not self.loaded.problems:
            self._settled()
            due = self._next_due(today)
            self._advance(instant(min(due, local_date(at)), MORNING))
            if due <= local_date(at):
                self._settled()
        if at > self._now and not self.loaded.problems:
            self._advance(at)

    def _next_due(self, today: datetime.date) -> datetime.date:
        """The next day with a lapse, an escalation, or a new month, in which periods may begin."""
        next_month = (today.replace(day=1) + 31 * _DAY).replace(day=1)
        (found,) = self._asked("next_due")
        return next_month if found is None else max(today + _DAY, min(next_month, found))

    def _asked(self, statement: str, **values: object) -> tuple[Any, ...]:
        values["jurisdiction"] = self._scenario.code
        found = self._asking.execute(_STATEMENTS[statement], values).fetchone()
        return (None,) if found is None else found

    def _advance(self, to: datetime.datetime) -> None:
        self.sending.drain()
        order = Order(
            id=self._scenario.id("clock", to.isoformat()),
            type="guantong.jurisdiction.advance_clock",
            target=jurisdiction_stream(self._scenario.code),
            data={"to": to.isoformat()},
            actor=self._scenario.founder,
            party=self._scenario.founding_party,
        )
        self.sending.send(None, order)
        self._now = to

    def _settled(self) -> int:
        """Have the clock send what is due now; returns the position reached."""
        self.sending.drain()
        position = self._clock.settle(self._scenario.code, position=self.sending.position)
        self.sending.position = max(position, self.sending.position)
        return position


def _said(error: Explained) -> dict[str, Any]:
    return {
        "code": error.code,
        "detail_zh": error.sentence_zh,
        "detail_en": error.sentence_en,
        "next_zh": error.next_zh,
        "next_en": error.next_en,
    }
