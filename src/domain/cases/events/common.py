"""What the events of a case have in common."""

from dataclasses import dataclass

from domain.cases.values import Track
from domain.ids import PartyId, PersonId
from domain.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent(Event):
    """Something about a case: which party handles it."""

    handling_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjudicationEvent(CaseEvent):
    """A step of the adjudication: which party adjudicates."""

    adjudicator: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionEvent(CaseEvent):
    """Something about the sanction of one person on one track."""

    person: PersonId
    track: Track
