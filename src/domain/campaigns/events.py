"""What happened in a campaign. One event per thing owed, so that one obligation follows from each.

``organiser`` is the party that planned it; ``by`` the party that screens, ``unit`` the one that
answers for an object.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.campaigns.commands import Papers
from domain.campaigns.values import (
    Decision,
    Figures,
    Kind,
    MeasureKind,
    ObjectLine,
    Outcome,
    Paper,
    Part,
    Serials,
)
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Fen, Personal, Text
from domain.responsibility import Responsibility
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignEvent(Event):
    """An event of a campaign says who organises it."""

    organiser: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(CampaignEvent):
    """What is set right or taken back: why, and who approved it."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(CampaignEvent):
    """A campaign was planned over objects from ``begins`` to ``ends``."""

    kind: Kind
    title: Text
    basis: Text
    begins: datetime.date
    ends: datetime.date
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulted(CampaignEvent):
    """The topical consultation on it took place."""

    consultation: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectListed(CampaignEvent):
    """An object was put on the list."""

    object: Serial
    line: ObjectLine
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFixed(CampaignEvent):
    """The list is fixed with so many objects of so much money."""

    objects: int
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(CampaignEvent):
    """A party takes part from now on: it screens, or it is a unit that has something to do.

    ``responsibility`` is whose it bears; a department that screens bears neither.
    """

    by: PartyId
    part: Part
    responsibility: Responsibility | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectsAssigned(CampaignEvent):
    """Objects were given to a party that screens them by a day."""

    assignment: Serial
    to: PartyId
    objects: Serials
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentWithdrawn(CampaignEvent):
    """Every object of an assignment that was left went to another party."""

    assignment: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentCompleted(CampaignEvent):
    """The last object of an assignment was screened."""

    assignment: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEngaged(CampaignEvent):
    """A unit was told what is its own to do on an object by a day."""

    unit: PartyId
    object: Serial
    task: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyWithdrawn(Approved):
    """It is not the unit's own to do on an object any more."""

    unit: PartyId
    object: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyMet(CampaignEvent):
    """What the unit did on an object was recorded on another: it did what is its own there."""

    unit: PartyId
    object: Serial
    responsibility: Responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyReopened(CampaignEvent):
    """What counted as done on an object does not: the unit owes it again, by the day it had."""

    unit: PartyId
    object: Serial
    task: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened(CampaignEvent):
    """An object was screened; what was found follows as events of its own."""

    object: Serial
    by: PartyId
    screened_by: PersonId
    findings: int
    note: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(CampaignEvent):
    """Something was found on an object."""

    finding: Serial
    object: Serial
    by: PartyId
    text: Personal
    place: Text | None = None
    photos: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningReturned(CampaignEvent):
    """An object is to be screened again."""

    object: Serial
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSettled(CampaignEvent):
    """What came of a finding; a lead's carries the case tag of it."""

    finding: Serial
    by: PartyId
    outcome: Outcome
    matter: StreamId | None = None
    rule: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAsked(CampaignEvent):
    """The unit is to put a finding right by a day."""

    finding: Serial
    object: Serial
    by: PartyId
    unit: PartyId
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReported(CampaignEvent):
    """The unit reported what it put right."""

    finding: Serial
    by: PartyId
    unit: PartyId
    text: Personal
    papers: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReturned(CampaignEvent):
    """It was not put right yet."""

    finding: Serial
    by: PartyId
    unit: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionVerified(CampaignEvent):
    """A body other than the unit saw that it is put right."""

    finding: Serial
    by: PartyId
    unit: PartyId
    note: Personal
    photos: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryRecorded(CampaignEvent):
    """Money came back because of a finding; ``recovery`` counts within it."""

    finding: Serial
    recovery: Serial
    by: PartyId
    amount: Fen
    voucher: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEvent(CampaignEvent):
    """An event of a measure says on which object ``by`` did it, under whose responsibility."""

    measure: Serial
    object: Serial
    unit: PartyId
    by: PartyId
    responsibility: Responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRecorded(MeasureEvent):
    """A unit or a discipline body did something on an object, under its own responsibility."""

    kind: MeasureKind
    text: Personal
    papers: Papers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemAdopted(CampaignEvent):
    """A unit adopted a new rule; ``by`` told of it."""

    system: Serial
    unit: PartyId
    by: PartyId
    title: Text
    adopted: datetime.date
    number: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(CampaignEvent):
    """A quarter was reported: the figures of the quarter, and those from the beginning."""

    to: PartyId
    period: Text
    summary: Personal
    quarter: Figures
    whole: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(CampaignEvent):
    """It was closed, and is looked back upon on a day."""

    summary: Personal
    look_back_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack(CampaignEvent):
    """It was looked back upon; ``recurred`` are the findings that came back."""

    result: Literal["held", "recurred"]
    text: Personal
    recurred: tuple[Serial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Approved):
    """Title or basis were corrected; a corrected object follows as an event of its own."""

    title: Text | None = None
    basis: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectCorrected(Approved):
    """An object as it should have stood on the list from the start."""

    object: Serial
    line: ObjectLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectStruck(Approved):
    """An object does not count; its number is kept."""

    object: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAnnulled(Approved):
    """A finding does not count; its number is kept."""

    finding: Serial
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCorrected(Approved):
    """A sum that came back is another than was said; 0 where nothing did."""

    finding: Serial
    recovery: Serial
    by: PartyId
    former: Fen
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCorrected(MeasureEvent):
    """A measure as it should have been recorded; ``object`` is that on which it was done."""

    reason: Text
    approved_by: PersonId
    kind: MeasureKind | None = None
    text: Personal | None = None
    papers: Papers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAnnulled(MeasureEvent):
    """A measure does not count; its number is kept."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemCorrected(Approved):
    """A new rule as it should have been told of."""

    system: Serial
    unit: PartyId
    by: PartyId
    title: Text | None = None
    adopted: datetime.date | None = None
    number: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemAnnulled(Approved):
    """A new rule does not count; its number is kept."""

    system: Serial
    unit: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Approved):
    """The campaign does not count."""
