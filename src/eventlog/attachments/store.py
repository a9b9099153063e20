"""Where sealed files are kept, each under the digest of its bytes: a folder, or any S3-compatible store.

What is there under an address is whole, and checked by its name alone: no key is needed for that, and no
name tells anything of a file.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from eventlog.attachments.errors import (
    AttachmentAltered,
    AttachmentMissing,
    StoreAway,
    StoreUnknown,
)
from eventlog.attachments.unfinished import AGE, Parts, clear_folder

if TYPE_CHECKING:
    from obstore.store import ObjectStore

READ_BYTES: Final = 1024 * 1024
PART_BYTES: Final = 5 * 1024 * 1024
"""Of a multipart upload, the least that S3 takes; two are under way at once."""
PARTS_AT_ONCE: Final = 2
_FOLDER: Final = "objects"
_ADDRESS_LENGTH: Final = 64
_RETRY: Final[Any] = {"max_retries": 3, "retry_timeout": timedelta(seconds=20)}
_REASON_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class Stored:
    """What is in the store: its address, size in bytes, and since when."""

    address: str
    size: int
    since: datetime


class Store:
    """A store by its URL: ``file:///folder``, a plain path, or ``s3://bucket/prefix``.

    Credentials, region and endpoint of S3 come from the environment (``AWS_ACCESS_KEY_ID``,
    ``AWS_SECRET_ACCESS_KEY``, ``AWS_REGION``, ``AWS_ENDPOINT_URL``; ``AWS_ALLOW_HTTP=true`` for one
    without TLS), never from the URL. Methods raise `StoreAway` while it does not answer. Raises
    `StoreUnknown`.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._root: Path | None = None
        self._store = self._opened(url)

    def put(self, address: str, sealed: IO[bytes]) -> None:
        """Put a sealed file under its address, as a whole, durably. It may be there already."""
        with _answering():
            obstore.put(
                self._store,
                _path(address),
                sealed,
                chunk_size=PART_BYTES,
                max_concurrency=PARTS_AT_ONCE,
            )
            if self._root is not None:
                _settle(self._root / _path(address), self._root)

    def size(self, address: str) -> int:
        """Its size in bytes. Raises `AttachmentMissing`."""
        with _answering():
            return int(obstore.head(self._store, _path(address))["size"])

    def read(self, address: str) -> Iterator[bytes]:
        """Its bytes, in pieces. Raises `AttachmentMissing`."""
        with _answering():
            stream = obstore.get(self._store, _path(address)).stream(min_chunk_size=READ_BYTES)
        while True:
            with _answering():
                piece = next(stream, None)
            if piece is None:
                return
            yield bytes(piece)

    def verify(self, address: str) -> None:
        """Read it from beginning to end. Raises `AttachmentMissing`, `AttachmentAltered`."""
        found = hashlib.sha256()
        for piece in self.read(address):
            found.update(piece)
        if found.hexdigest() != address:
            raise AttachmentAltered

    def contents(self) -> Iterator[Stored]:
        """Everything that is in it."""
        with _answering():
            listing = obstore.list(self._store, _FOLDER)
        while True:
            with _answering():
                found = next(listing, None)
            if found is None:
                return
            for each in found:
                name = each["path"].rpartition("/")[2]
                if len(name) == _ADDRESS_LENGTH:
                    yield Stored(name, int(each["size"]), each["last_modified"])

    def remove(self, address: str) -> None:
        """Let it be there no longer."""
        with suppress(AttachmentMissing), _answering():
            obstore.delete(self._store, _path(address))

    def clear_unfinished(self, now: datetime) -> int:
        """Remove what uploads killed half-way left, a day ago or more; gives how many there were."""
        with _answering():
            if self._root is not None:
                return clear_folder(self._root / _FOLDER, now - AGE)
            parts = urlsplit(self.url)
            under = f"{parts.path.rstrip('/')}/{_FOLDER}/".lstrip("/")
            return Parts(parts.netloc).clear(under, now - AGE)

    def _opened(self, url: str) -> "ObjectStore":
        parts = urlsplit(url)
        if parts.username is not None or parts.password is not None or parts.query:
            raise StoreUnknown(url=f"{parts.scheme}://…")
        match parts.scheme:
            case "s3" if parts.netloc:
                return S3Store.from_url(url, client_options=_client(), retry_config=_RETRY)
            case "file" if not parts.netloc and parts.path.startswith("/"):
                return self._folder(Path(unquote(parts.path)))
            case "" if url:
                return self._folder(Path(url))
            case _:
                raise StoreUnknown(url=url)

    def _folder(self, root: Path) -> LocalStore:
        with _answering():
            (root / _FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root = root.absolute()
        return LocalStore(prefix=self._root)


def _client() -> Any:
    plain = os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"
    return {"connect_timeout": "5s", "timeout": "10m", "allow_http": plain}


def _path(address: str) -> str:
    return f"{_FOLDER}/{address[:2]}/{address}"


@contextmanager
def _answering() -> Iterator[None]:
    """What the library says is wrong, said our way."""
    try:
        yield
    except FileNotFoundError:
        raise AttachmentMissing from None
    except (BaseError, OSError) as error:
        reason = str(error).partition("\n")[0][:_REASON_LENGTH] or type(error).__name__
        raise StoreAway(reason=reason) from error


def _settle(path: Path, root: Path) -> None:
    """Have the disk hold a file, and every folder on the way to it."""
    for each in (path, *path.parents):
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if each == root:
            return
