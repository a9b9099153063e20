"""How the request for an opinion goes to the group, and the opinion comes back."""

from typing import Final

from domain.integrity_opinions import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows

FLOW: Final = "integrity_opinion:1"


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """征求意见: the request is on its way."""
    e = event.event
    send(rows, event, FLOW, (e.asked_by, e.group), title=e.purpose)


def answered(rows: Rows, event: Recorded[events.Answered]) -> None:
    """回复: the opinion came back."""
    e = event.event
    move(rows, FLOW, status="fed_back", fed_back=e.occurred.date, result=e.view)


def returned(rows: Rows, event: Recorded[events.AnswerReturned]) -> None:
    """It went to the group again."""
    move(rows, FLOW, status="returned", reason=event.event.reason)


def accepted(rows: Rows, event: Recorded[events.AnswerAccepted]) -> None:
    """Taken as sufficient."""
    move(rows, FLOW, status="closed", closed=event.event.occurred.date)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The opinion was another one."""
    if event.event.view is not None:
        move(rows, FLOW, result=event.event.view)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Asked: asked,
    events.Answered: answered,
    events.AnswerReturned: returned,
    events.AnswerAccepted: accepted,
    events.Corrected: corrected,
    events.Annulled: annulled,
}
