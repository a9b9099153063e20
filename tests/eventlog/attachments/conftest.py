"""Stores: a folder, and a bucket behind the S3 protocol."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventlog.attachments.store import Store
from eventlog.vault import FileVault
from tests.eventlog.attachments import s3


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[s3.Bucket]:
    """An empty bucket, served; the environment says where and with which credentials."""
    found = s3.Bucket()
    with s3.serving(found) as endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
        monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
        monkeypatch.setenv("AWS_REGION", "cn-north-1")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", s3.KEY)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "sample")
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Store:
    """A store in a folder."""
    return Store((tmp_path / "attachments").as_uri())


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    """An empty vault."""
    return FileVault(tmp_path / "vault")


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest) -> Store:
    """Either kind."""
    if request.param == "folder":
        found: Store = request.getfixturevalue("folder")
        return found
    request.getfixturevalue("bucket")
    return Store("s3://bucket/linyi")
