"""What waits for whom around an integrity plan: to agree, to hold, to review, to do better."""

from typing import Final

from domain.integrity_plans import events
from domain.model import Event, Recorded
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows
from projections.two_sides import TwoSided

PROPOSALS: Final = TwoSided(
    item="agree_activity",
    flow="integrity_proposal",
    serial="activity",
    recorded=(events.ActivityProposed,),
    confirmed=(events.ActivityAgreed,),
    sent_back=(events.ActivitySentBack,),
    taken_back=(events.ActivityDropped,),
)
"""What one side proposed."""

ACTIVITIES: Final = TwoSided(
    item="review_activity",
    flow="integrity_activity",
    serial="activity",
    recorded=(events.ActivityHeld,),
    confirmed=(events.ActivityReviewed,),
    sent_back=(events.ActivityReturned,),
    taken_back=(events.ActivityAnnulled,),
)
"""What one side said was held."""

_OTHER_SIDE: Final = {**PROPOSALS.inbox(), **ACTIVITIES.inbox()}


def to_hold(rows: Rows, event: Recorded[events.ActivityAgreed]) -> None:
    """It is planned: the committee is to hold it by a day."""
    e = event.event
    _OTHER_SIDE[type(e)](rows, event)
    wait(rows, event, f"hold_activity:{e.activity}", e.committee, due=e.due)


def again(rows: Rows, event: Recorded[events.ActivitySentBack | events.ActivityReturned]) -> None:
    """It came back: to be proposed otherwise, or shown better."""
    e = event.event
    _OTHER_SIDE[type(e)](rows, event)
    kind = "revise_activity" if isinstance(e, events.ActivitySentBack) else "better_evidence"
    wait(rows, event, f"{kind}:{e.activity}", e.to, from_party=e.by, title=e.reason)


def went_on(rows: Rows, event: Recorded[events.ActivityEvent]) -> None:
    """It was done, or is not to be done any more."""
    e = event.event
    for kind in ("hold_activity", "revise_activity", "better_evidence"):
        done(rows, f"{kind}:{e.activity}")
    _OTHER_SIDE[type(e)](rows, event)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.ActivityProposed: went_on,
    events.ActivityAgreed: to_hold,
    events.ActivitySentBack: again,
    events.ActivityHeld: went_on,
    events.ActivityReturned: again,
    events.ActivityReviewed: went_on,
    events.ActivityDropped: went_on,
    events.ActivityAnnulled: went_on,
}
"""By event."""
