"""What goes between a group and an inspection team.

A lead that was passed does not show here: a flow says nothing of the case, from which some keep out.
"""

from typing import Final

from domain.inspection_links import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def authorised(rows: Rows, event: Recorded[events.Authorised]) -> None:
    """An authorisation."""
    e = event.event
    flow = f"authorisation:{e.appointment}"
    send(rows, event, flow, (e.office, e.group), title=e.document)


def authorisation_ended(rows: Rows, event: Recorded[events.AuthorisationEnded]) -> None:
    """It holds no more."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"authorisation:{e.appointment}", status="closed", closed=day, reason=e.reason)


def shared(rows: Rows, event: Recorded[events.InformationShared]) -> None:
    """Information."""
    e = event.event
    send(rows, event, f"inspection_share:{e.share}", (e.by, e.to), title=e.title)


def received(rows: Rows, event: Recorded[events.InformationReceived]) -> None:
    """Signed for."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"inspection_share:{e.share}", status="closed", acknowledged=day, closed=day)


def consultation_told(
    rows: Rows, event: Recorded[events.ConsultationRecorded | events.ConsultationCorrected]
) -> None:
    """What was agreed, to be confirmed; corrected, it goes the same way again."""
    e = event.event
    send(rows, event, f"inspection_consultation:{e.record}", (e.by, e.other), title=e.title)


def consultation_judged(
    rows: Rows, event: Recorded[events.ConsultationConfirmed | events.ConsultationReturned]
) -> None:
    """Confirmed, or sent back."""
    e, day = event.event, event.event.occurred.date
    flow = f"inspection_consultation:{e.record}"
    match e:
        case events.ConsultationConfirmed():
            move(rows, flow, status="closed", answered=day, closed=day)
        case events.ConsultationReturned():
            move(rows, flow, status="returned", answered=day, reason=e.reason)


def problem_put_forward(rows: Rows, event: Recorded[events.ProblemPutForward]) -> None:
    """A problem for the report."""
    e = event.event
    send(rows, event, f"inspection_problem:{e.problem}", (e.group, e.team), title=e.title)


def problem_answered(
    rows: Rows, event: Recorded[events.WrittenIntoReport | events.ProblemDeclined]
) -> None:
    """Written, or sent back with why."""
    e, day = event.event, event.event.occurred.date
    flow = f"inspection_problem:{e.problem}"
    match e:
        case events.WrittenIntoReport():
            move(rows, flow, status="accepted", answered=day, closed=day, document=e.report)
        case events.ProblemDeclined():
            move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Authorised: authorised,
    events.AuthorisationEnded: authorisation_ended,
    events.InformationShared: shared,
    events.InformationReceived: received,
    events.ConsultationRecorded: consultation_told,
    events.ConsultationCorrected: consultation_told,
    events.ConsultationConfirmed: consultation_judged,
    events.ConsultationReturned: consultation_judged,
    events.ProblemPutForward: problem_put_forward,
    events.WrittenIntoReport: problem_answered,
    events.ProblemDeclined: problem_answered,
    events.Annulled: annulled,
}
"""By event."""
