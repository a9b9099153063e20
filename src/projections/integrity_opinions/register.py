"""The register of integrity opinions (廉政意见): who was asked about whom, and what was answered."""

import datetime
from typing import Final, NamedTuple

from domain.integrity_opinions import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class IntegrityOpinion(NamedTuple):
    """An opinion: asked → answered → returned → accepted, or annulled. Name, post, text are commitments."""

    scope: str
    stage: str
    asked_by: str
    unit: str
    stationed_group: str
    person: str | None
    name: str
    post: str
    purpose: str
    asked: datetime.date
    due: datetime.date
    view: str | None
    text: str | None
    answered: datetime.date | None
    returned: int
    accepted: datetime.date | None
    reason: str | None


INTEGRITY_OPINIONS: Final = Table(
    "integrity_opinions",
    IntegrityOpinion,
    classes=("integrity_opinion",),
    indexes=(("jurisdiction", "asked", "stream"),),
)


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """An opinion was asked for."""
    e = event.event
    row = IntegrityOpinion(
        scope=e.concerns.visibility,
        stage="asked",
        asked_by=e.asked_by,
        unit=e.unit,
        stationed_group=e.group,
        person=e.person.person,
        name=e.person.name,
        post=e.person.post,
        purpose=e.purpose,
        asked=e.occurred.date,
        due=e.due,
        view=None,
        text=None,
        answered=None,
        returned=0,
        accepted=None,
        reason=None,
    )
    rows.put(INTEGRITY_OPINIONS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the opinion. One never asked is a fault: `LookupError`."""
    row = rows.get(INTEGRITY_OPINIONS)
    if row is None:
        raise LookupError("the opinion was never asked for")
    rows.put(INTEGRITY_OPINIONS, _changed(row, event.event))


def _changed(row: IntegrityOpinion, e: Event) -> IntegrityOpinion:
    day = e.occurred.date
    match e:
        case events.Answered():
            row = row._replace(stage="answered", view=e.view, text=e.text, reason=None)
            return row._replace(answered=day)
        case events.AnswerReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.AnswerAccepted():
            return row._replace(stage="accepted", accepted=day)
        case events.Corrected():
            return row._replace(view=e.view or row.view, text=e.text or row.text)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of an integrity opinion: {type(e).__name__}")


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Asked: asked,
    events.Answered: changed,
    events.AnswerReturned: changed,
    events.AnswerAccepted: changed,
    events.Corrected: changed,
    events.Annulled: changed,
}

MODEL: Final = ReadModel(
    name="integrity_opinions", version=1, tables=(INTEGRITY_OPINIONS,), handlers=_HANDLERS
)
