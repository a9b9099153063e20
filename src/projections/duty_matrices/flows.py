"""How shares go from the keeper of a matrix to parties, and what comes of them goes back."""

from typing import Final

from domain.duty_matrices import events
from domain.model import Event, Recorded
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.ShareAsked | events.ShareUpheld]) -> None:
    """A share goes to a party; one that is upheld goes again."""
    e = event.event
    send(rows, event, f"duty_share:{e.share}", (e.opener, e.to))


def claimed(rows: Rows, event: Recorded[events.ShareClaimed]) -> None:
    """认领: a unit asks for a duty."""
    e = event.event
    send(rows, event, f"duty_share:{e.share}", (e.by, e.opener))


def confirmed(rows: Rows, event: Recorded[events.ShareConfirmed]) -> None:
    """The party took it up."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"duty_share:{e.share}", status="accepted", answered=day, closed=day)


def disputed(rows: Rows, event: Recorded[events.ShareDisputed]) -> None:
    """It came back."""
    e = event.event
    flow = f"duty_share:{e.share}"
    move(rows, flow, status="returned", answered=e.occurred.date, reason=e.reason)


def withdrawn(rows: Rows, event: Recorded[events.ShareWithdrawn]) -> None:
    """The ground went away."""
    e = event.event
    flow = f"duty_share:{e.share}"
    move(rows, flow, status="withdrawn", closed=e.occurred.date, reason=e.reason)


def recorded(rows: Rows, event: Recorded[events.ResultRecorded]) -> None:
    """成效: a result goes to the keeper."""
    e = event.event
    send(rows, event, f"duty_result:{e.result}", (e.owner, e.opener))


def returned(rows: Rows, event: Recorded[events.ResultReturned]) -> None:
    """It came back."""
    e = event.event
    flow = f"duty_result:{e.result}"
    move(rows, flow, status="returned", answered=e.occurred.date, reason=e.reason)


def revised(rows: Rows, event: Recorded[events.ResultRevised]) -> None:
    """It goes the same way again."""
    flow = f"duty_result:{event.event.result}"
    move(rows, flow, status="sent", answered=None, reason=None)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ShareAsked: asked,
    events.ShareUpheld: asked,
    events.ShareClaimed: claimed,
    events.ShareConfirmed: confirmed,
    events.ShareDisputed: disputed,
    events.ShareWithdrawn: withdrawn,
    events.ResultRecorded: recorded,
    events.ResultReturned: returned,
    events.ResultRevised: revised,
    events.Annulled: annulled,
}
