"""What of attachments goes between parties: the originals."""

from collections.abc import Mapping
from typing import Final

from domain.attachments import events
from domain.model import Event, Recorded
from projections.flow_items import move, send
from projections.model import Handler
from projections.rows import Rows


def handed_over(rows: Rows, event: Recorded[events.HandedOver]) -> None:
    """An original is on its way."""
    e = event.event
    send(rows, event, _flow(e), (e.by, e.to), title=e.purpose)


def received(rows: Rows, event: Recorded[events.Received]) -> None:
    """It was signed for."""
    e = event.event
    day = e.occurred.date
    move(rows, _flow(e), status="accepted", acknowledged=day, closed=day)


def sent_back(rows: Rows, event: Recorded[events.SentBack]) -> None:
    """It was not taken."""
    e = event.event
    day = e.occurred.date
    move(rows, _flow(e), status="returned", answered=day, closed=day, reason=e.reason)


def _flow(e: events.HandedOver | events.Received | events.SentBack) -> str:
    return f"original:{e.attachment}:{e.serial}"


HANDLERS: Final[Mapping[type[Event], Handler]] = {
    events.HandedOver: handed_over,
    events.Received: received,
    events.SentBack: sent_back,
}
