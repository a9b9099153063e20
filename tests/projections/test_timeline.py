"""The timeline tells each circle what concerns it, and of whom else it does not."""

import datetime
import json
from typing import Any, Final

import pytest
from psycopg.rows import dict_row

from domain.ids import SYSTEM_PERSON, ObligationId, PartyId, PersonId
from domain.leads import events as leads
from domain.model import LateEntry, OnBehalf
from domain.obligations import events as obligations
from projections import timeline
from tests.projections.making import (
    ACTOR,
    PARTY,
    Connection,
    Log,
    build,
    concerns,
    day,
    fold,
    stream,
)

SENDER, ADDRESSEE = PartyId("audit"), PartyId("cs")
NAMED: Final = PersonId(stream(7, "person"))


@pytest.fixture
def log() -> Log:
    return Log()


def told(connection: Connection, log: Log) -> dict[str, Any]:
    """The one row of a log of one event."""
    built = build(connection, [timeline.MODEL])
    assert fold(connection, built, log.entries) == []
    cursor = connection.cursor(row_factory=dict_row)
    row = cursor.execute("select * from read.timeline").fetchone()
    assert row is not None
    return row


def test_a_milestone_names_neither_who_handles_nor_why_late(
    connection: Connection, log: Log
) -> None:
    """DOMAIN §4: «only what the sender may see: received, under way, closed»."""
    reached = leads.MilestoneReached(
        occurred=day(2),
        concerns=concerns(SENDER, ADDRESSEE, scope="transfer:1"),
        late=LateEntry(reason="the chief was away", checked_by=NAMED),
        on_behalf=OnBehalf(
            party=PartyId("office-1"), letter="7号", scan="0" * 64, checked_by=NAMED
        ),
        transfer=1,
        from_party=SENDER,
        to_party=ADDRESSEE,
        milestone="under_way",
    )
    log.command((stream(1), reached))
    row = told(connection, log)
    assert (row["actor"], row["party"], row["entered_by"]) == (SYSTEM_PERSON, ADDRESSEE, None)
    assert row["late"] is None
    for hidden in (ACTOR, PARTY, NAMED, "office-1", "away"):
        assert hidden not in json.dumps(row["data"])


def test_an_obligation_does_not_say_of_whom_it_is(connection: Connection, log: Log) -> None:
    """It escalates as metadata only: of whom, and after how many events, stays within the lead."""
    arisen = obligations.Arisen(
        occurred=day(2),
        concerns=concerns(SENDER, ADDRESSEE, scope="obligation:1"),
        obligation=ObligationId("1"),
        title_zh="函询",
        title_en="Inquiry",
        owner=SENDER,
        owed_to=ADDRESSEE,
        mechanism="m",
        rule="r",
        basis="R 206",
        cause="lead.written_inquiry_delivered",
        start=datetime.date(2026, 1, 2),
        due=datetime.date(2026, 1, 20),
        match=(obligations.Match(field="person", value=NAMED),),
        cause_version=27,
        fulfilled_by=("lead.written_inquiry_replied",),
    )
    log.command((stream(1), arisen))
    data = told(connection, log)["data"]
    assert NAMED not in json.dumps(data)
    assert "cause_version" not in data
