"""Where a recommendation stands, folded from its events.

drafted → submitted → approved → issued → delivered → [objected → delivered | withdrawn] → rectifying →
fed_back → accepted → signed_off → settled; fed_back → demanded → fed_back; refused → fed_back; signed_off
→ recurred → demanded; any → annulled.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.approvals.events import Step
from domain.approvals.state import Approval
from domain.asking import Asked
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.model import Event
from domain.recommendations import events
from domain.recommendations.commands import Content

Stage = Literal[
    "new",
    "drafted",
    "submitted",
    "approved",
    "issued",
    "delivered",
    "objected",
    "withdrawn",
    "rectifying",
    "fed_back",
    "demanded",
    "refused",
    "accepted",
    "signed_off",
    "recurred",
    "settled",
    "annulled",
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未起草", "not drafted yet"),
    "drafted": ("已起草", "drafted"),
    "submitted": ("呈批中", "submitted for approval"),
    "approved": ("已批准", "approved"),
    "issued": ("已印发待送达", "issued, to be delivered"),
    "delivered": ("已送达", "delivered"),
    "objected": ("异议待处理", "objected to"),
    "withdrawn": ("已撤回", "withdrawn"),
    "rectifying": ("整改中", "being rectified"),
    "fed_back": ("已反馈待评估", "fed back, to be assessed"),
    "demanded": ("已要求进一步整改", "more was demanded"),
    "refused": ("拒不采纳", "refused"),
    "accepted": ("反馈已采纳", "the feedback was accepted"),
    "signed_off": ("已销号", "signed off"),
    "recurred": ("反弹回潮", "recurred"),
    "settled": ("回头看未反弹", "settled: it held on looking back"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

INSIDE: Final[tuple[Stage, ...]] = ("new", "drafted", "submitted", "approved")
"""Before it is issued: no concern of anybody but the issuer's side."""

HELD: Final[tuple[Stage, ...]] = (*INSIDE, "issued")
"""Before it is delivered the addressee knows nothing of it."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation. ``items`` are its rectification items, one for each problem."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    content: Content | None = None
    drafters: tuple[PersonId, ...] = ()
    observers: tuple[PartyId, ...] = ()
    asked: Asked = field(default_factory=Asked)
    consultation_due: datetime.date | None = None
    approval: Approval = field(default_factory=Approval)
    delivered: bool = False
    delivered_on: datetime.date | None = None
    objection_until: datetime.date | None = None
    acknowledged: bool = False
    objected: bool = False
    items: tuple[StreamId, ...] = ()
    demands: int = 0
    superior: PartyId | None = None
    round: int = 1
    issued: bool = False

    @property
    def unanswered(self) -> tuple[PartyId, ...]:
        """The departments whose view is awaited."""
        return tuple(party for party, stage in self.asked.answers.items() if stage == "asked")

    @property
    def addressee(self) -> PartyId:
        """Whom it is for."""
        return NOBODY if self.content is None else self.content.addressee


def evolve(state: Recommendation, event: Event) -> Recommendation:
    """The recommendation after one of its events; any other event is a fault in the log."""
    match event:
        case Step():
            return _approved(state, event)
        case events.Drafted(issuer=issuer, content=content, drafter=person, observers=observers):
            return Recommendation("drafted", issuer, content, (person,), observers)
        case events.Redrafted(content=content, drafter=person):
            drafters = tuple(dict.fromkeys((*state.drafters, person)))
            return replace(state, content=content, drafters=drafters)
        case events.ConsultationAsked(department=party, due=due):
            return replace(state, asked=state.asked.at(party, "asked"), consultation_due=due)
        case events.ConsultationAnswered(department=party):
            return replace(state, asked=state.asked.at(party, "answered"))
        case events.ConsultationClosed(department=party):
            return replace(state, asked=state.asked.at(party, "none"))
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            return _issued(state, event)


def _approved(state: Recommendation, event: Step) -> Recommendation:
    state = replace(state, approval=state.approval.after(event))
    match event:
        case events.Submitted():
            return replace(state, stage="submitted")
        case events.SubmissionReturned() | events.SubmissionWithdrawn():
            return replace(state, stage="drafted")
        case events.Approved():
            return replace(state, stage="approved")
        case _:
            return state


def _issued(state: Recommendation, event: Event) -> Recommendation:
    match event:
        case events.Issued():
            return replace(state, stage="issued", issued=True)
        case events.Delivered(objection_until=until, occurred=day):
            state = replace(state, stage="delivered", delivered=True, delivered_on=day.date)
            return replace(state, objection_until=until)
        case events.Acknowledged():
            return replace(state, acknowledged=True)
        case events.ObjectionRaised():
            return replace(state, stage="objected", objected=True)
        case events.Upheld():
            return replace(state, stage="delivered")
        case events.Revised():
            return replace(state, stage="delivered", content=_revised(state, event))
        case events.Withdrawn():
            return replace(state, stage="withdrawn")
        case events.Corrected(title=title, advice=advice):
            return replace(state, content=_corrected(state.content, title, advice))
        case _:
            return _followed(state, event)


def _followed(state: Recommendation, event: Event) -> Recommendation:
    match event:
        case events.PlanReceived(items=items):
            return replace(state, stage="rectifying", items=items)
        case events.FeedbackReceived():
            return replace(state, stage="fed_back")
        case events.FeedbackAccepted():
            return replace(state, stage="accepted")
        case events.FurtherDemanded(demand=demand):
            return replace(state, stage="demanded", demands=demand)
        case events.RefusalRecorded():
            return replace(state, stage="refused")
        case events.SuperiorNotified(superior=superior):
            return replace(state, superior=superior)
        case events.SignedOff():
            return replace(state, stage="signed_off")
        case events.LookedBack(result=result):
            return replace(state, stage="settled" if result == "held" else "recurred")
        case events.Reopened(round=number):
            return replace(state, stage="demanded", round=number)
        case _:
            raise TypeError(f"no event of a recommendation: {type(event).__name__}")


def _revised(state: Recommendation, event: events.Revised) -> Content | None:
    if state.content is None:
        return None
    right = replace(state.content, problems=event.problems, advice=event.advice)
    return replace(right, terms=event.terms, paper=event.paper)


def _corrected(content: Content | None, title: str | None, advice: str | None) -> Content | None:
    if content is None:
        return None
    return replace(content, title=title or content.title, advice=advice or content.advice)
