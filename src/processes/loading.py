"""Loading a scenario: its lines are sent as any client sends them, while its clock goes on.

Command ids follow from the text, so loading again changes nothing and goes on where it stopped.
"""

import contextlib
import datetime
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import psycopg

from domain.calendar import local_date
from domain.errors import Explained
from domain.ids import JurisdictionCode, StreamId, jurisdiction_stream
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.errors import CommandIdReused, LogError
from eventlog.index import Index
from eventlog.intake import Intake
from eventlog.records import EventRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes.clock import Clock
from processes.courier import Courier
from processes.errors import AcceptedUnexpectedly, FileChanged
from processes.scenario import Line, Scenario, read
from processes.scenario_files import ATTACH, receive
from processes.scenario_values import MORNING, instant
from processes.sending import Founding, Order, Sending, ensure_open, source_of
from processes.statements import statements

READY_SECONDS_MAX: Final = 60.0
CLOCK_ADVANCED: Final = "guantong.jurisdiction.clock_advanced.v1"
_STATEMENTS: Final = statements("processes", "loading.sql")
_CARRYING_SECONDS: Final = 0.05
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

    Those beside it are loaded in step. Writer and projector have to be running. Raises `ScenarioInvalid`
    before anything is sent, `OpeningRefused`, `ReadModelsBehind`, `JurisdictionStopped`.
    """
    scenario = read(path)
    intake = Intake(FileVault(settings.vault))
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(CommandClient(settings))
        client.wait_ready(READY_SECONDS_MAX)
        clock = stack.enter_context(Clock(client=client, intake=intake, postgres=settings.postgres))
        asking = stack.enter_context(psycopg.connect(settings.postgres, autocommit=True))
        courier = Courier(client=client, intake=intake, settings=settings)
        loading = _Loading(scenario, report, stack.enter_context(courier))
        for each in (scenario, *scenario.beside):
            stands = _clock_stands(settings, each.code)
            ensure_open(settings, client, intake, _founding(each))
            level = _Level(settings, each, clock, asking, loading.loaded, stands)
            level.sending = Sending(
                client,
                intake,
                jurisdiction=each.code,
                source=source_of(settings, each.code),
                told=level.told,
            )
            loading.levels.append(level)
        loading.run(stop)
    return loading.loaded


def in_step(scenarios: Sequence[Scenario]) -> Iterator[tuple[int, Line]]:
    """The lines of scenarios in the order in which they happen, each with the place of its scenario."""
    numbered = (
        [(line.at, place, line) for line in scenario.lines]
        for place, scenario in enumerate(scenarios)
    )
    for _, place, line in merge(*numbered, key=itemgetter(0, 1)):
        yield place, line


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


class _Level:
    """One jurisdiction of a load under way."""

    sending: Sending[Line | None]

    def __init__(
        self,
        settings: Settings,
        scenario: Scenario,
        clock: Clock,
        asking: psycopg.Connection[Any],
        loaded: Loaded,
        stands: datetime.datetime | None,
    ) -> None:
        self._settings, self._store = settings, Store(settings.store)
        self.scenario, self._clock, self._asking = scenario, clock, asking
        self._loaded, self._stands = loaded, stands
        self.now = stands or scenario.starts
        self._before = 0
        self.done = 0

    def begin(self) -> None:
        """Note what was accepted before this load."""
        self._before = self.settled()

    def send(self, line: Line) -> None:
        """Send a line, unless a load before this one was refused it as expected."""
        if line.expected is None or self._stands is None or line.at > self._stands:
            self._send(line)

    def told(self, line: Line | None, outcome: OutcomeRecord) -> None:
        """Count an outcome; keep it where it is not what the line says."""
        problem = None if outcome.problem is None else outcome.problem.to_json()
        if outcome.status == "rejected":
            self._loaded.rejected += 1
        elif (outcome.last_position or 0) <= self._before:
            self._loaded.known += 1
        else:
            self._loaded.accepted += 1
        expected = None if line is None else line.expected
        if (None if problem is None else problem["code"]) != expected:
            place = "clock" if line is None else str(line.place)
            found = problem or _said(AcceptedUnexpectedly(expected=expected))
            if line is not None and line.files and found["code"] == CommandIdReused.code:
                found = _said(FileChanged(file=", ".join(file.path.name for file in line.files)))
            self._loaded.problems.append((place, found))
        if line is not None:
            self.done += 1
            self.report(line)

    report: Callable[[Line], None] = staticmethod(lambda _: None)
    """Told of each line that was decided."""

    def _send(self, line: Line) -> None:
        """Send a line; what it attaches goes into the store first."""
        target, data = line.target, dict(line.data)
        if line.arrival is not None:
            self.settled()
            (found,) = self._asked("arrived", before=line.arrival - 1)
            target = StreamId(found or target)
        if line.owing is not None:
            data["obligation"] = self._owing(target, line.owing)
        if line.type == f"guantong.{ATTACH}":
            try:
                data |= self._received(line)
            except (LogError, FileChanged) as error:
                self._loaded.problems.append((str(line.place), _said(error)))
                return
        order = Order(
            id=line.id,
            type=line.type,
            target=target,
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
            source=source_of(self._settings, self.scenario.code),
            attachment=line.data["attachment"],
        )
        return asdict(reference)

    def _owing(self, stream: StreamId, owing: str) -> str:
        """The obligation meant by a rule, as the read models have it; the rule itself if there is none."""
        self.settled()
        mechanism, _, rule = owing.partition(".")
        (found,) = self._asked("owing", stream=stream, mechanism=mechanism, rule=rule)
        return str(found or owing)

    def reach(self, at: datetime.datetime, *, daily: Callable[[], None] | None = None) -> None:
        """Move the clock on to a time, halting on each day on which something falls due.

        ``daily`` is done before each day on which it goes on.
        """
        while (today := local_date(self.now)) < local_date(at) and not self._loaded.problems:
            self.settled()
            if daily is not None:
                daily()
            due = self._next_due(today)
            self._advance(instant(min(due, local_date(at)), MORNING))
            if due <= local_date(at):
                self.settled()
        if at > self.now and not self._loaded.problems:
            self._advance(at)

    def _next_due(self, today: datetime.date) -> datetime.date:
        """The next day with a lapse, an escalation, or a new month, in which periods may begin."""
        next_month = (today.replace(day=1) + 31 * _DAY).replace(day=1)
        (found,) = self._asked("next_due")
        return next_month if found is None else max(today + _DAY, min(next_month, found))

    def _asked(self, statement: str, **values: object) -> tuple[Any, ...]:
        values["jurisdiction"] = self.scenario.code
        found = self._asking.execute(_STATEMENTS[statement], values).fetchone()
        return (None,) if found is None else found

    def _advance(self, to: datetime.datetime) -> None:
        self.sending.drain()
        order = Order(
            id=self.scenario.id("clock", to.isoformat()),
            type="guantong.jurisdiction.advance_clock",
            target=jurisdiction_stream(self.scenario.code),
            data={"to": to.isoformat()},
            actor=self.scenario.founder,
            party=self.scenario.founding_party,
        )
        self.sending.send(None, order)
        self.now = to

    def settled(self) -> int:
        """Have the clock send what is due now; returns the position reached."""
        self.sending.drain()
        position = self._clock.settle(self.scenario.code, position=self.sending.position)
        self.sending.position = max(position, self.sending.position)
        return position

    def shown(self) -> None:
        """Return once the read models have what was sent."""
        self.sending.drain()
        self._clock.await_position(self.scenario.code, self.sending.position)

    def caught_up(self) -> None:
        """The same, with what others sent to it."""
        self.sending.drain()
        head = self._clock.heads().get(self.scenario.code, 0)
        self.sending.position = max(head, self.sending.position)
        self.settled()


class _Loading:
    """One load under way: a jurisdiction, and those beside it."""

    def __init__(self, scenario: Scenario, report: Report, courier: Courier) -> None:
        self._report, self._courier = report, courier
        self._total = sum(len(each.lines) for each in (scenario, *scenario.beside))
        self.levels: list[_Level] = []
        self.loaded = Loaded(scenario.code)

    def run(self, stop: threading.Event) -> None:
        """Send line after line, each when the clock stands at its time, until one goes otherwise."""
        for level in self.levels:
            level.report = self._told
            level.begin()
        for place, line in in_step([level.scenario for level in self.levels]):
            self._reach(place, line.at)
            if stop.is_set() or self.loaded.problems:
                break
            self.levels[place].send(line)
            if place:
                self._exchange()
        else:
            self._reach(0, self.levels[0].scenario.ends)
            self._exchange()
        for level in self.levels:
            level.shown()

    def _told(self, line: Line) -> None:
        done = sum(level.done for level in self.levels)
        self._report(Progress(done, self._total, local_date(line.at)))

    def _reach(self, place: int, at: datetime.datetime) -> None:
        """Move the clocks on; what one sent another is there before its day is over."""
        self.levels[0].reach(at, daily=self._exchange)
        if place:
            self._exchange()
            self.levels[place].reach(at)

    def _exchange(self) -> None:
        """Bring those beside to the same day, and let arrive what was sent."""
        first, *beside = self.levels
        begun = [level for level in beside if level.scenario.starts <= first.now]
        for level in begun:
            level.reach(min(first.now, level.scenario.ends))
        while begun and not self.loaded.problems:
            for level in (first, *begun):
                level.caught_up()
            if not self._courier.step():
                return
            self._courier.wait(_CARRYING_SECONDS)


def _said(error: Explained) -> dict[str, Any]:
    return {
        "code": error.code,
        "detail_zh": error.sentence_zh,
        "detail_en": error.sentence_en,
        "next_zh": error.next_zh,
        "next_en": error.next_en,
    }
