"""What waits for whom around a re-examination."""

from typing import Final

from domain.model import Event, Recorded
from domain.reexaminations import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def applied(rows: Rows, event: Recorded[events.Applied]) -> None:
    """It is to be accepted or refused."""
    wait(rows, event, "accept_application", event.event.examiner)


def moved(rows: Rows, event: Recorded[events.ReexaminationEvent]) -> None:
    """The next step is the examiners'."""
    e = event.event
    match e:
        case events.Accepted():
            done(rows, "accept_application")
            wait(rows, event, "decide_reexamination", e.examiner)
        case events.Decided():
            done(rows, "decide_reexamination")
            wait(rows, event, "serve_reexamination", e.examiner)
        case _:
            nothing_left(rows, event)


def informed(rows: Rows, event: Recorded[events.Informed]) -> None:
    """The party whose case it was is to set the sanction right."""
    e = event.event
    if e.to_carry_out:
        wait(rows, event, "set_sanction_right", e.handling_party, from_party=e.examiner)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Applied: applied,
    events.Accepted: moved,
    events.Refused: moved,
    events.Withdrawn: moved,
    events.Decided: moved,
    events.Served: moved,
    events.Informed: informed,
    events.CarriedOut: moved,
    events.Annulled: moved,
}
