"""What happened to a re-examination or a review."""

import datetime
from dataclasses import dataclass

from domain.cases.values import Meeting, Track
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Event, Number, Occurred, Personal, Text
from domain.reexaminations.commands import Kind, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReexaminationEvent(Event):
    """A step: which party examines, and which kind it is."""

    examiner: PartyId
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied(ReexaminationEvent):
    """A person applied. ``last_day`` is the last on which it is in time (SL 56: 1 month).

    ``kept_out`` had to do with the matter before: they never read the file (R 242).
    """

    number: Number
    case: StreamId
    person: PersonId
    track: Track
    sanction: Code
    prior: StreamId | None = None
    handling_party: PartyId
    kept_out: tuple[PersonId, ...]
    last_day: datetime.date
    in_time: bool
    grounds: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(ReexaminationEvent):
    """It is examined by people who had nothing to do with the case."""

    examiners: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminersAssigned(ReexaminationEvent):
    """Other people of the examining party examine it from now on: one of them left."""

    examiners: tuple[PersonId, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(ReexaminationEvent):
    """It was not accepted."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(ReexaminationEvent):
    """The person took it back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(ReexaminationEvent):
    """It was decided collectively; ``sanction`` is the right one where it was changed."""

    outcome: Outcome
    sanction: Code | None = None
    meeting: Meeting
    decision: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Served(ReexaminationEvent):
    """The decision was served on the person."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed(ReexaminationEvent):
    """The party that handled the case learns the outcome, and nothing of the file (R 242).

    ``to_carry_out``: it has to set the sanction right.
    """

    case: StreamId
    person: PersonId
    track: Track
    handling_party: PartyId
    outcome: Outcome
    sanction: Code | None = None
    to_carry_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut(ReexaminationEvent):
    """The sanction was set right in its case."""

    handling_party: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(ReexaminationEvent):
    """更正: what stood at ``version`` happened on another day; due dates follow."""

    version: int
    reason: Text
    approved_by: PersonId
    happened: Occurred


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(ReexaminationEvent):
    """作废: it does not count; its number is kept."""

    reason: Text
    approved_by: PersonId
