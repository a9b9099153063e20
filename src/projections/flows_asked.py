"""What goes between parties because something was asked: the thing itself, and each answer."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from domain.model import Event, Recorded
from projections.asked import ASKINGS, Asking
from projections.flow_rows import FLOWS, move, send
from projections.model import Handler
from projections.rows import Rows


def addressed(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """One more party is to sign for it."""
    e = event.event
    send(rows, event, f"{name}:{e.to}", (e.issuer, e.to))


def acknowledged(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """It was signed for."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"{name}:{e.by}", status="closed", acknowledged=day, closed=day)


def answered(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    """An answer on its way; a better one goes the same way again."""
    e = event.event
    flow = f"{answer}:{e.by}"
    if rows.get(FLOWS, flow) is None:
        send(rows, event, flow, (e.by, e.issuer))
    else:
        move(rows, flow, status="sent", answered=None, closed=None, reason=None)


def returned(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    """Sent back."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"{answer}:{e.by}", status="returned", answered=day, reason=e.reason)


def accepted(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    """Taken as sufficient."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"{answer}:{e.by}", status="accepted", answered=day, closed=day)


def _handlers(asking: Asking) -> Iterator[tuple[type[Event], Handler]]:
    yield asking.addressed, partial(addressed, name=asking.name)
    yield asking.acknowledged, partial(acknowledged, name=asking.name)
    yield asking.answered, partial(answered, answer=asking.answer)
    yield asking.returned, partial(returned, answer=asking.answer)
    yield asking.accepted, partial(accepted, answer=asking.answer)


HANDLERS: Final = {event: handler for asking in ASKINGS for event, handler in _handlers(asking)}
"""The handlers of every thing asked."""
