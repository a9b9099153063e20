"""What parties do when somebody leaves: list what is in their hands, take back, refuse, sign, go on."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Digest, Text, Value
from domain.serials import Serial

Ground = Literal["transferred", "seconded", "retired", "resigned", "removed", "other"]
"""调离 · 借调 · 退休 · 辞职 · 免职 · 其他: why the work goes to another."""

Side = Literal["leaver", "taker"]
"""移交人 · 接收人."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Value):
    """One matter to hand over, and which papers go with it. The papers name nobody."""

    matter: StreamId
    papers: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUp(Command):
    """Draw up the list (编制移交清单): who leaves, who takes over, what, by when; fixed from then on.

    Another taker takes by another list. ``last_day`` is the last on which the leaver is at work.
    """

    leaver: PersonId
    taker: PersonId
    ground: Ground
    last_day: datetime.date
    items: Annotated[tuple[Entry, ...], MinLen(1), MaxLen(200)]
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Command):
    """Take an item back from the list (撤回): it stays in the leaver's hands."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse(Command):
    """Do not take an item over (拒收), by the taker: a recusal, papers that are missing."""

    item: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Command):
    """Sign the list: the leaver that it is complete, then the taker for what stands on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterSignature(Command):
    """Enter a signature that was given on paper, from a scan that a second person compared."""

    side: Side
    scan: Digest
    checked_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcuseLeaver(Command):
    """免签: the leaver cannot sign (ill, gone, held); by approval the list goes on without."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn(Command):
    """Hand over the next items of a list too long for one act; where it stopped it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWorkLeft(Command):
    """Note that somebody is out of office and has work in hand that is on no list; the clock does.

    The target is `domain.work_hand_overs.left.stream_of`.
    """

    office: PartyId
    leaver: PersonId
    matters: Annotated[tuple[StreamId, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLeftWorkSettled(Command):
    """Note that nothing of it is in their hands any more: it ended, or others handle it; the clock does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the list said wrongly beside its items, with reason and approver."""

    reason: Text
    approved_by: PersonId
    ground: Ground | None = None
    last_day: datetime.date | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废, before anything went over: the number is kept, nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
