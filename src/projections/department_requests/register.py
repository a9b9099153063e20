"""The register of requests to departments: data asked and supplied, findings shared and taken up."""

import datetime
from typing import Any, Final, NamedTuple

from domain.department_requests import events
from domain.department_requests.commands import Item
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class DepartmentRequest(NamedTuple):
    """A request: asked → answered → returned → answered → accepted, or annulled, recalled.

    Sent back unanswered (``sent_back``, with its ``ground``), it is asked again once corrected.

    Texts are commitments; ``received_as`` is the number that it has with another jurisdiction that sent it.
    """

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    kind: str
    title: str
    text: str
    basis: str
    issuer: str
    addressee: str
    office: str | None
    fields: tuple[str, ...]
    items: list[dict[str, Any]]
    issued: datetime.date
    due: datetime.date
    acknowledged: datetime.date | None
    answered: datetime.date | None
    answer: str | None
    supplied: list[dict[str, Any]]
    outcome: str | None
    returned: int
    times_sent_back: int
    ground: str | None
    accepted: datetime.date | None
    reason: str | None
    received_as: str | None


DEPARTMENT_REQUESTS: Final = Table(
    "department_requests",
    DepartmentRequest,
    classes=("department_request",),
    indexes=(("jurisdiction", "issued", "stream"),),
)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """Data were asked, or a finding was shared."""
    e = event.event
    row = DepartmentRequest(
        scope=e.concerns.visibility,
        stage="asked",
        **numbered(e.number),
        kind=e.kind,
        title=e.title,
        text=e.text,
        basis=e.basis,
        issuer=e.issuer,
        addressee=e.to,
        office=e.office,
        fields=e.fields,
        items=_items(e.items),
        issued=e.occurred.date,
        due=e.due,
        acknowledged=None,
        answered=None,
        answer=None,
        supplied=[],
        outcome=None,
        returned=0,
        times_sent_back=0,
        ground=None,
        accepted=None,
        reason=None,
        received_as=None,
    )
    rows.put(DEPARTMENT_REQUESTS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the request. One never issued is a fault: `LookupError`."""
    row = rows.get(DEPARTMENT_REQUESTS)
    if row is None:
        raise LookupError("the request was never issued")
    rows.put(DEPARTMENT_REQUESTS, _changed(row, event.event))


def _changed(row: DepartmentRequest, e: Event) -> DepartmentRequest:
    day = e.occurred.date
    match e:
        case events.Acknowledged():
            return row._replace(acknowledged=day)
        case events.SentBack():
            row = row._replace(stage="sent_back", times_sent_back=row.times_sent_back + 1)
            return row._replace(ground=e.ground, reason=e.reason)
        case events.Answered():
            row = row._replace(stage="answered", answered=row.answered or day, reason=None)
            return row._replace(answer=e.text, supplied=_items(e.items), outcome=e.outcome)
        case events.AnswerReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.AnswerAccepted():
            return row._replace(stage="accepted", accepted=day)
        case events.Corrected():
            row = row._replace(title=e.title or row.title, text=e.text or row.text)
            row = row._replace(office=e.office or row.office, due=e.due or row.due)
            again = row.stage == "sent_back"
            return row._replace(stage="asked", ground=None, reason=None) if again else row
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case events.Arrived():
            return row._replace(received_as=e.document)
        case events.Recalled():
            return row._replace(stage="recalled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a department request: {type(e).__name__}")


def _items(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [{"field": item.field, "text": item.text, "reason": item.reason} for item in items]


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.Acknowledged: changed,
    events.SentBack: changed,
    events.Answered: changed,
    events.AnswerReturned: changed,
    events.AnswerAccepted: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Arrived: changed,
    events.Recalled: changed,
}

MODEL: Final = ReadModel(
    name="department_requests", version=3, tables=(DEPARTMENT_REQUESTS,), handlers=_HANDLERS
)
