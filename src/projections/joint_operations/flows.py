"""What goes between the parties of a joint operation: invitations, requests, people, shares."""

from typing import Final

from domain.joint_operations import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """An invitation."""
    e = event.event
    send(rows, event, f"joint_invitation:{e.to}", (e.lead_body, e.to), title=e.title)


def answered(rows: Rows, event: Recorded[events.Joined | events.Declined]) -> None:
    """Accepted, or sent back."""
    e, day = event.event, event.event.occurred.date
    status = "accepted" if isinstance(e, events.Joined) else "returned"
    reason = e.reason if isinstance(e, events.Declined) else None
    flow = f"joint_invitation:{e.by}"
    move(rows, flow, status=status, answered=day, closed=day, reason=reason)


def people_requested(rows: Rows, event: Recorded[events.PeopleRequested]) -> None:
    """A request for people."""
    e = event.event
    flow = f"people_request:{e.request}"
    send(rows, event, flow, (e.lead_body, e.home), title=e.duty)


def people_refused(rows: Rows, event: Recorded[events.PeopleRefused]) -> None:
    """Sent back with why."""
    e, day = event.event, event.event.occurred.date
    flow = f"people_request:{e.request}"
    move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)


def offered(rows: Rows, event: Recorded[events.PersonOffered]) -> None:
    """A person on the way: from home to who leads."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"people_request:{e.request}", status="accepted", answered=day, closed=day)
    flow = f"lending:{e.lending}"
    send(rows, event, flow, (e.home, e.lead_body), title=e.duty, document=e.document)


def lending_moved(
    rows: Rows,
    event: Recorded[events.PersonAdmitted | events.PersonReturned | events.OfferDeclined],
) -> None:
    """Taken in, sent home, not taken."""
    e, day = event.event, event.event.occurred.date
    flow = f"lending:{e.lending}"
    match e:
        case events.PersonAdmitted():
            move(rows, flow, status="accepted", answered=day)
        case events.PersonReturned():
            move(rows, flow, status="closed", closed=day, reason=e.reason)
        case events.OfferDeclined():
            move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)


def share_assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """A share of the work."""
    e = event.event
    send(rows, event, f"joint_share:{e.to}", (e.lead_body, e.to), title=e.text)


def share_moved(
    rows: Rows,
    event: Recorded[events.ShareReported | events.ShareReturned | events.ShareAccepted],
) -> None:
    """Reported, sent back, done."""
    e, day = event.event, event.event.occurred.date
    flow = f"joint_share:{e.by}"
    match e:
        case events.ShareReported():
            move(rows, flow, status="fed_back", fed_back=day)
        case events.ShareReturned():
            move(rows, flow, status="returned", reason=e.reason)
        case events.ShareAccepted():
            move(rows, flow, status="closed", closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Asked: asked,
    events.Joined: answered,
    events.Declined: answered,
    events.PeopleRequested: people_requested,
    events.PeopleRefused: people_refused,
    events.PersonOffered: offered,
    events.PersonAdmitted: lending_moved,
    events.PersonReturned: lending_moved,
    events.OfferDeclined: lending_moved,
    events.ShareAssigned: share_assigned,
    events.ShareReported: share_moved,
    events.ShareReturned: share_moved,
    events.ShareAccepted: share_moved,
    events.Annulled: annulled,
}
"""By event."""
