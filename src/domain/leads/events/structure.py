"""Leads that split, merge or are linked; corrected and annulled ones: the events."""

from dataclasses import dataclass

from domain.ids import PersonId, StreamId
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

    ``recused`` keep out of the part as well, whatever is decided on ``origin`` later (SL 67).
    """

    origin: StreamId
    source: Source
    regime: Regime
    secrecy: Secrecy
    subjects: tuple[SubjectReference, ...]
    recused: tuple[PersonId, ...] = ()
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(LeadEvent):
    """并案: from now on it is handled with ``into``; its own numbers are kept."""

    into: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorbed(LeadEvent):
    """Another lead was merged into this one; its ``recused`` keep out of this one too (SL 67)."""

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


StructureEvent = Split | SplitOff | Merged | Absorbed | Linked | Corrected | Annulled
"""Every event of this module."""
