"""Where a review stands, folded from its events; and the quality record of a body, in its own stream.

opened → completed → annulled. Each finding goes its own way: recorded → asked → answered → returned →
answered → accepted; an objection upheld strikes it. A record has the stage «record» throughout.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import (
    NOBODY,
    JurisdictionCode,
    ObligationId,
    PartyId,
    StreamId,
    derived_id,
    stream_id,
)
from domain.model import Concerns, Event
from domain.quality_reviews import events
from domain.quality_reviews.commands import Kind
from domain.scheme_scoring import Fault, ReviewGrade, ReviewStandard

Stage = Literal["new", "opened", "completed", "annulled", "record"]
FindingStage = Literal["recorded", "asked", "answered", "returned", "accepted", "struck"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未开展", "not opened yet"),
    "opened": ("评查中", "under way"),
    "completed": ("已完成评查", "completed"),
    "annulled": ("已作废", "annulled"),
    "record": ("案件质量档案", "a quality record"),
}
"""Each stage in Chinese and English, for refusals."""

FINDING_NAMES: Final[dict[FindingStage, tuple[str, str]]] = {
    "recorded": ("问题已记录", "the finding is recorded"),
    "asked": ("待反馈", "an answer is awaited"),
    "answered": ("已反馈", "answered"),
    "returned": ("反馈已退回", "the answer was returned"),
    "accepted": ("反馈已采纳", "the answer was accepted"),
    "struck": ("问题不成立", "the finding does not count"),
}
"""How far a finding is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding, what it costs, and how far its answer is."""

    criterion: str
    standard: ReviewStandard
    deducted: int
    given_back: int
    repeats: StreamId | None = None
    detected: Fault | None = None
    obligation: ObligationId | None = None
    stage: FindingStage = "recorded"
    objection: Literal["none", "open", "decided"] = "none"

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.stage != "struck"


@dataclass(frozen=True, slots=True)
class FoundBefore:
    """A fault in a body's record: in which review it was found, and by which criterion."""

    review: StreamId
    finding: int
    criterion: str


@dataclass(frozen=True, slots=True)
class QualityReview:
    """One review; or, in the stream `record_of` a body, every fault that was found in it (``faults``)."""

    stage: Stage = "new"
    reviewer: PartyId = NOBODY
    body: PartyId = NOBODY
    kind: Kind = "daily"
    subject: StreamId | None = None
    repairs: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    completed: datetime.date | None = None
    score: int | None = None
    grade: ReviewGrade | None = None
    bulletin: StreamId | None = None
    faults: tuple[FoundBefore, ...] = ()

    @property
    def standing(self) -> tuple[tuple[int, Finding], ...]:
        """The findings that count, with their serials."""
        return tuple((n, each) for n, each in enumerate(self.findings, 1) if each.stands)

    def found_before(self, criterion: str, review: StreamId) -> StreamId | None:
        """The latest other review in which a record has a fault by that criterion."""
        found = (f.review for f in self.faults if f.criterion == criterion and f.review != review)
        return next(reversed(tuple(found)), None)

    def concerns(self, leading: PartyId | None) -> Concerns:
        """Who reviews, who is reviewed, and the commission, whose leaders read it."""
        circle = (self.reviewer, self.body, *(() if leading is None else (leading,)))
        visibility = "quality_record" if self.stage == "record" else "quality_review"
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)


def record_of(jurisdiction: JurisdictionCode, body: PartyId) -> StreamId:
    """The stream of a body's quality record (案件质量档案): one for each body."""
    return stream_id("quality_review", derived_id("quality-record", jurisdiction, body))


def evolve(state: QualityReview, event: Event) -> QualityReview:
    """The review or record after one of its events; any other event is a fault in the log."""
    match event:
        case events.FaultEntered() | events.FaultStruck():
            return _recorded(state, event)
        case events.Opened():
            return QualityReview(
                "opened", event.reviewer, event.body, kind=event.kind, subject=event.subject
            )
        case events.RepairReported(criterion=criterion):
            return replace(state, repairs=state.repairs | {criterion})
        case events.Completed(occurred=occurred):
            return replace(state, stage="completed", completed=occurred.date)
        case events.Scored(score=score, grade=grade):
            return replace(state, score=score, grade=grade)
        case events.Published(bulletin=bulletin):
            return replace(state, bulletin=bulletin)
        case events.Unpublished():
            return replace(state, bulletin=None)
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.Corrected():
            return state
        case _:
            return replace(state, findings=_findings(state.findings, event))


def _findings(findings: tuple[Finding, ...], event: Event) -> tuple[Finding, ...]:
    match event:
        case events.FindingRecorded():
            found = Finding(
                event.criterion,
                event.standard,
                event.deducted,
                event.given_back,
                repeats=event.repeats,
                detected=event.detected,
                obligation=event.obligation,
            )
            return (*findings, found)
        case events.ReplyAsked(finding=serial):
            return _at(findings, serial, "asked")
        case events.Replied(finding=serial):
            return _at(findings, serial, "answered")
        case events.ReplyReturned(finding=serial):
            return _at(findings, serial, "returned")
        case events.ReplyAccepted(finding=serial):
            return _at(findings, serial, "accepted")
        case events.Objected(finding=serial):
            return _with(findings, serial, replace(findings[serial - 1], objection="open"))
        case events.ObjectionUpheld(finding=serial):
            struck = replace(findings[serial - 1], objection="decided", stage="struck")
            return _with(findings, serial, struck)
        case events.ObjectionRefused(finding=serial):
            return _with(findings, serial, replace(findings[serial - 1], objection="decided"))
        case _:
            raise TypeError(f"no event of a review: {type(event).__name__}")


def _at(findings: tuple[Finding, ...], serial: int, stage: FindingStage) -> tuple[Finding, ...]:
    return _with(findings, serial, replace(findings[serial - 1], stage=stage))


def _with(findings: tuple[Finding, ...], serial: int, found: Finding) -> tuple[Finding, ...]:
    return (*findings[: serial - 1], found, *findings[serial:])


def _recorded(
    state: QualityReview, event: events.FaultEntered | events.FaultStruck
) -> QualityReview:
    """The latest reviewer keeps the record."""
    fault = FoundBefore(event.review, event.finding, event.criterion)
    others = tuple(each for each in state.faults if each != fault)
    faults = (*others, fault) if isinstance(event, events.FaultEntered) else others
    return replace(state, stage="record", reviewer=event.reviewer, body=event.body, faults=faults)
