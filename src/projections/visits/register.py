"""The register of visits to groups (四心悦组访), and of the concerns that were raised."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.visits import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Visit(NamedTuple):
    """A visit: recorded → annulled. ``summary`` is a commitment."""

    scope: str
    stage: str
    visitor: str
    stationed_group: str
    visited: datetime.date
    visitors: tuple[str, ...]
    summary: str
    reason: str | None


class Concern(NamedTuple):
    """A concern: open → settled → confirmed, or returned; or annulled. The texts are commitments."""

    scope: str
    concern: int
    stage: str
    visitor: str
    stationed_group: str
    owner: str
    kind: str
    text: str
    raised: datetime.date
    due: datetime.date
    outcome: str | None
    answer: str | None
    returned: int
    closed: datetime.date | None
    reason: str | None


VISITS: Final = Table(
    "visits", Visit, classes=("visit",), indexes=(("jurisdiction", "visited", "stream"),)
)
CONCERNS: Final = Table(
    "concerns",
    Concern,
    key=("concern",),
    classes=("concern",),
    indexes=(("jurisdiction", "raised", "stream", "concern"),),
)


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """A group was visited."""
    e = event.event
    row = Visit(
        scope=e.concerns.visibility,
        stage="recorded",
        visitor=e.visitor,
        stationed_group=e.group,
        visited=e.occurred.date,
        visitors=e.visitors,
        summary=e.summary,
        reason=None,
    )
    rows.put(VISITS, row)


def changed(rows: Rows, event: Recorded[events.Corrected | events.Annulled]) -> None:
    """The visit was recorded wrongly, or by mistake: then its concerns do not count either."""
    row, e = rows.get(VISITS), event.event
    if row is None:
        raise LookupError("the visit was never recorded")
    match e:
        case events.Corrected():
            row = row._replace(summary=e.summary)
        case events.Annulled():
            row = row._replace(stage="annulled", reason=e.reason)
            for concern in rows.all(CONCERNS):
                closed = concern.closed or e.occurred.date
                rows.put(CONCERNS, concern._replace(stage="annulled", closed=closed))
    rows.put(VISITS, row)


def raised(rows: Rows, event: Recorded[events.ConcernRaised]) -> None:
    """A concern was raised."""
    e = event.event
    row = Concern(
        scope=e.concerns.visibility,
        concern=e.concern,
        stage="open",
        visitor=e.visitor,
        stationed_group=e.group,
        owner=e.owner,
        kind=e.kind,
        text=e.text,
        raised=e.occurred.date,
        due=e.due,
        outcome=None,
        answer=None,
        returned=0,
        closed=None,
        reason=None,
    )
    rows.put(CONCERNS, row)


def moved(rows: Rows, event: Recorded[events.ConcernEvent]) -> None:
    """Passed on, settled, confirmed, sent back, corrected."""
    e = event.event
    row = rows.get(CONCERNS, e.concern)
    if row is None:
        raise LookupError(f"concern {e.concern} was never a concern")
    match e:
        case events.ConcernRedirected():
            row = row._replace(stage="open", owner=e.owner, due=e.due, reason=e.reason)
        case events.ConcernSettled():
            row = row._replace(stage="settled", outcome=e.outcome, answer=e.text, reason=None)
        case events.ConcernConfirmed():
            row = row._replace(stage="confirmed", closed=e.occurred.date)
        case events.ConcernReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.ConcernCorrected():
            row = row._replace(kind=e.kind or row.kind, text=e.text or row.text)
            row = row._replace(due=e.due or row.due)
        case _:
            raise TypeError(f"no event of a concern: {type(e).__name__}")
    rows.put(CONCERNS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Recorded: recorded,
    events.Corrected: changed,
    events.Annulled: changed,
    events.ConcernRaised: raised,
    events.ConcernRedirected: moved,
    events.ConcernSettled: moved,
    events.ConcernConfirmed: moved,
    events.ConcernReturned: moved,
    events.ConcernCorrected: moved,
}

MODEL: Final = ReadModel(name="visits", version=2, tables=(VISITS, CONCERNS), handlers=_HANDLERS)
