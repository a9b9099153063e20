"""How a rectification item goes to who rectifies, and from there to who verifies."""

from typing import Final

from domain.model import Event, Recorded
from domain.rectifications import events
from projections.flow_items import FLOWS, annulled, move, send
from projections.model import Handler
from projections.rows import Rows

_ITEM: Final = "rectification"
_VERIFICATION: Final = "verification"


def assigned(rows: Rows, event: Recorded[events.Assigned]) -> None:
    """交办: on its way to who rectifies; assigned anew it begins anew."""
    e = event.event
    send(rows, event, f"{_ITEM}:1", (e.raiser, e.party))


def acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """It was signed for."""
    day = event.event.occurred.date
    move(rows, f"{_ITEM}:1", status="acknowledged", acknowledged=day)


def reported(rows: Rows, event: Recorded[events.CompletionReported]) -> None:
    """The report goes to the second body; what was sent back goes the same way again."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"{_ITEM}:1", status="fed_back", fed_back=day)
    known = rows.get(FLOWS, f"{_VERIFICATION}:1")
    if known is None or known.to_party != e.verifier:
        send(rows, event, f"{_VERIFICATION}:1", (e.party, e.verifier))
    else:
        move(rows, f"{_VERIFICATION}:1", status="sent", answered=None, closed=None, reason=None)


def verifier_named(rows: Rows, event: Recorded[events.VerifierNamed]) -> None:
    """The report goes to another second body."""
    e = event.event
    if e.awaited:
        send(rows, event, f"{_VERIFICATION}:1", (e.party, e.verifier))


def judged(rows: Rows, event: Recorded[events.Verified | events.Returned]) -> None:
    """Found rectified, or sent back."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.Verified():
            move(rows, f"{_VERIFICATION}:1", status="accepted", answered=day, closed=day)
        case events.Returned():
            move(rows, f"{_VERIFICATION}:1", status="returned", answered=day, reason=e.reason)
            move(rows, f"{_ITEM}:1", status="returned", reason=e.reason)


def signed_off(rows: Rows, event: Recorded[events.SignedOff]) -> None:
    """销号."""
    move(rows, f"{_ITEM}:1", status="closed", closed=event.event.occurred.date)


def reopened(rows: Rows, event: Recorded[events.Reopened]) -> None:
    """On its way again."""
    move(rows, f"{_ITEM}:1", status="returned", closed=None, reason=event.event.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Assigned: assigned,
    events.Acknowledged: acknowledged,
    events.CompletionReported: reported,
    events.VerifierNamed: verifier_named,
    events.Verified: judged,
    events.Returned: judged,
    events.SignedOff: signed_off,
    events.Reopened: reopened,
    events.Annulled: annulled,
}
