"""What happened to a proposal form."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Number, Personal, Text
from domain.task_orders.commands import Form, Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """A proposal went out under a number of its issuer; ``ordered_by`` issued the order it came of."""

    number: Number
    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    task_order: StreamId | None = None
    ordered_by: PartyId | None = None
    meeting: StreamId | None = None
    issuer: PartyId
    to: PartyId
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(Event):
    """The addressee is to sign for it."""

    issuer: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAsked(Event):
    """The addressee is to answer by a day; said again where the day was corrected."""

    issuer: PartyId
    to: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Event):
    """The addressee signed for it."""

    issuer: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """The addressee answered."""

    issuer: PartyId
    by: PartyId
    text: Personal
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(Event):
    """The answer went back."""

    issuer: PartyId
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(Event):
    """The answer was taken as sufficient."""

    issuer: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The proposal was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The proposal does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
