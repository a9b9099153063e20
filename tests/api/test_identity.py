"""Who asks is who the token says, or nobody."""

import datetime
import stat
from pathlib import Path

import jwt
import pytest

from api.errors import Unauthenticated
from api.identity import Identity, issue_token, signing_key, verify_token
from domain.ids import JurisdictionCode, PartyId, PersonId

KEY = b"k" * 32
ZHANG = Identity(
    PersonId("person/5f9d1a52-6d0c-5d5e-9b5e-0d6f4f5a7a10"),
    PartyId("cs"),
    JurisdictionCode("linyi"),
)


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def test_a_token_says_person_party_and_jurisdiction() -> None:
    assert verify_token(issue_token(ZHANG, key=KEY, now=now(), days=1), key=KEY) == ZHANG


def test_an_identity_knows_when_its_token_ends() -> None:
    identity = verify_token(issue_token(ZHANG, key=KEY, now=now(), days=1), key=KEY)
    assert not identity.expired(now())
    assert identity.expired(now() + datetime.timedelta(days=2))


def test_an_expired_token_is_refused() -> None:
    token = issue_token(ZHANG, key=KEY, now=now() - datetime.timedelta(days=3), days=1)
    with pytest.raises(Unauthenticated, match="expired"):
        verify_token(token, key=KEY)


def test_a_token_signed_with_another_key_is_refused() -> None:
    with pytest.raises(Unauthenticated):
        verify_token(issue_token(ZHANG, key=b"x" * 32, now=now(), days=1), key=KEY)


def test_an_unsigned_token_is_refused() -> None:
    claims = {"iss": "guantong", "sub": ZHANG.person, "party": "cs", "jurisdiction": "linyi"}
    with pytest.raises(Unauthenticated):
        verify_token(jwt.encode(claims, "", algorithm="none"), key=KEY)


@pytest.mark.parametrize("missing", ["exp", "iat", "sub", "party", "jurisdiction", "iss"])
def test_a_token_without_a_claim_is_refused(missing: str) -> None:
    claims = {
        "iss": "guantong",
        "sub": ZHANG.person,
        "party": "cs",
        "jurisdiction": "linyi",
        "iat": now(),
        "exp": now() + datetime.timedelta(days=1),
    }
    del claims[missing]
    with pytest.raises(Unauthenticated, match=missing):
        verify_token(jwt.encode(claims, KEY, algorithm="HS256"), key=KEY)


def test_the_signing_key_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "token.key"
    key = signing_key(path)
    assert signing_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
