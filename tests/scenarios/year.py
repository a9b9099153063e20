"""A scenario run by the domain alone: sealed as intake seals it, decided, with the clock between."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from domain.calendar import local_date
from domain.errors import Refusal
from domain.ids import StreamId, jurisdiction_stream
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.commands import Begin
from domain.obligations.events import Arisen, Fulfilled
from eventlog.codec import command_of
from eventlog.intake import Intake
from eventlog.vault import FileVault
from processes.scenario import Line, Scenario, read
from tests.domain.world import Told, World

ROOT: Final = Path(__file__).parents[2]
LINYI: Final = ROOT / "scenarios" / "linyi"


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

    def events(self, name: str) -> list[Told]:
        """Everything of one type that happened, by its short name."""
        return [told for told in self.world.told if told.name == name]


def run(scenario: Scenario, vault: Path, *, stop_at: int = 10) -> Year:
    """Run a scenario to its end, or until ``stop_at`` surprises."""
    opened = Jurisdiction(
        code=scenario.code,
        source=f"test/{scenario.code}",
        clock="simulated",
        simulated_now=scenario.starts,
        founder=scenario.founder,
        founding_party=scenario.founding_party,
    )
    year = Year(scenario, World(opened, scenario.starts))
    intake = Intake(FileVault(vault))
    _begin(year)
    for line in scenario.lines:
        year.world.pass_to(local_date(line.at))
        year.world.advance(line.at)
        _send(year, line, intake)
        if len(year.surprises) >= stop_at:
            break
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
    data = dict(line.data)
    if line.owing is not None:
        data["obligation"] = owed_under(year.world, line.target, line.owing)
    record = intake.prepare(
        jurisdiction=year.scenario.code,
        source=year.world.jurisdiction.source,
        type=line.type,
        target=line.target,
        data=data,
        actor=line.actor,
        party=line.party,
        command_id=line.id,
    )
    try:
        year.world.ask(
            line.type.removeprefix("guantong."),
            line.target,
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


def edited(folder: Path, file: str, edit: Callable[[str], str]) -> Year:
    """The year with one file changed."""
    shutil.copytree(ROOT / "schemes", folder / "schemes")
    copy = folder / "scenarios" / "linyi"
    shutil.copytree(LINYI, copy)
    text = (copy / file).read_text("utf-8")
    changed = edit(text)
    assert changed != text
    (copy / file).write_text(changed, "utf-8")
    return run(read(copy), folder / "vault", stop_at=1)


def fulfilled(year: Year, rule: str) -> list[Fulfilled]:
    """Everything that was fulfilled under a rule."""
    rules = {
        told.event.obligation: f"{told.event.mechanism}.{told.event.rule}"
        for told in year.world.told
        if isinstance(told.event, Arisen)
    }
    ends = (told.event for told in year.world.told if isinstance(told.event, Fulfilled))
    return [event for event in ends if rules[event.obligation] == rule]
