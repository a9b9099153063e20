"""How a joint enforcement's shares go to who takes them, and come back reported."""

from typing import Final

from domain.joint_enforcements import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.PartnerAsked]) -> None:
    """A partner is asked to join."""
    e = event.event
    send(rows, event, f"joining:{e.partner}", (e.head, e.partner))


def answered(rows: Rows, event: Recorded[events.Agreed | events.Declined]) -> None:
    """It joined, or declined."""
    e, day = event.event, event.event.occurred.date
    status = "accepted" if isinstance(e, events.Agreed) else "returned"
    move(rows, f"joining:{e.partner}", status=status, answered=day, closed=day)


def assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """A share on its way to who takes it."""
    e = event.event
    send(rows, event, f"share:{e.share}", (e.head, e.owner), title=e.text)


def reported(rows: Rows, event: Recorded[events.ShareReported]) -> None:
    """Reported as done."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"share:{e.share}", status="fed_back", fed_back=day)


def judged(rows: Rows, event: Recorded[events.ShareReturned | events.ShareAccepted]) -> None:
    """Sent back, or done."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.ShareReturned():
            move(rows, f"share:{e.share}", status="returned", reason=e.reason)
        case events.ShareAccepted():
            move(rows, f"share:{e.share}", status="closed", closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.PartnerAsked: asked,
    events.Agreed: answered,
    events.Declined: answered,
    events.ShareAssigned: assigned,
    events.ShareReported: reported,
    events.ShareReturned: judged,
    events.ShareAccepted: judged,
    events.Annulled: annulled,
}
