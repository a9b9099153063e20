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


def moved(
    rows: Rows,
    event: Recorded[
        events.SignOffReviewed | events.GroupMeetingHeld | events.GroupMeetingCorrected
    ],
) -> None:
    """The head reviewed, the meeting deliberated, or its record is put right.

    A sheet never opened is a fault: `LookupError`.
    """
    e, day = event.event, event.event.occurred.date
    row = rows.get(CASE_SIGN_OFFS, e.sheet)
    if row is None:
        raise LookupError("the sheet was never a sheet: it was not opened")
    match e:
        case events.SignOffReviewed():
            stage = "reviewed" if e.opinion == "agree" else "returned"
            row = row._replace(stage=stage, reviewer=e.reviewer, review=e.text, reviewed=day)
        case events.GroupMeetingHeld():
            row = _stood(row, e)._replace(entitled=e.entitled, conclusion=e.conclusion, held=day)
        case events.GroupMeetingCorrected():
            row = _stood(row, e)
    rows.put(CASE_SIGN_OFFS, row)


def _stood(
    row: CaseSignOff, e: events.GroupMeetingHeld | events.GroupMeetingCorrected
) -> CaseSignOff:
    """How these members stood, in place of what was said of them, and what is counted of all."""
    stood = {each["member"]: each for each in (*row.views, *row.absent)}
    stood |= {each["member"]: each for each in (*views(e.views), *absences(e.absent))}
    held = [each for each in stood.values() if "view" in each]
    away = [each for each in stood.values() if "view" not in each]
    return row._replace(
        stage="agreed" if e.agreed else "rejected",
        views=held,
        absent=away,
        agree=sum(each["view"] == "agree" for each in held),
        dissent=sum(each["view"] == "disagree" for each in held),
    )


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SignOffOpened: opened,
    events.SignOffReviewed: moved,
    events.GroupMeetingHeld: moved,
    events.GroupMeetingCorrected: moved,
}
