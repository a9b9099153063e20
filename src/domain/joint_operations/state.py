"""Where a joint operation stands, folded from its events.

proposed → returned (or taken back) → proposed → approved → open → concluded; any → annulled. Beside that
each party asked joins or declines, each lending goes offered → lent → returned (or declined), each
share asked → answered → returned → answered → accepted.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain import asking
from domain.approvals.events import Step
from domain.approvals.state import Approval
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.joint_operations import events
from domain.joint_operations.commands import Cooperation, Kind
from domain.model import Concerns, Event

Stage = Literal["new", "proposed", "returned", "approved", "open", "concluded", "annulled"]
LendingStage = Literal["offered", "lent", "returned", "declined"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未提出", "not proposed yet"),
    "proposed": ("待批准", "waiting for approval"),
    "returned": ("已退回", "sent back"),
    "approved": ("已批准", "approved"),
    "open": ("已启动", "open"),
    "concluded": ("已结束", "concluded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


_STAGE_AFTER: Final[dict[type[Step], Stage]] = {
    events.Submitted: "proposed",
    events.SubmissionReturned: "returned",
    events.SubmissionWithdrawn: "returned",
    events.Approved: "approved",
}


@dataclass(frozen=True, slots=True)
class Lending:
    """One person lent, with the days of it and what they were let read."""

    serial: int
    home: PartyId
    person: PersonId
    until: datetime.date
    stage: LendingStage = "offered"
    readings: tuple[events.Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class JointOperation:
    """One joint operation. ``asked`` have not answered; ``requests`` are those for people, by serial."""

    stage: Stage = "new"
    kind: Kind = "group_group"
    cooperation: Cooperation = "inspection"
    title: str = ""
    proposer: PartyId = NOBODY
    lead_body: PartyId = NOBODY
    parties: tuple[PartyId, ...] = ()
    until: datetime.date = datetime.date.min
    area: str | None = None
    matters: tuple[StreamId, ...] = ()
    approval: Approval = field(default_factory=Approval)
    asked: tuple[PartyId, ...] = ()
    joined: tuple[PartyId, ...] = ()
    requested: tuple[tuple[int, PartyId], ...] = ()
    requests: int = 0
    lendings: tuple[Lending, ...] = ()
    shares: asking.Asked = field(default_factory=asking.Asked)
    results: int = 0

    @property
    def members(self) -> tuple[PartyId, ...]:
        """Who takes part: the lead body, who proposed it, and who joined."""
        return tuple(dict.fromkeys((self.lead_body, self.proposer, *self.joined)))

    @property
    def concerns(self) -> Concerns:
        """Members, and those whose opinion was asked; whoever is only asked to join is outside."""
        circle = tuple(dict.fromkeys((*self.members, *self.approval.approvers)))
        return Concerns(parties=circle, visibility="joint_operation")

    @property
    def approved_by(self) -> PersonId | None:
        """Who gave the deciding opinion, once it is approved."""
        submission = self.approval.submission
        if submission is None or submission.status != "approved":
            return None
        return submission.signatures[-1].signer

    @property
    def people(self) -> tuple[Lending, ...]:
        """Who is with it now."""
        return tuple(lending for lending in self.lendings if lending.stage == "lent")

    def requested_of(self, request: int) -> PartyId | None:
        """The party that has a request for people to answer."""
        return dict(self.requested).get(request)


def evolve(state: JointOperation, event: Event) -> JointOperation:
    """The operation after one of its events; any other event is a fault in the log."""
    match event:
        case events.Proposed():
            return _proposed(event)
        case events.MatterAttached(matter=matter):
            return replace(state, matters=(*state.matters, matter))
        case events.OpeningAwaited():
            return state
        case events.Opened():
            return replace(state, stage="open")
        case events.Prolonged(until=until):
            return replace(state, until=until)
        case events.ResultRecorded(result=serial):
            return replace(state, results=serial)
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.Corrected(title=title):
            return replace(state, title=title or state.title)
        case events.Annulled():
            return replace(state, stage="annulled")
        case events.Asked() | events.Joined() | events.Declined():
            return _membership(state, event)
        case events.LendingEvent():
            return _lending(state, event)
        case (
            events.ShareAssigned()
            | events.ShareReported()
            | events.ShareReturned()
            | events.ShareAccepted()
        ):
            return replace(state, shares=_share(state.shares, event))
        case events.ProposalRevised():
            return _revised(state, event)
        case Step():
            return _approval(state, event)
        case _:
            raise TypeError(f"no event of a joint operation: {type(event).__name__}")


def _proposed(event: events.Proposed) -> JointOperation:
    return JointOperation(
        stage="proposed",
        kind=event.kind,
        cooperation=event.cooperation,
        title=event.title,
        proposer=event.proposer,
        lead_body=event.lead_body,
        parties=event.parties,
        until=event.until,
        area=event.area,
    )


def _approval(state: JointOperation, event: Step) -> JointOperation:
    stage = _STAGE_AFTER.get(type(event), state.stage)
    return replace(state, stage=stage, approval=state.approval.after(event))


def _revised(state: JointOperation, event: events.ProposalRevised) -> JointOperation:
    return replace(
        state,
        title=event.title or state.title,
        parties=state.parties if event.parties is None else event.parties,
        until=event.until or state.until,
    )


def _membership(
    state: JointOperation, event: events.Asked | events.Joined | events.Declined
) -> JointOperation:
    match event:
        case events.Asked(to=party):
            return replace(state, asked=(*state.asked, party))
        case events.Joined(by=party):
            joined = (*state.joined, party)
            return replace(state, joined=joined, asked=_without(state.asked, party))
        case events.Declined(by=party):
            return replace(state, asked=_without(state.asked, party))


def _without(parties: tuple[PartyId, ...], party: PartyId) -> tuple[PartyId, ...]:
    return tuple(each for each in parties if each != party)


def _lending(state: JointOperation, event: events.LendingEvent) -> JointOperation:
    match event:
        case events.PeopleRequested(request=serial, home=home):
            return replace(state, requests=serial, requested=(*state.requested, (serial, home)))
        case events.PeopleRefused(request=serial):
            return replace(state, requested=_answered(state, serial))
        case events.PersonOffered():
            offered = Lending(event.lending, event.home, event.person, event.until)
            requested = _answered(state, event.request)
            return replace(state, lendings=(*state.lendings, offered), requested=requested)
        case events.PersonAdmitted(lending=serial, readings=readings):
            return _with(state, serial, "lent", readings)
        case events.PersonReturned(lending=serial):
            return _with(state, serial, "returned", ())
        case events.OfferDeclined(lending=serial):
            return _with(state, serial, "declined", ())
        case _:
            raise TypeError(f"no event of a lending: {type(event).__name__}")


def _answered(state: JointOperation, request: int | None) -> tuple[tuple[int, PartyId], ...]:
    return tuple(each for each in state.requested if each[0] != request)


def _with(
    state: JointOperation, serial: int, stage: LendingStage, readings: tuple[events.Reading, ...]
) -> JointOperation:
    before = state.lendings[serial - 1]
    changed = replace(before, stage=stage, readings=readings)
    lendings = (*state.lendings[: serial - 1], changed, *state.lendings[serial:])
    return replace(state, lendings=lendings)


def _share(shares: asking.Asked, event: Event) -> asking.Asked:
    match event:
        case events.ShareAssigned(to=party):
            return shares.at(party, "asked")
        case events.ShareReported(by=party):
            return shares.at(party, "answered")
        case events.ShareReturned(by=party):
            return shares.at(party, "returned")
        case events.ShareAccepted(by=party):
            return shares.at(party, "accepted")
        case _:
            raise TypeError(f"no event of a share: {type(event).__name__}")
