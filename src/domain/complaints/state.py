"""Where a complaint stands, folded from its events.

received → registered → accepted →
handed_over → handling → concluded → returned → closed; aside: not_accepted, repeat_kept, forwarded;
any → annulled. A result sent back, an objection and new evidence lead back to handling.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.complaints import events
from domain.complaints.commands import Channel
from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.leads.values import FeedbackResult, ReportForm
from domain.model import Concerns, Event

Stage = Literal[
    "new",
    "received",
    "registered",
    "accepted",
    "not_accepted",
    "repeat_kept",
    "forwarded",
    "handed_over",
    "handling",
    "concluded",
    "returned",
    "closed",
    "annulled",
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未接收", "not received yet"),
    "received": ("已接收", "received"),
    "registered": ("已登记", "registered"),
    "accepted": ("已受理", "accepted"),
    "not_accepted": ("不予受理", "not accepted"),
    "repeat_kept": ("重复件留存", "kept as a repeat"),
    "forwarded": ("已转送", "forwarded"),
    "handed_over": ("已移交待签收", "handed over, not signed for yet"),
    "handling": ("承办中", "being handled"),
    "concluded": ("承办部门已办结", "concluded by the handling party"),
    "returned": ("结果已反馈待审核", "its result is with the petitions office"),
    "closed": ("已办结", "closed"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """交办: who is to report to whom, and whether the own head gave more time already."""

    assigned_by: PartyId
    to: PartyId
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """A party whose handlers may know who reported, until a day (itself included)."""

    party: PartyId
    until: datetime.date


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint.

    ``told`` is what the real-name reporter was told since it was last concluded.
    """

    stage: Stage = "new"
    kept_by: PartyId = NOBODY
    channel: Channel = "letter"
    report: ReportForm = "anonymous"
    subjects: tuple[PersonId, ...] = ()
    pseudonyms: frozenset[str] = frozenset()
    units: frozenset[PartyId] = frozenset()
    reporter: PersonId | None = None
    granted: tuple[Grant, ...] = ()
    told: tuple[str, ...] = ()
    repeats: StreamId | None = None
    repeat_handled_by: PartyId | None = None
    registered: bool = False
    forwarded_to: PartyId | None = None
    taken_over: bool = False
    handling_party: PartyId | None = None
    assignments: tuple[Assignment, ...] = ()
    leads: tuple[StreamId, ...] = ()
    result: FeedbackResult | None = None

    @property
    def named(self) -> tuple[PersonId, ...]:
        """Whom it is about, and who reported it: they learn nothing of it (R 299)."""
        return self.subjects if self.reporter is None else (*self.subjects, self.reporter)

    @property
    def real_name(self) -> bool:
        """Whether the reporter is to be told (R 209)."""
        return self.report == "real_name"

    @property
    def running(self) -> int | None:
        """The serial of the assignment that its handling party has to report on."""
        return None if self.handling_party is None else self._assigned_to(self.handling_party)

    @property
    def from_above(self) -> int | None:
        """The serial of the assignment that the petitions office has to report on itself."""
        return self._assigned_to(self.kept_by)

    def _assigned_to(self, party: PartyId) -> int | None:
        """The serial of the newest assignment to a party."""
        serials = range(len(self.assignments), 0, -1)
        return next((n for n in serials if self.assignments[n - 1].to == party), None)

    @property
    def concerns(self) -> Concerns:
        """Who keeps it, who handles it, and whom it was forwarded to."""
        others = (self.handling_party, self.forwarded_to)
        circle = (self.kept_by, *(party for party in others if party is not None))
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility="complaint")

    @property
    def known_to(self) -> frozenset[PartyId]:
        """Who may act on it: whom it concerns, and whoever assigned it and waits for the result."""
        givers = (assignment.assigned_by for assignment in self.assignments)
        return frozenset((*self.concerns.parties, *givers))

    @property
    def reporter_concerns(self) -> Concerns:
        """Who may know the reporter: the keeper, and whom it was granted (R 299, RC 47)."""
        circle = (self.kept_by, *(grant.party for grant in self.granted))
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility="complaint_reporter")


