"""The copy of a vault opens what the vault opens; what was erased is erased from it and stays so."""

from pathlib import Path

import pytest

from eventlog.backup import keys
from eventlog.backup.errors import VaultsDiffer
from eventlog.errors import MasterKeyMissing, VaultDamaged
from eventlog.vault import FileVault


def test_a_copy_opens_what_the_vault_opens(tmp_path: Path) -> None:
    vault = FileVault(tmp_path / "vault")
    key = vault.key("test/linyi/person/1", create=True)
    assert keys.copy(tmp_path / "vault", tmp_path / "copy") == 1
    assert keys.copy(tmp_path / "vault", tmp_path / "copy") == 0
    assert keys.check(tmp_path / "copy") == 1
    assert FileVault(tmp_path / "copy").key("test/linyi/person/1") == key
    assert {oct(path.stat().st_mode & 0o077) for path in (tmp_path / "copy").iterdir()} == {"0o0"}


def test_what_was_erased_is_erased_from_the_copy_and_does_not_come_back(tmp_path: Path) -> None:
    vault = FileVault(tmp_path / "vault")
    vault.key("a", create=True)
    vault.key("b", create=True)
    keys.copy(tmp_path / "vault", tmp_path / "old copy")
    keys.copy(tmp_path / "vault", tmp_path / "copy")
    vault.erase("a")

    assert keys.copy(tmp_path / "vault", tmp_path / "copy") == 1
    assert FileVault(tmp_path / "copy").key("a") is None
    assert keys.copy(tmp_path / "old copy", tmp_path / "vault") == 0
    assert FileVault(tmp_path / "vault").key("a") is None
    assert FileVault(tmp_path / "vault").key("b") is not None


def test_vaults_of_different_master_keys_are_not_mixed(tmp_path: Path) -> None:
    FileVault(tmp_path / "one")
    FileVault(tmp_path / "other")
    with pytest.raises(VaultsDiffer):
        keys.copy(tmp_path / "one", tmp_path / "other")


def test_no_vault_is_made_where_none_was(tmp_path: Path) -> None:
    with pytest.raises(MasterKeyMissing):
        keys.copy(tmp_path / "none", tmp_path / "copy")
    with pytest.raises(MasterKeyMissing):
        keys.check(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_key_is_named(tmp_path: Path) -> None:
    FileVault(tmp_path / "vault").key("a", create=True)
    keys.copy(tmp_path / "vault", tmp_path / "copy")
    (path,) = (tmp_path / "copy" / "keys").glob("*/*.json")
    path.write_bytes(path.read_bytes().replace(b'"wrapped":"', b'"wrapped":"00'))
    with pytest.raises(VaultDamaged, match="key «a»"):
        keys.check(tmp_path / "copy")
