"""The record header ``gt-sealed``: the personal fields a record carries, encrypted (ADR 0001).

A canonical array of {path, keyid, algorithm, nonce, ciphertext}, ordered by path. The value of the record
holds only commitments; whoever has the key opens an entry and checks it against its commitment.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, Self

from eventlog import canonical
from eventlog.errors import NotCanonical
from eventlog.refusals import HeaderMalformed

HEADER: Final = "gt-sealed"
ALGORITHM: Final = "A256GCM"
"""AES-256-GCM by its JOSE name (RFC 7518 §5.3): nonce of 12 bytes, tag of 16 at the ciphertext's end."""

NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_MEMBERS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedField:
    """One personal field, encrypted. ``path`` is its JSON pointer in the command, as in ``commitments``."""

    path: str
    keyid: str
    nonce: bytes
    ciphertext: bytes

    def to_json(self) -> dict[str, str]:
        """The entry as it stands in the header."""
        return {
            "path": self.path,
            "keyid": self.keyid,
            "algorithm": ALGORITHM,
            "nonce": _base64(self.nonce),
            "ciphertext": _base64(self.ciphertext),
        }

    @classmethod
    def from_json(cls, entry: Any) -> Self:
        """Read an entry strictly; ``HeaderMalformed`` says what is wrong."""
        match entry:
            case {
                "path": str(path),
                "keyid": str(keyid),
                "algorithm": str(algorithm),
                "nonce": str(nonce),
                "ciphertext": str(ciphertext),
            } if len(entry) == _MEMBERS:
                pass
            case _:
                raise HeaderMalformed(reason="path, keyid, algorithm, nonce, ciphertext: texts")
        if algorithm != ALGORITHM:
            raise HeaderMalformed(reason=f"algorithm {algorithm!r} is not {ALGORITHM}")
        if not (path.startswith("/") and keyid):
            raise HeaderMalformed(reason="path is a JSON pointer, keyid a text")
        return cls(
            path=path,
            keyid=keyid,
            nonce=_bytes(nonce, least=NONCE_BYTES, most=NONCE_BYTES),
            ciphertext=_bytes(ciphertext, least=_TAG_BYTES),
        )


def encode(fields: Iterable[SealedField]) -> bytes:
    """The bytes of the header with these fields, in the order of their paths."""
    return canonical.encode([each.to_json() for each in sorted(fields, key=lambda each: each.path)])


@lru_cache(maxsize=1024)
def decode(header: bytes) -> Mapping[str, SealedField]:
    """The fields of a header by path; anything but the one way to write them is refused.

    A command's header is read by intake, writer and reader, and again for each of its events.
    """
    try:
        entries = canonical.load(header)
        if not isinstance(entries, list) or not entries:
            raise HeaderMalformed(reason="an array of entries")
        fields = {each.path: each for each in map(SealedField.from_json, entries)}
        written = encode(fields.values())
    except NotCanonical as refusal:
        raise HeaderMalformed(reason=refusal.sentence_en) from refusal
    if written != header:
        raise HeaderMalformed(reason="canonical, each path once, in order of paths")
    return MappingProxyType(fields)


def _base64(octets: bytes) -> str:
    """Base64url without padding (RFC 4648 §5), as JOSE writes it."""
    return urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")


def _bytes(text: str, *, least: int, most: int | None = None) -> bytes:
    """Read base64url as leniently as the library does: who reads a header writes it again and compares."""
    try:
        octets = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise HeaderMalformed(reason="base64url without padding") from error
    if len(octets) < least or (most is not None and len(octets) > most):
        raise HeaderMalformed(reason="nonce of 12 bytes, ciphertext of at least 16")
    return octets
