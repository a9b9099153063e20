"""A data folder outlives its owner, has one at a time, and no server outlives the owner."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from embedded import Embedded
from embedded.errors import FolderLocked, ServerDied
from tests.embedded.records import create_places, keep, kept

report = logging.getLogger(__name__).info

OWNER = """
import pathlib, sys
from embedded import Embedded
from tests.embedded.records import keep
with Embedded(pathlib.Path(sys.argv[1]), lambda line: None) as servers:
    keep(servers, "of the killed owner")
    print(servers.kafka.pid, servers.postgres.pid, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a topic and a table, which these tests own in turn."""
    data = tmp_path_factory.mktemp("data")
    with Embedded(data, report) as servers:
        create_places(servers)
        keep(servers, "of the first owner")
    return data


@pytest.fixture
def owner(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that owns the folder; its servers run."""
    command = [sys.executable, "-c", OWNER, str(data)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.kill()


def servers_of(owner: subprocess.Popen[str]) -> list[psutil.Process]:
    assert owner.stdout is not None
    return [psutil.Process(int(pid)) for pid in owner.stdout.readline().split()]


def test_a_killed_owner_takes_its_servers_along_and_loses_nothing(
    data: Path, owner: subprocess.Popen[str]
) -> None:
    children = servers_of(owner)
    owner.kill()
    _, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []
    with Embedded(data, report) as servers:
        records, rows = kept(servers)
    assert records == rows == ["of the first owner", "of the killed owner"]


def test_a_start_ends_what_a_killed_owner_left_over(
    data: Path, owner: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("embedded.server.STOP_SECONDS_MAX", 0.2)
    children = servers_of(owner)
    for child in children:
        child.suspend()  # cannot hear that its parent ended
    owner.kill()
    owner.wait()
    with Embedded(data, report) as servers:
        assert not any(child.is_running() for child in children)
        records, rows = kept(servers)
    assert records == rows


def test_a_second_owner_is_told_who_has_the_folder(
    data: Path, owner: subprocess.Popen[str]
) -> None:
    servers_of(owner)
    with pytest.raises(FolderLocked) as refused, Embedded(data, report):
        pass
    assert str(owner.pid) in refused.value.sentence_zh
    assert str(owner.pid) in refused.value.sentence_en


def test_broken_files_are_shown_by_the_end_of_the_log_and_hold_nothing(tmp_path: Path) -> None:
    files = tmp_path / "kafka" / "files"
    files.mkdir(parents=True)
    with pytest.raises(ServerDied, match=r"meta\.properties"), Embedded(tmp_path, report):
        pass
    files.rmdir()
    with Embedded(tmp_path, report) as servers:
        servers.check()
