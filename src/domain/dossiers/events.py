"""What happened to the dossier of a unit."""

import datetime
from dataclasses import dataclass

from domain.dossiers.commands import Section
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Digest, Event, Personal, Text
from domain.oversight import KeyPerson
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEvent(Event):
    """Base of them all: which unit it is about, and which group keeps it."""

    unit: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(DossierEvent):
    """The group began a dossier of the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOpened(DossierEvent):
    """One section is there to be filled."""

    section: Section


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecorded(DossierEvent):
    """A fact was added, true as of ``stated_on`` by its source."""

    section: Section
    fact: Serial
    text: Personal
    source: Text
    stated_on: datetime.date
    person: KeyPerson | None = None
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRevised(DossierEvent):
    """Another fact took its place as of ``stated_on``; the one before stays."""

    section: Section
    fact: Serial
    text: Personal
    source: Text
    stated_on: datetime.date
    person: KeyPerson | None = None
    paper: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWithdrawn(DossierEvent):
    """A fact is true no longer as of ``stated_on``."""

    section: Section
    fact: Serial
    reason: Text
    source: Text
    stated_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAwaited(DossierEvent):
    """The key person of a fact is to be talked to: the time for it counts from a day."""

    fact: Serial
    since: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedTo(DossierEvent):
    """The key person of a fact was talked to."""

    fact: Serial
    talk: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAnnulled(DossierEvent):
    """A talk with the key person of a fact does not count."""

    fact: Serial
    talk: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRefreshed(DossierEvent):
    """A section was gone through and is up to date; ``facts`` are how many stand in it."""

    section: Section
    facts: int
    remark: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneThrough(DossierEvent):
    """Every section was gone through since the last time that this was so: all of it is up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionReturned(DossierEvent):
    """The linked office sent a section back: it is to be gone through again."""

    section: Section
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(DossierEvent):
    """``group`` keeps the dossier from now on; each section is its to go through."""

    from_group: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(DossierEvent):
    """A fact was corrected."""

    section: Section
    fact: Serial
    reason: Text
    approved_by: PersonId
    text: Personal | None = None
    source: Text | None = None
    stated_on: datetime.date | None = None
    person: KeyPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnnulled(DossierEvent):
    """A fact never was one."""

    section: Section
    fact: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(DossierEvent):
    """The dossier does not count."""

    reason: Text
    approved_by: PersonId
