"""What of a case goes between parties: to adjudication, to the bodies of a chain, to the organ."""

from typing import Final

from domain.cases import events
from domain.model import Event, Recorded
from projections.flow_items import FLOWS, annulled, move, send
from projections.model import Handler
from projections.rows import Rows

_ADJUDICATION: Final = "case_adjudication:1"


def sent(rows: Rows, event: Recorded[events.Sent]) -> None:
    """移送审理: sent, perhaps anew and to another."""
    e = event.event
    send(rows, event, _ADJUDICATION, (e.handling_party, e.to))


def adjudicated(rows: Rows, event: Recorded[events.AdjudicationEvent]) -> None:
    """Accepted, returned, reported."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.AdjudicationReturned():
            move(rows, _ADJUDICATION, status="returned", answered=day, reason=e.reason)
        case events.SupplementRequired() | events.ReinvestigationRequired():
            move(rows, _ADJUDICATION, status="returned", reason=e.reason)
        case events.AdjudicationReported():
            move(rows, _ADJUDICATION, status="fed_back", fed_back=day, closed=day)
        case _:
            move(rows, _ADJUDICATION, status="accepted", answered=day, reason=None)


def approval(rows: Rows, event: Recorded[events.ApprovalEvent]) -> None:
    """A body is asked, and answers."""
    e, day = event.event, event.event.occurred.date
    flow = f"case_approval:{e.person}:{e.track}:{e.step}"
    match e:
        case events.ApprovalAwaited():
            send(rows, event, flow, (e.asked_by, e.body), title=e.act)
        case events.ApprovalGiven():
            status = "accepted" if e.opinion == "agree" else "returned"
            move(rows, flow, status=status, answered=day, closed=day)
        case _:
            move(rows, flow, status="withdrawn", closed=day)


def served(rows: Rows, event: Recorded[events.DecisionServed]) -> None:
    """The decision goes to the organ."""
    e = event.event
    flow, ends = f"case_decision:{e.person}:{e.track}", (e.handling_party, e.organ)
    send(rows, event, flow, ends, document=e.document)


def executed(rows: Rows, event: Recorded[events.ExecutionReported]) -> None:
    """The organ reports that it was carried out."""
    e, day = event.event, event.event.occurred.date
    flow = f"case_decision:{e.person}:{e.track}"
    move(rows, flow, status="closed", fed_back=day, closed=day)


def sanction_annulled(rows: Rows, event: Recorded[events.SanctionAnnulled]) -> None:
    """There is nothing left to carry out."""
    e = event.event
    row = rows.get(FLOWS, f"case_decision:{e.person}:{e.track}")
    if row is not None and row.closed is None:
        rows.put(FLOWS, row._replace(status="withdrawn", closed=e.occurred.date))


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Sent: sent,
    events.AdjudicationAccepted: adjudicated,
    events.AdjudicationReturned: adjudicated,
    events.SupplementRequired: adjudicated,
    events.SupplementCompleted: adjudicated,
    events.ReinvestigationRequired: adjudicated,
    events.ReinvestigationCompleted: adjudicated,
    events.AdjudicationReported: adjudicated,
    events.ApprovalAwaited: approval,
    events.ApprovalGiven: approval,
    events.ApprovalWithdrawn: approval,
    events.DecisionServed: served,
    events.ExecutionReported: executed,
    events.SanctionAnnulled: sanction_annulled,
    events.Withdrawn: annulled,
    events.Annulled: annulled,
}
