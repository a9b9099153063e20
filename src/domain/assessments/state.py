"""Where an assessment stands, folded from its events.

opened → declared (returned → declared) → published (objected → answered) → graded; or annulled.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.assessments import events
from domain.assessments.commands import Counted, Points
from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.scheme_assessments import AssessmentGrade, Indicator

Stage = Literal[
    "new",
    "opened",
    "declared",
    "returned",
    "published",
    "objected",
    "answered",
    "graded",
    "annulled",
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未开展", "not opened yet"),
    "opened": ("待申报", "waiting for the figures"),
    "declared": ("已申报", "the figures were declared"),
    "returned": ("申报已退回", "the figures were sent back"),
    "published": ("已反馈得分", "the points were told to the body"),
    "objected": ("有异议待答复", "an objection waits for its answer"),
    "answered": ("异议已答复", "the objection was answered"),
    "graded": ("已定等次", "graded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The assessment of one body for one period."""

    stage: Stage = "new"
    assessor: PartyId = NOBODY
    body: PartyId = NOBODY
    period: str = ""
    ends: datetime.date = datetime.date.min
    indicators: tuple[Indicator, ...] = ()
    grades: tuple[AssessmentGrade, ...] = ()
    figures: tuple[Counted, ...] = ()
    judged: tuple[Points, ...] = ()
    total_hundredths: int = 0
    objection_until: datetime.date = datetime.date.min
    barred: bool = False


def evolve(state: Assessment, event: Event) -> Assessment:
    """The assessment after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened():
            return Assessment(
                stage="opened",
                assessor=event.assessor,
                body=event.body,
                period=event.period,
                ends=event.ends,
                indicators=event.indicators,
                grades=event.grades,
            )
        case events.Declared(figures=figures):
            return replace(state, stage="declared", figures=figures)
        case events.Published(objection_until=until):
            return replace(_scored(state, event), stage="published", objection_until=until)
        case events.Revised():
            return replace(_scored(state, event), stage="answered")
        case events.Corrected():
            return _scored(state, event)
        case events.Barred():
            return replace(state, barred=True)
        case _:
            return replace(state, stage=_moved(event))


def _scored(state: Assessment, event: events.PointsEvent) -> Assessment:
    return replace(
        state,
        figures=event.figures,
        judged=event.judged,
        total_hundredths=event.total_hundredths,
    )


def _moved(event: Event) -> Stage:
    match event:
        case events.Returned():
            return "returned"
        case events.Objected():
            return "objected"
        case events.Upheld():
            return "answered"
        case events.Graded():
            return "graded"
        case events.Annulled():
            return "annulled"
        case _:
            raise TypeError(f"no event of an assessment: {type(event).__name__}")
