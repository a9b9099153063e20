"""What is done in an assessment: open it, declare figures, publish points, object, answer, grade."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Text, Value
from domain.scheme_assessments import Count

Hundredths = Annotated[int, Ge(0), Le(100_000)]
"""Points in hundredths of a point: whole numbers, so that everybody reckons alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Value):
    """One figure: how many were counted."""

    count: Count
    value: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Value):
    """What an indicator earned, in hundredths of a point."""

    indicator: Text
    hundredths: Hundredths


Figures = Annotated[tuple[Counted, ...], MaxLen(50)]
"""Figures, each count once."""

Judgements = Annotated[tuple[Points, ...], MaxLen(50)]
"""Points that the assessor gives to the indicators which are judged, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Assess a body for a period; by ``declare_by`` it declares its figures."""

    body: PartyId
    period: Annotated[str, MinLen(4), MaxLen(7)]
    declare_by: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Declare(Command):
    """The body's figures (自评申报), counted on its own records as they stood on ``as_of``."""

    as_of: datetime.date
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """The figures cannot stand so; the body declares them again."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Command):
    """Tell the body what its figures and the assessor's judgement earn; it may object until a day."""

    judged: Judgements
    objection_until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Command):
    """A fact that bars the body from the highest grade (评优否决), with the clause it rests on."""

    reason: Text
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Command):
    """The body does not agree, about which indicator and why."""

    indicator: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Uphold(Command):
    """The points stand, in spite of the objection."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """The objection is right: these figures and judgements take the place of those before."""

    reason: Text
    figures: Figures = ()
    judged: Judgements = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Command):
    """Make it final: the grade follows from points and bars, and is told to the peers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: figures or judgements that were wrong, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    figures: Figures = ()
    judged: Judgements = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was opened by mistake; nothing is owed because of it, and no grade stands."""

    reason: Text
    approved_by: PersonId
