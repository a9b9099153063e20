"""What waits for whom around a rectification item."""

from typing import Final

from domain.model import Event, Recorded
from domain.rectifications import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows

_WORK: Final = ("acknowledge_item", "plan_measures", "rectify")
"""What who rectifies does."""


def raised(rows: Rows, event: Recorded[events.ProblemRaised]) -> None:
    """The problem is to be assigned."""
    e = event.event
    wait(rows, event, "assign_item", e.raiser, title=e.title)


def assigned(rows: Rows, event: Recorded[events.Assigned]) -> None:
    """Who rectifies is to sign, to plan and to rectify."""
    e = event.event
    done(rows, "assign_item", *_WORK)
    for item in ("acknowledge_item", "plan_measures"):
        wait(rows, event, item, e.party, from_party=e.raiser)
    wait(rows, event, "rectify", e.party, from_party=e.raiser, due=e.due)


def acknowledged(rows: Rows, _: Recorded[events.Acknowledged]) -> None:
    """Signed for."""
    done(rows, "acknowledge_item")


def planned(rows: Rows, _: Recorded[events.MeasuresSet]) -> None:
    """Planned."""
    done(rows, "plan_measures")


def reported(rows: Rows, event: Recorded[events.CompletionReported]) -> None:
    """The second body is to verify."""
    e = event.event
    done(rows, *_WORK)
    wait(rows, event, "verify_item", e.verifier, from_party=e.party)


def verifier_named(rows: Rows, event: Recorded[events.VerifierNamed]) -> None:
    """Another one is."""
    e = event.event
    if e.awaited:
        wait(rows, event, "verify_item", e.verifier, from_party=e.party, title=e.reason)


def verified(rows: Rows, event: Recorded[events.Verified]) -> None:
    """Who raised it is to sign off."""
    e = event.event
    done(rows, "verify_item")
    wait(rows, event, "sign_off_item", e.raiser, from_party=e.verifier)


def returned(rows: Rows, event: Recorded[events.Returned | events.Reopened]) -> None:
    """Who rectifies goes on."""
    e = event.event
    done(rows, "verify_item", "sign_off_item", "look_back", "reopen_item")
    by = e.by if isinstance(e, events.Returned) else e.raiser
    wait(rows, event, "rectify", e.party, from_party=by, title=e.reason, due=e.due)


def signed_off(rows: Rows, event: Recorded[events.SignedOff]) -> None:
    """Done; it is to be looked back upon."""
    done(rows, "sign_off_item")
    wait(rows, event, "look_back", event.event.raiser)


def looked_back(rows: Rows, event: Recorded[events.LookedBack]) -> None:
    """What recurred is to be opened again."""
    e = event.event
    done(rows, "look_back", "reopen_item")
    if e.result == "recurred":
        wait(rows, event, "reopen_item", e.raiser, from_party=e.by)


def corrected(rows: Rows, event: Recorded[events.Corrected]) -> None:
    """The day for rectifying was another."""
    e = event.event
    if e.due is not None and e.party is not None:
        wait(rows, event, "rectify", e.party, from_party=e.raiser, title=e.reason, due=e.due)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ProblemRaised: raised,
    events.Assigned: assigned,
    events.Acknowledged: acknowledged,
    events.MeasuresSet: planned,
    events.CompletionReported: reported,
    events.VerifierNamed: verifier_named,
    events.Verified: verified,
    events.Returned: returned,
    events.Reopened: returned,
    events.SignedOff: signed_off,
    events.LookedBack: looked_back,
    events.Corrected: corrected,
    events.Annulled: nothing_left,
}
