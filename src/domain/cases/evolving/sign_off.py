"""How the three-level sign-off changes a case."""

from dataclasses import replace

from domain.cases import events
from domain.cases.state import Case, Sheet
from domain.submission import Seat


def evolve_sign_off(case: Case, event: events.SignOffEvent) -> Case:
    """Fold one event of this concern. A sheet that was never opened is a fault of the log: `LookupError`."""
    if isinstance(event, events.SignOffOpened):
        sheet = Sheet(
            serial=event.sheet,
            matters=event.matters,
            handler=event.handler,
            reviewer=_seat(event),
        )
        return replace(case, sheets=(*case.sheets, sheet))
    known = case.sheet(event.sheet)
    if known is None:
        raise LookupError("the sheet was never opened")
    match event:
        case events.SignOffReviewed(reviewer=person, opinion=opinion):
            reviewed = replace(known, status="reviewed" if opinion == "agree" else "returned")
            return case.with_sheet(replace(reviewed, reviewed_by=person))
        case events.GroupMeetingHeld(needed=needed):
            return case.with_sheet(_deliberated(replace(known, needed=needed), event))
        case events.GroupMeetingCorrected():
            return case.with_sheet(_deliberated(known, event))
        case events.SignOffForwarded(to=to):
            return case.with_sheet(replace(known, forwarded_to=to))
        case _:
            raise TypeError(f"not an event of a sign-off: {type(event).__name__}")


def _deliberated(
    sheet: Sheet, event: events.GroupMeetingHeld | events.GroupMeetingCorrected
) -> Sheet:
    """The sheet with how these members stood, and what followed from all of them."""
    return replace(
        sheet,
        status="agreed" if event.agreed else "rejected",
        stood=sheet.deliberated(event.views, event.absent),
    )


def _seat(event: events.SignOffOpened) -> Seat | None:
    if event.reviewer_party is None or event.reviewer_role is None:
        return None
    return Seat(party=event.reviewer_party, role=event.reviewer_role)
