"""What happened to a notice."""

from dataclasses import dataclass

from domain import asking
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
class Addressed(asking.Addressed):
    """One party is to sign for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAsked(asking.AnswerAsked):
    """One party is to answer it by a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(asking.Acknowledged):
    """A party signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(asking.Answered):
    """A party answered."""

    text: Personal
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReturned(asking.AnswerReturned):
    """An answer went back to who gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAccepted(asking.AnswerAccepted):
    """An answer was taken as sufficient."""


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
