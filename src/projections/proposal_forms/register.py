"""The register of proposal forms (建议单), each with its addressee's answer."""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.proposal_forms import events
from domain.task_orders.commands import Form
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class ProposalForm(NamedTuple):
    """A proposal: asked → answered → returned → answered → accepted, or annulled, recalled.

    Texts are commitments; ``received_as`` is the number that it has with another jurisdiction that sent it.
    """

    scope: str
    stage: str
    number: str
    number_organ: str
    number_year: int
    number_serial: int
    title: str
    text: str
    form: dict[str, Any] | None
    supervision: str
    basis: str
    task_order: str | None
    ordered_by: str | None
    meeting: str | None
    issuer: str
    addressee: str
    issued: datetime.date
    due: datetime.date
    acknowledged: datetime.date | None
    answered: datetime.date | None
    answer: str | None
    answer_form: dict[str, Any] | None
    returned: int
    accepted: datetime.date | None
    reason: str | None
    received_as: str | None


PROPOSAL_FORMS: Final = Table(
    "proposal_forms",
    ProposalForm,
    classes=("proposal_form",),
    indexes=(("jurisdiction", "issued", "stream"), ("jurisdiction", "meeting")),
)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """A proposal was sent."""
    e = event.event
    row = ProposalForm(
        scope=e.concerns.visibility,
        stage="asked",
        **numbered(e.number),
        title=e.title,
        text=e.text,
        form=_form(e.form),
        supervision=e.supervision,
        basis=e.basis,
        task_order=e.task_order,
        ordered_by=e.ordered_by,
        meeting=e.meeting,
        issuer=e.issuer,
        addressee=e.to,
        issued=e.occurred.date,
        due=e.due,
        acknowledged=None,
        answered=None,
        answer=None,
        answer_form=None,
        returned=0,
        accepted=None,
        reason=None,
        received_as=None,
    )
    rows.put(PROPOSAL_FORMS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the proposal. One never sent is a fault: `LookupError`."""
    row = rows.get(PROPOSAL_FORMS)
    if row is None:
        raise LookupError("the proposal form was never issued")
    rows.put(PROPOSAL_FORMS, _changed(row, event.event))


def _changed(row: ProposalForm, e: Event) -> ProposalForm:
    day = e.occurred.date
    match e:
        case events.Acknowledged():
            return row._replace(acknowledged=day)
        case events.Answered():
            row = row._replace(answered=row.answered or day, answer=e.text, reason=None)
            return row._replace(stage="answered", answer_form=_form(e.form))
        case events.AnswerReturned():
            return row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.AnswerAccepted():
            return row._replace(stage="accepted", accepted=day)
        case events.Corrected():
            row = row._replace(title=e.title or row.title, text=e.text or row.text)
            return row._replace(due=e.due or row.due)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case events.Arrived():
            return row._replace(received_as=e.document)
        case events.Recalled():
            return row._replace(stage="recalled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a proposal form: {type(e).__name__}")


def _form(form: Form | None) -> dict[str, Any] | None:
    return None if form is None else {"title": form.title, "digest": form.digest}


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.Acknowledged: changed,
    events.Answered: changed,
    events.AnswerReturned: changed,
    events.AnswerAccepted: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Arrived: changed,
    events.Recalled: changed,
}

MODEL: Final = ReadModel(
    name="proposal_forms", version=3, tables=(PROPOSAL_FORMS,), handlers=_HANDLERS
)
