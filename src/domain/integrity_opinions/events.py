"""What happened to an integrity opinion."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.integrity_opinions.commands import View
from domain.model import Event, Personal, Text
from domain.oversight import KeyPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionEvent(Event):
    """Base of them all: who asked, and which group answers."""

    asked_by: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(OpinionEvent):
    """The group is to give its opinion about a person of a unit by a day."""

    unit: PartyId
    person: KeyPerson
    purpose: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(OpinionEvent):
    """The group gave its opinion."""

    view: View
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(OpinionEvent):
    """The opinion went back to the group."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(OpinionEvent):
    """The opinion was taken as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(OpinionEvent):
    """The opinion was corrected."""

    reason: Text
    approved_by: PersonId
    view: View | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(OpinionEvent):
    """The request does not count."""

    reason: Text
    approved_by: PersonId
