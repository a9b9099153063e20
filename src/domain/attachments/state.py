"""Where the attachments of a matter stand, folded from their events in its stream.

standing → withdrawn | annulled. An original goes from hand to hand: handed over → received, or sent back.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.attachments import events
from domain.attachments.commands import Fault, Kind, Sealing
from domain.ids import PartyId, StreamId

Stage = Literal["standing", "withdrawn", "annulled"]

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "standing": ("有效", "attached"),
    "withdrawn": ("已撤回", "withdrawn"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

Attachments = Mapping[StreamId, "Attachment"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """The original on its way from one party to another, wanted back by a day or not."""

    by: PartyId
    to: PartyId
    return_by: datetime.date | None


@dataclass(frozen=True, slots=True)
class Owed:
    """The original is to come back to one party from another."""

    by: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What the log says of the file: what it is, and where the store has it."""

    kind: Kind
    size: int
    media_type: str
    stored: str
    sealing: Sealing


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One attachment. ``holder`` has the original, None where there is none."""

    by: PartyId
    scope: str
    digest: str
    file: File
    case: StreamId | None = None
    stage: Stage = "standing"
    holder: PartyId | None = None
    passing: HandOver | None = None
    handed_over: int = 0
    owed: Owed | None = None
    damage: Fault | None = None
    damaged: int = 0


def evolve(attachments: Attachments, event: events.AttachmentEvent) -> Attachments:
    """The attachments of a stream after an event about one; one never added is a fault: `KeyError`."""
    if isinstance(event, events.Added):
        after = Attachment(
            by=event.by,
            scope=event.concerns.visibility,
            digest=event.digest,
            file=File(
                kind=event.kind,
                size=event.size,
                media_type=event.media_type,
                stored=event.stored,
                sealing=event.sealing,
            ),
            case=event.case,
            holder=None if event.original is None else event.by,
        )
    else:
        after = _after(attachments[event.attachment], event)
    return MappingProxyType({**attachments, event.attachment: after})


def _after(it: Attachment, event: events.AttachmentEvent) -> Attachment:
    match event:
        case events.Released() | events.Carried():
            return it
        case events.Withdrawn():
            return replace(it, stage="withdrawn")
        case events.Annulled():
            return replace(it, stage="annulled")
        case events.Corrected():
            gained = it.holder is None and event.original is not None
            file = it.file if event.kind is None else replace(it.file, kind=event.kind)
            return replace(it, file=file, holder=it.by if gained else it.holder)
        case events.DamageFound():
            return replace(it, damage=event.fault, damaged=event.serial)
        case events.DamageMended():
            return replace(it, damage=None)
        case _:
            return _passed(it, event)


def _passed(it: Attachment, event: events.AttachmentEvent) -> Attachment:
    match event:
        case events.HandedOver():
            passing = HandOver(event.by, event.to, event.return_by)
            return replace(it, passing=passing, handed_over=event.serial)
        case events.ReturnAsked():
            return replace(it, owed=Owed(event.by, event.to))
        case events.Received():
            return replace(it, holder=event.by, passing=None)
        case events.SentBack():
            return replace(it, passing=None)
        case events.GivenBack():
            return replace(it, owed=None)
        case _:
            raise AssertionError(f"not an event of an attachment: {type(event).__name__}")
