"""A backup of a living log: once, continuously, and interrupted at any moment."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.ids import INSTALLATION, JurisdictionCode
from eventlog.backup.checking import check
from eventlog.backup.errors import NoBackup
from eventlog.backup.making import back_up
from eventlog.errors import LogDiverged
from eventlog.index import Index
from eventlog.partition_log import Batch, PartitionLog
from eventlog.settings import Settings
from eventlog.vault import FileVault
from tests.eventlog.backup.copies import backed_up, positions, segments
from tests.eventlog.town import TOWN, Town, answer
from tests.eventlog.written import Scribe
from tests.waiting import until

ROOT = Path(__file__).parents[3]
LIMIT_S = 60.0


def held(folder: Path) -> dict[JurisdictionCode, int]:
    """What a backup holds now, nothing before its first block."""
    try:
        return positions(check(folder))
    except NoBackup:
        return {}


@contextmanager
def following(settings: Settings, folder: Path, vault: Path) -> Iterator[None]:
    """A continuous backup in a thread of its own."""
    stop = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(
            back_up, settings, folder, stop=stop, follow=True, vault=vault, segment_bytes_max=20_000
        )
        try:
            yield
        finally:
            stop.set()
        running.result()


def test_a_continuous_backup_follows_the_log(town: Town, tmp_path: Path) -> None:
    folder, vault = tmp_path / "backup", tmp_path / "keys"
    with following(town.settings, folder, vault), town.writer(), town.client() as client:
        town.found(client)
        diary = answer(client, town.diary(owner="王某")).stream
        assert diary is not None
        until(lambda: held(folder).get(TOWN) == 2, limit_seconds=LIMIT_S)
        for _ in range(60):
            answer(client, town.entry(diary, data={"entries": 5}))
        until(lambda: held(folder).get(TOWN) == 302, limit_seconds=LIMIT_S)
    assert len(segments(folder)) > 2
    checked = backed_up(town.settings, folder, vault=vault)
    assert (checked.keys_missing, checked.unfinished) == ((), 0)
    assert checked.complete_until is not None
    assert all(last.appended <= checked.complete_until for last in checked.jurisdictions)


def test_a_backup_that_is_killed_again_and_again_loses_nothing(town: Town, tmp_path: Path) -> None:
    with town.writer(), town.client() as client:
        town.found(client)
        diary = answer(client, town.diary()).stream
        assert diary is not None
        for kill in range(5):
            process = backup_process(town.settings, tmp_path / "backup")
            sent = [client.submit(town.entry(diary)) for _ in range(150)]
            least = 2 + 150 * kill + 20
            until(
                lambda least=least: held(tmp_path / "backup").get(TOWN, 0) >= least,  # type: ignore[misc]
                limit_seconds=LIMIT_S,
            )
            process.send_signal(signal.SIGKILL)
            process.wait(LIMIT_S)
            assert all(each.result(LIMIT_S).status == "accepted" for each in sent)
    checked = backed_up(town.settings, tmp_path / "backup")
    assert positions(checked) == {INSTALLATION: 1, TOWN: 752}
    with Index(town.settings.postgres) as index:
        assert checked.events == 753 == 1 + len(index.after(TOWN, 0))


def backup_process(settings: Settings, folder: Path) -> subprocess.Popen[bytes]:
    """A continuous backup in a process of its own."""
    code = (
        "import sys, threading; from pathlib import Path; from eventlog.settings import Settings;"
        "from eventlog.backup.making import back_up;"
        "kafka, prefix, folder = sys.argv[1:];"
        "settings = Settings(kafka=kafka, postgres='', vault=Path(), installation='test', prefix=prefix);"
        "back_up(settings, Path(folder), stop=threading.Event(), follow=True)"
    )
    arguments = [sys.executable, "-c", code, settings.kafka, settings.prefix, str(folder)]
    return subprocess.Popen(arguments, cwd=ROOT, env=dict(os.environ))


def test_the_vault_is_brought_along_with_the_log(town: Town, tmp_path: Path) -> None:
    folder, vault = tmp_path / "backup", tmp_path / "keys"
    with town.writer(), town.client() as client:
        town.found(client)
        answer(client, town.diary(owner="王某"))
        before = backed_up(town.settings, folder, vault=vault)
        answer(client, town.diary(owner="李某"))
        back_up(town.settings, folder, stop=threading.Event())
    assert before.keys_missing == ()
    assert len(check(folder, vault=vault).keys_missing) == 1
    assert backed_up(town.settings, folder, vault=vault).keys_missing == ()
    assert FileVault(vault).matching_key(TOWN) == FileVault(town.settings.vault).matching_key(TOWN)


def test_a_folder_with_the_backup_of_another_log_is_not_mixed(town: Town, tmp_path: Path) -> None:
    for salt in (1, 2):
        log = PartitionLog(
            town.settings.kafka,
            town.topics,
            0,
            transactional_id=f"{town.settings.prefix}-writer-0",
            knows=lambda _: True,
        )
        with log:
            log.open()
            log.wait_caught_up(timeout_s=LIMIT_S)
            log.write([Batch(Scribe(INSTALLATION, salt=salt).batch(2))])
        if salt == 1:
            backed_up(town.settings, tmp_path)
            town = Town(with_prefix(town.settings, f"{town.settings.prefix}-other"))
            town.create()
    before = [path.read_bytes() for path in segments(tmp_path)]
    with pytest.raises(LogDiverged):
        backed_up(town.settings, tmp_path)
    assert [path.read_bytes() for path in segments(tmp_path)] == before


def with_prefix(settings: Settings, prefix: str) -> Settings:
    return Settings(
        kafka=settings.kafka,
        postgres=settings.postgres,
        vault=settings.vault,
        installation=settings.installation,
        prefix=prefix,
    )
