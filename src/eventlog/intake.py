"""Intake: from what a client sends in the clear to a command record that may stand on Kafka.

The one entry of text to the log: it is checked, brought to normal form C, its personal fields are sealed.
The writer behind it holds no keys and sees no name.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import normalize
from uuid import UUID

from domain.attachments.commands import OfAttachment, Released
from domain.catalogue import CATALOGUE
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.model import Command
from domain.registry import Catalogue
from eventlog import canonical
from eventlog.codec import action_of, command_from_data, command_to_data
from eventlog.errors import (
    CommandInvalid,
    CommandTooLarge,
    ExpiryInvalid,
    FieldFault,
    TargetMissing,
)
from eventlog.personal import Place, has_form, ill_formed, places_of
from eventlog.pointers import Json, put_at, value_at
from eventlog.records import CommandRecord
from eventlog.refusals import TooDeep
from eventlog.sealing import PersonalText, pseudonym, seal
from eventlog.vault import Vault

CLEAR_BYTES_MAX: Final = 256 * 1024
"""Greatest body of a command."""
SEALED_BYTES_MAX: Final = 768 * 1024
"""Greatest record of a command, value and header; Kafka takes 1 MiB."""
EXPIRES_DEFAULT: Final = datetime.timedelta(hours=24)
EXPIRES_MAX: Final = datetime.timedelta(days=7)


def _wall_clock() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True)
class Intake:
    """Prepares commands. ``clock`` gives the wall clock in UTC, by which commands expire."""

    vault: Vault
    catalogue: Catalogue = CATALOGUE
    clock: Callable[[], datetime.datetime] = _wall_clock

    def pseudonym(self, jurisdiction: JurisdictionCode, name: str) -> str | None:
        """By what a name is found in this jurisdiction; None for an empty one."""
        return pseudonym(name, self.vault.matching_key(jurisdiction))

    def prepare(
        self,
        *,
        jurisdiction: JurisdictionCode,
        source: str,
        type: str,  # noqa: A002 - the attribute's name
        target: StreamId | None,
        data: bytes | Mapping[str, Any],
        actor: PersonId,
        party: PartyId,
        command_id: UUID,
        if_match: int | None = None,
        expires: datetime.datetime | None = None,
        trace: str | None = None,
    ) -> CommandRecord:
        """The sealed record of a command given in the clear, as JSON bytes or as the object they hold.

        ``target`` None opens a stream, whose id follows from jurisdiction, actor and command id.
        Raises ``CommandTooLarge``, ``NotCanonical``, ``UnknownAction``, ``CommandInvalid`` (with every
        fault), ``TargetMissing``, ``ExpiryInvalid``, ``KeyErased``.
        """
        expires = self._expiry(expires)
        stream = target or self._opened(type, derived_id(jurisdiction, actor, command_id))
        command = command_from_data(type, _clear(data), catalogue=self.catalogue)
        filling = _Filling(command, jurisdiction, actor, command_id)
        fields = filling.filled(self.vault.matching_key(jurisdiction))
        sealed = seal(
            filling.texts(stream=stream, data=fields),
            source=source,
            command_id=command_id,
            vault=self.vault,
        )
        for pointer, commitment in sealed.commitments.items():
            put_at(fields, pointer, commitment)
        record = CommandRecord(
            jurisdiction=jurisdiction,
            id=command_id,
            type=type,
            target=stream,
            data=fields,
            commitments=sealed.commitments,
            actor=actor,
            party=party,
            if_match=if_match,
            expires=expires,
            trace=trace,
            header=sealed.header,
        )
        _limit(len(record.value) + len(record.header or b""), SEALED_BYTES_MAX)
        return record

    def _opened(self, command_type: str, identifier: UUID) -> StreamId:
        family, action = action_of(command_type, catalogue=self.catalogue)
        if action.target != "new":
            raise TargetMissing(type=command_type)
        return stream_id(family.name, identifier)

    def _expiry(self, expires: datetime.datetime | None) -> datetime.datetime:
        now = self.clock()
        if expires is None:
            return now + EXPIRES_DEFAULT
        if not now < expires <= now + EXPIRES_MAX:
            raise ExpiryInvalid(expires=expires.isoformat(), days=EXPIRES_MAX.days)
        return expires


def _limit(size: int, most: int) -> None:
    if size > most:
        raise CommandTooLarge(size=size, most=most)


def _clear(data: bytes | Mapping[str, Any]) -> dict[str, Any]:
    """The object a client sent, in normal form C; refused as a whole if it has no canonical form."""
    if isinstance(data, bytes):
        _limit(len(data), CLEAR_BYTES_MAX)
        data = canonical.parse(data)
    try:
        normal = _normal(data)
    except RecursionError:
        raise TooDeep(limit=canonical.DEPTH_MAX) from None
    canonical.check(normal, entering=True)
    if not isinstance(normal, dict):
        raise CommandInvalid((FieldFault(pointer="", zh="应为对象。", en="must be an object."),))
    return normal


def _normal(value: Json) -> Json:
    """Text in normal form C: what looks alike to its author is written alike."""
    if isinstance(value, str):
        return value if value.isascii() else normalize("NFC", value)
    if isinstance(value, Mapping):
        return {key: _normal(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_normal(item) for item in value]
    return value


def _attachment(owner: Any) -> str | None:
    """The attachment that an object is about: what is said of it goes with its key."""
    return owner.attachment if isinstance(owner, OfAttachment | Released) else None


class _Filling:
    """A valid command in the clear, and what intake adds to it before it is sealed."""

    def __init__(
        self, command: Command, jurisdiction: JurisdictionCode, actor: PersonId, command_id: UUID
    ) -> None:
        self._command = command
        self._places = tuple(places_of(command))
        self._identity = (jurisdiction, actor, command_id)
        faults = tuple(self._faults())
        if faults:
            raise CommandInvalid(faults)

    def _faults(self) -> Iterator[FieldFault]:
        for place in self._places:
            if not has_form(place):
                yield ill_formed(place)
            if place.kind == "pseudonym" and place.value is not None:
                zh, en = "由系统生成,不得填写。", "is made by the system and must not be given."
                yield FieldFault(pointer=place.pointer, zh=zh, en=en)

    def filled(self, matching_key: bytes) -> dict[str, Any]:
        """The command's data with ids for the persons it describes, and pseudonyms of their names."""
        data = command_to_data(self._command)
        for place in self._places:
            if place.is_subject and place.value is None:
                put_at(data, place.pointer, self._person(place))
            if place.kind == "pseudonym":
                name = getattr(place.owner, place.pseudonym_of)
                made = None if name is None else pseudonym(name, matching_key)
                if made is not None:
                    put_at(data, place.pointer, made)
        return data

    def _person(self, place: Place) -> str:
        """A new person's id: it follows from the command and the object's place in it."""
        return stream_id("person", derived_id(*self._identity, place.owner_pointer))

    def texts(self, *, stream: StreamId, data: dict[str, Any]) -> Iterator[PersonalText]:
        """The personal texts, each under the key of person or attachment beside it, else of the stream."""
        for place in self._places:
            if place.kind == "personal" and place.value is not None:
                person = value_at(data, f"{place.owner_pointer}/person")
                subject = person or _attachment(place.owner) or stream
                yield PersonalText(path=place.pointer, subject=subject, text=place.value)
