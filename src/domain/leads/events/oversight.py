"""Urging, knowing and telling: the events."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.leads.events.common import LeadEvent
from domain.leads.values import ReminderKind
from domain.model import Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded(LeadEvent):
    """催办 · 督办: a party was urged; with ``reply_by`` it owes an answer by then."""

    reminder: Serial
    from_party: PartyId
    to_party: PartyId
    kind: ReminderKind
    about: Text
    reply_by: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderAnswered(LeadEvent):
    """The reminded party said where the matter stands."""

    reminder: Serial
    from_party: PartyId
    to_party: PartyId
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeRecorded(LeadEvent):
    """知悉: somebody came to know of the lead (R 299: scope and time of knowledge)."""

    person: PersonId
    known_to: PartyId
    reason: Text
    approved_by: PersonId
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorInformed(LeadEvent):
    """The level above was told."""

    matter: Text
    document: Text


OversightEvent = Reminded | ReminderAnswered | KnowledgeRecorded | SuperiorInformed
"""Every event of this module."""
