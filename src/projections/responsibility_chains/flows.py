"""How the steps of a chain go from a Party group to the group stationed with it, and come back."""

from typing import Final

from domain.model import Event, Recorded
from domain.responsibility_chains import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def taken(rows: Rows, event: Recorded[events.StepTaken]) -> None:
    """落实: a step was taken; a better one goes the same way again."""
    e = event.event
    send(rows, event, f"responsibility_step:{e.link}", (e.party_group, e.group), title=e.step)


def returned(rows: Rows, event: Recorded[events.StepReturned]) -> None:
    """退回: it came back."""
    e = event.event
    flow = f"responsibility_step:{e.link}"
    move(rows, flow, status="returned", answered=e.occurred.date, reason=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.StepTaken: taken,
    events.StepReturned: returned,
    events.Annulled: annulled,
}
