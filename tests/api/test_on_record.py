"""Leads are read on record: whatever way they are shown, before they are, and by whom it is seen."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from psycopg import sql

from api.app import ApiSettings, running
from api.asking import Asked, asked
from api.files import MEDIA_TYPES
from api.identity import Identity
from cli.history import Wanted, of_reader
from domain.ids import StreamId
from eventlog import topics
from eventlog.settings import Settings
from eventlog.topics import Topics
from projections.leads.lists import LEADS
from projections.queries.listing import Question, page
from projections.queries.reader import Reader
from tests.api.installation import Installation, Member, projecting, serving, writing
from tests.api.test_commands import FOUND_OURSELVES
from tests.eventlog.proxy import Fate, Proxy
from tests.stories.test_closed_loop import HAND_OVER
from tests.waiting import until

Read = Callable[[Member, str], object]
_numbers = itertools.count(1)
PRODUCE = 0
"""API key of Produce in Kafka's protocol."""


@pytest.fixture
def lead(keeper: Member) -> str:
    """A lead that its keeper's party received."""
    told = keeper.do("leads", FOUND_OURSELVES)
    keeper.see("parties", token=told["token"])
    return str(told["stream"])


@pytest.fixture
def clerk(installation: Installation) -> Member:
    """Somebody of the keeper's party who was shown nothing yet."""
    founder = installation.members["founder"]
    return installation.appoint(founder, f"查{next(_numbers)}", "cs", "keeper")


def path_of(lead: str) -> str:
    return f"leads/{lead.partition('/')[2]}"


