"""What happened to a guidance link."""

import datetime
from dataclasses import dataclass

from domain.guidance_links.commands import Manner
from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEvent(Event):
    """Base of them all: which office is linked with which group."""

    office: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(LinkEvent):
    """The office is linked with the group from a day on, under a leader."""

    linked_by: PartyId
    leader: PersonId
    begins: datetime.date
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderNamed(LinkEvent):
    """Another leader is in charge."""

    leader: PersonId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted(LinkEvent):
    """Office and group were in contact."""

    contact: Serial
    by: PartyId
    manner: Manner
    topics: Text
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSentBack(LinkEvent):
    """The other side sent a contact back ``to`` the one that recorded it."""

    contact: Serial
    by: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(LinkEvent):
    """The link ended."""

    last_day: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(LinkEvent):
    """A contact was corrected."""

    contact: Serial
    reason: Text
    approved_by: PersonId
    topics: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAnnulled(LinkEvent):
    """A contact never took place."""

    contact: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(LinkEvent):
    """The link does not count."""

    reason: Text
    approved_by: PersonId
