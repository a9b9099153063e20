"""What happened when a leaver's work was handed over. What is about an item carries the tag of its case."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.in_hand import Parts
from domain.model import Digest, Event, Number, Text
from domain.serials import Serial
from domain.work_hand_overs.commands import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUp(Event):
    """The list was drawn up under a number: who leaves ``office``, and who takes over."""

    number: Number
    office: PartyId
    leaver: PersonId
    taker: PersonId
    ground: Ground
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSet(Event):
    """By when the work is to be handed over: the leaver's last day; said again where it was corrected."""

    office: PartyId
    last_day: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEvent(Event):
    """Something about one item of the list: its place from 1, and the matter."""

    office: PartyId
    item: Serial
    matter: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemListed(ItemEvent):
    """The matter stands on the list: of which family, and which parts of it are in the leaver's hands."""

    family: str
    parts: Parts
    papers: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTakenBack(ItemEvent):
    """It stays in the leaver's hands."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRefused(ItemEvent):
    """The taker does not take it over."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHandedOver(ItemEvent):
    """From now on it is in the taker's hands; its own stream says so too."""

    parts: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLapsed(ItemEvent):
    """When it was to go over it was in the leaver's hands no more: ended, or others handle it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed(Event):
    office: PartyId
    signer: PersonId
    scan: Digest | None = None
    """Of the paper that was signed; none where it was signed here."""
    checked_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverSigned(_Signed):
    """移交人签字: what is on the list is in their hands, and goes with its papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverExcused(Event):
    """免签: the leaver cannot sign."""

    office: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakerSigned(_Signed):
    """接收人签字: what stands on the list goes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(Event):
    """Nothing on the list is left to hand over."""

    office: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLeft(Event):
    """Somebody left ``office`` with work in hand that is on no list."""

    office: PartyId
    leaver: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLeft(Event):
    """What of it: one matter."""

    office: PartyId
    leaver: PersonId
    matter: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftWorkTakenOver(Event):
    """A list of what they left was signed by who takes it over."""

    office: PartyId
    leaver: PersonId
    signed: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftWorkSettled(Event):
    """Nothing of it is in their hands any more, without a list."""

    office: PartyId
    leaver: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The list was corrected."""

    office: PartyId
    reason: Text
    approved_by: PersonId
    ground: Ground | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The list does not count; its number is kept."""

    office: PartyId
    reason: Text
    approved_by: PersonId
