"""A scenario run by the domain alone: sealed as intake seals it, decided, with the clock between."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.calendar import local_date
from domain.catalogue import CATALOGUE
from domain.errors import Refusal
from domain.ids import StreamId, jurisdiction_stream
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.commands import Begin
from domain.obligations.events import Arisen, Fulfilled
from eventlog.codec import command_of
from eventlog.intake import Intake
from processes.dispatches import Dispatched, order_of
from processes.loading import in_step
from processes.scenario import Line, Scenario, read
from tests.domain.post import dispatched, take
from tests.domain.world import Told, World
from tests.eventlog.golden import MemoryVault

ROOT: Final = Path(__file__).parents[2]
ARRIVED: Final = {each.travel.arrived for each in CATALOGUE.families if each.travel is not None}
SCENARIOS: Final = ROOT / "scenarios"
PASSING: Final = ("jurisdiction.", "quality_bulletin.running_noted")
"""Events that only say that time passed, and what the clock noted for a bulletin to look at again."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """A line that went otherwise than it says."""

    line: Line
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.line.place}: {self.line.type}: {self.code}: {self.sentence}"


@dataclass
class Year:
    """A scenario as it ran: the world after it, and what went otherwise than its lines say."""

    scenario: Scenario
    world: World
    surprises: list[Surprise] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    beside: "tuple[Year, ...]" = ()
    carried: int = 0
    """Up to which position what it sent to others was carried."""

    def events(self, name: str) -> list[Told]:
        """Everything of one type that happened, by its short name."""
        return [told for told in self.world.told if told.name == name]

    def facts(self, name: str) -> list[Any]:
        """The same without where, when and by whom."""
        return [told.event for told in self.events(name)]

    def arisen(self, rule: str) -> list[Arisen]:
        """Everything that was owed under a rule ``mechanism.id``."""
        events = (told.event for told in self.world.told if isinstance(told.event, Arisen))
        return [event for event in events if f"{event.mechanism}.{event.rule}" == rule]

    def stream_of(self, rule: str, *, period: str, owner: str) -> StreamId:
        """The stream in which somebody owed their share of a period."""
        streams = {told.event: told.stream for told in self.events("obligation.arisen")}
        owed = [e for e in self.arisen(rule) if (e.period, e.owner) == (period, owner)]
        (found,) = owed
        return streams[found]

    def fulfilled(self, rule: str) -> list[Fulfilled]:
        """Everything that was fulfilled under a rule."""
        owed = {event.obligation for event in self.arisen(rule)}
        ends = (told.event for told in self.world.told if isinstance(told.event, Fulfilled))
        return [event for event in ends if event.obligation in owed]

    def late(self, rule: str) -> list[tuple[str, int]]:
        """Who was late under a rule, and by how many working days, in the order of events."""
        return [
            (event.owner, event.late_working_days)
            for event in self.fulfilled(rule)
            if event.late_working_days
        ]

    @property
    def concerned(self) -> frozenset[str]:
        """The names of everybody whom leads, cases and complaints name, as the scenario writes them."""
        types = tuple(f"guantong.{family}." for family in ("lead", "case", "complaint"))
        entered = (line.data for line in self.scenario.lines if line.type.startswith(types))
        return frozenset(name for data in entered for name in _names(data))

    def named_in_clear(self) -> list[tuple[str, str]]:
        """Which events name one of them outside what is sealed: then titles and notices would too."""
        pattern = re.compile("|".join(map(re.escape, sorted(self.concerned))))
        found = ((told.name, pattern.search(repr(told.event))) for told in self.world.told)
        return [(name, match.group()) for name, match in found if match]

    def overdue(self) -> Counter[str]:
        """What is overdue in the end, by rule."""
        owed = (
            each for stream in self.world.streams.values() for each in stream.obligations.values()
        )
        return Counter(
            f"{each.arisen.mechanism}.{each.arisen.rule}"
            for each in owed
            if each.status == "overdue"
        )


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key == "name" and isinstance(value, str):
                yield value
            yield from _names(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _names(value)


def without_clock(counts: Counter[str]) -> Counter[str]:
    """How many events there are of each type, without those of the clock."""
    return Counter({name: n for name, n in counts.items() if not name.startswith(PASSING)})


@cache
def whole(city: str) -> Year:
    """The year of a city, and those beside it, to the last day. Whoever reads it changes nothing in it."""
    year = run(read(SCENARIOS / city))
    for each in (year, *year.beside):
        each.world.pass_to(local_date(each.scenario.ends))
    _carry((year, *year.beside))
    return year


def edited(folder: Path, city: str, file: str, edit: Callable[[str], str]) -> Year:
    """A city's year with one file changed, to its last line."""
    shutil.copytree(ROOT / "schemes", folder / "schemes")
    copy = folder / "scenarios" / city
    shutil.copytree(SCENARIOS, copy.parent)
    text = (copy / file).read_text("utf-8")
    changed = edit(text)
    assert changed != text
    (copy / file).write_text(changed, "utf-8")
    return run(read(copy), stop_at=1)


