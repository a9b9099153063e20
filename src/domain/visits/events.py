"""What happened around a visit to a group."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.serials import Serial
from domain.visits.commands import Kind, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEvent(Event):
    """Base of them all: who visited which group."""

    visitor: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernEvent(VisitEvent):
    """Base of what happened to one concern: which, and whose it is to see to."""

    concern: Serial
    owner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(VisitEvent):
    """The group was visited."""

    visitors: Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(20)]
    summary: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRaised(ConcernEvent):
    """The cadres of the group have a concern; its owner is to see to it by ``due``."""

    kind: Kind
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRedirected(ConcernEvent):
    """The concern went from one owner to another, who is to see to it by ``due``."""

    by: PartyId
    from_party: PartyId
    due: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernSettled(ConcernEvent):
    """The owner said what was done about it, or why it cannot be."""

    outcome: Outcome
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernConfirmed(ConcernEvent):
    """The group took it as settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernReturned(ConcernEvent):
    """The group said that it is not settled."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(VisitEvent):
    """What was talked about was corrected."""

    reason: Text
    approved_by: PersonId
    summary: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernCorrected(ConcernEvent):
    """A concern was corrected; its owner is to see to it by ``due``, where that is another day."""

    reason: Text
    approved_by: PersonId
    kind: Kind | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(VisitEvent):
    """The visit does not count."""

    reason: Text
    approved_by: PersonId
