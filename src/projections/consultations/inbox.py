"""What waits for whom around a consultation."""

from typing import Final

from domain.consultations import events
from domain.model import Event, Recorded
from projections.inbox_items import INBOX, done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def convened(rows: Rows, event: Recorded[events.Convened]) -> None:
    """The invited are to attend, the convener is to hold it."""
    e = event.event
    wait(rows, event, "hold_consultation", e.convener, title=e.title, due=e.planned)
    for party in e.parties:
        if party != e.convener:
            item = f"attend:{party}"
            wait(rows, event, item, party, from_party=e.convener, title=e.title, due=e.planned)


def postponed(rows: Rows, event: Recorded[events.Postponed]) -> None:
    """It is on another day, for each of them."""
    for row in rows.all(INBOX):
        if row.kind in {"attend", "hold_consultation"}:
            rows.put(INBOX, row._replace(due=event.event.planned))


def held(rows: Rows, event: Recorded[events.Held]) -> None:
    """The convener is to fix the conclusions."""
    done_kinds(rows, "attend", "hold_consultation")
    wait(rows, event, "conclude", event.event.convener)


def concluded(rows: Rows, _: Recorded[events.Concluded]) -> None:
    """Fixed."""
    done(rows, "conclude")


def item_assigned(
    rows: Rows,
    event: Recorded[events.ActionItemAssigned | events.ActionItemCorrected],
) -> None:
    """The owner is to report the action item as done."""
    e = event.event
    item = f"report_item:{e.item}"
    done(rows, f"confirm_item:{e.item}")
    wait(rows, event, item, e.owner, from_party=e.owed_to, title=e.text, due=e.due)


def item_reported(rows: Rows, event: Recorded[events.ActionItemReported]) -> None:
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


def item_returned(rows: Rows, event: Recorded[events.ActionItemReturned]) -> None:
    """The owner is to report again."""
    e = event.event
    waiting = rows.get(INBOX, f"confirm_item:{e.item}")
    done(rows, f"confirm_item:{e.item}")
    by, due = (None, None) if waiting is None else (waiting.party, waiting.due)
    item = f"report_item:{e.item}"
    wait(rows, event, item, e.owner, from_party=by, title=e.reason, due=due)


def item_confirmed(rows: Rows, event: Recorded[events.ActionItemConfirmed]) -> None:
    """Done."""
    done(rows, f"confirm_item:{event.event.item}", f"report_item:{event.event.item}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Convened: convened,
    events.Postponed: postponed,
    events.Held: held,
    events.Concluded: concluded,
    events.Cancelled: nothing_left,
    events.Annulled: nothing_left,
    events.ActionItemAssigned: item_assigned,
    events.ActionItemCorrected: item_assigned,
    events.ActionItemReported: item_reported,
    events.ActionItemReturned: item_returned,
    events.ActionItemConfirmed: item_confirmed,
}
