"""What goes between jurisdictions: what was sent from here and whether it arrived, and what came."""

import datetime
from collections.abc import Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from domain.between import FIRST
from domain.ids import family_of
from domain.model import Event, Recorded
from domain.registry import Travel
from projections.model import Handler, Table
from projections.rows import Rows

MATTER: Final = "matter"
"""Stands for the news where it is the matter itself that was sent."""


class Dispatch(NamedTuple):
    """Something sent to another jurisdiction: sent → failed → sent … | recalled.

    ``news`` is «matter» for the matter itself. ``there`` and ``leg_there`` say where it belongs in the
    other log; that it arrived is known there.
    """

    scope: str
    family: str
    leg: int
    dispatch: int
    by: str
    to_jurisdiction: str
    there: str
    leg_there: int
    news: str
    status: str
    attempt: int
    sent: datetime.date
    obstacle: str | None


class Arrival(NamedTuple):
    """Something that came from another jurisdiction; ``proof`` is the hash of the record there.

    What the news says besides, where it does: under which number it is there, why, with which result,
    by which letter.
    """

    scope: str
    family: str
    leg: int
    dispatch: int
    from_jurisdiction: str
    news: str
    number: str | None
    reason: str | None
    result: str | None
    document: str | None
    arrived: datetime.date
    proof: str


DISPATCHES: Final = Table(
    "dispatches",
    Dispatch,
    key=("leg", "dispatch"),
    indexes=(("jurisdiction", "sent", "stream"), ("jurisdiction", "from_position")),
)
ARRIVALS: Final = Table(
    "arrivals",
    Arrival,
    key=("leg", "dispatch"),
    indexes=(("jurisdiction", "arrived", "stream"),),
)


def handlers(travel: Travel) -> Mapping[type[Event], Handler]:
    """What the events of a family that goes between jurisdictions make of these rows."""
    return {
        travel.sent: partial(_sent, travel=travel),
        travel.news_sent: partial(_sent, travel=travel),
        travel.failed: partial(_went_on, travel=travel),
        travel.resent: partial(_went_on, travel=travel),
        travel.recalled: partial(_recalled, travel=travel),
        travel.arrived: partial(_arrived, travel=travel),
        travel.news_arrived: partial(_arrived, travel=travel),
    }


def _sent(rows: Rows, event: Recorded[Any], *, travel: Travel) -> None:
    e, news = event.event, isinstance(event.event, travel.news_sent)
    row = Dispatch(
        scope=travel.scope(e),
        family=family_of(event.originator_id),
        leg=getattr(e, travel.leg),
        dispatch=e.dispatch if news else FIRST,
        by=e.sender,
        to_jurisdiction=e.jurisdiction,
        there=e.there,
        leg_there=e.leg_there if news else 1,
        news=e.news if news else MATTER,
        status="sent",
        attempt=1,
        sent=e.occurred.date,
        obstacle=None,
    )
    rows.put(DISPATCHES, row)


def _went_on(rows: Rows, event: Recorded[Any], *, travel: Travel) -> None:
    """It did not arrive, or was sent once more."""
    e = event.event
    if isinstance(e, travel.failed):
        changed = {"status": "failed", "obstacle": e.obstacle}
    else:
        changed = {"status": "sent", "obstacle": None, "attempt": e.attempt}
    _change(rows, (getattr(e, travel.leg), e.dispatch), **changed)


def _recalled(rows: Rows, event: Recorded[Any], *, travel: Travel) -> None:
    _change(rows, (getattr(event.event, travel.leg), FIRST), status="recalled")


def _change(rows: Rows, key: tuple[int, int], **changed: Any) -> None:
    row = rows.get(DISPATCHES, key)
    if row is not None:
        rows.put(DISPATCHES, row._replace(**changed))


def _arrived(rows: Rows, event: Recorded[Any], *, travel: Travel) -> None:
    e, news = event.event, isinstance(event.event, travel.news_arrived)
    said = {name: getattr(e, name, None) for name in ("number", "reason", "result", "document")}
    row = Arrival(
        scope=e.concerns.visibility,
        family=family_of(event.originator_id),
        leg=getattr(e, travel.leg),
        dispatch=e.origin.dispatch,
        from_jurisdiction=e.origin.jurisdiction,
        news=e.news if news else MATTER,
        arrived=e.occurred.date,
        proof=e.origin.proof,
        **said,
    )
    rows.put(ARRIVALS, row)
