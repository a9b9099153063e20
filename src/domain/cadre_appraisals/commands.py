"""What is done in the yearly appraisal of a person: summary, ballot, views, proposal, grade, objection."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text, Value

Grade = Literal["excellent", "competent", "basically_competent", "incompetent"]
"""优秀 · 称职 · 基本称职 · 不称职."""

Votes = Annotated[int, Ge(0), Le(1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Value):
    """民主测评: how many were asked, and how many voted for each grade; the rest abstained."""

    voters: Annotated[int, Ge(1), Le(1000)]
    excellent: Votes = 0
    competent: Votes = 0
    basically_competent: Votes = 0
    incompetent: Votes = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Appraise a person of a group for a year; host Party groups are asked for their view.

    ``approved_by`` leads the commission: by that the person may read their own appraisal.
    """

    person: PersonId
    group: PartyId
    year: Annotated[int, Ge(2000), Le(2100)]
    summary_by: datetime.date
    views_from: Annotated[tuple[PartyId, ...], MaxLen(20)] = ()
    views_by: datetime.date
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarise(Command):
    """The person's own summary of the year (述职述廉), also anew after it came back."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSummary(Command):
    """Send the summary back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBallot(Command):
    """Record what colleagues voted (民主测评); once more takes the place of the one before."""

    ballot: Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveView(Command):
    """The host Party group's view of the person."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Command):
    """Propose a grade, with the reasons: never by the person."""

    grade: Grade
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnProposal(Command):
    """The dispatching organ sends the proposal back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(Command):
    """The dispatching organ approves the grade and tells the person, who may object until a day."""

    objection_until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Command):
    """The person does not agree, and why."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerObjection(Command):
    """Answer the objection; ``grade`` where another takes the place of the one objected to."""

    text: Personal
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Put it on file, after the window for objections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: ballot figures that were wrong, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    ballot: Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was opened by mistake; no grade stands."""

    reason: Text
    approved_by: PersonId
