"""How feedback goes to the unit and is signed for."""

from typing import Final

from domain.daily_supervisions import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def fed_back(rows: Rows, event: Recorded[events.FedBack]) -> None:
    """反馈: one party is told."""
    e = event.event
    send(rows, event, f"supervision_feedback:{e.to}", (e.group, e.to))


def acknowledged(rows: Rows, event: Recorded[events.FeedbackAcknowledged]) -> None:
    """It signed for it."""
    e, day = event.event, event.event.occurred.date
    flow = f"supervision_feedback:{e.by}"
    move(rows, flow, status="closed", acknowledged=day, closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.FedBack: fed_back,
    events.FeedbackAcknowledged: acknowledged,
    events.Annulled: annulled,
}
