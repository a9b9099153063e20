"""«104 leads → 36 filings → 37 persons» (DOMAIN.md §1.17, §5.14) stand nowhere: they follow what was done.

The analysis of public-welfare posts alone with one lead fewer, run by the domain and folded into read models;
then an annulment, and one person under two ids. What the year comes to, `test_loaded` asks over HTTP.
"""

import asyncio
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

import psycopg
from psycopg.rows import dict_row

from domain.cases import commands as cases
from domain.cases.events import SanctionDecided
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command
from domain.obligations.events import ObligationEvent
from domain.periods import CadencePeriod
from domain.persons import commands as persons
from processes.scenario import read
from projections import access
from projections.cases import register as case_register
from projections.connection import connect
from projections.folding import Entry
from projections.leads import register as lead_register
from projections.queries.case_figures import CaseFigures, FiguresQuestion, case_figures
from projections.queries.reader import Reader
from projections.schema import Built
from tests.projections.making import Connection, Log, build, fold
from tests.scenarios.year import Year, run

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "scenarios" / "linyi"
TEXTS: Final = ("00-city", "20-public-posts", "25-public-post-cases")
YEAR: Final = CadencePeriod.parse("2026")
SOURCE: Final = "data_rule"
ADJUDICATION: Final = PartyId("adjudication")
GROUP: Final = PartyId("sg-human-resources")
COUNTIES: Final = tuple(
    PartyId(f"cc-{name}")
    for name in ("lanshan", "luozhuang", "tancheng", "yishui", "lanling", "pingyi")
)

Counted: TypeAlias = tuple[int, int, int]
"""Leads received, cases filed, different persons sanctioned."""


def without_one(table: str) -> str:
    """The table of leads without one of those that were filed."""
    rows = table.splitlines(keepends=True)
    kept = [row for row in rows if not row.startswith("D026 ")]
    assert len(kept) == len(rows) - 1
    return "".join(kept)


def posts(folder: Path) -> Year:
    """The analysis alone, by itself, with one lead fewer."""
    shutil.copytree(ROOT / "schemes", folder / "schemes")
    own = folder / "scenarios" / "linyi"
    shutil.copytree(FOLDER / "files", own / "files")
    for file in (*(FOLDER / f"{text}.scenario" for text in TEXTS), *FOLDER.glob("*.table")):
        shutil.copy(file, own)
    city = own / "00-city.scenario"
    city.write_text(city.read_text("utf-8").replace("@beside ../yinan\n", ""), "utf-8")
    table = own / "public-posts.table"
    table.write_text(without_one(table.read_text("utf-8")), "utf-8")
    found = run(read(own), stop_at=1)
    assert [str(surprise) for surprise in found.surprises] == []
    return found


@dataclass
class Ledger:
    """The year and its read models; what is done later is told to them by ``tell``."""

    year: Year
    connection: Connection
    database: str
    built: Sequence[Built]
    log: Log
    told: int = 0

    def tell(self) -> int:
        """Fold what happened since; the position that was reached."""
        news = self.year.world.told[self.told :]
        self.told += len(news)
        entries: list[Entry] = []
        for each in news:
            if not isinstance(each.event, ObligationEvent):
                (entry,) = self.log.command((each.stream, each.event), actor=each.actor)
                entries.append(Entry(replace(entry.event, case=each.case)))
        assert fold(self.connection, self.built, entries) == []
        return self.log.entries[-1].event.position

    def reader(self, party: PartyId) -> Reader:
        """The head of a party, who acts in the scenario."""
        jurisdiction = self.year.world.jurisdiction
        (head,) = jurisdiction.holders(party, ("head",), self.year.world.today)
        return Reader(self.log.jurisdiction, head, party)

    def figures(self, party: PartyId, **asked: Any) -> CaseFigures:
        """What the head of a party counts."""
        question = FiguresQuestion(period=YEAR, source=SOURCE, **asked)

        async def ask() -> CaseFigures:
            connection = await psycopg.AsyncConnection.connect(self.database, row_factory=dict_row)
            async with connection:
                return await case_figures(connection, self.reader(party), question)

        return asyncio.run(ask())

    def counted(self, party: PartyId, **asked: Any) -> Counted:
        """The three of them."""
        found = self.figures(party, **asked)
        return found.leads_received, found.cases_filed, found.persons_sanctioned

    def summed(self, parties: Iterable[PartyId]) -> Counted:
        """What these count, each of its own, together."""
        each = [self.counted(party) for party in parties]
        leads, filed, sanctioned = (sum(column) for column in zip(*each, strict=True))
        return leads, filed, sanctioned

    def do(self, party: str, role: str, action: str, stream: StreamId, command: Command) -> int:
        """Somebody does one thing more; the position that was reached."""
        world = self.year.world
        (actor,) = world.jurisdiction.holders(PartyId(party), (role,), world.today)
        world.ask(action, stream, command, actor=actor, party=PartyId(party))
        return self.tell()


