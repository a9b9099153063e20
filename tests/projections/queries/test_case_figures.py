"""«36 cases, 37 people» is counted: change what was decided, and the figures follow (DOMAIN.md §1.17)."""

import asyncio
import datetime
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from domain.cases import commands
from domain.ids import PartyId, PersonId, StreamId
from domain.obligations.events import ObligationEvent
from domain.periods import CadencePeriod
from domain.persons.events import Linked
from domain.schemes.events import Adopted
from projections import access
from projections.cases import register
from projections.leads import register as leads
from projections.queries.case_figures import CaseFigures, FiguresQuestion, case_figures
from projections.queries.reader import Reader
from tests.domain.cases.city import person
from tests.domain.cases.docket import Docket, disposition, respondent
from tests.domain.world import Told
from tests.projections.any_event import SCHEME
from tests.projections.city import GROUP, HEAD, ORGANISATION, OTHER, City
from tests.projections.making import LINYI, Connection, build, day, stream

READING = '\n[visibility.case]\ncontent = ["head"]\nstatus = []\n'
YEAR = CadencePeriod.parse("2026")
RIGHT: dict[str, Any] = {"reason": "误", "document": "1", "approved_by": person("head")}


@pytest.fixture
def ledger(connection: Connection, database: str) -> Iterator[City]:
    """A city whose group's head reads cases."""
    with psycopg.connect(database, autocommit=True) as reading:
        yield reading_cases(connection, reading)


def reading_cases(connection: Connection, reading: Connection) -> City:
    """A city under a scheme that opens cases to heads."""
    ledger = City(
        connection, reading, build(connection, [access.MODEL, leads.MODEL, register.MODEL])
    )
    ledger.begin()
    ledger.appoint(HEAD, GROUP, "head")
    ledger.appoint(OTHER, PartyId("sg-health"), "head")
    adopted = Adopted(
        occurred=day(1),
        concerns=ORGANISATION,
        version=2,
        scheme="small",
        title_zh="方案",
        title_en="Scheme",
        text=SCHEME + READING,
        calendar="",
        document="2号",
        document_date=datetime.date(2026, 1, 1),
    )
    ledger.tell((stream(1, "scheme"), adopted))
    return ledger


def two_cases() -> Docket:
    """Three persons of two cases are sanctioned in March and in May; two of them are one person."""
    persons = (respondent("zhang"), respondent("qian"))
    light: dict[str, Any] = {"state": None, "four_forms": 1}
    docket = Docket().decided(disposition(**light), disposition("qian"), persons=persons)
    docket.leap_to(2026, 5, 11)
    second = docket.another("second")
    second.source = "data_rule"
    second.decided(disposition("alias"), persons=(respondent("alias"),))
    return docket


def told_to(ledger: City, told: list[Told]) -> None:
    """What happened in cases, as the log tells it."""
    for each in told:
        if each.stream.startswith(("case/", "lead/")) and not isinstance(
            each.event, ObligationEvent
        ):
            ledger.tell((each.stream, each.event))


def figures(
    database: str, person_asking: PersonId = HEAD, party: PartyId = GROUP, **asked: Any
) -> CaseFigures:
    async def ask() -> CaseFigures:
        connection = await psycopg.AsyncConnection.connect(database, row_factory=dict_row)
        async with connection:
            question = FiguresQuestion(**({"period": YEAR} | asked))
            return await case_figures(connection, Reader(LINYI, person_asking, party), question)

    return asyncio.run(ask())


def test_cases_and_different_persons_are_counted(ledger: City, database: str) -> None:
    docket = two_cases()
    told_to(ledger, docket.world.told)
    before = ledger.log.entries[-1].event.position
    assert figures(database) == CaseFigures(
        leads_received=2,
        cases_filed=2,
        persons_decided=3,
        persons_sanctioned=3,
        four_forms=(("2026-Q1", 1, 1), ("2026-Q1", 2, 1), ("2026-Q2", 2, 1)),
    )
    linked = Linked(occurred=day(9), concerns=ORGANISATION, other=person("zhang"), reason="同一人")
    ledger.tell((StreamId(person("alias")), linked))
    assert figures(database).persons_sanctioned == 2
    assert figures(database, as_of=before).persons_sanctioned == 3
    quarter = figures(database, period=CadencePeriod.parse("2026-Q2"))
    assert (quarter.cases_filed, quarter.persons_sanctioned) == (1, 1)


def test_an_annulled_sanction_and_an_annulled_case_no_longer_count(
    ledger: City, database: str
) -> None:
    docket = two_cases()
    annul = commands.AnnulSanction(person=person("zhang"), track="party", **RIGHT)
    docket.do("keeper", "annul_sanction", annul)
    third = docket.another("third").filed()
    wrong = commands.Annul(reason="误", approved_by=person("head"))
    third.do("keeper", "annul", wrong)
    told_to(ledger, docket.world.told)
    found = figures(database)
    assert (found.cases_filed, found.persons_decided, found.persons_sanctioned) == (2, 2, 2)
    assert found.four_forms == (("2026-Q1", 2, 1), ("2026-Q2", 2, 1))


def test_a_channel_is_followed_from_its_leads_to_the_persons_sanctioned(
    ledger: City, database: str
) -> None:
    """«104 leads → 36 filings → 37 persons»: of one source, and one lead more that became no case."""
    docket = two_cases()
    idle = docket.another("idle")
    idle.source = "data_rule"
    idle.disposed("somebody")
    told_to(ledger, docket.world.told)
    found = figures(database, source="data_rule")
    counted = (found.leads_received, found.cases_filed, found.persons_sanctioned)
    assert counted == (2, 1, 1)
    other = figures(database, source="found_in_supervision")
    assert (other.leads_received, other.cases_filed, other.persons_sanctioned) == (1, 1, 2)
    assert figures(database, source="audit").leads_received == 0


def test_what_one_may_not_read_does_not_show_in_counts(ledger: City, database: str) -> None:
    told_to(ledger, two_cases().world.told)
    nothing = CaseFigures(
        leads_received=0, cases_filed=0, persons_decided=0, persons_sanctioned=0, four_forms=()
    )
    assert figures(database, OTHER, PartyId("sg-health")) == nothing
