"""The register of task orders (任务单), with feedback forms (反馈单) and follow-ups of departments.

Whether a feedback form came in time is folded from what was owed: its due date as last extended or
corrected, the day on which it passed, and how late it was fulfilled.
"""

import datetime
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.obligations import events as obligations
from domain.task_orders import events
from domain.task_orders.commands import Form
from projections.model import Handler, ReadModel, Table
from projections.numbers import numbered
from projections.rows import Rows


class TaskOrder(NamedTuple):
    """An order: issued → closed, or annulled; ``text`` is a commitment. ``pending`` have it to sign for.

    ``received_as`` is the number that it has with another jurisdiction that sent it.
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
    meeting: str | None
    item: int | None
    issuer: str
    issued: datetime.date
    addressees: tuple[str, ...]
    departments: tuple[str, ...]
    pending: tuple[str, ...]
    due: datetime.date
    cycle_ends: datetime.date | None
    closed: datetime.date | None
    reason: str | None
    received_as: str | None


class FeedbackForm(NamedTuple):
    """A party's feedback form: asked → answered → returned → answered → accepted; ``text`` a commitment.

    It serves the supervision that its order serves.
    ``timeliness``: open, missing (its day passed), on_time, late; withdrawn where the order was annulled.
    """

    scope: str
    party: str
    issuer: str
    issued: datetime.date
    supervision: str
    meeting: str | None
    stage: str
    timeliness: str
    due: datetime.date
    obligation: str | None
    given: datetime.date | None
    result: str | None
    text: str | None
    form: dict[str, Any] | None
    returned: int
    reason: str | None
    accepted: datetime.date | None


class FollowUp(NamedTuple):
    """How a department carries its task out, as its group last said; ``text`` is a commitment."""

    scope: str
    department: str
    party: str
    issuer: str
    issued: datetime.date
    meeting: str | None
    due: datetime.date
    followed: datetime.date | None
    progress: str | None
    text: str | None
    times: int
    returned: int
    reason: str | None


TASK_ORDERS: Final = Table(
    "task_orders",
    TaskOrder,
    classes=("task_order",),
    indexes=(("jurisdiction", "issued", "stream"), ("jurisdiction", "meeting")),
)
FEEDBACK_FORMS: Final = Table(
    "feedback_forms",
    FeedbackForm,
    key=("party",),
    classes=("feedback_form",),
    indexes=(("jurisdiction", "due", "stream", "party"), ("jurisdiction", "meeting")),
)
FOLLOW_UPS: Final = Table(
    "follow_ups",
    FollowUp,
    key=("department",),
    classes=("feedback_form",),
    indexes=(("jurisdiction", "due", "stream", "department"), ("jurisdiction", "meeting")),
)


def issued(rows: Rows, event: Recorded[events.Issued]) -> None:
    """An order was issued."""
    e = event.event
    row = TaskOrder(
        scope=e.concerns.visibility,
        stage="issued",
        **numbered(e.number),
        title=e.title,
        text=e.text,
        form=_form(e.form),
        supervision=e.supervision,
        basis=e.basis,
        meeting=e.meeting,
        item=e.item,
        issuer=e.issuer,
        issued=e.occurred.date,
        addressees=e.parties,
        departments=e.departments,
        pending=e.parties,
        due=e.due,
        cycle_ends=e.cycle_ends,
        closed=None,
        reason=None,
        received_as=None,
    )
    rows.put(TASK_ORDERS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the order. One never issued is a fault: `LookupError`."""
    row = _order(rows)
    e = event.event
    match e:
        case events.Acknowledged():
            row = row._replace(pending=tuple(party for party in row.pending if party != e.by))
        case events.Closed():
            row = row._replace(stage="closed", pending=(), closed=e.occurred.date)
        case events.Corrected():
            row = row._replace(
                title=e.title or row.title, text=e.text or row.text, due=e.due or row.due
            )
        case events.Annulled():
            row = row._replace(stage="annulled", pending=(), reason=e.reason)
            _withdraw(rows)
        case events.Arrived():
            row = row._replace(received_as=e.document)
        case events.Recalled():
            row = row._replace(pending=tuple(party for party in row.pending if party != e.to))
            form = rows.get(FEEDBACK_FORMS, e.to)
            if form is not None:
                rows.put(FEEDBACK_FORMS, form._replace(timeliness="withdrawn"))
        case _:
            raise TypeError(f"no event of a task order: {type(e).__name__}")
    rows.put(TASK_ORDERS, row)


def _order(rows: Rows) -> TaskOrder:
    row = rows.get(TASK_ORDERS)
    if row is None:
        raise LookupError("the task order was never issued")
    return row


def _withdraw(rows: Rows) -> None:
    for form in rows.all(FEEDBACK_FORMS):
        rows.put(FEEDBACK_FORMS, form._replace(timeliness="withdrawn"))
    for follow_up in rows.all(FOLLOW_UPS):
        rows.end(FOLLOW_UPS, follow_up.department)


