"""Leads that split, merge or are linked; corrected and annulled ones: the events."""

from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.leads.events.common import LeadEvent
from domain.leads.values import Regime, Secrecy, Source, Standing, SubjectReference
from domain.model import Number, Occurred, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(LeadEvent):
    """Persons left for a lead of their own; one such event per part (R 201)."""

    part: StreamId
    persons: tuple[PersonId, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitOff(LeadEvent):
    """A lead began as a part of ``origin``; names and content stay sealed there.

    Whoever keeps out of ``origin`` keeps out of the part too, for as long (SL 67, R 299).
    ``to_register``: its holder is to enter it in the register (R 203); what a receiver refused, its sender
    sees to instead.
    """

    origin: StreamId
    source: Source
    regime: Regime
    secrecy: Secrecy
    subjects: tuple[SubjectReference, ...]
    reason: Text
    to_register: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRefused(LeadEvent):
    """``refused_by`` took the rest of a hand-over, not this part: its sender sees to it (R 201)."""

    refused_by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(LeadEvent):
    """并案: from now on it is handled with ``into``; its own numbers are kept."""

    into: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorbed(LeadEvent):
    """Another lead was merged into this one; whoever keeps out of ``other`` keeps out of this one too.

    ``recused`` are those of them who therefore handle it no longer (SL 67).
    """

    other: StreamId
    subjects: tuple[SubjectReference, ...]
    recused: tuple[PersonId, ...] = ()
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(LeadEvent):
    """Another lead has to do with this one."""

    other: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(LeadEvent):
    """更正: what stood at ``version`` is corrected; the original stays visible.

    With ``happened`` the obligations that arose from ``version`` get new due dates.
    """

    version: int
    reason: Text
    approved_by: PersonId
    happened: Occurred | None = None
    source: Source | None = None
    secrecy: Secrecy | None = None
    person: PersonId | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(LeadEvent):
    """作废: the lead does not count; its numbers are kept as annulled."""

    reason: Text
    approved_by: PersonId
    annulled_numbers: tuple[Number, ...]


StructureEvent = Split | SplitOff | PartRefused | Merged | Absorbed | Linked | Corrected | Annulled
"""Every event of this module."""