def readings(member: Member, lead: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = member.see("readings", matter=lead, limit=200)["items"]
    return items


def readers(member: Member, lead: str) -> list[str]:
    return [row["person"] for row in readings(member, lead)]


def in_a_workbook(member: Member, lead: str) -> None:
    answer = member.get("leads", headers={"Accept": MEDIA_TYPES["xlsx"]})
    assert answer.status_code == 200, lead


def in_a_document(path: str) -> Read:
    """Printed, by itself or with all others."""

    def read(member: Member, lead: str) -> None:
        answer = member.get(path or path_of(lead), headers={"Accept": MEDIA_TYPES["docx"]})
        assert answer.status_code == 200, answer.text

    return read


def in_the_stream(member: Member, lead: str) -> None:
    """The stream from its beginning, until it comes to the lead."""
    first = member.see(f"{path_of(lead)}/history")["items"][0]["token"]
    headers = {"Last-Event-ID": first}
    member.do(f"{path_of(lead)}/register", {})
    with member.http.stream("GET", "/v1/linyi/stream", headers=headers) as lines:
        next(line for line in lines.iter_lines() if lead in line)


WAYS: dict[str, Read] = {
    "register": lambda member, _: member.see("leads", limit=200),
    "itself": lambda member, lead: member.see(path_of(lead)),
    "history": lambda member, lead: member.see(f"{path_of(lead)}/history"),
    "timeline": lambda member, _: member.see(f"parties/{member.party}/timeline", limit=200),
    "workbook": in_a_workbook,
    "document": in_a_document(""),
    "documents": in_a_document("leads"),
    "stream": in_the_stream,
}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_way_a_lead_is_shown_that_is_on_record(
    way: str, keeper: Member, clerk: Member, lead: str
) -> None:
    WAYS[way](clerk, lead)
    until(lambda: clerk.person in readers(keeper, lead))
    row = next(row for row in readings(keeper, lead) if row["person"] == clerk.person)
    assert (row["party"], row["attachment"], row["opened"]) == ("cs", None, "2026-03-02")


def test_it_is_on_record_once_until_the_lead_changes(
    keeper: Member, clerk: Member, lead: str
) -> None:
    for _ in range(3):
        clerk.see(path_of(lead))
        clerk.see("leads", limit=200)
    until(lambda: readers(keeper, lead).count(clerk.person) == 1)
    first = clerk.see(path_of(lead))["version"]
    told = keeper.do(f"{path_of(lead)}/register", {})
    version = clerk.see(path_of(lead), token=told["token"])["version"]
    until(lambda: readers(keeper, lead).count(clerk.person) == 2)
    assert [row["version"] for row in readings(keeper, lead)] == [version, first]


def test_reading_changes_no_version(keeper: Member, clerk: Member, lead: str) -> None:
    before = clerk.see(path_of(lead))["version"]
    until(lambda: clerk.person in readers(keeper, lead))
    assert clerk.see(path_of(lead))["version"] == before


def test_what_is_no_content_leaves_no_trace(
    installation: Installation, keeper: Member, stranger: Member
) -> None:
    """A status that a sender is told, an inbox, what is refused, what is not shown."""
    sender = installation.members["陈科长"]
    lead = str(sender.do("leads", FOUND_OURSELVES | {"source": "audit"})["stream"])
    sender.do(f"{path_of(lead)}/transfer", HAND_OVER)
    keeper.do(f"{path_of(lead)}/acknowledge_transfer", {"transfer": 1})
    told = keeper.do(f"{path_of(lead)}/accept", {"transfer": 1})
    assert sender.see(path_of(lead), token=told["token"])["status"] == "received"
    sender.see("lead-status")
    stranger.see("leads")
    assert stranger.get(path_of(lead)).status_code == httpx.codes.NOT_FOUND
    keeper.see("parties/cs/inbox")
    keeper.see(path_of(lead))
    until(lambda: readers(keeper, lead) != [])
    assert readers(keeper, lead) == [keeper.person]
    assert readings(sender, lead) == readings(stranger, lead) == []


def test_readings_are_no_news(keeper: Member, clerk: Member, lead: str) -> None:
    clerk.see(path_of(lead))
    until(lambda: clerk.person in readers(keeper, lead))
    timeline = keeper.see("parties/cs/timeline", limit=200)["items"]
    assert [each for each in timeline if ".reading." in each["type"]] == []
    reading = readings(keeper, lead)[0]["stream"]
    told = keeper.see(f"readings/{reading.partition('/')[2]}/history")["items"]
    assert [each["type"] for each in told] == ["guantong.reading.lead_opened.v1"] * len(told)
    assert "读" in told[0]["zh"] or "查阅" in told[0]["zh"]


@pytest.fixture
def alone(tmp_path: Path, kafka: str, postgres: str) -> Iterator[Installation]:
    """An installation of its own, whose writer the test starts and ends."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("create database test_on_record"))
    settings = Settings(
        kafka=kafka,
        postgres=postgres.removesuffix("/postgres") + "/test_on_record",
        vault=tmp_path / "vault",
        installation="test",
        prefix="test-on-record",
    )
    topics.create(kafka, Topics(settings.prefix))
    with projecting(settings), serving(settings, tmp_path) as installation:
        yield installation


def test_leads_are_read_while_the_writer_is_away_and_it_is_on_record_once_it_is_back(
    alone: Installation,
) -> None:
    with writing(alone.settings):
        alone.wait_ready()
        founder = alone.found()
        keeper = alone.appoint(founder, "周管", "cs", "keeper")
        told = keeper.do("leads", FOUND_OURSELVES)
        keeper.see("parties", token=told["token"])
    shown = keeper.see(path_of(told["stream"]))
    assert shown["content"] == FOUND_OURSELVES["content"]
    assert readings(keeper, told["stream"]) == []
    with writing(alone.settings):
        until(lambda: readers(keeper, told["stream"]) == [keeper.person])


def test_no_connection_waits_for_kafka_to_keep_a_reading(
    installation: Installation, clerk: Member, lead: str, tmp_path: Path
) -> None:
    """It is given back before the reading is sent, and the answer comes after it is kept."""
    who = Identity(person=clerk.person, party=clerk.party, jurisdiction=clerk.jurisdiction)

    async def read(proxy: Proxy) -> None:
        log = replace(installation.settings, kafka=proxy.address)
        async with running(ApiSettings(log=log, keys=tmp_path)) as services:
            asking = asked(who, services)
            ask = await anext(asking)
            question = Question(stream=StreamId(lead), limit=1)
            found = await page(ask.connection, LEADS, ask.reader, question)
            await ask.put_on_record(LEADS, found.rows)
            proxy.next(Fate.HOLD)
            ending = asyncio.create_task(_end(asking))
            await asyncio.to_thread(proxy.arrived.acquire)
            pool = services.pool.get_stats()
            assert (ending.done(), pool["pool_available"]) == (False, pool["pool_size"])
            await ending

    with Proxy(installation.settings.kafka, api_key=PRODUCE) as proxy:
        asyncio.run(read(proxy))


async def _end(asking: AsyncIterator[Asked]) -> None:
    """As before the answer is sent."""
    assert await anext(asking, None) is None


def test_what_is_on_record_already_is_replayed_without_kafka(
    installation: Installation, keeper: Member, clerk: Member, lead: str
) -> None:
    clerk.see(f"{path_of(lead)}/history")
    until(lambda: clerk.person in readers(keeper, lead))
    wanted = Wanted(jurisdiction=clerk.jurisdiction, stream=StreamId(lead))
    reader = Reader(clerk.jurisdiction, clerk.person, clerk.party)
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
        settings = replace(installation.settings, kafka=address)
        told = asyncio.run(of_reader(settings, reader, wanted))
        nobody.setblocking(False)
        with pytest.raises(BlockingIOError):
            nobody.accept()
    assert {each.stream for each in told} == {lead}
