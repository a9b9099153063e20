"""Where the appraisal of a person stands, folded from its events.

opened → summarised (returned → opened) → told → (objected → answered) → concluded; any → annulled. Beside
that the proposal: proposed → approved, or returned and proposed again.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.cadre_appraisals import events
from domain.cadre_appraisals.commands import Grade
from domain.ids import NOBODY, PartyId, PersonId
from domain.model import Event

Stage = Literal[
    "new", "opened", "summarised", "told", "objected", "answered", "concluded", "annulled"
]
ProposalStage = Literal["none", "proposed", "returned", "approved"]

NO_ONE: Final = PersonId("")
"""The person who is appraised, while none is."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未开展", "not opened yet"),
    "opened": ("待述职", "waiting for the summary"),
    "summarised": ("已述职", "the summary was given"),
    "told": ("已告知本人", "the person was told"),
    "objected": ("有异议待答复", "an objection waits for its answer"),
    "answered": ("异议已答复", "the objection was answered"),
    "concluded": ("已归档", "on file"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

PROPOSAL_NAMES: Final[dict[ProposalStage, tuple[str, str]]] = {
    "none": ("尚未提出等次", "no grade is proposed"),
    "proposed": ("等次待批准", "the proposal waits for approval"),
    "returned": ("等次建议已退回", "the proposal was returned"),
    "approved": ("等次已批准", "the grade was approved"),
}
"""How far the proposal is, for refusals."""


@dataclass(frozen=True, slots=True)
class CadreAppraisal:
    """The appraisal of one person for one year. ``views`` are the parties still to give theirs."""

    stage: Stage = "new"
    organiser: PartyId = NOBODY
    group: PartyId = NOBODY
    person: PersonId = NO_ONE
    leading: bool = False
    proposal: ProposalStage = "none"
    balloted: bool = False
    grade: Grade | None = None
    objection_until: datetime.date = datetime.date.min
    views: tuple[PartyId, ...] = ()

    @property
    def proposer(self) -> PartyId:
        """Who proposes the grade: the group, and for its leaders the organiser."""
        return self.organiser if self.leading else self.group


def evolve(state: CadreAppraisal, event: Event) -> CadreAppraisal:
    """The appraisal after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened():
            return CadreAppraisal(
                "opened", event.organiser, event.group, event.person, event.leading
            )
        case events.ViewAsked(asked=party):
            return replace(state, views=(*state.views, party))
        case events.ViewGiven(asked=asked):
            return replace(state, views=tuple(party for party in state.views if party != asked))
        case events.BallotRecorded():
            return replace(state, balloted=True)
        case events.GradeProposed(grade=grade):
            return replace(state, proposal="proposed", grade=grade)
        case events.ProposalReturned():
            return replace(state, proposal="returned")
        case events.GradeApproved(grade=grade, objection_until=day):
            return replace(
                state, stage="told", proposal="approved", grade=grade, objection_until=day
            )
        case events.ObjectionAnswered(grade=grade):
            return replace(state, stage="answered", grade=grade)
        case events.Corrected():
            return state
        case _:
            return replace(state, stage=_moved(event))


def _moved(event: Event) -> Stage:
    match event:
        case events.Summarised():
            return "summarised"
        case events.SummaryReturned():
            return "opened"
        case events.Objected():
            return "objected"
        case events.Concluded():
            return "concluded"
        case events.Annulled():
            return "annulled"
        case _:
            raise TypeError(f"no event of a cadre appraisal: {type(event).__name__}")
