"""Fair share over HTTP: the greedy city is told to wait, every other one is answered meanwhile."""

import datetime
import uuid
from pathlib import Path

import pytest

from domain.ids import JurisdictionCode, jurisdiction_stream
from eventlog import topics
from eventlog.client import IN_FLIGHT_MAX
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.writer_partition import COMMANDS_MAX
from tests.api.installation import DAY, Answer, Member, serving, writing
from tests.eventlog.answered import answers, decided_before
from tests.eventlog.held import HeldClock
from tests.waiting import until

BATCH = 500
AT_ONCE = {"Prefer": "wait=0"}
WUHU, LIUZHOU = JurisdictionCode("wuhu"), JurisdictionCode("liuzhou")


@pytest.fixture
def settings(tmp_path: Path, kafka: str, database: str, suffix: str) -> Settings:
    """An installation of two partitions."""
    prefix = f"test-{suffix}"
    topics.create(kafka, Topics(prefix), partitions=2)
    return Settings(
        kafka=kafka, postgres=database, vault=tmp_path / "vault", installation="test", prefix=prefix
    )


def test_the_greedy_city_is_told_to_wait_and_no_other(settings: Settings, tmp_path: Path) -> None:
    clock = HeldClock()
    with writing(settings, wall=clock), serving(settings, tmp_path) as installation:
        installation.wait_ready("log")
        greedy = installation.open(partition=0)
        neighbour = installation.open(WUHU, partition=0)
        distant = installation.open(LIUZHOU, partition=1)  # of the same writer
        with clock.held():
            for _ in range(IN_FLIGHT_MAX // BATCH):
                assert _import(greedy) == {202}
            assert _import(greedy) == {429}
            refused = _advance(greedy)
            assert refused.status_code == 429
            assert refused.headers["Retry-After"] == "1"
            assert refused.json()["code"] == "busy"
            asked = {each.jurisdiction: _advance(each) for each in (neighbour, distant)}
            assert {each.status_code for each in asked.values()} == {202}
        until(lambda: _advance(greedy).status_code != refused.status_code)
        ids = {code: uuid.UUID(each.json()["command_id"]) for code, each in asked.items()}
        until(lambda: {*ids.values()} <= {each.outcome.id for each in answers(settings)})
    before = {code: decided_before(settings, id_)[greedy.jurisdiction] for code, id_ in ids.items()}
    assert before[WUHU] <= IN_FLIGHT_MAX + COMMANDS_MAX  # what had come before it, and no more
    assert before[LIUZHOU] <= IN_FLIGHT_MAX - COMMANDS_MAX


def _advance(member: Member) -> Answer:
    """Move the clock on; the one command that a jurisdiction without a scheme accepts."""
    _, _, log = jurisdiction_stream(member.jurisdiction).partition("/")
    to = DAY + datetime.timedelta(days=1)
    return member.post(f"jurisdictions/{log}/advance_clock", {"to": f"{to}T01:00:00Z"}, **AT_ONCE)


def _import(member: Member) -> set[int]:
    """Allocate 500 leads at once; gives what each item was answered with."""
    items = [{"id": str(uuid.uuid4())} for _ in range(BATCH)]
    answer = member.post("leads/batch/allocate", {"items": items}, **AT_ONCE)
    assert answer.status_code == 200, answer.text
    return {item["status"] for item in answer.json()["items"]}
