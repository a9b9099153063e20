"""Stores: by which addresses they are named, and what each promises."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest

from eventlog.attachments.errors import (
    AttachmentAltered,
    AttachmentMissing,
    StoreAway,
    StoreUnknown,
)
from eventlog.attachments.store import PART_BYTES, Store
from tests.eventlog.attachments.s3 import Bucket

GONE = "0" * 64


def put(store: Store, content: bytes) -> str:
    address = hashlib.sha256(content).hexdigest()
    store.put(address, BytesIO(content))
    return address


def test_a_file_comes_back_as_it_was(store: Store) -> None:
    small, large = b"x" * 10, bytes(range(256)) * (PART_BYTES // 100)
    addresses = [put(store, small), put(store, large), put(store, small)]
    for address, content in zip(addresses, (small, large), strict=False):
        assert b"".join(store.read(address)) == content
        assert store.size(address) == len(content)
        store.verify(address)
    assert {(each.address, each.size) for each in store.contents()} == {
        (addresses[0], len(small)),
        (addresses[1], len(large)),
    }
    store.remove(addresses[0])
    assert [each.address for each in store.contents()] == [addresses[1]]


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    for ask in (store.size, store.verify, lambda address: next(store.read(address))):
        with pytest.raises(AttachmentMissing):
            ask(GONE)


def test_a_bucket_holds_it_under_the_prefix_and_parts_leave_nothing(bucket: Bucket) -> None:
    store = Store("s3://bucket/linyi/attachments")
    address = put(store, bytes(2 * PART_BYTES + 1))
    assert list(bucket.objects) == [f"linyi/attachments/objects/{address[:2]}/{address}"]
    assert bucket.uploads == {}
    bucket.objects = dict.fromkeys(bucket.objects, b"other")
    with pytest.raises(AttachmentAltered):
        store.verify(address)


def test_a_file_goes_into_a_bucket_in_parts_however_long_it_is(bucket: Bucket) -> None:
    put(Store("s3://bucket/linyi"), bytes(5 * PART_BYTES + 1))
    assert bucket.largest == PART_BYTES


def test_other_credentials_are_refused(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    with pytest.raises(StoreAway):
        put(Store("s3://bucket/linyi"), b"x")
    assert bucket.objects == {}


def test_a_plain_path_and_a_file_url_are_the_same_folder(tmp_path: Path) -> None:
    name = tmp_path / "附件 库"
    address = put(Store(str(name)), b"x")
    assert [each.address for each in Store(name.as_uri()).contents()] == [address]
    assert name.joinpath("objects").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "url",
    [
        "",
        "s3://",
        "s3://key:secret@bucket/x",
        "ftp://host/x",
        "file://host/x",
        "s3://b/x?key=secret",
    ],
)
def test_an_address_that_is_none_or_holds_a_secret_is_refused(url: str) -> None:
    with pytest.raises(StoreUnknown) as refused:
        Store(url)
    assert "secret" not in str(refused.value)
