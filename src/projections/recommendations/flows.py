"""How a recommendation goes to its addressee, and the feedback comes back; and who was consulted."""

from typing import Final

from domain.model import Event, Recorded
from domain.recommendations import events
from projections.flow_items import FLOWS, annulled, move, send
from projections.model import Handler
from projections.rows import Rows

_PAPER: Final = "recommendation:1"
_FEEDBACK: Final = "recommendation_feedback:1"


def asked(rows: Rows, event: Recorded[events.ConsultationAsked]) -> None:
    """征求意见."""
    e = event.event
    send(rows, event, f"draft_consultation:{e.department}", (e.issuer, e.department), title=e.title)


def answered(rows: Rows, event: Recorded[events.ConsultationAnswered]) -> None:
    """A view came back."""
    e, day = event.event, event.event.occurred.date
    flow = f"draft_consultation:{e.department}"
    move(rows, flow, status="closed", answered=day, closed=day, result=e.view)


def not_answered(rows: Rows, event: Recorded[events.ConsultationClosed]) -> None:
    """None came by its day."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"draft_consultation:{e.department}", status="withdrawn", closed=day)


def delivered(rows: Rows, event: Recorded[events.Delivered]) -> None:
    """送达."""
    e = event.event
    send(rows, event, _PAPER, (e.issuer, e.addressee))


def acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """Signed for."""
    move(rows, _PAPER, status="acknowledged", acknowledged=event.event.occurred.date)


def fed_back(rows: Rows, event: Recorded[events.FeedbackReceived]) -> None:
    """反馈: on its way; a better one goes the same way again."""
    e, day = event.event, event.event.occurred.date
    move(rows, _PAPER, status="fed_back", fed_back=day)
    if rows.get(FLOWS, _FEEDBACK) is None:
        send(rows, event, _FEEDBACK, (e.addressee, e.issuer))
    else:
        move(rows, _FEEDBACK, status="sent", answered=None, closed=None, reason=None)


def assessed(rows: Rows, event: Recorded[events.FeedbackAccepted | events.FurtherDemanded]) -> None:
    """Taken as sufficient, or more was demanded."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.FeedbackAccepted():
            move(rows, _FEEDBACK, status="accepted", answered=day, closed=day)
        case events.FurtherDemanded():
            move(rows, _FEEDBACK, status="returned", answered=day, reason=e.reason)


def signed_off(rows: Rows, event: Recorded[events.SignedOff]) -> None:
    """销号."""
    move(rows, _PAPER, status="closed", closed=event.event.occurred.date)


def reopened(rows: Rows, event: Recorded[events.Reopened]) -> None:
    """It is followed again."""
    move(rows, _PAPER, status="returned", closed=None, reason=event.event.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ConsultationAsked: asked,
    events.ConsultationAnswered: answered,
    events.ConsultationClosed: not_answered,
    events.Delivered: delivered,
    events.Acknowledged: acknowledged,
    events.FeedbackReceived: fed_back,
    events.FeedbackAccepted: assessed,
    events.FurtherDemanded: assessed,
    events.SignedOff: signed_off,
    events.Reopened: reopened,
    events.Withdrawn: annulled,
    events.Annulled: annulled,
}
