"""Opaque position tokens: cursors, SSE ids and read-your-writes, from which nobody can read a volume.

AES-SIV (RFC 5297) over jurisdiction, purpose and position: deterministic, authenticated, and without the
key neither the position nor the distance between two tokens can be told. The first byte is the key's id.
"""

import base64
import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from api.errors import BadHeader
from domain.ids import JurisdictionCode

POSITION_BYTES: Final = 8
EXTRA_BYTES: Final = 256
"""What travels along is padded to a multiple of this: a longer cursor would tell of a greater position."""
_END: Final = b"\x80"


@dataclass(frozen=True, slots=True)
class PositionTokens:
    """Makes and opens tokens with one secret; ``key_id`` lets secrets be rotated."""

    secret: bytes
    key_id: int = 1

    def _cipher(self) -> AESSIV:
        return AESSIV(hashlib.sha512(b"guantong position token" + self.secret).digest())

    def seal(self, jurisdiction: JurisdictionCode, position: int, *, extra: bytes = b"") -> str:
        """The token of a position; ``extra`` travels along (the key of a cursor's last row)."""
        plain = position.to_bytes(POSITION_BYTES, "big") + (_padded(extra) if extra else b"")
        sealed = self._cipher().encrypt(plain, [jurisdiction.encode()])
        return _text(bytes([self.key_id]) + sealed)

    def open(self, jurisdiction: JurisdictionCode, token: str, *, name: str) -> tuple[int, bytes]:
        """Position and ``extra`` of a token; ``BadHeader`` names the parameter ``name`` if it is not ours."""
        try:
            raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
            if not raw or raw[0] != self.key_id or _text(raw) != token:
                raise ValueError(token)
            plain = self._cipher().decrypt(raw[1:], [jurisdiction.encode()])
        except (ValueError, InvalidTag) as error:
            raise BadHeader(
                name=name,
                value=token[:80],
                expected_zh="本系统此前返回的令牌",
                expected_en="a token this service gave out",
            ) from error
        extra, _, _ = plain[POSITION_BYTES:].rpartition(_END)
        return int.from_bytes(plain[:POSITION_BYTES], "big"), extra


def _padded(extra: bytes) -> bytes:
    """Padded as ISO/IEC 7816-4 has it: an end mark, then zeros."""
    marked = extra + _END
    return marked.ljust(-(-len(marked) // EXTRA_BYTES) * EXTRA_BYTES, b"\0")


def _text(raw: bytes) -> str:
    """The one spelling of a token: base64url without padding (RFC 4648)."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
