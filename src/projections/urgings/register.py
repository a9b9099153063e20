"""The register of urgings (催办 · 督办), each with the answer to it."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.urgings import events
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class Urging(NamedTuple):
    """An urging: asked → answered → returned → answered → accepted, or annulled, recalled.

    ``received_as`` is the number that it has with another jurisdiction that sent it.
    """

    scope: str
    case_tag: str | None
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    kind: str
    matter: str
    obligation: str | None
    about: str
    issuer: str
    addressee: str
    urged: datetime.date
    due: datetime.date
    acknowledged: datetime.date | None
    answered: datetime.date | None
    answer: str | None
    returned: int
    accepted: datetime.date | None
    reason: str | None
    received_as: str | None


URGINGS: Final = Table(
    "urgings",
    Urging,
    classes=("urging",),
    indexes=(("jurisdiction", "urged", "stream"), ("jurisdiction", "matter")),
)


def urged(rows: Rows, event: Recorded[events.Urged]) -> None:
    """A party was urged."""
    e = event.event
    row = Urging(
        scope=e.concerns.visibility,
        case_tag=event.case,
        stage="asked",
        **numbered(e.number),
        kind=e.kind,
        matter=e.matter,
        obligation=e.obligation,
        about=e.about,
        issuer=e.issuer,
        addressee=e.to,
        urged=e.occurred.date,
        due=e.due,
        acknowledged=None,
        answered=None,
        answer=None,
        returned=0,
        accepted=None,
        reason=None,
        received_as=None,
    )
    rows.put(URGINGS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the urging. One never made is a fault: `LookupError`."""
    row = rows.get(URGINGS)
    if row is None:
        raise LookupError("the party was never urged")
    rows.put(URGINGS, _changed(row, event.event))


def _changed(row: Urging, e: Event) -> Urging:
    day = e.occurred.date
    match e:
        case events.Acknowledged():
            return row._replace(acknowledged=day)
        case events.Answered():
            answered = row.answered or day
            return row._replace(stage="answered", answered=answered, answer=e.text, reason=None)
        case events.AnswerReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.AnswerAccepted():
            return row._replace(stage="accepted", accepted=day)
        case events.Corrected():
            return row._replace(about=e.about or row.about, due=e.due or row.due)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case events.Arrived():
            return row._replace(received_as=e.document)
        case events.Recalled():
            return row._replace(stage="recalled", reason=e.reason)
        case _:
            raise TypeError(f"no event of an urging: {type(e).__name__}")


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Urged: urged,
    events.Acknowledged: changed,
    events.Answered: changed,
    events.AnswerReturned: changed,
    events.AnswerAccepted: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Arrived: changed,
    events.Recalled: changed,
}

MODEL: Final = ReadModel(name="urgings", version=2, tables=(URGINGS,), handlers=_HANDLERS)
