"""What an office and its group did together, and what became of the record of it."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, Text
from domain.pairings.commands import Form
from domain.serials import Serial

Period = Annotated[str, MinLen(4), MaxLen(8)]
"""A quarter as people write it: ``2026-Q1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingEvent(Event):
    """Every event says which pair it is about, and which activity."""

    office: PartyId
    group: PartyId
    activity: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(PairingEvent):
    """One side recorded something they did together, or what came back anew; ``other`` is to confirm it."""

    period: Period
    form: Form
    title: Text
    text: Personal | None = None
    operation: StreamId | None = None
    by: PartyId
    other: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(PairingEvent):
    """The other side confirmed it: it counts."""

    form: Form
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed(PairingEvent):
    """The other side sent it back ``to`` the one that recorded it."""

    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(PairingEvent):
    """An activity was corrected."""

    reason: Text
    approved_by: PersonId
    form: Form | None = None
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityAnnulled(PairingEvent):
    """An activity does not count; ``counted``: it did. ``left`` is how many of the quarter still do."""

    reason: Text
    approved_by: PersonId
    counted: bool
    left: int
