"""What parties do with the attachments of a matter, and with the originals of what is attached."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Digest, Personal, Text, Value

Kind = Literal["paper_scan", "photograph", "electronic_data", "audio_video", "document"]
"""纸质扫描件 · 照片 · 电子数据 (R 153) · 视听资料 · 电子文档."""

Fault = Literal["missing", "altered"]
"""What can be wrong with what the store holds."""

Sealing = Literal["a256gcm-1m"]
"""How the bytes are sealed: `eventlog.attachments.chunks`."""


MediaType = Annotated[str, MinLen(3), MaxLen(100)]
Scope = Annotated[str, MinLen(1), MaxLen(100)]
"""A visibility class of the matter, or a part of one: ``lead``, ``notice_reply:pg-education``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Value):
    """An attachment of the matter that goes to another jurisdiction, under the ``name`` that it has there."""

    attachment: StreamId
    name: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Released):
    """One as it was sent: what the other end needs to have the very same file."""

    kind: Kind
    digest: Digest
    size: Annotated[int, Ge(1)]
    media_type: MediaType
    stored: Digest
    sealing: Sealing


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought(Sent):
    """One as it came, sealed anew for this jurisdiction; ``there`` is what the sender calls it."""

    there: StreamId


Releases = Annotated[tuple[Released, ...], MaxLen(50)]
Sendings = Annotated[tuple[Sent, ...], MaxLen(50)]
Bringings = Annotated[tuple[Brought, ...], MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfAttachment(Command):
    """Base: ``attachment`` says which one of the matter."""

    attachment: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(OfAttachment):
    """Attach a file that was uploaded. Whom ``scope`` of the matter concerns reads it, nobody else.

    ``original`` says what paper or object it was made from, naming nobody: the party has it from then
    on. ``case`` is the lead or case that the file is about, where it stands in another matter; ``replaces``
    an attachment of this matter that it was made better for. Digests, sizes and ``media_type`` are what
    was received; whoever sends the command over HTTP names the upload instead.
    """

    kind: Kind
    name: Personal
    digest: Digest
    size: Annotated[int, Ge(1)]
    media_type: MediaType
    stored: Digest
    sealing: Sealing
    scope: Scope | None = None
    original: Text | None = None
    case: StreamId | None = None
    replaces: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(OfAttachment):
    """Take an attachment back: it is read no more, its record stays."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(OfAttachment):
    """更正: name, kind or what is said of the original; never the file, whose digest stands."""

    reason: Text
    approved_by: PersonId
    kind: Kind | None = None
    name: Personal | None = None
    original: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(OfAttachment):
    """作废: it was attached by mistake; nobody reads it any more, its record stays."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(OfAttachment):
    """Give the original to another party that the matter concerns; it is to sign for it.

    ``return_by`` asks for it back by a day. What is owed back goes to nobody else.
    """

    to: PartyId
    purpose: Text
    return_by: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(OfAttachment):
    """Sign for the original: who receives has it from now on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(OfAttachment):
    """Refuse the original, with the reason: it stays with who handed it over."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDamage(OfAttachment):
    """What the store holds is not what was attached; found when it was to be read, or by a check."""

    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMended(OfAttachment):
    """The store holds again what was attached."""
