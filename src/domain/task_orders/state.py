"""Where a task order stands, folded from its events.

issued → closed; any → annulled. Each addressee has a way of its own (`domain.asking`); beside them run
the follow-ups of departments and the proposal forms that came of it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, Literal

from domain.asking import Asked
from domain.asking_legs import LegEvent, Legs, Recalled
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Concerns, Event
from domain.task_orders import events
from domain.task_orders.commands import Supervision

Stage = Literal["new", "issued", "closed", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未下达", "not issued yet"),
    "issued": ("已下达", "issued"),
    "closed": ("已办结", "closed"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


FollowUpStage = Literal["asked", "done", "returned"]

FOLLOW_UP_NAMES: Final[dict[FollowUpStage, tuple[str, str]]] = {
    "asked": ("待跟进", "a follow-up is awaited"),
    "done": ("已跟进", "followed up"),
    "returned": ("跟进情况已退回", "the follow-up was returned"),
}
"""How far a follow-up is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A department whose carrying-out a group follows up; ``done`` while it stands how far it is."""

    group: PartyId
    stage: FollowUpStage = "asked"

    @property
    def done(self) -> bool:
        """Whether the group has said how far the department is, and that was not returned."""
        return self.stage == "done"


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """One order. ``proposals`` says of each proposal form that came of it whether it is settled."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    addressees: tuple[PartyId, ...] = ()
    meeting: StreamId | None = None
    cycle_ends: datetime.date | None = None
    asked: Asked = field(default_factory=Asked)
    follow_ups: Mapping[PartyId, FollowUp] = field(default_factory=_nothing)
    proposals: Mapping[StreamId, bool] = field(default_factory=_nothing)
    legs: Legs = field(default_factory=Legs)
    supervision: Supervision = "stationed"
    issued: datetime.date | None = None

    @property
    def circle(self) -> tuple[PartyId, ...]:
        """Issuer and addressees."""
        return tuple(dict.fromkeys((self.issuer, *self.addressees)))

    @property
    def concerns(self) -> Concerns:
        """Issuer and addressees, as events state it."""
        return Concerns(parties=self.circle, visibility="task_order")

    @property
    def running(self) -> bool:
        """Whether it is neither closed nor annulled."""
        return self.stage == "issued"

    @property
    def unsettled(self) -> tuple[str, ...]:
        """What keeps the order from being closed: parties, departments and proposal forms."""
        asked = (party for party, stage in self.asked.answers.items() if stage != "accepted")
        departments = (each for each, follow in self.follow_ups.items() if not follow.done)
        proposals = (proposal for proposal, settled in self.proposals.items() if not settled)
        return (*asked, *departments, *proposals)


def evolve(state: TaskOrder, event: Event) -> TaskOrder:
    """The order after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, parties=parties, meeting=meeting, cycle_ends=ends):
            order = TaskOrder("issued", issuer, parties, meeting, ends)
            return replace(order, supervision=event.supervision, issued=event.occurred.date)
        case events.FollowUpAsked(department=department, to=group):
            return _followed(state, department, FollowUp(group))
        case events.FollowedUp(department=department, by=group):
            return _followed(state, department, FollowUp(group, "done"))
        case events.FollowUpReturned(department=department, by=group):
            return _followed(state, department, FollowUp(group, "returned"))
        case events.ProposalIssued(proposal=proposal):
            return _proposed(state, proposal, settled=False)
        case events.ProposalSettled(proposal=proposal):
            return _proposed(state, proposal, settled=True)
        case events.Closed():
            return replace(state, stage="closed", asked=state.asked.withdrawn())
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", asked=state.asked.withdrawn())
        case Recalled(to=party):
            return replace(state, legs=state.legs.after(event), asked=state.asked.without(party))
        case LegEvent():
            return replace(state, legs=state.legs.after(event))
        case _:
            return replace(state, asked=state.asked.after(event))


def _followed(state: TaskOrder, department: PartyId, follow: FollowUp) -> TaskOrder:
    return replace(state, follow_ups=MappingProxyType({**state.follow_ups, department: follow}))


def _proposed(state: TaskOrder, proposal: StreamId, *, settled: bool) -> TaskOrder:
    return replace(state, proposals=MappingProxyType({**state.proposals, proposal: settled}))
