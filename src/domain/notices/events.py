"""What happened to a notice."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Event, Number, Personal, Text
from domain.notices.commands import Kind, Paper, Parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """A party sent a notice under a number of its own."""

    number: Number
    kind: Kind
    title: Text
    text: Personal
    issuer: PartyId
    parties: Parties
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(Event):
    """One party is to sign for it."""

    issuer: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAsked(Event):
    """One party is to answer it by a day."""

    issuer: PartyId
    to: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Event):
    """A party signed for it."""

    issuer: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(Event):
    """A party answered."""

    issuer: PartyId
    by: PartyId
    text: Personal
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReturned(Event):
    """An answer went back to who gave it."""

    issuer: PartyId
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAccepted(Event):
    """An answer was taken as sufficient."""

    issuer: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The notice was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The notice does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
