"""What a killed upload leaves in a store is removed when it is old, and nothing else is."""

import datetime
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import pytest

from eventlog.attachments.errors import StoreAway
from eventlog.attachments.store import PART_BYTES, Store
from eventlog.attachments.unfinished import AGE, signed
from tests.eventlog.attachments.s3 import Bucket
from tests.eventlog.attachments.test_store import put
from tests.waiting import until

GONE = "ab" + "0" * 62
PUT = """
import sys
from io import BytesIO
from eventlog.attachments.store import PART_BYTES, Store

class Slow(BytesIO):
    def read(self, size=-1):
        if self.tell() >= 3 * PART_BYTES:
            sys.stdin.read()
        return super().read(size)

Store(sys.argv[1]).put(sys.argv[2], Slow(bytes(4 * PART_BYTES)))
"""
"""Puts three parts of a file into a store, and then waits."""


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def half_files(store: Store) -> list[Path]:
    return list(Path(store.url.removeprefix("file://")).glob("objects/*/*#*"))


def killed(store: Store, under_way: Callable[[], bool]) -> None:
    """A process that puts a file into the store is killed when some of it is there."""
    command = [sys.executable, "-c", PUT, store.url, GONE]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as putting:
        until(under_way)
        putting.kill()


def test_half_a_file_in_a_folder_goes_with_its_day(folder: Store) -> None:
    whole = put(folder, bytes(2 * PART_BYTES))
    killed(folder, lambda: any(path.stat().st_size for path in half_files(folder)))
    assert len(half_files(folder)) == 1
    assert folder.clear_unfinished(now()) == 0
    assert len(half_files(folder)) == 1
    assert folder.clear_unfinished(now() + AGE + datetime.timedelta(minutes=1)) == 1
    assert half_files(folder) == []
    assert [each.address for each in folder.contents()] == [whole]
    folder.verify(whole)


def test_parts_in_a_bucket_go_with_their_day(bucket: Bucket) -> None:
    store, other = Store("s3://bucket/linyi"), Store("s3://bucket/linyi-2")
    whole = put(store, bytes(2 * PART_BYTES))

    def begun(uploads: int) -> bool:
        return sum(map(bool, bucket.uploads.values())) == uploads

    for number, each in enumerate((store, store, other), start=1):
        killed(each, partial(begun, number))
    assert store.clear_unfinished(now()) == 0
    later = now() + AGE + datetime.timedelta(minutes=1)
    assert store.clear_unfinished(later) == 2
    assert [key.split("/")[0] for key, _ in bucket.begun.values()] == ["linyi-2"]
    assert store.clear_unfinished(later) == 0
    assert [each.address for each in store.contents()] == [whole]
    bucket.away = True
    with pytest.raises(StoreAway):
        store.clear_unfinished(later)


@pytest.mark.parametrize(
    ("query", "signature"),
    [
        ("lifecycle=", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        (
            "max-keys=2&prefix=J",
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        ),
    ],
)
def test_requests_are_signed_as_in_the_examples_of_s3(
    monkeypatch: pytest.MonkeyPatch, query: str, signature: str
) -> None:
    """Amazon S3 API Reference, «Authenticating requests: using the Authorization header»."""
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)
    url = httpx.URL(f"https://examplebucket.s3.amazonaws.com/?{query}")
    headers = signed("GET", url, datetime.datetime(2013, 5, 24, tzinfo=datetime.UTC))
    assert headers["authorization"].rpartition("Signature=")[2] == signature
