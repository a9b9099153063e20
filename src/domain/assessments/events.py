"""What happened in an assessment."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge

from domain.assessments.commands import Figures, Judgements
from domain.ids import PartyId, PersonId
from domain.model import Event, Text
from domain.scheme_assessments import AssessmentGrade, Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentEvent(Event):
    """Base of them all: who assesses which body."""

    assessor: PartyId
    body: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsEvent(AssessmentEvent):
    """Base of what sets the points: figures, judgements, what each indicator earned, and the sum."""

    figures: Figures
    judged: Judgements
    points: Judgements
    total_hundredths: Annotated[int, Ge(0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(AssessmentEvent):
    """The body is assessed for a period by indicators and grades that no later scheme changes."""

    period: str
    begins: datetime.date
    ends: datetime.date
    declare_by: datetime.date
    indicators: tuple[Indicator, ...]
    grades: tuple[AssessmentGrade, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(AssessmentEvent):
    """The body declared its figures as of a day."""

    as_of: datetime.date
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(AssessmentEvent):
    """The assessor sent the figures back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(PointsEvent):
    """The points were told to the body, which may object until a day, that day included."""

    objection_until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred(AssessmentEvent):
    """A fact bars it from the highest grade."""

    reason: Text
    basis: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected(AssessmentEvent):
    """The body objected to the points of an indicator."""

    indicator: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Upheld(AssessmentEvent):
    """The points stand."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(PointsEvent):
    """The points were set anew because of the objection."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded(AssessmentEvent):
    """The final grade, told to the peers: no figure, no point and no reason with it."""

    period: str
    grade: str
    zh: str
    en: str
    barred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(PointsEvent):
    """Figures or judgements were corrected; a final grade follows them in an event of its own."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(AssessmentEvent):
    """The assessment does not count."""

    reason: Text
    approved_by: PersonId
