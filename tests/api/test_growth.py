"""A partition is added while everything runs: writer, projector and API go on, and use it."""

from pathlib import Path

from domain.ids import JurisdictionCode
from eventlog import topics
from eventlog.directory import Directory
from eventlog.topics import Topics
from tests.api.installation import LINYI, Member, running

WUHU = JurisdictionCode("wuhu")


def test_a_jurisdiction_is_opened_on_a_partition_that_was_added(
    tmp_path: Path, kafka: str, database: str, suffix: str
) -> None:
    prefix = f"test-{suffix}"
    with running(tmp_path, kafka=kafka, postgres=database, prefix=prefix) as installation:
        linyi = installation.found()
        topics.grow(kafka, Topics(prefix), partitions=2)
        wuhu = installation.found(WUHU, partition=1)
        for founder in (linyi, wuhu):
            assert _registered(founder, "张三")
        directory = Directory(installation.settings)
        directory.refresh()
        assert {code: directory.all()[code].partition for code in (LINYI, WUHU)} == {
            LINYI: 0,
            WUHU: 1,
        }


def _registered(founder: Member, name: str) -> bool:
    """Register a person; whether the read models show them, once they have come so far."""
    told = founder.do("persons", {"name": name})
    return name in str(founder.see("persons", token=told["token"]))
