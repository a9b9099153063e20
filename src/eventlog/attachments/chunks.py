"""The sealed form of a file: chunks of 1 MiB, each encrypted and authenticated in its place.

    key of the file  = HMAC-SHA256(key of the attachment, ["attachment", "A256GCM", digest, size])
    nonce of chunk n = n, in 12 bytes, counting from 1
    AAD of chunk n   = [source, attachment, n, number of chunks]
    sealed form      = for each chunk its ciphertext and tag, one after another

Nothing is random, so an upload that is sent again gives the same sealed form; a nonce is used again only
for the very same file. Two attachments never share a key: equal files cannot be told in the store. A
chunk changed, moved, left out or taken from another file does not open, and with it goes the whole.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from eventlog import canonical
from eventlog.attachments.errors import AttachmentAltered

SEALING: Final = "a256gcm-1m"
"""The name of this form, as it stands in the log."""
CHUNK_BYTES: Final = 1024 * 1024
TAG_BYTES: Final = 16
SEALED_BYTES: Final = CHUNK_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to be sealed, or that was: where it belongs, its SHA-256 in hex and its size in bytes."""

    source: str
    attachment: str
    digest: str
    size: int

    @property
    def chunks(self) -> int:
        """How many there are."""
        return -(-self.size // CHUNK_BYTES)

    @property
    def sealed_size(self) -> int:
        """Bytes of the sealed form."""
        return self.size + self.chunks * TAG_BYTES

    def context(self, number: int) -> bytes:
        """What a chunk is bound to."""
        return canonical.dump([self.source, self.attachment, number, self.chunks])

    def cipher(self, key: bytes) -> AESGCM:
        """The cipher of this very file, by the key of the attachment."""
        what = ["attachment", "A256GCM", self.digest, self.size]
        return AESGCM(hmac.digest(key, canonical.dump(what), hashlib.sha256))


def seal(file: File, plain: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """The sealed chunks of a file; ``plain`` are its bytes in pieces of any length."""
    cipher = file.cipher(key)
    for number, chunk in enumerate(cut(plain, CHUNK_BYTES), start=1):
        yield cipher.encrypt(_nonce(number), chunk, file.context(number))


def unseal(file: File, sealed: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """The chunks of a file in the clear, each given out only after it was proved right in its place.

    ``sealed`` is the sealed form in pieces of any length. Raises `AttachmentAltered` at the first chunk
    that is not right, or at the end if the whole is not.
    """
    cipher, whole, number = file.cipher(key), hashlib.sha256(), 0
    for number, piece in enumerate(cut(sealed, SEALED_BYTES), start=1):
        try:
            chunk = cipher.decrypt(_nonce(number), piece, file.context(number))
        except (InvalidTag, ValueError):
            raise AttachmentAltered(attachment=file.attachment) from None
        whole.update(chunk)
        if number == file.chunks and whole.hexdigest() != file.digest:
            raise AttachmentAltered(attachment=file.attachment)
        yield chunk
    if number != file.chunks:
        raise AttachmentAltered(attachment=file.attachment)


def cut(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The same bytes in pieces of one length; the last may be shorter."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= length:
            yield bytes(held[:length])
            del held[:length]
    if held:
        yield bytes(held)


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")
