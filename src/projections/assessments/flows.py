"""How figures and objections go from a body to its assessor, and come back."""

from typing import Final

from domain.assessments import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def declared(rows: Rows, event: Recorded[events.Declared]) -> None:
    """自评申报: on its way to the assessor; declared again, it goes anew."""
    e = event.event
    send(rows, event, "declaration", (e.body, e.assessor))


def returned(rows: Rows, event: Recorded[events.Returned]) -> None:
    """It came back."""
    move(rows, "declaration", status="returned", reason=event.event.reason)


def published(rows: Rows, event: Recorded[events.Published]) -> None:
    """The points came back."""
    day = event.event.occurred.date
    move(rows, "declaration", status="closed", fed_back=day, closed=day)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """异议: on its way to the assessor."""
    e = event.event
    send(rows, event, "objection", (e.body, e.assessor), title=e.indicator)


def answered(rows: Rows, event: Recorded[events.Upheld | events.Revised]) -> None:
    """It was answered."""
    e, day = event.event, event.event.occurred.date
    result = "upheld" if isinstance(e, events.Upheld) else "revised"
    move(
        rows, "objection", status="closed", fed_back=day, closed=day, result=result, reason=e.reason
    )


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Declared: declared,
    events.Returned: returned,
    events.Published: published,
    events.Objected: objected,
    events.Upheld: answered,
    events.Revised: answered,
    events.Annulled: annulled,
}
