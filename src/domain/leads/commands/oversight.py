"""Urging, knowing and telling: the commands."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.leads.values import ReminderKind
from domain.model import Command, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind(Command):
    """催办 · 督办: urge the party whose turn it is; with ``reply_by`` it owes an answer.

    What was referred to another jurisdiction, or came from there, is urged there too.
    """

    to_party: PartyId
    kind: ReminderKind = "reminder"
    about: Text
    reply_by: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReminder(Command):
    """The reminded party says where the matter stands."""

    reminder: Serial
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKnowledge(Command):
    """知悉: note who came to know of the lead, since when, why and until when (R 299)."""

    person: PersonId
    party: PartyId
    reason: Text
    approved_by: PersonId
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InformSuperior(Command):
    """报告上级: the level above was told, by which document."""

    matter: Text
    document: Text
