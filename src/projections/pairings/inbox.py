"""What waits between an office and a group: to confirm joint work, and to record other work in its place."""

from typing import Final

from domain.model import Event, Recorded
from domain.pairings import events
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows
from projections.two_sides import TwoSided

ACTIVITIES: Final = TwoSided(
    item="confirm_activity",
    flow="pairing_activity",
    serial="activity",
    recorded=(events.Recorded,),
    confirmed=(events.Confirmed,),
    sent_back=(events.Disputed,),
    taken_back=(events.ActivityAnnulled,),
    again="record_activity_again",
)
"""What one side recorded."""

_OTHER_SIDE: Final = ACTIVITIES.inbox()


def confirmed(rows: Rows, event: Recorded[events.Confirmed]) -> None:
    """It counts: the quarter has joint work."""
    _OTHER_SIDE[type(event.event)](rows, event)
    done(rows, "another_activity")


def annulled(rows: Rows, event: Recorded[events.ActivityAnnulled]) -> None:
    """Where it counted and the quarter has nothing left, the group is to record other work."""
    e = event.event
    _OTHER_SIDE[type(e)](rows, event)
    if e.counted and e.left == 0:
        wait(rows, event, "another_activity", e.group, from_party=e.office, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **_OTHER_SIDE,
    events.Confirmed: confirmed,
    events.ActivityAnnulled: annulled,
}
"""By event."""
