"""How a complaint goes between parties: forwarded to another organ, handed to who handles it."""

from typing import Any, Final

from domain.complaints import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows

FORWARD: Final = "complaint_forward:1"
HAND_OVER: Final = "complaint_hand_over:1"


def forwarded(rows: Rows, event: Recorded[events.Forwarded]) -> None:
    """转送: to the organ whose matter it is."""
    e = event.event
    send(rows, event, FORWARD, (e.kept_by, e.to), title=e.reason, document=e.document)


def forward_answered(
    rows: Rows, event: Recorded[events.TakenOver | events.ForwardReturned]
) -> None:
    """Accepted, or sent back."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.TakenOver():
            move(rows, FORWARD, status="accepted", answered=day, closed=day)
        case events.ForwardReturned():
            move(rows, FORWARD, status="returned", answered=day, closed=day, reason=e.reason)


def handed_over(rows: Rows, event: Recorded[events.HandedOver | events.Assigned]) -> None:
    """移交 · 交办: to who handles it; an assignment from above stays with the petitions office."""
    e = event.event
    document = e.document if isinstance(e, events.Assigned) else None
    if e.to != e.kept_by:
        send(rows, event, HAND_OVER, (e.kept_by, e.to), document=document)


def hand_over_moved(rows: Rows, event: Recorded[Any]) -> None:
    """Signed for, given back, its result returned, sent back, closed; looked at again."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.Acknowledged():
            move(rows, HAND_OVER, status="acknowledged", acknowledged=day)
        case events.Declined():
            move(rows, HAND_OVER, status="returned", answered=day, closed=day, reason=e.reason)
        case events.ResultReturned():
            move(rows, HAND_OVER, status="fed_back", fed_back=day, result=e.result)
        case events.ResultSentBack():
            move(rows, HAND_OVER, status="returned", fed_back=None, reason=e.reason)
        case events.RecheckAsked():
            move(rows, HAND_OVER, status="acknowledged", fed_back=None, closed=None)
        case events.Closed():
            move(rows, HAND_OVER, status="closed", closed=day)
        case _:
            raise TypeError(f"no step of a hand-over: {type(e).__name__}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Forwarded: forwarded,
    events.TakenOver: forward_answered,
    events.ForwardReturned: forward_answered,
    events.HandedOver: handed_over,
    events.Assigned: handed_over,
    events.Acknowledged: hand_over_moved,
    events.Declined: hand_over_moved,
    events.ResultReturned: hand_over_moved,
    events.ResultSentBack: hand_over_moved,
    events.RecheckAsked: hand_over_moved,
    events.Closed: hand_over_moved,
    events.Annulled: annulled,
}
