"""What goes between parties in a campaign: objects given out, corrections asked of units."""

from typing import Final

from domain.campaigns import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def objects_assigned(rows: Rows, event: Recorded[events.ObjectsAssigned]) -> None:
    """分派: from the organiser to who screens."""
    e = event.event
    send(rows, event, f"campaign_assignment:{e.assignment}", (e.organiser, e.to))


def assignment_over(
    rows: Rows, event: Recorded[events.AssignmentCompleted | events.AssignmentWithdrawn]
) -> None:
    """Screened whole, or gone to others."""
    e, day = event.event, event.event.occurred.date
    status = "closed" if isinstance(e, events.AssignmentCompleted) else "withdrawn"
    move(rows, f"campaign_assignment:{e.assignment}", status=status, closed=day)


def correction_asked(rows: Rows, event: Recorded[events.CorrectionAsked]) -> None:
    """督促整改: from who screened to the unit."""
    e = event.event
    send(rows, event, f"campaign_correction:{e.finding}", (e.by, e.unit))


def correction_moved(
    rows: Rows,
    event: Recorded[
        events.CorrectionReported
        | events.CorrectionReturned
        | events.CorrectionVerified
        | events.FindingAnnulled
    ],
) -> None:
    """Reported, sent back, verified; or the finding does not count."""
    e, day = event.event, event.event.occurred.date
    flow = f"campaign_correction:{e.finding}"
    match e:
        case events.CorrectionReported():
            move(rows, flow, status="fed_back", fed_back=day)
        case events.CorrectionReturned():
            move(rows, flow, status="returned", reason=e.reason)
        case events.CorrectionVerified():
            move(rows, flow, status="closed", closed=day)
        case events.FindingAnnulled():
            move(rows, flow, status="withdrawn", closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ObjectsAssigned: objects_assigned,
    events.AssignmentCompleted: assignment_over,
    events.AssignmentWithdrawn: assignment_over,
    events.CorrectionAsked: correction_asked,
    events.CorrectionReported: correction_moved,
    events.CorrectionReturned: correction_moved,
    events.CorrectionVerified: correction_moved,
    events.FindingAnnulled: correction_moved,
    events.Annulled: annulled,
}