def ledger(year: Year, connection: Connection, database: str) -> Ledger:
    """The read models of a year."""
    models = [access.MODEL, lead_register.MODEL, case_register.MODEL]
    found = Ledger(year, connection, database, build(connection, models), Log(year.scenario.code))
    found.tell()
    return found


def test_one_lead_fewer_is_one_of_each_fewer(tmp_path: Path, database: str) -> None:
    """The table without one row, and what is done later: nobody wrote a figure anywhere."""
    year = posts(tmp_path)
    with connect(database) as connection:
        found = ledger(year, connection, database)
        assert found.summed((GROUP, *COUNTIES)) == (103, 35, 36)
        assert found.counted(ADJUDICATION) == (0, 35, 36)
        decided = {
            (told.stream, told.event.person)
            for told in year.world.told
            if isinstance(told.event, SanctionDecided)
        }
        assert len(decided) == 36
        _later(found, decided)


def _later(found: Ledger, decided: set[tuple[StreamId, PersonId]]) -> None:
    """An annulled sanction counts no more, who was sanctioned in two cases once; as of then both did.

    Whose other sanction stands is counted still.
    """
    before = found.log.entries[-1].event.position
    own = [each for each in sorted(decided) if _body(found, each[0]) == GROUP]
    (both,) = [each for each in own if _sanctions(found, each) == 2]
    found.do(GROUP, "keeper", "case.annul_sanction", both[0], _annulment(found, both[1]))
    assert found.counted(ADJUDICATION) == (0, 35, 36)
    alone = next(each for each in own if each != both)
    annulment = _annulment(found, alone[1])
    then = found.do(GROUP, "keeper", "case.annul_sanction", alone[0], annulment)
    assert found.counted(ADJUDICATION) == (0, 35, 35)
    assert found.counted(GROUP)[1:] == (6, 5)
    first, second = [each for each in sorted(decided) if _body(found, each[0]) == COUNTIES[3]][:2]
    link = persons.Link(other=second[1], reason="身份证号一致")
    found.do(ADJUDICATION, "head", "person.link", StreamId(first[1]), link)
    assert found.counted(ADJUDICATION) == (0, 35, 34)
    assert found.counted(ADJUDICATION, as_of=then) == (0, 35, 35)
    assert found.counted(ADJUDICATION, as_of=before) == (0, 35, 36)


def _annulment(found: Ledger, person: PersonId) -> Command:
    return cases.AnnulSanction(
        person=person,
        track="party",
        reason="证据不足",
        document="临驻人撤〔2026〕1号",
        approved_by=found.reader(GROUP).person,
    )


def _sanctions(found: Ledger, decided: tuple[StreamId, PersonId]) -> int:
    case, who = decided
    (person,) = [each for each in found.year.world.state(case).persons if each.person == who]
    return len(person.sanctions)


def _body(found: Ledger, case: StreamId) -> PartyId:
    body: PartyId = found.year.world.state(case).handling_party
    return body
