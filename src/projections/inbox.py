"""What waits for which party or person: to sign, to acknowledge, to answer, to confirm, to correct.

What is owed with a due date stands in ``obligations``; here stands the next step of each matter.
"""

from typing import Any, Final

from domain.consultations import events as consultations
from domain.model import Event, Recorded
from domain.obligations import events as obligations
from domain.work_reports import events as work_reports
from projections import inbox_asked, inbox_leads
from projections.asked import ASKINGS
from projections.inbox_items import INBOX, done, done_kinds, wait
from projections.model import Handler, ReadModel
from projections.rows import Rows


def convened(rows: Rows, event: Recorded[consultations.Convened]) -> None:
    """The invited are to attend."""
    e = event.event
    for party in e.parties:
        if party != e.convener:
            item = f"attend:{party}"
            wait(rows, event, item, party, from_party=e.convener, title=e.title, due=e.planned)


def postponed(rows: Rows, event: Recorded[consultations.Postponed]) -> None:
    """They are to attend on another day."""
    for row in rows.all(INBOX):
        if row.kind == "attend":
            rows.put(INBOX, row._replace(due=event.event.planned))


def held(rows: Rows, event: Recorded[consultations.Held]) -> None:
    """The convener is to fix the conclusions."""
    done_kinds(rows, "attend")
    wait(rows, event, "conclude", event.event.convener)


def concluded(rows: Rows, _: Recorded[consultations.Concluded]) -> None:
    """Fixed."""
    done(rows, "conclude")


def item_assigned(
    rows: Rows,
    event: Recorded[consultations.ActionItemAssigned | consultations.ActionItemCorrected],
) -> None:
    """The owner is to report the action item as done."""
    e = event.event
    item = f"report_item:{e.item}"
    done(rows, f"confirm_item:{e.item}")
    wait(rows, event, item, e.owner, from_party=e.owed_to, title=e.text, due=e.due)


def item_reported(rows: Rows, event: Recorded[consultations.ActionItemReported]) -> None:
    """Whom it is owed to is to confirm it."""
    e = event.event
    waiting = rows.get(INBOX, f"report_item:{e.item}")
    done(rows, f"report_item:{e.item}")
    if waiting is not None and waiting.from_party is not None:
        item = f"confirm_item:{e.item}"
        wait(
            rows,
            event,
            item,
            waiting.from_party,
            from_party=e.owner,
            title=waiting.title,
            due=waiting.due,
        )


def item_returned(rows: Rows, event: Recorded[consultations.ActionItemReturned]) -> None:
    """The owner is to report again."""
    e = event.event
    waiting = rows.get(INBOX, f"confirm_item:{e.item}")
    done(rows, f"confirm_item:{e.item}")
    by, due = (None, None) if waiting is None else (waiting.party, waiting.due)
    item = f"report_item:{e.item}"
    wait(rows, event, item, e.owner, from_party=by, title=e.reason, due=due)


def item_confirmed(rows: Rows, event: Recorded[consultations.ActionItemConfirmed]) -> None:
    """Done."""
    done(rows, f"confirm_item:{event.event.item}", f"report_item:{event.event.item}")


def submitted(
    rows: Rows, event: Recorded[work_reports.Submitted | work_reports.Resubmitted]
) -> None:
    """The receiver is to accept the report or send it back."""
    e = event.event
    done(rows, "revise_report")
    title = e.title if isinstance(e, work_reports.Submitted) else e.changes
    wait(rows, event, "accept_report", e.to, from_party=e.reporter, title=title)


def returned(rows: Rows, event: Recorded[work_reports.Returned]) -> None:
    """The reporter is to hand in a better one."""
    e = event.event
    done(rows, "accept_report")
    wait(rows, event, "revise_report", e.reporter, from_party=e.to, title=e.reason)


def accepted(rows: Rows, _: Recorded[work_reports.Accepted]) -> None:
    """Accepted."""
    done(rows, "accept_report")


def circulated(rows: Rows, event: Recorded[work_reports.Circulated]) -> None:
    """One more party is to sign for it."""
    e = event.event
    wait(rows, event, f"sign_report:{e.to}", e.to, from_party=e.circulator)


def acknowledged(rows: Rows, event: Recorded[work_reports.Acknowledged]) -> None:
    """Signed for."""
    done(rows, f"sign_report:{event.event.by}")


def nothing_left(rows: Rows, _: Recorded[Event]) -> None:
    """Called off or annulled: it waits for nobody."""
    rows.end_all(INBOX)


def escalated(rows: Rows, event: Recorded[obligations.Escalated]) -> None:
    """A party learns that something is overdue, until it is no longer owed."""
    e = event.event
    item = f"overdue:{e.obligation}"
    wait(rows, event, item, e.to, from_party=e.owner, title=e.title_zh, due=e.due)


def no_longer_owed(rows: Rows, event: Recorded[Any]) -> None:
    """Nobody has to see to it any more."""
    done(rows, f"overdue:{event.event.obligation}")


_HANDLERS: dict[type[Event], Handler] = {
    **inbox_leads.HANDLERS,
    **inbox_asked.HANDLERS,
    **{asking.annulled: nothing_left for asking in ASKINGS},
    consultations.Convened: convened,
    consultations.Postponed: postponed,
    consultations.Held: held,
    consultations.Concluded: concluded,
    consultations.Cancelled: nothing_left,
    consultations.Annulled: nothing_left,
    consultations.ActionItemAssigned: item_assigned,
    consultations.ActionItemCorrected: item_assigned,
    consultations.ActionItemReported: item_reported,
    consultations.ActionItemReturned: item_returned,
    consultations.ActionItemConfirmed: item_confirmed,
    work_reports.Submitted: submitted,
    work_reports.Resubmitted: submitted,
    work_reports.Returned: returned,
    work_reports.Accepted: accepted,
    work_reports.Circulated: circulated,
    work_reports.Acknowledged: acknowledged,
    work_reports.Annulled: nothing_left,
    obligations.Escalated: escalated,
    obligations.Fulfilled: no_longer_owed,
    obligations.Withdrawn: no_longer_owed,
    obligations.Superseded: no_longer_owed,
    obligations.ClosedAsMissed: no_longer_owed,
}

MODEL: Final = ReadModel(name="inbox", version=2, tables=(INBOX,), handlers=_HANDLERS)
