"""What waits for a Party group around its chains."""

from typing import Final

from domain.model import Event, Recorded
from domain.responsibility_chains import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.StepAsked]) -> None:
    """A level owes a step."""
    e = event.event
    wait(rows, event, f"take_step:{e.link}", e.party_group, title=e.step, due=e.due)


def returned(rows: Rows, event: Recorded[events.StepReturned]) -> None:
    """It owes it again."""
    e = event.event
    wait(rows, event, f"take_step:{e.link}", e.party_group, from_party=e.by, title=e.reason)


def no_longer(rows: Rows, event: Recorded[events.StepTaken | events.StepExcepted]) -> None:
    """It was taken, or is not asked any more."""
    done(rows, f"take_step:{event.event.link}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.StepAsked: asked,
    events.StepReturned: returned,
    events.StepTaken: no_longer,
    events.StepExcepted: no_longer,
    events.Annulled: nothing_left,
}
