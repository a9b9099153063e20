"""What happened to a work report."""

import datetime
from dataclasses import dataclass

from domain.figures import Figures, Period
from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.work_reports.commands import Document, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Event):
    """A party handed in a report; its figures are of the days from ``begins`` to ``ends``."""

    kind: Kind
    period: Period
    reporter: PartyId
    to: PartyId
    title: Text
    summary: Personal
    document: Document | None = None
    figures: Figures = ()
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Event):
    """The report went back to its reporter."""

    reporter: PartyId
    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Resubmitted(Event):
    """The reporter handed in a revised report."""

    reporter: PartyId
    to: PartyId
    changes: Text
    summary: Personal
    document: Document | None = None
    figures: Figures = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Event):
    """The report was taken as sufficient."""

    reporter: PartyId
    to: PartyId
    instruction: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated(Event):
    """The report was passed to one more party, which is to acknowledge it."""

    circulator: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Event):
    """A party signed for the circulated report."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The report was corrected; ``figures`` where they were counted anew."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    summary: Personal | None = None
    document: Document | None = None
    figures: Figures | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The report does not count; another takes its place."""

    reporter: PartyId
    to: PartyId
    reason: Text
    approved_by: PersonId
