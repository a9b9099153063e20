"""What of a re-examination goes between parties: its outcome, to whoever handled the case."""

from typing import Final

from domain.model import Event, Recorded
from domain.reexaminations import events
from projections.flow_items import move, send
from projections.model import Handler
from projections.rows import Rows

_OUTCOME: Final = "reexamination_outcome:1"


def informed(rows: Rows, event: Recorded[events.Informed]) -> None:
    """The outcome is told; what was upheld asks for nothing."""
    e = event.event
    send(rows, event, _OUTCOME, (e.examiner, e.handling_party), title=e.outcome)
    if not e.to_carry_out:
        move(rows, _OUTCOME, status="closed", closed=e.occurred.date)


def carried_out(rows: Rows, event: Recorded[events.CarriedOut]) -> None:
    """The sanction was set right."""
    day = event.event.occurred.date
    move(rows, _OUTCOME, status="closed", fed_back=day, closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Informed: informed,
    events.CarriedOut: carried_out,
}
