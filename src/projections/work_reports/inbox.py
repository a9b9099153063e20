"""What waits for whom around a work report."""

from typing import Final

from domain.model import Event, Recorded
from domain.work_reports import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def submitted(rows: Rows, event: Recorded[events.Submitted | events.Resubmitted]) -> None:
    """The receiver is to accept the report or send it back."""
    e = event.event
    done(rows, "revise_report")
    title = e.title if isinstance(e, events.Submitted) else e.changes
    wait(rows, event, "accept_report", e.to, from_party=e.reporter, title=title)


def returned(rows: Rows, event: Recorded[events.Returned]) -> None:
    """The reporter is to hand in a better one."""
    e = event.event
    done(rows, "accept_report")
    wait(rows, event, "revise_report", e.reporter, from_party=e.to, title=e.reason)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """Another is to take its place."""
    e = event.event
    nothing_left(rows, event)
    wait(rows, event, "revise_report", e.reporter, from_party=e.to, title=e.reason)


def accepted(rows: Rows, _: Recorded[events.Accepted]) -> None:
    """Accepted."""
    done(rows, "accept_report")


def circulated(rows: Rows, event: Recorded[events.Circulated]) -> None:
    """One more party is to sign for it."""
    e = event.event
    wait(rows, event, f"sign_report:{e.to}", e.to, from_party=e.circulator)


def acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """Signed for."""
    done(rows, f"sign_report:{event.event.by}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Submitted: submitted,
    events.Resubmitted: submitted,
    events.Returned: returned,
    events.Accepted: accepted,
    events.Circulated: circulated,
    events.Acknowledged: acknowledged,
    events.Annulled: annulled,
}
