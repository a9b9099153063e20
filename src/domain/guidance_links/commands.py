"""What parties do with a guidance link: make it, name its leader, keep the log of contacts, end it."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Manner = Literal["visit", "meeting", "call", "written", "training"]
"""走访 · 座谈 · 电话 · 书面 · 培训."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Command):
    """Link an office with a group from a day on, under a leader of the commission, by a document."""

    office: PartyId
    group: PartyId
    leader: PersonId
    begins: datetime.date
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLeader(Command):
    """Another leader is in charge from now on."""

    leader: PersonId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Command):
    """Office and group were in contact. The topics name nobody."""

    manner: Manner
    topics: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """It was not so: a contact that the other side recorded goes back, and counts only once corrected."""

    contact: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Command):
    """The link ends."""

    last_day: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what a contact was recorded as wrongly, with reason and approver; the original stays visible."""

    contact: Serial
    reason: Text
    approved_by: PersonId
    topics: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulContact(Command):
    """作废 of one contact: it never took place, and counts nowhere."""

    contact: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the link was made by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
