"""What waits for whom around a duty matrix."""

from typing import Final

from domain.duty_matrices import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def to_confirm(rows: Rows, event: Recorded[events.ShareAsked | events.ShareUpheld]) -> None:
    """A share is to be taken up; what was disputed or claimed is settled."""
    e = event.event
    done(rows, f"settle_share:{e.share}")
    wait(rows, event, f"confirm_share:{e.share}", e.to, from_party=e.opener)


def to_settle(rows: Rows, event: Recorded[events.ShareDisputed | events.ShareClaimed]) -> None:
    """The keeper is to say whose it is."""
    e = event.event
    done(rows, f"confirm_share:{e.share}")
    title = e.reason if isinstance(e, events.ShareDisputed) else None
    wait(rows, event, f"settle_share:{e.share}", e.opener, from_party=e.by, title=title)


def to_record(rows: Rows, event: Recorded[events.ShareConfirmed]) -> None:
    """A result is to be recorded."""
    e = event.event
    done(rows, f"confirm_share:{e.share}")
    wait(rows, event, f"record_result:{e.share}", e.by, from_party=e.opener, due=e.results_due)


def relieved(rows: Rows, event: Recorded[events.ShareWithdrawn]) -> None:
    """Nothing is expected because of it any more."""
    share = event.event.share
    done(rows, f"confirm_share:{share}", f"settle_share:{share}", f"record_result:{share}")


def recorded(rows: Rows, event: Recorded[events.ResultRecorded]) -> None:
    """A result is there."""
    done(rows, f"record_result:{event.event.share}")


def returned(rows: Rows, event: Recorded[events.ResultReturned]) -> None:
    """A better one is to be recorded."""
    e = event.event
    item = f"revise_result:{e.result}"
    wait(rows, event, item, e.owner, from_party=e.by, title=e.reason)


def revised(rows: Rows, event: Recorded[events.ResultRevised]) -> None:
    """It is."""
    done(rows, f"revise_result:{event.event.result}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ShareAsked: to_confirm,
    events.ShareUpheld: to_confirm,
    events.ShareDisputed: to_settle,
    events.ShareClaimed: to_settle,
    events.ShareConfirmed: to_record,
    events.ShareWithdrawn: relieved,
    events.ResultRecorded: recorded,
    events.ResultReturned: returned,
    events.ResultRevised: revised,
    events.Closed: nothing_left,
    events.Annulled: nothing_left,
}
