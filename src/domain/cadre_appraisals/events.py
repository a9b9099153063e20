"""What happened in the appraisal of a person."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from domain.cadre_appraisals.commands import Ballot, Grade
from domain.ids import PartyId, PersonId
from domain.model import Event, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalEvent(Event):
    """Base of them all: who appraises, and in which group the person works."""

    organiser: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(AppraisalEvent):
    """A person is appraised for a year. ``leading``: one of the group's leaders, proposed from above.

    ``grant`` is the number of the grant by which the person reads it.
    """

    person: PersonId
    year: Annotated[int, Ge(2000), Le(2100)]
    leading: bool
    summary_by: datetime.date
    grant: Serial
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewAsked(AppraisalEvent):
    """A host Party group is asked for its view by a day."""

    asked: PartyId
    person: PersonId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewGiven(AppraisalEvent):
    """It gave its view."""

    asked: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarised(AppraisalEvent):
    """The person summed up the year; ``proposer`` is to propose a grade. ``balloted``: colleagues voted."""

    text: Personal
    proposer: PartyId
    balloted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryReturned(AppraisalEvent):
    """The summary went back to the person."""

    person: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRecorded(AppraisalEvent):
    """What colleagues voted."""

    ballot: Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeProposed(AppraisalEvent):
    """A grade was proposed; ``approver``, the dispatching organ, is to approve it."""

    proposer: PartyId
    approver: PartyId
    grade: Grade
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalReturned(AppraisalEvent):
    """The dispatching organ sent the proposal back."""

    proposer: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeApproved(AppraisalEvent):
    """The dispatching organ approved the grade; the person was told, and may object until a day."""

    approver: PartyId
    grade: Grade
    objection_until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected(AppraisalEvent):
    """The person objected."""

    approver: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionAnswered(AppraisalEvent):
    """The objection was answered; ``grade`` is what stands, ``changed`` whether it is another."""

    approver: PartyId
    grade: Grade
    changed: bool
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(AppraisalEvent):
    """It is on file with this grade."""

    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(AppraisalEvent):
    """The ballot was corrected."""

    reason: Text
    approved_by: PersonId
    ballot: Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(AppraisalEvent):
    """No grade stands."""

    reason: Text
    approved_by: PersonId
