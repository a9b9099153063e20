"""Receiving, registering and checking for duplicates: the events."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId, StreamId
from domain.leads.events.common import LeadEvent
from domain.leads.values import (
    Material,
    Regime,
    Reporter,
    ReportForm,
    Secrecy,
    Source,
    Subject,
)
from domain.model import Event, Number, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(LeadEvent):
    """A lead came in at ``holder``; ``sender`` is the organisation whose letter it came with.

    ``to_register``: the holder is to enter it in the register (R 203). A department hands it over instead,
    and what came with a letter is answered first.
    """

    source: Source
    regime: Regime
    secrecy: Secrecy
    subjects: tuple[Subject, ...]
    content: Personal
    report: ReportForm | None = None
    sender: PartyId | None = None
    document: Text | None = None
    materials: tuple[Material, ...] = ()
    rule: Text | None = None
    to_register: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(LeadEvent):
    """A department with a procedure of its own found it on that day, and owes it to ``receiver``."""

    department: PartyId
    receiver: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterRecorded(Event):
    """Who reported, in a visibility class of its own (R 299, RC 47)."""

    kept_by: PartyId
    report: ReportForm
    reporter: Reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterNotified(Event):
    """The real-name reporter was told (R 209)."""

    kept_by: PartyId
    notice: Literal["accepted", "result"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterAccessGranted(Event):
    """The handling party may know who reported, until a day (R 299, RC 47)."""

    kept_by: PartyId
    to_party: PartyId
    approved_by: PersonId
    reason: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(LeadEvent):
    """The lead stands in an organ's register; one number per level (R 203, RD 23)."""

    number: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSuspected(Event):
    """«CS, please check»: so many other leads name the same persons. Which, is not said here."""

    case_supervision: PartyId
    matches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateConfirmed(Event):
    """It repeats an earlier lead (RC 14)."""

    case_supervision: PartyId
    of: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateDismissed(Event):
    """It does not repeat another lead."""

    case_supervision: PartyId
    reason: Text


IntakeEvent = (
    Received
    | Found
    | ReporterRecorded
    | ReporterNotified
    | ReporterAccessGranted
    | Registered
    | DuplicateSuspected
    | DuplicateConfirmed
    | DuplicateDismissed
)
"""Every event of this module."""
