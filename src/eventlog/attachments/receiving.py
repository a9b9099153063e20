"""A file on its way in: counted, hashed, looked at, sealed, and put into the store as a whole.

Never more of it than a few chunks stands in memory, and none of it in the clear on a disk: while it comes it
is held in a nameless file under a key that only this process ever had. Whatever interrupts it leaves
nothing behind.
"""

import hashlib
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from eventlog.attachments.chunks import CHUNK_BYTES, SEALED_BYTES, SEALING, File, seal
from eventlog.attachments.errors import AttachmentEmpty, AttachmentTooLarge, StoreAway
from eventlog.attachments.media_types import Looking, MediaType
from eventlog.attachments.store import Store
from eventlog.sealing import keyid_of
from eventlog.vault import Vault

_KEY_BITS: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a file in the store is called: all that the log has to say about it.

    ``digest`` is the SHA-256 of the file, ``stored`` that of its sealed form: its address in the store.
    """

    attachment: str
    digest: str
    size: int
    media_type: str
    stored: str
    sealing: str = SEALING


class Receiving(AbstractContextManager["Receiving"]):
    """One upload. ``spool`` is a folder on a disk; it stays empty. ``most`` is the size limit in bytes."""

    def __init__(self, spool: Path, kind: MediaType, *, most: int) -> None:
        spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._spool, self._kind, self._most = spool, kind, most
        self._held: IO[bytes] = tempfile.TemporaryFile(dir=spool)  # noqa: SIM115 - closed at the end
        self._cipher = AESGCM(secrets.token_bytes(_KEY_BITS // 8))
        self._pending = bytearray()
        self._chunks = 0
        self._whole, self._looking, self._size = hashlib.sha256(), Looking(kind), 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def take(self, data: bytes) -> None:
        """The next bytes. Raises `AttachmentTooLarge`, `MediaTypeWrong`, `StoreAway` without room."""
        self._size += len(data)
        if self._size > self._most:
            raise AttachmentTooLarge(most=self._most)
        self._whole.update(data)
        self._looking.see(data)
        self._pending += data
        while len(self._pending) >= CHUNK_BYTES:
            self._hold(bytes(self._pending[:CHUNK_BYTES]))
            del self._pending[:CHUNK_BYTES]

    def put(self, store: Store, vault: Vault, *, source: str, attachment: str) -> Reference:
        """Seal what was taken and put it into the store, where it is then, durably.

        Raises `AttachmentEmpty`, `MediaTypeWrong`, `StoreAway`, `KeyErased`.
        """
        if self._size == 0:
            raise AttachmentEmpty
        self._looking.verdict()
        self._hold(bytes(self._pending))
        self._pending.clear()
        file = File(
            source=source, attachment=attachment, digest=self._whole.hexdigest(), size=self._size
        )
        key = vault.key(keyid_of(source=source, subject=attachment), create=True) or b""
        address = hashlib.sha256()
        with tempfile.TemporaryFile(dir=self._spool) as sealed:
            for chunk in seal(file, self._again(), key):
                address.update(chunk)
                _write(sealed, chunk)
            sealed.seek(0)
            store.put(address.hexdigest(), sealed)
        return Reference(
            attachment=attachment,
            digest=file.digest,
            size=file.size,
            media_type=self._kind.name,
            stored=address.hexdigest(),
        )

    def _hold(self, chunk: bytes) -> None:
        if chunk:
            self._chunks += 1
            _write(self._held, self._cipher.encrypt(self._nonce(self._chunks), chunk, None))

    def _again(self) -> Iterator[bytes]:
        """What was taken, from its beginning."""
        self._held.seek(0)
        for number in range(1, self._chunks + 1):
            yield self._cipher.decrypt(self._nonce(number), self._held.read(SEALED_BYTES), None)

    @staticmethod
    def _nonce(number: int) -> bytes:
        return number.to_bytes(12, "big")


def _write(file: IO[bytes], data: bytes) -> None:
    try:
        file.write(data)
    except OSError as error:
        raise StoreAway(reason=error.strerror) from error