_STAGES: Final[dict[type[events.ComplaintEvent], Stage]] = {
    events.Received: "received",
    events.Registered: "registered",
    events.Accepted: "accepted",
    events.NotAccepted: "not_accepted",
    events.KeptAsRepeat: "repeat_kept",
    events.Forwarded: "forwarded",
    events.ForwardReturned: "registered",
    events.HandedOver: "handed_over",
    events.Acknowledged: "handling",
    events.Declined: "accepted",
    events.Concluded: "concluded",
    events.ResultReturned: "returned",
    events.ResultSentBack: "handling",
    events.Closed: "closed",
    events.RecheckAsked: "handling",
    events.Annulled: "annulled",
}
"""To which stage an event leads; the others leave it where it is."""


def evolve(state: Complaint, event: Event) -> Complaint:
    """The complaint after one of its events; any other event is a fault in the log."""
    match event:
        case events.ComplaintEvent():
            return _moved(state, event)
        case events.ReporterRecorded(reporter=reporter):
            return replace(state, reporter=reporter.person)
        case events.ReporterNotified(notice=notice):
            return replace(state, told=tuple(dict.fromkeys((*state.told, notice))))
        case events.ReporterAccessGranted(to_party=party, until=until):
            others = tuple(grant for grant in state.granted if grant.party != party)
            return replace(state, granted=(*others, Grant(party, until)))
        case _:
            raise TypeError(f"no event of a complaint: {type(event).__name__}")


def stage_after(event: Event) -> Stage | None:
    """The stage to which an event leads by itself; None where the complaint stays where it is."""
    match event:
        case events.Assigned(to=party, kept_by=keeper):
            return None if party == keeper else "handed_over"
        case events.ForwardReturned(registered=False):
            return "received"
        case events.ComplaintEvent():
            return _STAGES.get(type(event))
        case _:
            return None


def _moved(state: Complaint, event: events.ComplaintEvent) -> Complaint:
    state = replace(
        state,
        stage=stage_after(event) or state.stage,
        kept_by=event.kept_by,
        handling_party=event.handling_party,
    )
    match event:
        case events.Received():
            return _received(state, event)
        case events.Registered():
            return replace(state, registered=True)
        case events.KeptAsRepeat(of=of, handled_by=handler):
            return replace(state, repeats=of, repeat_handled_by=handler)
        case events.Forwarded(to=party):
            return replace(state, forwarded_to=party)
        case events.TakenOver():
            return replace(state, taken_over=True)
        case events.ForwardReturned():
            return replace(state, forwarded_to=None)
        case events.Assigned(assigned_by=giver, to=party):
            assignments = (*state.assignments, Assignment(giver, party))
            return replace(state, assignments=assignments)
        case events.AssignmentExtended(assignment=serial, granted_by="own_head"):
            before, after = state.assignments[: serial - 1], state.assignments[serial:]
            extended = replace(state.assignments[serial - 1], extended=True)
            return replace(state, assignments=(*before, extended, *after))
        case events.LeadRaised(lead=lead):
            return replace(state, leads=(*state.leads, lead))
        case events.Concluded(result=result):
            told = tuple(notice for notice in state.told if notice != "result")
            return replace(state, result=result, told=told)
        case _:
            return state


def _received(state: Complaint, event: events.Received) -> Complaint:
    subjects = event.subjects
    return replace(
        state,
        channel=event.channel,
        report=event.report,
        subjects=tuple(each.person for each in subjects if each.person is not None),
        pseudonyms=frozenset(each.pseudonym for each in subjects if each.pseudonym is not None),
        units=frozenset(e.standing.unit for e in subjects if e.standing.unit is not None),
    )
