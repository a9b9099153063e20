"""A backup goes on where it ended, wherever it was cut; what does not belong together is refused."""

from pathlib import Path

import pytest

from domain.ids import INSTALLATION
from eventlog.backup.checking import check
from eventlog.backup.errors import BackupBusy, BackupDamaged, NoBackup
from eventlog.backup.folder import BackupFolder
from eventlog.backup.ledger import Ledger
from tests.eventlog.backup.copies import Keeper, kept, positions, segments


def test_a_backup_cut_at_any_byte_goes_on_from_its_last_whole_block(tmp_path: Path) -> None:
    kept(tmp_path / "whole", 1, 2)
    (whole,) = segments(tmp_path / "whole")
    content = whole.read_bytes()
    for length in range(0, len(content) + 1, 7):
        path = tmp_path / f"cut-{length}"
        kept(path, 1, 2)
        (segment,) = segments(path)
        segment.write_bytes(content[:length])
        with BackupFolder(path) as folder:
            known = folder.ledger.heads().get(INSTALLATION)
            keeper = Keeper(folder)
            while keeper.scribe.position < (known.position if known else 0):
                keeper.offset += len(keeper.scribe.batch((1, 2)[keeper.scribe.commands]))
            for size in (1, 2)[keeper.scribe.commands :]:
                keeper.command(size)
        assert positions(check(path)) == {INSTALLATION: 3}, length
        assert check(path).unfinished == 0


def test_segments_follow_one_another(tmp_path: Path) -> None:
    kept(tmp_path, 1, 2, 3, 4, segment_bytes_max=1)
    assert len(segments(tmp_path)) == 4
    checked = check(tmp_path)
    assert (checked.events, checked.segments) == (10, 4)
    with BackupFolder(tmp_path) as folder:
        assert folder.ledger.number == 4
        assert folder.ledger.heads()[INSTALLATION].position == 10


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_segment_that_is_missing_is_noticed(tmp_path: Path, number: int) -> None:
    kept(tmp_path, 1, 2, 3, 4, segment_bytes_max=1)
    left = segments(tmp_path)
    left.pop(number).unlink()
    with pytest.raises(BackupDamaged) as damage:
        check(tmp_path)
    assert damage.value.details["segment"] == left[number].name
    assert damage.value.details["offset"] == "0"


def test_a_segment_of_another_backup_is_noticed(tmp_path: Path) -> None:
    kept(tmp_path / "one", 1, 2, 3, segment_bytes_max=1)
    kept(tmp_path / "other", 2, 1, 3, segment_bytes_max=1)
    segments(tmp_path / "one")[1].write_bytes(segments(tmp_path / "other")[1].read_bytes())
    with pytest.raises(BackupDamaged, match="0000000002"):
        check(tmp_path / "one")


def test_a_segment_cut_off_in_the_middle_is_noticed(tmp_path: Path) -> None:
    kept(tmp_path, 1, 2, 3, segment_bytes_max=1)
    first = segments(tmp_path)[0]
    first.write_bytes(first.read_bytes()[:-1])
    with pytest.raises(BackupDamaged, match="0000000001"):
        check(tmp_path)


def test_events_that_do_not_follow_are_refused_before_they_are_kept(tmp_path: Path) -> None:
    with BackupFolder(tmp_path) as folder:
        keeper = Keeper(folder)
        keeper.command()
        keeper.scribe.batch()  # lost
        with pytest.raises(BackupDamaged, match="do not follow"):
            keeper.command()


def test_one_process_writes_a_backup(tmp_path: Path) -> None:
    with (
        BackupFolder(tmp_path),
        pytest.raises(BackupBusy, match="Another process"),
        BackupFolder(tmp_path),
    ):
        pass
    with BackupFolder(tmp_path) as again:
        assert isinstance(again.ledger, Ledger)


def test_no_backup_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        check(tmp_path)
