"""Segments: their bytes are kept for ever, a cut end is passed over, and damage is found where it is."""

import gzip
import hashlib
from pathlib import Path

import pytest

from eventlog.backup.checking import check
from eventlog.backup.errors import BackupDamaged
from eventlog.backup.segments import blocks, pack
from tests.eventlog.backup.copies import kept, segments
from tests.eventlog.backup.golden import LINES, PREVIOUS, SEGMENT, TEXT


def test_a_golden_segment_is_read() -> None:
    (block,) = blocks(SEGMENT)
    assert (block.lines, block.offset, block.end) == (LINES, 0, SEGMENT.stat().st_size)


def test_a_segment_is_written_as_the_golden_one() -> None:
    """What it unpacks to and its header; how well it is compressed is the library's matter."""
    packed, total = pack(LINES, PREVIOUS)
    golden = SEGMENT.read_bytes()
    assert gzip.decompress(packed) == gzip.decompress(golden)
    assert packed[:16] == golden[:16]
    assert len(packed) == int.from_bytes(packed[16:20], "little")
    assert gzip.decompress(golden) == TEXT + f"sum\t{total}\n".encode()


def test_the_sum_is_worked_out_with_nothing_of_ours() -> None:
    (block,) = blocks(SEGMENT)
    assert block.sum == "sha256:" + hashlib.sha256(PREVIOUS.encode() + TEXT).hexdigest()


def test_damage_of_any_byte_is_found_in_its_block_or_changes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, 1, 2, 1)
    (path,) = segments(tmp_path)
    whole, before = path.read_bytes(), check(tmp_path)
    starts = [block.offset for block in blocks(path)]
    for offset in range(len(whole)):
        damaged = bytearray(whole)
        damaged[offset] ^= 1 << offset % 8
        path.write_bytes(damaged)
        start = max(each for each in starts if each <= offset)
        found = outcome_of(tmp_path)
        assert found in (before.sum, (path.name, str(start))), offset
    path.write_bytes(whole)
    assert check(tmp_path) == before


def outcome_of(folder: Path) -> str | tuple[str, str]:
    """The sum of a backup; segment and byte if it is damaged."""
    try:
        return check(folder).sum
    except BackupDamaged as error:
        return error.details["segment"], error.details["offset"]


@pytest.mark.parametrize("left", [b"", bytes(700), b"\x1f\x8b\x08"])
def test_what_a_block_begun_left_at_the_end_is_passed_over(tmp_path: Path, left: bytes) -> None:
    kept(tmp_path, 1, 2)
    (path,) = segments(tmp_path)
    before = check(tmp_path)
    path.write_bytes(path.read_bytes() + left)
    after = check(tmp_path)
    assert (after.sum, after.bytes, after.unfinished) == (before.sum, before.bytes, len(left))
