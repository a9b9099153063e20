"""Where the services of a command are found."""

import fcntl
from pathlib import Path

import pytest

from cli import places
from cli.errors import BothAddresses, NotRunning
from cli.places import Running
from embedded.folder import DataFolder

ADDRESSES = Running(
    kafka="127.0.0.1:9092", postgres="postgresql://db/x", installation="test", url="http://x"
)


def test_addresses_given_need_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUANTONG_INSTALLATION", "pilot")

    settings = places.find(tmp_path, kafka="broker:9092", postgres="postgresql://db/x")

    assert (settings.kafka, settings.postgres) == ("broker:9092", "postgresql://db/x")
    assert settings.vault == tmp_path / "vault"
    assert settings.installation == "pilot"


@pytest.mark.parametrize(
    ("kafka", "postgres"), [("broker:9092", None), (None, "postgresql://db/x")]
)
def test_one_address_alone_is_refused(
    tmp_path: Path, kafka: str | None, postgres: str | None
) -> None:
    with pytest.raises(BothAddresses):
        places.find(tmp_path, kafka=kafka, postgres=postgres)


def test_nothing_runs_on_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NotRunning):
        places.running(tmp_path / "absent")


def test_a_running_system_is_found_by_its_folder(tmp_path: Path) -> None:
    with DataFolder(tmp_path), places.announced(tmp_path, ADDRESSES):
        assert places.running(tmp_path) == ADDRESSES
        assert (tmp_path / "running.json").stat().st_mode & 0o777 == 0o600
    with pytest.raises(NotRunning):
        places.running(tmp_path)


def test_addresses_left_by_a_killed_system_count_for_nothing(tmp_path: Path) -> None:
    with DataFolder(tmp_path), places.announced(tmp_path, ADDRESSES):
        left = (tmp_path / "running.json").read_bytes()
    (tmp_path / "running.json").write_bytes(left)

    with pytest.raises(NotRunning):
        places.running(tmp_path)


def test_looking_leaves_the_lock_free(tmp_path: Path) -> None:
    with DataFolder(tmp_path):
        pass
    with pytest.raises(NotRunning):
        places.running(tmp_path)
    with (tmp_path / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