def asked(rows: Rows, event: Recorded[events.FeedbackAsked]) -> None:
    """A party is to feed back; where the day was corrected, by another day."""
    e, order = event.event, _order(rows)
    row = FeedbackForm(
        scope=e.concerns.visibility,
        party=e.to,
        issuer=e.issuer,
        issued=order.issued,
        supervision=order.supervision,
        meeting=e.meeting,
        stage="asked",
        timeliness="open",
        due=e.due,
        obligation=None,
        given=None,
        result=None,
        text=None,
        form=None,
        returned=0,
        reason=None,
        accepted=None,
    )
    rows.put(FEEDBACK_FORMS, row)


def given(rows: Rows, event: Recorded[events.FeedbackGiven]) -> None:
    """A feedback form came in, perhaps anew: in time or late is the first, by its day if nothing was owed."""
    e, day = event.event, event.event.occurred.date
    row = _feedback(rows, e.by)
    if row.given is None:
        row = row._replace(given=day, timeliness="on_time" if day <= row.due else "late")
    row = row._replace(
        stage="answered", result=e.result, text=e.text, form=_form(e.form), reason=None
    )
    rows.put(FEEDBACK_FORMS, row)


def judged(rows: Rows, event: Recorded[events.FeedbackReturned | events.FeedbackAccepted]) -> None:
    """The issuer judged a feedback form."""
    e = event.event
    row = _feedback(rows, e.by)
    match e:
        case events.FeedbackReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.FeedbackAccepted():
            row = row._replace(stage="accepted", accepted=e.occurred.date)
    rows.put(FEEDBACK_FORMS, row)


def _feedback(rows: Rows, party: str) -> FeedbackForm:
    row = rows.get(FEEDBACK_FORMS, party)
    if row is None:
        raise LookupError("the party was never asked for a feedback form")
    return row


def owed(rows: Rows, event: Recorded[obligations.Arisen]) -> None:
    """By when a feedback form is owed: also after its obligation was extended."""
    e = event.event
    row = rows.get(FEEDBACK_FORMS, e.owner)
    if e.cause != "task_order.feedback_asked" or row is None or row.given is not None:
        return
    rows.put(FEEDBACK_FORMS, row._replace(due=e.due, obligation=e.obligation, timeliness="open"))


def overdue(rows: Rows, event: Recorded[obligations.Overdue]) -> None:
    """The day of a feedback form passed, and none was given."""
    e = event.event
    row = rows.get(FEEDBACK_FORMS, e.owner)
    if row is not None and row.obligation == e.obligation and row.given is None:
        rows.put(FEEDBACK_FORMS, row._replace(timeliness="missing"))


def fulfilled(rows: Rows, event: Recorded[obligations.Fulfilled]) -> None:
    """In time or late is what the obligation says: it counts in working days."""
    e = event.event
    row = rows.get(FEEDBACK_FORMS, e.owner)
    if row is not None and row.obligation == e.obligation:
        timeliness = "late" if e.late_working_days else "on_time"
        rows.put(FEEDBACK_FORMS, row._replace(timeliness=timeliness))


def follow_up_asked(rows: Rows, event: Recorded[events.FollowUpAsked]) -> None:
    """A group is to follow a department up; where the day was corrected, by another day."""
    e, order = event.event, _order(rows)
    row = FollowUp(
        scope=e.concerns.visibility,
        department=e.department,
        party=e.to,
        issuer=e.issuer,
        issued=order.issued,
        meeting=order.meeting,
        due=e.due,
        followed=None,
        progress=None,
        text=None,
        times=0,
        returned=0,
        reason=None,
    )
    rows.put(FOLLOW_UPS, row)


def followed_up(rows: Rows, event: Recorded[events.FollowedUp]) -> None:
    """The group said how far the department is."""
    e = event.event
    row = _follow_up(rows, e.department)._replace(reason=None)
    row = row._replace(
        followed=e.occurred.date, progress=e.progress, text=e.text, times=row.times + 1
    )
    rows.put(FOLLOW_UPS, row)


def follow_up_returned(rows: Rows, event: Recorded[events.FollowUpReturned]) -> None:
    """It went back; what was said stays until something better is."""
    e = event.event
    row = _follow_up(rows, e.department)
    rows.put(FOLLOW_UPS, row._replace(returned=row.returned + 1, reason=e.reason))


def _follow_up(rows: Rows, department: str) -> FollowUp:
    row = rows.get(FOLLOW_UPS, department)
    if row is None:
        raise LookupError("a follow-up of the department was never asked")
    return row


def _form(form: Form | None) -> dict[str, Any] | None:
    return None if form is None else {"title": form.title, "digest": form.digest}


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Issued: issued,
    events.Acknowledged: changed,
    events.Closed: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.Arrived: changed,
    events.Recalled: changed,
    events.FeedbackAsked: asked,
    events.FeedbackGiven: given,
    events.FeedbackReturned: judged,
    events.FeedbackAccepted: judged,
    events.FollowUpAsked: follow_up_asked,
    events.FollowedUp: followed_up,
    events.FollowUpReturned: follow_up_returned,
    obligations.Arisen: owed,
    obligations.Overdue: overdue,
    obligations.Fulfilled: fulfilled,
}

MODEL: Final = ReadModel(
    name="task_orders",
    version=5,
    tables=(TASK_ORDERS, FEEDBACK_FORMS, FOLLOW_UPS),
    handlers=_HANDLERS,
)
