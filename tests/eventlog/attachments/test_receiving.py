"""A file on its way in: whole in the store, or nothing anywhere."""

import hashlib
from pathlib import Path

import pytest

from eventlog.attachments.errors import (
    AttachmentEmpty,
    AttachmentTooLarge,
    MediaTypeWrong,
    StoreAway,
)
from eventlog.attachments.media_types import media_type
from eventlog.attachments.receiving import Receiving
from eventlog.attachments.store import Store
from eventlog.errors import KeyErased
from eventlog.vault import FileVault
from tests.eventlog.attachments.files import ATTACHMENT, MIB, OTHER, SOURCE, picture, stored
from tests.eventlog.attachments.s3 import Bucket

JPEG = media_type("image/jpeg")


def test_what_the_log_is_told_is_true_of_the_file(
    store: Store, vault: FileVault, tmp_path: Path
) -> None:
    content = picture(2 * MIB + 17)
    reference = stored(store, vault, tmp_path / "spool", content)
    assert reference.digest == hashlib.sha256(content).hexdigest()
    assert (reference.size, reference.media_type) == (len(content), "image/jpeg")
    assert [each.address for each in store.contents()] == [reference.stored]
    store.verify(reference.stored)
    assert content[:1000] not in b"".join(store.read(reference.stored))


def test_the_same_upload_again_is_the_same_and_another_attachments_is_another(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    content = picture(MIB)
    first = stored(folder, vault, tmp_path, content)
    assert stored(folder, vault, tmp_path, content) == first
    other = stored(folder, vault, tmp_path, content, attachment=OTHER)
    assert (other.digest, other.stored != first.stored) == (first.digest, True)
    assert len(list(folder.contents())) == 2


def test_an_upload_that_ends_half_way_leaves_nothing(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    spool = tmp_path / "spool"
    with Receiving(spool, JPEG, most=10 * MIB) as receiving:
        receiving.take(picture(3 * MIB))
        assert list(spool.iterdir()) == []  # a process that is killed leaves nothing either
    assert list(folder.contents()) == []
    assert not vault.holds(f"{SOURCE}/{ATTACHMENT}")


def test_limits_hold_before_anything_is_stored(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    with Receiving(tmp_path, JPEG, most=MIB) as receiving:
        receiving.take(picture(MIB))
        with pytest.raises(AttachmentTooLarge):
            receiving.take(b"x")
    with Receiving(tmp_path, JPEG, most=MIB) as receiving, pytest.raises(AttachmentEmpty):
        receiving.put(folder, vault, source=SOURCE, attachment=ATTACHMENT)
    with Receiving(tmp_path, JPEG, most=MIB) as receiving:
        receiving.take(b"%PDF-1.7")
        with pytest.raises(MediaTypeWrong):
            receiving.put(folder, vault, source=SOURCE, attachment=ATTACHMENT)
    assert list(folder.contents()) == []


def test_an_erased_attachment_is_never_sealed_again(
    folder: Store, vault: FileVault, tmp_path: Path
) -> None:
    vault.erase(f"{SOURCE}/{ATTACHMENT}")
    with pytest.raises(KeyErased):
        stored(folder, vault, tmp_path, picture(100))


def test_a_store_that_is_away_is_said_to_be_away(
    bucket: Bucket, vault: FileVault, tmp_path: Path
) -> None:
    store = Store("s3://bucket/linyi")
    bucket.away = True
    with pytest.raises(StoreAway):
        stored(store, vault, tmp_path, picture(100))
    bucket.away = False
    assert stored(store, vault, tmp_path, picture(100)).size == 100
