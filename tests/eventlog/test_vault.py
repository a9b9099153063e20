"""The file vault: keys that survive, keys that never come back."""

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from eventlog import errors
from eventlog.vault import KEY_BYTES, FileVault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def file_of(folder: Path) -> Path:
    (path,) = (folder / "keys").glob("*/*.json")
    return path


def test_a_key_is_made_once_and_stays(folder: Path) -> None:
    vault = FileVault(folder)
    assert vault.key("a") is None
    made = vault.key("a", create=True)
    assert made is not None
    assert len(made) == KEY_BYTES
    assert vault.key("a", create=True) == made
    assert FileVault(folder).key("a") == made
    assert vault.key("b", create=True) != made


def test_an_erased_key_never_comes_back(folder: Path) -> None:
    vault = FileVault(folder)
    vault.key("a", create=True)
    vault.erase("a")
    vault.erase("a")
    for each in (vault, FileVault(folder)):
        assert each.key("a") is None
        with pytest.raises(errors.KeyErased) as erased:
            each.key("a", create=True)
        assert "«a»" in str(erased.value)


def test_a_key_that_never_was_can_be_erased_too(folder: Path) -> None:
    vault = FileVault(folder)
    vault.erase("a")
    with pytest.raises(errors.KeyErased):
        vault.key("a", create=True)


def test_other_processes_see_an_erasure_at_once(folder: Path) -> None:
    mine, theirs = FileVault(folder), FileVault(folder)
    made = mine.key("a", create=True)
    assert theirs.key("a") == made
    mine.erase("a")
    assert theirs.key("a") is None


def test_erasing_overwrites_what_was_there(folder: Path) -> None:
    vault = FileVault(folder)
    vault.key("a", create=True)
    other_name = folder / "kept"
    other_name.hardlink_to(file_of(folder))
    assert b"wrapped" in other_name.read_bytes()
    vault.erase("a")
    assert set(other_name.read_bytes()) == {0}


def test_the_files_show_no_key(folder: Path) -> None:
    vault = FileVault(folder)
    made = vault.key("person/x", create=True)
    assert made is not None
    content = file_of(folder).read_bytes()
    assert made not in content
    assert made.hex().encode() not in content


def test_files_are_the_owners_only(folder: Path) -> None:
    FileVault(folder).key("a", create=True)
    for path in (folder / "master.key", file_of(folder)):
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_master_key_that_others_can_read_is_refused(folder: Path) -> None:
    FileVault(folder)
    (folder / "master.key").chmod(0o640)
    with pytest.raises(errors.MasterKeyExposed):
        FileVault(folder)


def test_a_lost_master_key_is_not_replaced(folder: Path) -> None:
    FileVault(folder).key("a", create=True)
    (folder / "master.key").unlink()
    with pytest.raises(errors.MasterKeyMissing):
        FileVault(folder)
    assert not (folder / "master.key").exists()


def test_a_master_key_cut_short_is_refused(folder: Path) -> None:
    FileVault(folder)
    (folder / "master.key").write_bytes(b"short")
    with pytest.raises(errors.VaultDamaged):
        FileVault(folder)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"keyid":"a"}', b'{"keyid":"b","nonce":"","wrapped":""}']
)
def test_a_damaged_file_is_said_to_be_damaged(folder: Path, content: bytes) -> None:
    FileVault(folder).key("a", create=True)
    file_of(folder).write_bytes(content)
    with pytest.raises(errors.VaultDamaged) as damaged:
        FileVault(folder).key("a")
    assert "«a»" in str(damaged.value)


def test_a_key_under_another_name_is_refused(folder: Path) -> None:
    vault = FileVault(folder)
    vault.key("a", create=True)
    content = file_of(folder).read_bytes()
    file_of(folder).unlink()
    vault.key("b", create=True)
    file_of(folder).write_bytes(content.replace(b'"a"', b'"b"'))
    with pytest.raises(errors.VaultDamaged):
        FileVault(folder).key("b")


def test_each_jurisdiction_matches_with_a_key_of_its_own(folder: Path) -> None:
    vault = FileVault(folder)
    assert vault.matching_key("linyi") == FileVault(folder).matching_key("linyi")
    assert vault.matching_key("linyi") != vault.matching_key("wuhu")


def test_the_cache_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventlog.vault._CACHE_MAX", 2)
    vault = FileVault(folder)
    made = [vault.key(name, create=True) for name in "abcd"]
    assert len(vault._cache) == 2
    assert [vault.key(name) for name in "abcd"] == made


def test_threads_that_make_the_same_key_agree(folder: Path) -> None:
    vault = FileVault(folder)
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: vault.key("a", create=True), range(32)))
    assert len(keys) == 1


def _make(folder: Path) -> list[bytes | None]:
    vault = FileVault(folder)
    return [vault.key(f"key {n}", create=True) for n in range(20)]


def test_processes_that_make_the_same_keys_agree(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        made = pool.map(_make, [folder] * 3)
    assert made[0] == made[1] == made[2] == _make(folder)


CHILD = """
import sys
from pathlib import Path
from eventlog.vault import FileVault
vault = FileVault(Path(sys.argv[1]))
for n in range(100_000):
    key = vault.key(f"key {n}", create=True)
    sys.stdout.write(f"{n} {key.hex()}\\n")
    sys.stdout.flush()
"""


def test_a_key_that_was_handed_out_survives_kill_9(folder: Path) -> None:
    source = Path(__file__).parents[2] / "src"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(50)]
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    handed_out = dict(line.decode().split() for line in lines if line.endswith(b"\n"))
    assert len(handed_out) >= 50
    vault = FileVault(folder)
    assert {n: (vault.key(f"key {n}") or b"").hex() for n in handed_out} == handed_out
    assert vault.key("one more", create=True)


def test_a_key_is_brought_from_another_vault_and_so_is_its_end(tmp_path: Path) -> None:
    there, here = FileVault(tmp_path / "there"), FileVault(tmp_path / "here")
    key = there.key("a", create=True)
    assert [here.bring("a", there), here.bring("a", there)] == [True, False]
    assert here.key("a") == key
    there.erase("a")
    assert [here.bring("a", there), here.bring("a", there)] == [True, False]
    assert (here.key("a"), here.holds("a")) == (None, True)
    assert not here.bring("never", there)
    here.erase("b")
    there.key("b", create=True)
    assert not here.bring("b", there)
    assert here.key("b") is None
    for vault in (there, here):
        vault.key("c", create=True)
    with pytest.raises(errors.VaultDamaged):
        here.bring("c", there)
