"""Where the guidance of a unit committee stands, folded from its events.

guided → concluded; any → annulled. Each finding on its own: recorded → answered → accepted, or returned and
answered again. Each enlistment: enlisted → ended; evidence: recorded → confirmed, or returned → recorded
anew.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Event
from domain.serials import put
from domain.unit_committees import events

Stage = Literal["new", "guided", "concluded", "annulled"]
FindingStage = Literal["recorded", "answered", "returned", "accepted"]
EvidenceStage = Literal["recorded", "confirmed", "returned"]

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未指导", "nobody was guided yet"),
    "guided": ("办理中", "under way"),
    "concluded": ("已办结", "concluded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

FINDING_NAMES: Final[dict[FindingStage, tuple[str, str]]] = {
    "recorded": ("待答复", "an answer is awaited"),
    "answered": ("已答复待审核", "answered"),
    "returned": ("答复已退回", "the answer was returned"),
    "accepted": ("答复已认可", "the answer was accepted"),
}
"""How far a finding is, for refusals."""

EVIDENCE_NAMES: Final[dict[EvidenceStage, tuple[str, str]]] = {
    "recorded": ("待对方确认", "to be confirmed by the other side"),
    "confirmed": ("已共同确认", "confirmed"),
    "returned": ("已退回", "returned"),
}
"""How far evidence is, for refusals."""


@dataclass(frozen=True, slots=True)
class Enlistment:
    """Who of the committee helps in which matter, until when, and whether still."""

    people: tuple[PersonId, ...]
    until: datetime.date
    matter: StreamId | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence of an enlistment: which side recorded it, which is to confirm it, how far it is."""

    enlistment: int
    by: PartyId
    other: PartyId
    stage: EvidenceStage = "recorded"


@dataclass(frozen=True, slots=True)
class UnitCommittee:
    """What a group and a committee of one of its units have under way."""

    stage: Stage = "new"
    committee: PartyId = NOBODY
    group: PartyId = NOBODY
    acknowledged: bool = False
    inspections: int = 0
    findings: tuple[FindingStage, ...] = ()
    enlistments: tuple[Enlistment, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def open_findings(self) -> int:
        """How many findings are not settled."""
        return sum(stage != "accepted" for stage in self.findings)

    @property
    def running(self) -> int:
        """How many enlistments have not ended."""
        return sum(not each.ended for each in self.enlistments)

    def of(self, enlistment: int, *stages: EvidenceStage) -> int:
        """How much evidence an enlistment has in these stages."""
        return sum(e.enlistment == enlistment and e.stage in stages for e in self.evidence)


def evolve(state: UnitCommittee, event: Event) -> UnitCommittee:
    """The state after one of its events; any other event is a fault in the log."""
    match event:
        case events.Guided(committee=committee, group=group):
            return UnitCommittee("guided", committee, group)
        case events.Acknowledged():
            return replace(state, acknowledged=True)
        case events.Inspected():
            return replace(state, inspections=state.inspections + 1)
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled")
        case (
            events.FindingRecorded()
            | events.FindingAnswered()
            | events.AnswerReturned()
            | events.AnswerAccepted()
        ):
            return _with_finding(state, event)
        case (
            events.Enlisted()
            | events.MatterServed()
            | events.EnlistmentExtended()
            | events.EnlistmentEnded()
        ):
            return _with_enlistment(state, event)
        case _:
            return _with_evidence(state, event)


def _with_finding(
    state: UnitCommittee,
    event: events.FindingRecorded
    | events.FindingAnswered
    | events.AnswerReturned
    | events.AnswerAccepted,
) -> UnitCommittee:
    after: FindingStage
    match event:
        case events.FindingRecorded():
            return replace(state, findings=(*state.findings, "recorded"))
        case events.FindingAnswered():
            after = "answered"
        case events.AnswerReturned():
            after = "returned"
        case events.AnswerAccepted():
            after = "accepted"
    return replace(state, findings=put(state.findings, event.finding, after))


def _with_enlistment(
    state: UnitCommittee,
    event: events.Enlisted
    | events.MatterServed
    | events.EnlistmentExtended
    | events.EnlistmentEnded,
) -> UnitCommittee:
    if isinstance(event, events.Enlisted):
        enlistment = Enlistment(event.people, event.until)
        return replace(state, enlistments=(*state.enlistments, enlistment))
    before = state.enlistments[event.enlistment - 1]
    match event:
        case events.MatterServed(matter=matter):
            after = replace(before, matter=matter)
        case events.EnlistmentExtended(until=day):
            after = replace(before, until=day)
        case events.EnlistmentEnded():
            after = replace(before, ended=True)
    return replace(state, enlistments=put(state.enlistments, event.enlistment, after))


def _with_evidence(state: UnitCommittee, event: Event) -> UnitCommittee:
    match event:
        case events.EvidenceRecorded(evidence=serial, enlistment=enlistment, by=by, other=other):
            after = Evidence(enlistment, by, other)
        case events.EvidenceConfirmed(evidence=serial):
            after = replace(state.evidence[serial - 1], stage="confirmed")
        case events.EvidenceReturned(evidence=serial):
            after = replace(state.evidence[serial - 1], stage="returned")
        case events.EvidenceClosed():
            return state
        case _:
            raise TypeError(f"no event of a unit committee: {type(event).__name__}")
    return replace(state, evidence=put(state.evidence, serial, after))
