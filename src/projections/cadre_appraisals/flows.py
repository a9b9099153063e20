"""How the request for a view goes to a host Party group, and comes back answered."""

from typing import Final

from domain.cadre_appraisals import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def view_asked(rows: Rows, event: Recorded[events.ViewAsked]) -> None:
    """On its way to the Party group."""
    e = event.event
    send(rows, event, f"appraisal_view:{e.asked}", (e.organiser, e.asked))


def view_given(rows: Rows, event: Recorded[events.ViewGiven]) -> None:
    """Answered."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"appraisal_view:{e.asked}", status="closed", answered=day, closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ViewAsked: view_asked,
    events.ViewGiven: view_given,
    events.Annulled: annulled,
}
