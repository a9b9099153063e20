"""Where an inspection link stands, folded from its events.

open → ended | annulled. Within it each thing goes its own way: what is shared sent → received; a
consultation held → confirmed, or returned → held; a verification planned → reported → confirmed, or
returned → reported; a lead passed → reported → returned → reported → accepted; a problem put_forward →
written → joined with the one item in which it is rectified, or declined.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId, PersonId, StreamId
from domain.inspection_links import events
from domain.model import Concerns, Event

Stage = Literal["new", "open", "ended", "annulled"]
StepStage = Literal[
    "sent",
    "received",
    "held",
    "planned",
    "reported",
    "confirmed",
    "passed",
    "returned",
    "accepted",
    "put_forward",
    "written",
    "joined",
    "declined",
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立", "not linked yet"),
    "open": ("进行中", "open"),
    "ended": ("已结束", "ended"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done together: how far it is, whose turn it is next, and what it is about."""

    stage: StepStage
    turn: PartyId = NOBODY
    about: StreamId | None = None
    unit: PartyId | None = None
    report: tuple[str, str] = ("", "")
    """In which report a problem stands, and where."""


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class InspectionLink:
    """One link. ``deputy`` is the deputy team leader now, with the number of the appointment."""

    stage: Stage = "new"
    office: PartyId = NOBODY
    team: PartyId = NOBODY
    group: PartyId = NOBODY
    units: tuple[PartyId, ...] = ()
    begins: datetime.date = datetime.date.min
    until: datetime.date = datetime.date.min
    deputy: tuple[PersonId, int] | None = None
    unacknowledged: bool = False
    recused: tuple[tuple[PersonId, PartyId], ...] = ()
    shares: Steps = ()
    consultations: Steps = ()
    verifications: Steps = ()
    passings: Steps = ()
    problems: Steps = ()

    @property
    def concerns(self) -> Concerns:
        """The team, the group, and the inspection office."""
        parties = tuple(dict.fromkeys((self.team, self.group, self.office)))
        return Concerns(parties=parties, visibility="inspection_link")

    @property
    def sides(self) -> tuple[PartyId, PartyId]:
        """Group and team."""
        return self.group, self.team

    def other(self, party: PartyId) -> PartyId:
        """The other side."""
        return self.team if party == self.group else self.group


def evolve(state: InspectionLink, event: Event) -> InspectionLink:
    """The link after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened():
            return InspectionLink(
                "open",
                event.office,
                event.team,
                event.group,
                event.units,
                event.begins,
                event.until,
            )
        case events.Authorised(person=person, appointment=serial):
            return replace(state, deputy=(person, serial), unacknowledged=True)
        case events.Acknowledged():
            return replace(state, unacknowledged=False)
        case events.AuthorisationEnded():
            return replace(state, deputy=None, unacknowledged=False)
        case events.RecusalDeclared(person=person, unit=unit):
            return replace(state, recused=(*state.recused, (person, unit)))
        case events.Ended():
            return replace(state, stage="ended")
        case events.Corrected(units=units):
            return replace(state, units=state.units if units is None else units)
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            return _stepped(state, event)


def _stepped(state: InspectionLink, event: Event) -> InspectionLink:
    match event:
        case events.InformationShared() | events.InformationReceived():
            return replace(state, shares=_shares(state.shares, event))
        case (
            events.ConsultationRecorded()
            | events.ConsultationConfirmed()
            | events.ConsultationReturned()
            | events.ConsultationCorrected()
        ):
            return replace(state, consultations=_consultations(state.consultations, event))
        case (
            events.VerificationPlanned()
            | events.VerificationReported()
            | events.VerificationConfirmed()
            | events.VerificationReturned()
        ):
            return replace(state, verifications=_verifications(state.verifications, event))
        case (
            events.LeadPassed()
            | events.UnderstandingReported()
            | events.UnderstandingReturned()
            | events.UnderstandingAccepted()
        ):
            return replace(state, passings=_passings(state.passings, event))
        case (
            events.ProblemPutForward()
            | events.WrittenIntoReport()
            | events.ProblemDeclined()
            | events.RectificationLinked()
        ):
            return replace(state, problems=_problems(state.problems, event))
        case _:
            raise TypeError(f"no event of an inspection link: {type(event).__name__}")


def _shares(steps: Steps, event: events.InformationShared | events.InformationReceived) -> Steps:
    match event:
        case events.InformationShared(to=party):
            return (*steps, Step("sent", party))
        case events.InformationReceived(share=serial):
            return _with(steps, serial, "received", NOBODY)


def _consultations(
    steps: Steps,
    event: events.ConsultationRecorded
    | events.ConsultationConfirmed
    | events.ConsultationReturned
    | events.ConsultationCorrected,
) -> Steps:
    match event:
        case events.ConsultationRecorded(other=party):
            return (*steps, Step("held", party))
        case events.ConsultationConfirmed(record=serial):
            return _with(steps, serial, "confirmed", NOBODY)
        case events.ConsultationReturned(record=serial, other=party):
            return _with(steps, serial, "returned", party)
        case events.ConsultationCorrected(record=serial, other=party):
            return _with(steps, serial, "held", party)


def _verifications(
    steps: Steps,
    event: events.VerificationPlanned
    | events.VerificationReported
    | events.VerificationConfirmed
    | events.VerificationReturned,
) -> Steps:
    match event:
        case events.VerificationPlanned(reporter=party):
            return (*steps, Step("planned", party))
        case events.VerificationReported(verification=serial, other=party):
            return _with(steps, serial, "reported", party)
        case events.VerificationConfirmed(verification=serial):
            return _with(steps, serial, "confirmed", NOBODY)
        case events.VerificationReturned(verification=serial, other=party):
            return _with(steps, serial, "returned", party)


def _passings(
    steps: Steps,
    event: events.LeadPassed
    | events.UnderstandingReported
    | events.UnderstandingReturned
    | events.UnderstandingAccepted,
) -> Steps:
    match event:
        case events.LeadPassed(lead=lead, team=team):
            return (*steps, Step("passed", team, lead))
        case events.UnderstandingReported(passing=serial, group=group):
            return _with(steps, serial, "reported", group)
        case events.UnderstandingReturned(passing=serial, team=team):
            return _with(steps, serial, "returned", team)
        case events.UnderstandingAccepted(passing=serial):
            return _with(steps, serial, "accepted", NOBODY)


def _problems(
    steps: Steps,
    event: events.ProblemPutForward
    | events.WrittenIntoReport
    | events.ProblemDeclined
    | events.RectificationLinked,
) -> Steps:
    match event:
        case events.ProblemPutForward(team=team, rectification=item, unit=unit):
            return (*steps, Step("put_forward", team, item, unit))
        case events.WrittenIntoReport(problem=serial, group=group):
            steps = _with(steps, serial, "written", group)
            told = replace(steps[serial - 1], report=(event.report, event.paragraph))
            return (*steps[: serial - 1], told, *steps[serial:])
        case events.ProblemDeclined(problem=serial):
            return _with(steps, serial, "declined", NOBODY)
        case events.RectificationLinked(problem=serial, rectification=item):
            steps = _with(steps, serial, "joined", NOBODY)
            linked = replace(steps[serial - 1], about=item)
            return (*steps[: serial - 1], linked, *steps[serial:])


def _with(steps: Steps, serial: int, stage: StepStage, turn: PartyId) -> Steps:
    step = replace(steps[serial - 1], stage=stage, turn=turn)
    return (*steps[: serial - 1], step, *steps[serial:])