def run(scenario: Scenario, *, stop_at: int = 10) -> Year:
    """Run a scenario, and those beside it in step, to its end, or until ``stop_at`` surprises."""
    intake = Intake(MemoryVault())
    years = [_opened(each) for each in (scenario, *scenario.beside)]
    first, *beside = years
    first.beside = tuple(beside)
    for place, line in in_step([year.scenario for year in years]):
        for year in dict.fromkeys((0, place)):
            years[year].world.pass_to(local_date(line.at))
            years[year].world.advance(line.at)
        _send(years[place], line, intake)
        _carry(years)
        if sum(len(year.surprises) for year in years) >= stop_at:
            break
    return first


def _carry(years: Iterable[Year]) -> None:
    """Bring what one sent to the other on its day, and what that brings about, and so on."""
    known = {year.scenario.code: year for year in years}
    while sent := [each for year in known.values() for each in _fresh(year)]:
        for source, each in sent:
            other = known[each.data["jurisdiction"]]
            today = min(source.world.today, local_date(other.scenario.ends))
            other.world.pass_to(today)
            take(other.world, order_of(each, attempt=1))


def _fresh(year: Year) -> list[tuple[Year, Dispatched]]:
    """What it sent since it was asked last."""
    found = dispatched(year.world, year.carried)
    year.carried = len(year.world.told)
    return [(year, each) for each in found]


def _opened(scenario: Scenario) -> Year:
    opened = Jurisdiction(
        code=scenario.code,
        source=f"test/{scenario.code}",
        clock="simulated",
        simulated_now=scenario.starts,
        founder=scenario.founder,
        founding_party=scenario.founding_party,
    )
    year = Year(scenario, World(opened, scenario.starts))
    _begin(year)
    return year


def _begin(year: Year) -> None:
    scenario = year.scenario
    year.world.ask(
        "jurisdiction.begin",
        jurisdiction_stream(scenario.code),
        Begin(
            title_zh=scenario.title_zh,
            title_en=scenario.title_en,
            source=f"test/{scenario.code}",
            clock="simulated",
            starts=scenario.starts,
            founding_party=scenario.founding_party,
        ),
        actor=scenario.founder,
        party=scenario.founding_party,
    )


def _send(year: Year, line: Line, intake: Intake) -> None:
    data, target = dict(line.data), line.target
    if line.arrival is not None:
        came = (told.stream for told in year.world.told if type(told.event) in ARRIVED)
        target = list(came)[line.arrival - 1]
    if line.owing is not None:
        data["obligation"] = owed_under(year.world, target, line.owing)
    record = intake.prepare(
        jurisdiction=year.scenario.code,
        source=year.world.jurisdiction.source,
        type=line.type,
        target=target,
        data=data,
        actor=line.actor,
        party=line.party,
        command_id=line.id,
    )
    try:
        year.world.ask(
            line.type.removeprefix("guantong."),
            target,
            command_of(record),
            actor=line.actor,
            party=line.party,
            id=line.id,
        )
    except Refusal as refusal:
        year.refused[refusal.code] += 1
        if refusal.code != line.expected:
            year.surprises.append(Surprise(line, refusal.code, refusal.sentence_en))
    else:
        if line.expected is not None:
            year.surprises.append(Surprise(line, "accepted", f"expected {line.expected}"))


def owed_under(world: World, stream: StreamId, rule: str) -> str:
    """The obligation owed in a stream under a rule ``mechanism.id``."""
    found = world.stream(stream).obligations.values()
    keys = {f"{each.arisen.mechanism}.{each.arisen.rule}": each.id for each in found}
    return keys.get(rule, rule)
