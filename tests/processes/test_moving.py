"""A jurisdiction is moved to another cluster, and back: one chain, its names, one place that decides."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from domain.errors import JurisdictionMoved
from domain.ids import JurisdictionCode
from eventlog.counting import CountedBatch
from eventlog.index import Index
from eventlog.reading import EventReader
from eventlog.settings import Settings
from eventlog.topics import Topics
from processes.errors import CodeTaken, SameCluster
from processes.moving import move
from tests.api.installation import FOUNDER, LINYI, Installation, Member, new_command, running
from tests.eventlog.backup.copies import backed_up, positions

MISDIRECTED = 421
WUHU = JurisdictionCode("wuhu")
ADDRESS = "https://guantong.example.cn/v1/linyi"


@pytest.fixture
def city(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[Installation]:
    """A city's own installation, in which Linyi works."""
    folder = tmp_path / "city"
    folder.mkdir()
    prefix = f"city-{suffix}"
    with running(folder, kafka=kafka, postgres=database, prefix=prefix) as installation:
        yield installation


@pytest.fixture
def province(tmp_path: Path, kafka: str, postgres: str, suffix: str) -> Iterator[Installation]:
    """Another installation: topics, database, vault and processes of its own."""
    name = f"province_{suffix}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    database = postgres.removesuffix("/postgres") + f"/{name}"
    folder = tmp_path / "province"
    folder.mkdir()
    prefix = f"province-{suffix}"
    with running(
        folder, kafka=kafka, postgres=database, prefix=prefix, installation="province"
    ) as installation:
        yield installation


def test_a_jurisdiction_goes_on_in_another_cluster(
    city: Installation, province: Installation, tmp_path: Path
) -> None:
    at_city, neighbour = city.found(), province.open(WUHU)  # on the same partition
    key = {"Idempotency_Key": new_command()}
    registered = at_city.do("persons", {"name": "张三"}, **key)
    unknown = f"persons/{uuid.uuid4()}/appoint"
    office = {"party": "cs", "role": "head", "begins": "2026-01-01"}
    assert at_city.post(unknown, office).json()["code"] == "not_found"
    moved = move(city.settings, province.settings, LINYI, address=ADDRESS)

    _is_sent_on(at_city, to="province")
    at_province = province.member(FOUNDER, "commission")
    known = at_province.do("persons", {"name": "张三"}, **key)  # a retry that went to the new place
    assert known["stream"] == registered["stream"]
    token = at_province.do("persons", {"name": "李四"})["token"]
    seen = str(at_province.see("persons", token=token))
    assert "张三" in seen
    assert "李四" in seen

    before, after = records(city.settings), records(province.settings)
    assert after[: len(before)] == before
    assert moved.position == len(before) + 1
    assert (moved.events, moved.rejected) == (len(before), 1)
    assert len(after) == len(before) + 2
    assert neighbour.do("persons", {"name": "赵六"})
    with Index(province.settings.postgres) as index:
        assert index.voids() == []
    checked = backed_up(province.settings, tmp_path / "backup")
    assert positions(checked)[LINYI] == len(after)
    again = move(city.settings, province.settings, LINYI, address=ADDRESS)
    assert (again.position, again.events, again.keys) == (moved.position, 0, 0)
    assert records(province.settings) == after


def test_a_move_that_was_interrupted_goes_on(city: Installation, province: Installation) -> None:
    at_city = city.found()
    for name in ("张三", "李四", "王五"):
        at_city.do("persons", {"name": name})
    with pytest.raises(_Interrupted):
        move(city.settings, province.settings, LINYI, report=_interrupt)
    _is_sent_on(at_city, to="province")
    moved = move(city.settings, province.settings, LINYI)
    assert moved.position == len(records(city.settings)) + 1
    assert province.member(FOUNDER, "commission").do("persons", {"name": "赵六"})


def test_a_jurisdiction_comes_back(city: Installation, province: Installation) -> None:
    at_city = city.found()
    move(city.settings, province.settings, LINYI)
    at_province = province.member(FOUNDER, "commission")
    at_province.do("persons", {"name": "张三"})
    with pytest.raises(SameCluster):
        move(province.settings, province.settings, LINYI)
    move(province.settings, city.settings, LINYI)
    _is_sent_on(at_province, to="test")
    token = at_city.do("persons", {"name": "李四"})["token"]
    assert "张三" in str(at_city.see("persons", token=token))
    before, after = records(province.settings), records(city.settings)
    assert after[: len(before)] == before


def test_what_cannot_be_moved_stays(city: Installation, province: Installation) -> None:
    at_city = city.found()
    province.found()
    with pytest.raises(CodeTaken):
        move(city.settings, province.settings, LINYI)
    assert at_city.do("persons", {"name": "张三"})


class _Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


def _interrupt(_position: int, _total: int) -> None:
    raise _Interrupted


def _is_sent_on(member: Member, *, to: str) -> None:
    """The old place answers, by a problem that names the new one."""
    answer = member.post("persons", {"name": "王五"})
    assert answer.status_code == MISDIRECTED, answer.text
    assert answer.json()["code"] == JurisdictionMoved.code
    assert to in answer.json()["en"]["detail"]


def records(settings: Settings) -> list[bytes]:
    """The events of Linyi that count, in their order."""
    topics = Topics(settings.prefix)
    with EventReader(settings.kafka, topics, name="judge", knows=lambda _: True) as reader:
        reader.start()
        batches: list[CountedBatch] = [
            batch for reading in reader.read_to_end(timeout_s=30) for batch in reading.batches
        ]
    return [
        counted.record.value
        for batch in batches
        if batch.jurisdiction == LINYI
        for counted in batch.events
    ]
