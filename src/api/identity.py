"""Who asks: bearer tokens (RFC 6750) that name a person, the party acted for, and the jurisdiction.

A token says who somebody is, never what they may do: roles come from appointments in the log.
"""

import datetime
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import jwt

from api.errors import Unauthenticated
from domain.ids import JurisdictionCode, PartyId, PersonId

ISSUER: Final = "guantong"
ALGORITHM: Final = "HS256"
KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Identity:
    """The person behind a request, the party acted for, and where."""

    person: PersonId
    party: PartyId
    jurisdiction: JurisdictionCode
    expires: datetime.datetime | None = field(default=None, compare=False)
    """When the token that said so ends; None for an identity that came from no token."""

    def expired(self, now: datetime.datetime) -> bool:
        """Whether the token no longer holds: long answers ask again."""
        return self.expires is not None and now >= self.expires


def signing_key(path: Path) -> bytes:
    """The built-in signing key of an embedded installation, made at its first use (mode 0600)."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        key = secrets.token_bytes(KEY_BYTES)
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key


def issue_token(identity: Identity, *, key: bytes, now: datetime.datetime, days: int) -> str:
    """A signed token (JWT, HS256) that is valid for a number of days."""
    claims = {
        "iss": ISSUER,
        "sub": identity.person,
        "party": identity.party,
        "jurisdiction": identity.jurisdiction,
        "iat": now,
        "exp": now + datetime.timedelta(days=days),
    }
    return jwt.encode(claims, key, algorithm=ALGORITHM)


def verify_token(token: str, *, key: bytes) -> Identity:
    """The identity in a token; raises ``Unauthenticated`` for anything that does not verify."""
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            options={"require": ["exp", "iat", "sub", "party", "jurisdiction"]},
        )
    except jwt.InvalidTokenError as error:
        raise Unauthenticated(reason=str(error)) from error
    return Identity(
        PersonId(str(claims["sub"])),
        PartyId(str(claims["party"])),
        JurisdictionCode(str(claims["jurisdiction"])),
        datetime.datetime.fromtimestamp(int(claims["exp"]), datetime.UTC),
    )
