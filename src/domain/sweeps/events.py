"""What happened in a sweep.

``convener`` is the party that called it, ``party`` the one that hands in.
"""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, Text
from domain.serials import Serial
from domain.sweeps.values import Kind, Matter, Outcome, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepEvent(Event):
    """An event of a sweep says who convened it."""

    convener: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Convened(SweepEvent):
    """A sweep was called over what came up between two days."""

    kind: Kind
    title: Text
    parties: tuple[PartyId, ...]
    begins: datetime.date
    ends: datetime.date
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAsked(SweepEvent):
    """One party is to hand in by a day."""

    party: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterHandedIn(SweepEvent):
    """A party handed in a matter."""

    matter: Serial
    party: PartyId
    handed_in: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn(SweepEvent):
    """A party handed in all there is: so many matters, perhaps none."""

    party: PartyId
    matters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInReturned(SweepEvent):
    """A party is to look again."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyExcused(SweepEvent):
    """The sweep goes on without a party."""

    party: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatSuspected(SweepEvent):
    """«CS, please check»: so many leads, and so many earlier matters, name the same persons.

    Which, is not said here (DOMAIN.md §5).
    """

    matter: Serial
    case_supervision: PartyId
    leads: int
    matters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatConfirmed(SweepEvent):
    """It repeats a lead, or an earlier matter."""

    matter: Serial
    case_supervision: PartyId
    lead: StreamId | None = None
    earlier: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatDismissed(SweepEvent):
    """It repeats nothing."""

    matter: Serial
    case_supervision: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterSettled(SweepEvent):
    """What became of a matter; one that stands in the register carries the case tag of the lead."""

    matter: Serial
    party: PartyId
    outcome: Outcome
    lead: StreamId | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(SweepEvent):
    """The sweep was concluded, with what it came to."""

    kind: Kind
    summary: Personal
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(SweepEvent):
    """Title or day were corrected; who is asked anew follows as events of their own."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterAnnulled(SweepEvent):
    """A matter does not count; its number is kept."""

    matter: Serial
    party: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(SweepEvent):
    """The sweep does not count."""

    reason: Text
    approved_by: PersonId
