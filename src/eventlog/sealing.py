"""Sealing: personal text leaves the clear before it leaves the process, and comes back only with its key.

On the log stands a commitment: SHA-256 of the canonical array [salt, path, text], ``sha256:…``. The text
itself travels in the record's header, encrypted under a key of its subject. While the key lives, the
commitment can be opened and proved; with the key erased it says nothing. All inputs of HMAC, AAD and hash
are canonical arrays, so no two different inputs share their bytes:

    salt        = HMAC-SHA256(subject key, [command id, path])           in hexadecimal
    commitment  = SHA-256([salt, path, text])
    cipher key  = HMAC-SHA256(subject key, ["A256GCM"])
    nonce       = HMAC-SHA256(subject key, ["nonce", source, command id, path, text])   first 12 bytes
    AAD         = [source, command id, path]

Nothing is random, so a retry has the same commitments, the same digest and the same header; a nonce is
used again only for the very same text in the same place.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from eventlog import canonical, forms, sealed_header
from eventlog.errors import SealBroken
from eventlog.records import EventRecord
from eventlog.sealed_header import ALGORITHM, NONCE_BYTES, SealedField
from eventlog.vault import Vault

_JOINERS: Final = frozenset("·•‧・.")
"""Dots between the parts of a name, which people type in many ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalText:
    """A text to be sealed: where it stands in the command, and whose key it is under."""

    path: str
    subject: str
    text: str


class Sealed(NamedTuple):
    """What sealing gives: commitments by JSON pointer, and the header (None if nothing was sealed)."""

    commitments: Mapping[str, str]
    header: bytes | None


def keyid_of(*, source: str, subject: str) -> str:
    """The id of a subject's key: subjects of different jurisdictions never share one."""
    return f"{source}/{subject}"


def seal(texts: Iterable[PersonalText], *, source: str, command_id: UUID, vault: Vault) -> Sealed:
    """Commit to each text and encrypt it; keys that are not there yet are made.

    Raises ``KeyErased`` for a subject whose key was erased.
    """
    commitments: dict[str, str] = {}
    fields: list[SealedField] = []
    for each in texts:
        keyid = keyid_of(source=source, subject=each.subject)
        place = _Place(source, str(command_id), each.path, vault.key(keyid, create=True) or b"")
        commitments[each.path] = place.commitment(each.text)
        fields.append(place.encrypted(each.text, keyid=keyid))
    return Sealed(commitments, sealed_header.encode(fields) if fields else None)


def carried(data: Any, commitments: Mapping[str, str], header: bytes | None) -> Sealed:
    """Of a command's seal, what belongs to one of its events: the commitments that stand in its data."""
    if header is None:
        return Sealed({}, None)
    standing = {text for text in _texts(data) if text.startswith("sha256:")}
    chosen = {path: each for path, each in commitments.items() if each in standing}
    if not chosen:
        return Sealed({}, None)
    fields = sealed_header.decode(header)
    return Sealed(chosen, sealed_header.encode(fields[path] for path in chosen))


def unseal(record: EventRecord, vault: Vault) -> Mapping[str, str]:
    """The personal texts of an event in the clear, by commitment, each proved against it.

    Texts whose key was erased are left out. Raises ``SealBroken`` for a text that is not what was
    committed to.
    """
    if record.header is None:
        return {}
    opened: dict[str, str] = {}
    for path, field in sealed_header.decode(record.header).items():
        key = vault.key(field.keyid)
        if key is not None:
            place = _Place(record.source, str(record.commandid), path, key)
            commitment = record.commitments[path]
            opened[commitment] = place.decrypted(field, commitment=commitment)
    return opened


def pseudonym(name: str, matching_key: bytes) -> str | None:
    """The keyed pseudonym ``hmac:…`` by which a jurisdiction matches names; None for an empty name.

    HMAC-SHA256 over the name in NFKC, case folded, without white space and the dots between its parts.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(each for each in plain if not (each.isspace() or each in _JOINERS))
    return "hmac:" + _hmac(matching_key, plain.encode()).hex() if plain else None


@dataclass(frozen=True, slots=True)
class _Place:
    """One path of one command under one subject's key."""

    source: str
    command_id: str
    path: str
    key: bytes

    def commitment(self, text: str) -> str:
        salt = _hmac(self.key, canonical.dump([self.command_id, self.path])).hex()
        return forms.sha256(canonical.encode([salt, self.path, text]))

    def encrypted(self, text: str, *, keyid: str) -> SealedField:
        seed = ["nonce", self.source, self.command_id, self.path, text]
        nonce = _hmac(self.key, canonical.dump(seed))[:NONCE_BYTES]
        ciphertext = self._cipher().encrypt(nonce, text.encode(), self._context())
        return SealedField(path=self.path, keyid=keyid, nonce=nonce, ciphertext=ciphertext)

    def decrypted(self, field: SealedField, *, commitment: str) -> str:
        try:
            text = self._cipher().decrypt(field.nonce, field.ciphertext, self._context()).decode()
        except (InvalidTag, UnicodeDecodeError):
            raise SealBroken(path=self.path, keyid=field.keyid) from None
        if not hmac.compare_digest(self.commitment(text), commitment):
            raise SealBroken(path=self.path, keyid=field.keyid)
        return text

    def _cipher(self) -> AESGCM:
        return AESGCM(_hmac(self.key, canonical.dump([ALGORITHM])))

    def _context(self) -> bytes:
        return canonical.dump([self.source, self.command_id, self.path])


def _hmac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, hashlib.sha256)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _texts(each)
