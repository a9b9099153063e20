"""What waits for who holds a talk."""

from typing import Final

from domain.model import Event, Recorded
from domain.talks import events
from projections.inbox_items import done, nothing_left, redate, wait
from projections.model import Handler
from projections.rows import Rows


def planned(rows: Rows, event: Recorded[events.Planned | events.Postponed]) -> None:
    """It is to be held on a day."""
    e = event.event
    title = e.topics if isinstance(e, events.Planned) else e.reason
    wait(rows, event, "hold_talk", e.by, title=title, due=e.planned)


def held(rows: Rows, _: Recorded[events.Held]) -> None:
    """It was."""
    done(rows, "hold_talk")


def promised(rows: Rows, event: Recorded[events.PromiseMade | events.PromiseRenewed]) -> None:
    """One is to look whether a promise was kept."""
    e = event.event
    wait(rows, event, f"follow_up_promise:{e.promise}", e.by, due=e.due)


def returned(rows: Rows, event: Recorded[events.RecordReturned]) -> None:
    """The record is to be revised by a day."""
    e = event.event
    done(rows, "read_talk_record")
    wait(rows, event, "revise_talk_record", e.by, title=e.reason, due=e.due)


def revised(rows: Rows, event: Recorded[events.RecordRevised]) -> None:
    """It was: another who leads is to read it."""
    done(rows, "revise_talk_record")
    wait(rows, event, "read_talk_record", event.event.by)


def accepted(rows: Rows, _: Recorded[events.RecordAccepted]) -> None:
    """It was read."""
    done(rows, "read_talk_record")


def corrected(rows: Rows, event: Recorded[events.PromiseCorrected]) -> None:
    """One is to do so by another day."""
    e = event.event
    redate(rows, f"follow_up_promise:{e.promise}", e.due)


def followed_up(rows: Rows, event: Recorded[events.PromiseFollowedUp]) -> None:
    """One did."""
    done(rows, f"follow_up_promise:{event.event.promise}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.Postponed: planned,
    events.Held: held,
    events.PromiseMade: promised,
    events.RecordReturned: returned,
    events.RecordRevised: revised,
    events.RecordAccepted: accepted,
    events.PromiseRenewed: promised,
    events.PromiseFollowedUp: followed_up,
    events.Cancelled: nothing_left,
    events.PromiseCorrected: corrected,
    events.Annulled: nothing_left,
}
