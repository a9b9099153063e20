"""Whom a hand-over of work waits for: first the leaver, then the taker; then the office, until it is done.

Where somebody left work behind, the office is to draw a list up.
"""

from typing import Final

from domain.model import Event, Recorded
from domain.work_hand_overs import events
from projections.inbox_items import INBOX, done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows

LEAVER: Final = "work_hand_over:leaver"
TAKER: Final = "work_hand_over:taker"
OFFICE: Final = "work_hand_over:office"
LEFT: Final = "work_left"


def drawn_up(rows: Rows, event: Recorded[events.DrawnUp]) -> None:
    """Both see it coming: the leaver signs first. The office answers for the whole."""
    e = event.event
    wait(rows, event, LEAVER, e.office, person=e.leaver)
    wait(rows, event, TAKER, e.office, person=e.taker)
    wait(rows, event, OFFICE, e.office, role="head")


def due_set(rows: Rows, event: Recorded[events.DueSet]) -> None:
    """By when it is to be done, for each of whom it waits."""
    for row in rows.all(INBOX):
        if row.kind == "work_hand_over":
            rows.put(INBOX, row._replace(due=event.event.last_day))


def leaver_signed(rows: Rows, event: Recorded[events.LeaverSigned | events.LeaverExcused]) -> None:
    """The leaver has nothing more to do."""
    del event
    done(rows, LEAVER)


def taker_signed(rows: Rows, event: Recorded[events.TakerSigned]) -> None:
    """The taker has nothing more to do; what is left to hand over waits for the office."""
    del event
    done(rows, TAKER)


def left(rows: Rows, event: Recorded[events.WorkLeft]) -> None:
    """The office is to draw up a list."""
    wait(rows, event, LEFT, event.event.office, role="head")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.DrawnUp: drawn_up,
    events.DueSet: due_set,
    events.LeaverSigned: leaver_signed,
    events.LeaverExcused: leaver_signed,
    events.TakerSigned: taker_signed,
    events.WorkLeft: left,
    events.LeftWorkTakenOver: nothing_left,
    events.LeftWorkSettled: nothing_left,
    events.Completed: nothing_left,
    events.Annulled: nothing_left,
}
