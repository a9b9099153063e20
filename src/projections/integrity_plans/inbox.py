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
    again="revise_activity",
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
    again="better_evidence",
)
"""What one side said was held."""

_OTHER_SIDE: Final = {**PROPOSALS.inbox(), **ACTIVITIES.inbox()}


def to_hold(rows: Rows, event: Recorded[events.ActivityAgreed]) -> None:
    """It is planned: the committee is to hold it by a day."""
    e = event.event
    done(rows, f"another_activity:{e.strand}")
    _OTHER_SIDE[type(e)](rows, event)
    wait(rows, event, f"hold_activity:{e.activity}", e.committee, due=e.due)


def held(rows: Rows, event: Recorded[events.ActivityHeld]) -> None:
    """It was held."""
    e = event.event
    done(rows, f"hold_activity:{e.activity}")
    _OTHER_SIDE[type(e)](rows, event)


def off(rows: Rows, event: Recorded[events.ActivityDropped | events.ActivityAnnulled]) -> None:
    """It is none any more; where its strand has nothing left, the committee is to plan another."""
    e = event.event
    done(rows, f"hold_activity:{e.activity}")
    _OTHER_SIDE[type(e)](rows, event)
    if e.left == 0:
        item = f"another_activity:{e.strand}"
        wait(rows, event, item, e.committee, from_party=e.group, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **_OTHER_SIDE,
    events.ActivityAgreed: to_hold,
    events.ActivityHeld: held,
    events.ActivityDropped: off,
    events.ActivityAnnulled: off,
}
"""By event."""
