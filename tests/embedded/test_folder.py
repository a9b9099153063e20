from pathlib import Path

import pytest

from embedded.errors import DiskFull, FolderLocked, FolderUnusable
from embedded.folder import DataFolder


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    with DataFolder(tmp_path / "new" / "data") as folder:
        assert folder.path.is_dir()


def test_a_folder_has_one_owner_at_a_time(tmp_path: Path) -> None:
    with DataFolder(tmp_path), pytest.raises(FolderLocked), DataFolder(tmp_path):
        pass
    with DataFolder(tmp_path):
        pass


def test_a_path_that_cannot_be_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnusable, match="file/data"), DataFolder(tmp_path / "file" / "data"):
        pass


def test_a_full_disk_is_named_and_leaves_the_folder_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("embedded.folder.FREE_MIB_MIN", 2**40)
    with pytest.raises(DiskFull, match=f"{2**40} MiB are needed"), DataFolder(tmp_path):
        pass
    monkeypatch.undo()
    with DataFolder(tmp_path):
        pass
