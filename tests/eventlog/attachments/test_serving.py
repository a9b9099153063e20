"""A file on its way out: proved, or not given out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventlog.attachments.errors import AttachmentAltered, AttachmentErased, AttachmentMissing
from eventlog.attachments.receiving import Reference
from eventlog.attachments.serving import served
from eventlog.attachments.store import Store
from eventlog.vault import FileVault
from tests.eventlog.attachments.files import MIB, OTHER, SOURCE, collect, file_of, picture, stored


def path_in(tmp_path: Path, reference: Reference) -> Path:
    address = reference.stored
    return tmp_path / "attachments" / "objects" / address[:2] / address


def read(store: Store, vault: FileVault, reference: Reference) -> bytes:
    return b"".join(served(store, vault, file_of(reference), stored=reference.stored))


def test_what_was_stored_is_served(store: Store, vault: FileVault, tmp_path: Path) -> None:
    content = picture(10 * MIB + 1)
    reference = stored(store, vault, tmp_path, content)
    assert read(store, vault, reference) == content


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def swapped(path: Path) -> None:
    content, chunk = path.read_bytes(), MIB + 16
    path.write_bytes(content[chunk : 2 * chunk] + content[:chunk] + content[2 * chunk :])


@pytest.mark.parametrize("tamper", [flipped, cut_short, swapped])
def test_what_is_not_right_is_not_served(
    folder: Store, vault: FileVault, tmp_path: Path, tamper: Callable[[Path], None]
) -> None:
    reference = stored(folder, vault, tmp_path, picture(3 * MIB))
    tamper(path_in(tmp_path, reference))
    with pytest.raises(AttachmentAltered):
        served(folder, vault, file_of(reference), stored=reference.stored)
    with pytest.raises(AttachmentAltered):
        folder.verify(reference.stored)


def test_two_files_that_changed_places_are_both_found(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    one = stored(folder, vault, tmp_path, picture(2 * MIB))
    other = stored(folder, vault, tmp_path, picture(2 * MIB, seed=2), attachment=OTHER)
    first, second = path_in(tmp_path, one), path_in(tmp_path, other)
    aside = first.rename(first.with_suffix(".aside"))
    second.rename(first)
    aside.rename(second)
    for reference in (one, other):
        with pytest.raises(AttachmentAltered):
            read(folder, vault, reference)


def test_damage_far_behind_ends_the_file_short_with_not_one_wrong_byte(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    content = picture(24 * MIB)
    reference = stored(folder, vault, tmp_path, content)
    flipped(path_in(tmp_path, reference))
    chunks = served(folder, vault, file_of(reference), stored=reference.stored)
    given_out = bytearray()
    with pytest.raises(AttachmentAltered):
        collect(chunks, given_out)
    assert 8 * MIB <= len(given_out) <= 12 * MIB
    assert content.startswith(bytes(given_out))


def test_a_file_is_read_from_the_store_while_it_is_given_out(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    """A few chunks are in memory, never the file: what is spoilt after it began is found."""
    content = picture(24 * MIB)
    reference = stored(folder, vault, tmp_path, content)
    chunks = served(folder, vault, file_of(reference), stored=reference.stored)
    given_out = bytearray(next(chunks))
    flipped(path_in(tmp_path, reference))
    with pytest.raises(AttachmentAltered):
        collect(chunks, given_out)
    assert content.startswith(bytes(given_out))


def test_missing_and_erased_are_told_apart(store: Store, vault: FileVault, tmp_path: Path) -> None:
    reference = stored(store, vault, tmp_path, picture(1000))
    store.remove(reference.stored)
    store.remove(reference.stored)
    with pytest.raises(AttachmentMissing):
        read(store, vault, reference)
    vault.erase(f"{SOURCE}/{reference.attachment}")
    with pytest.raises(AttachmentErased):
        read(store, vault, reference)
