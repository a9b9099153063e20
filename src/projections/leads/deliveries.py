"""What goes between jurisdictions about a lead: what was sent from here and whether it arrived, what came.

The courier carries what was sent and is not there yet (`processes.courier`); people see the same rows.
"""

import datetime
from typing import Any, Final, NamedTuple

from domain.leads import events
from domain.leads.between import REFERRAL
from domain.model import Event, Recorded
from projections.model import Handler, Table
from projections.rows import Rows


class LeadDispatch(NamedTuple):
    """Something sent to another jurisdiction: sent → failed → sent … | recalled.

    ``news`` is «referral» for the lead itself. ``there`` and ``transfer_there`` say where it belongs in
    the other log; that it arrived is known there.
    """

    scope: str
    transfer: int
    dispatch: int
    by: str
    to_jurisdiction: str
    there: str
    transfer_there: int
    news: str
    status: str
    attempt: int
    sent: datetime.date
    obstacle: str | None


class LeadArrival(NamedTuple):
    """Something that came from another jurisdiction; ``proof`` is the hash of the record there."""

    scope: str
    transfer: int
    dispatch: int
    from_jurisdiction: str
    news: str
    number: str | None
    reason: str | None
    result: str | None
    document: str | None
    arrived: datetime.date
    proof: str


LEAD_DISPATCHES: Final = Table(
    "lead_dispatches",
    LeadDispatch,
    key=("transfer", "dispatch"),
    indexes=(("jurisdiction", "sent", "stream"), ("jurisdiction", "from_position")),
)
LEAD_ARRIVALS: Final = Table(
    "lead_arrivals",
    LeadArrival,
    key=("transfer", "dispatch"),
    indexes=(("jurisdiction", "arrived", "stream"),),
)


def referred(rows: Rows, event: Recorded[events.Referred]) -> None:
    """The lead itself was sent. Whoever sees the hand-over sees that, and nothing of what was released."""
    e = event.event
    row = LeadDispatch(
        scope=f"transfer:{e.transfer}",
        transfer=e.transfer,
        dispatch=REFERRAL,
        by=e.from_party,
        to_jurisdiction=e.jurisdiction,
        there=e.there,
        transfer_there=1,
        news="referral",
        status="sent",
        attempt=1,
        sent=e.occurred.date,
        obstacle=None,
    )
    rows.put(LEAD_DISPATCHES, row)


def news_sent(rows: Rows, event: Recorded[events.NewsSent]) -> None:
    """The other end is told something."""
    e = event.event
    row = LeadDispatch(
        scope=e.concerns.visibility,
        transfer=e.transfer,
        dispatch=e.dispatch,
        by=e.from_party if e.news in ("confirmed", "recalled") else e.to_party,
        to_jurisdiction=e.jurisdiction,
        there=e.there,
        transfer_there=e.transfer_there,
        news=e.news,
        status="sent",
        attempt=1,
        sent=e.occurred.date,
        obstacle=None,
    )
    rows.put(LEAD_DISPATCHES, row)


def delivery_went_on(
    rows: Rows, event: Recorded[events.DeliveryFailed | events.Resent | events.Recalled]
) -> None:
    """It did not arrive, was sent once more, or was taken back."""
    match event.event:
        case events.DeliveryFailed() as e:
            _change(rows, e.transfer, e.dispatch, status="failed", obstacle=e.obstacle)
        case events.Resent() as e:
            _change(rows, e.transfer, e.dispatch, status="sent", attempt=e.attempt, obstacle=None)
        case events.Recalled() as e:
            _change(rows, e.transfer, REFERRAL, status="recalled")


def _change(rows: Rows, transfer: int, dispatch: int, **changed: Any) -> None:
    row = rows.get(LEAD_DISPATCHES, (transfer, dispatch))
    if row is not None:
        rows.put(LEAD_DISPATCHES, row._replace(**changed))


def arrived(rows: Rows, event: Recorded[events.ReferralArrived | events.NewsArrived]) -> None:
    """Something came."""
    e = event.event
    news = e if isinstance(e, events.NewsArrived) else None
    row = LeadArrival(
        scope=e.concerns.visibility,
        transfer=e.transfer,
        dispatch=e.origin.dispatch,
        from_jurisdiction=e.origin.jurisdiction,
        news="referral" if news is None else news.news,
        number=None if news is None else news.number,
        reason=None if news is None else news.reason,
        result=None if news is None else news.result,
        document=None if news is None else news.document,
        arrived=e.occurred.date,
        proof=e.origin.proof,
    )
    rows.put(LEAD_ARRIVALS, row)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Referred: referred,
    events.NewsSent: news_sent,
    events.DeliveryFailed: delivery_went_on,
    events.Resent: delivery_went_on,
    events.ReferralArrived: arrived,
}
"""Two more of its events change the register too: see `projections.leads.register`."""
