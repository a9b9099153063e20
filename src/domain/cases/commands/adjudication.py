"""Investigation up to its end, and adjudication by other people: the commands."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.cases.values import Absences, Dispositions, SuspensionGround, Views
from domain.ids import PartyId, PersonId
from domain.leads.values import Material
from domain.model import Command, Personal, Text

People = Annotated[tuple[PersonId, ...], MinLen(2), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendInvestigation(Command):
    """A person is a fugitive, or in custody: the one-year clock stands (R 215)."""

    person: PersonId
    ground: SuspensionGround


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartInvestigation(Command):
    """The fugitive is back, or custody has ended: the one-year clock begins anew (R 215)."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFacts(Command):
    """违纪违法事实见面: put the facts to a person, who signs a view (R 217); two people are there."""

    person: PersonId
    shown_by: People
    signed: bool
    view: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSanctions(Command):
    """处分建议: what the handling party holds right for each person."""

    dispositions: Dispositions
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Send(Command):
    """移送审理: to the adjudication office, or to another group that acts for it (R 222)."""

    to: PartyId
    materials: Annotated[tuple[Material, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAdjudication(Command):
    """Accept the case for adjudication, by at least two people who never handled it (R 222)."""

    adjudicators: People


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnIncomplete(Command):
    """Send the case back before acceptance: something is missing."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireSupplement(Command):
    """退回补充调查: the clock of adjudication stands (R 226)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteSupplement(Command):
    """Send the case back supplemented: the clock runs on (R 226)."""

    materials: Annotated[tuple[Material, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireReinvestigation(Command):
    """退回重新调查: facts and views are put to the persons anew (R 226)."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteReinvestigation(Command):
    """Send the case back investigated anew: the clock begins anew (R 226)."""

    materials: Annotated[tuple[Material, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAdjudication(Command):
    """审理报告, signed by all adjudicators."""

    signed_by: People
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberate(Command):
    """集体审议: the adjudicating body settles what is asked for, for each person still open."""

    views: Views
    absent: Absences = ()
    dispositions: Dispositions
    conclusion: Personal
