"""What happened in a joint enforcement. ``head`` is the body that planned it."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.joint_enforcements.commands import Count, Partners
from domain.model import Event, Number, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Event):
    """A group planned a joint enforcement with its host Party group."""

    number: Number
    head: PartyId
    title: Text
    partners: Partners
    begins: datetime.date
    ends: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWritten(Event):
    """What is planned in detail: for the group and its linked office."""

    head: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAsked(Event):
    """One partner is asked to join."""

    head: PartyId
    partner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed(Event):
    """A partner joined."""

    head: PartyId
    partner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Event):
    """A partner did not join."""

    head: PartyId
    partner: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share(Event):
    head: PartyId
    share: Serial
    owner: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAssigned(_Share):
    """A share of the work, with its day."""

    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReported(_Share):
    """The owner reported its share as done."""

    text: Personal
    problems: Count
    handled: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReturned(_Share):
    """The report went back."""

    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAccepted(_Share):
    """The report suffices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReleased(_Share):
    """A partner may read a share that is not its own."""

    to: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCorrected(_Share):
    """The figures of a share were corrected."""

    problems: Count
    handled: Count
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRecorded(Event):
    """What came of it, counted from the shares."""

    head: PartyId
    text: Personal
    shares: int
    problems: int
    handled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReleased(Event):
    """A partner may read the result."""

    head: PartyId
    to: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(Event):
    """It is over."""

    head: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """Its title was corrected."""

    head: PartyId
    reason: Text
    approved_by: PersonId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """It does not count; its number is kept."""

    head: PartyId
    reason: Text
    approved_by: PersonId
