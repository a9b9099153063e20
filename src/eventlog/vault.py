"""The key vault: one secret per subject, kept apart from the log, so that erasing it erases the person.

A port and its one implementation, a folder of files. Never on Kafka, never in PostgreSQL.
"""

import os
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from eventlog import canonical
from eventlog.errors import (
    KeyErased,
    LogError,
    MasterKeyExposed,
    MasterKeyMissing,
    VaultDamaged,
)

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_CACHE_MAX: Final = 10_000
_OWNER_ONLY: Final = 0o600


class Vault(Protocol):
    """Where the secrets of subjects are kept."""

    def key(self, keyid: str, *, create: bool = False) -> bytes | None:
        """The 32 bytes of a key; None if there is none, or it was erased.

        With ``create`` a key that never was is made, and is durable before it is returned; one that
        was erased raises ``KeyErased``: it is never made again in silence.
        """
        ...

    def erase(self, keyid: str) -> None:
        """Destroy a key for ever. All processes see it at once."""
        ...

    def matching_key(self, jurisdiction: str) -> bytes:
        """The key under which a jurisdiction's names become pseudonyms."""
        ...


@dataclass(frozen=True, slots=True)
class _Cached:
    path: Path
    stamp: tuple[int, int]
    key: bytes


class FileVault:
    """A vault in a folder: ``master.key`` (mode 0600) and one small file for each key, wrapped by it.

    Several processes of one machine may use it at once. A file appears whole (written aside, synced,
    linked) or not at all, so ``kill -9`` loses nothing that was handed out. Erasing replaces the file by
    a tombstone and overwrites the old one; cached keys are checked against their file on each use.
    """

    def __init__(self, path: Path, *, random: Callable[[int], bytes] = secrets.token_bytes) -> None:
        """Open the folder, or make it. ``random`` gives n random bytes."""
        self._path = path
        self._random = random
        self._cache: dict[str, _Cached] = {}
        self._lock = threading.Lock()
        (path / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
        self._master = AESGCM(self._master_key())

    def key(self, keyid: str, *, create: bool = False) -> bytes | None:
        """See ``Vault``."""
        cached = self._cache.get(keyid)
        if cached is not None and _stamp(cached.path) == cached.stamp:
            return cached.key
        path = self._file(keyid)
        if create and not path.exists():
            self._add(path, self._wrapped(keyid, self._random(KEY_BYTES)))
        key = self._read(path, keyid)
        if key is None and create:
            raise KeyErased(keyid=keyid)
        return key

    def holds(self, keyid: str) -> bool:
        """Whether there is a key, or the tombstone of one."""
        return self._file(keyid).exists()

    def bring(self, keyid: str, other: "FileVault") -> bool:
        """Take a key over from another vault, or that it was erased there; tells whether that was new.

        What was erased here stays erased. Raises ``VaultDamaged`` if both have a key and they differ.
        """
        theirs, known = other.key(keyid), self.holds(keyid)
        mine = self.key(keyid) if known else None
        if theirs is None:
            if not other.holds(keyid) or (known and mine is None):
                return False
            self.erase(keyid)
            return True
        if known:
            if mine not in (None, theirs):
                raise VaultDamaged(keyid=keyid)
            return False
        self._add(self._file(keyid), self._wrapped(keyid, theirs))
        return True

    def erase(self, keyid: str) -> None:
        """See ``Vault``."""
        path = self._file(keyid)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        tombstone = self._aside(path, canonical.encode({"erased": True, "keyid": keyid}))
        with suppress(FileNotFoundError), path.open("r+b") as old:
            tombstone.replace(path)
            _sync_folder(path.parent)
            old.write(bytes(os.fstat(old.fileno()).st_size))
            old.flush()
            os.fsync(old.fileno())
            return
        tombstone.replace(path)  # there was no key: none shall be made
        _sync_folder(path.parent)

    def matching_key(self, jurisdiction: str) -> bytes:
        """See ``Vault``."""
        key = self.key(f"matching/{jurisdiction}", create=True)
        if key is None:  # key(create=True) gives one or raises
            raise VaultDamaged(keyid=f"matching/{jurisdiction}")
        return key

    def _master_key(self) -> bytes:
        path = self._path / "master.key"
        if not path.exists():
            if any((self._path / "keys").iterdir()):
                raise MasterKeyMissing(path=path)
            self._add(path, self._random(KEY_BYTES))
        if path.stat().st_mode & 0o077:
            raise MasterKeyExposed(path=path)
        key = path.read_bytes()
        if len(key) != KEY_BYTES:
            raise VaultDamaged(keyid="master.key")
        return key

    def _file(self, keyid: str) -> Path:
        name = sha256(keyid.encode()).hexdigest()
        return self._path / "keys" / name[:2] / f"{name}.json"

    def _wrapped(self, keyid: str, key: bytes) -> bytes:
        nonce = self._random(_NONCE_BYTES)
        wrapped = self._master.encrypt(nonce, key, keyid.encode())
        return canonical.encode({"keyid": keyid, "nonce": nonce.hex(), "wrapped": wrapped.hex()})

    def _aside(self, path: Path, content: bytes) -> Path:
        """Write a file beside its place, durably."""
        aside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        return aside

    def _add(self, path: Path, content: bytes) -> None:
        """Make a file appear whole, unless another process was first."""
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(path.parent.parent)
        aside = self._aside(path, content)
        try:
            with suppress(FileExistsError):
                path.hardlink_to(aside)
        finally:
            aside.unlink()
        _sync_folder(path.parent)

    def _read(self, path: Path, keyid: str) -> bytes | None:
        try:
            stamp, content = _content(path)
            key = self._unwrapped(content, keyid)
        except FileNotFoundError:
            return None
        except (LogError, KeyError, ValueError, TypeError, InvalidTag):
            stamp, content = _content(path)  # it may have been erased while it was read
            key = self._unwrapped_again(content, keyid)
        if key is not None:
            self._remember(keyid, _Cached(path, stamp, key))
        return key

    def _unwrapped(self, content: bytes, keyid: str) -> bytes | None:
        entry = canonical.decode(content)
        if entry["keyid"] != keyid:
            raise VaultDamaged(keyid=keyid)
        if entry.get("erased"):
            return None
        wrapped, nonce = bytes.fromhex(entry["wrapped"]), bytes.fromhex(entry["nonce"])
        return self._master.decrypt(nonce, wrapped, keyid.encode())

    def _unwrapped_again(self, content: bytes, keyid: str) -> bytes | None:
        try:
            return self._unwrapped(content, keyid)
        except (LogError, KeyError, ValueError, TypeError, InvalidTag):
            raise VaultDamaged(keyid=keyid) from None

    def _remember(self, keyid: str, cached: _Cached) -> None:
        with self._lock:
            while len(self._cache) >= _CACHE_MAX:
                del self._cache[next(iter(self._cache))]
            self._cache[keyid] = cached


def _content(path: Path) -> tuple[tuple[int, int], bytes]:
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        return (status.st_ino, status.st_mtime_ns), file.read()


def _stamp(path: Path) -> tuple[int, int] | None:
    with suppress(FileNotFoundError):
        status = path.stat()
        return status.st_ino, status.st_mtime_ns
    return None


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
