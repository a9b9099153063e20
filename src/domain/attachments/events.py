"""What happened to an attachment. These events stand in the stream of the matter it belongs to."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge

from domain.attachments.commands import Fault, Kind, MediaType, Sealing
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Digest, Event, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentEvent(Event):
    """Base of them all."""

    attachment: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(AttachmentEvent):
    """A file was attached to the matter.

    ``digest`` and ``size`` are those of the file, ``stored`` is the digest of its sealed form, under
    which the store keeps it. ``case`` is given where the matter itself is none.
    """

    by: PartyId
    kind: Kind
    name: Personal
    digest: Digest
    size: Annotated[int, Ge(1)]
    media_type: MediaType
    stored: Digest
    sealing: Sealing
    original: Text | None = None
    case: StreamId | None = None
    replaces: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(AttachmentEvent):
    """It goes to the jurisdiction that ``to`` is, with what is sent there of its matter."""

    by: PartyId
    to: PartyId
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried(AttachmentEvent):
    """It came from the jurisdiction that ``by`` is, where it is ``there``: the same file, by its digest."""

    by: PartyId
    source: Text
    there: StreamId
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(AttachmentEvent):
    """Who attached it took it back."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(AttachmentEvent):
    """What is said about it was corrected."""

    by: PartyId
    reason: Text
    approved_by: PersonId
    kind: Kind | None = None
    name: Personal | None = None
    original: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(AttachmentEvent):
    """It was attached by mistake."""

    by: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(AttachmentEvent):
    """A party gave the original away; the other is to sign for it. ``serial`` counts from 1."""

    serial: Annotated[int, Ge(1)]
    by: PartyId
    to: PartyId
    purpose: Text
    return_by: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAsked(AttachmentEvent):
    """Who received the original owes it back by a day."""

    by: PartyId
    to: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(AttachmentEvent):
    """A party signed for the original and has it now."""

    serial: Annotated[int, Ge(1)]
    by: PartyId
    handed_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack(AttachmentEvent):
    """A party did not take the original; who handed it over still has it."""

    serial: Annotated[int, Ge(1)]
    by: PartyId
    handed_by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack(AttachmentEvent):
    """The original is back with whom it was owed to."""

    by: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageFound(AttachmentEvent):
    """The store lost it or holds other bytes: it is not served. ``serial`` counts from 1."""

    serial: Annotated[int, Ge(1)]
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageMended(AttachmentEvent):
    """The store holds again what was attached."""

    serial: Annotated[int, Ge(1)]
