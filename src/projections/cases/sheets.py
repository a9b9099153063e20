"""The sheets of the three-level sign-off (三级把关表)."""

from typing import Final

from domain.cases import events
from domain.model import Event, Recorded
from projections.cases.rows import CASE_SIGN_OFFS, CaseSignOff
from projections.cases.values import absences, blank, views
from projections.model import Handler
from projections.rows import Rows


def opened(rows: Rows, event: Recorded[events.SignOffOpened]) -> None:
    """A handler answered first."""
    e = event.event
    row = blank(
        CaseSignOff,
        scope=e.concerns.visibility,
        sheet=e.sheet,
        matters=e.matters,
        stage="stuck" if e.reviewer_party is None else "opened",
        reviewer_party=e.reviewer_party,
        reviewer_role=e.reviewer_role,
        handler=e.handler,
        statement=e.statement,
        opened=e.occurred.date,
        views=[],
        absent=[],
    )
    rows.put(CASE_SIGN_OFFS, row)


def moved(rows: Rows, event: Recorded[events.SignOffReviewed | events.GroupMeetingHeld]) -> None:
    """The head reviewed, or the meeting deliberated. A sheet never opened is a fault: `LookupError`."""
    e, day = event.event, event.event.occurred.date
    row = rows.get(CASE_SIGN_OFFS, e.sheet)
    if row is None:
        raise LookupError("the sheet was never a sheet: it was not opened")
    match e:
        case events.SignOffReviewed():
            stage = "reviewed" if e.opinion == "agree" else "returned"
            row = row._replace(stage=stage, reviewer=e.reviewer, review=e.text, reviewed=day)
        case events.GroupMeetingHeld():
            row = row._replace(
                stage="agreed" if e.agreed else "rejected",
                views=views(e.views),
                absent=absences(e.absent),
                entitled=e.entitled,
                agree=sum(each.view == "agree" for each in e.views),
                dissent=sum(each.view == "disagree" for each in e.views),
                conclusion=e.conclusion,
                held=day,
            )
    rows.put(CASE_SIGN_OFFS, row)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SignOffOpened: opened,
    events.SignOffReviewed: moved,
    events.GroupMeetingHeld: moved,
}
