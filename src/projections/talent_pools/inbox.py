"""What waits for whom around a talent pool."""

from typing import Final

from domain.model import Event, Recorded
from domain.talent_pools import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.nominating import Nominating
from projections.rows import Rows

NOMINATING: Final = Nominating(
    item="nominate_to_pool",
    again="nominate_anew",
    number="member",
    invited=events.Invited,
    nominated=events.Nominated,
    waived=events.Waived,
    returned=events.NominationReturned,
    revised=events.NominationRevised,
    judged=(events.Admitted, events.Declined),
)


def group_formed(rows: Rows, event: Recorded[events.GroupFormed]) -> None:
    """The leading body is to have it study."""
    e = event.event
    item = f"study_together:{e.group}"
    wait(rows, event, item, e.leader, from_party=e.organiser, title=e.title)


def studied(rows: Rows, event: Recorded[events.SessionHeld]) -> None:
    """It did, and is to again."""
    e = event.event
    item = f"study_together:{e.group}"
    wait(rows, event, item, e.leader, from_party=e.organiser, title=e.topic)


def disbanded(rows: Rows, event: Recorded[events.GroupDisbanded]) -> None:
    """It studies no longer."""
    done(rows, f"study_together:{event.event.group}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    **NOMINATING.inbox(),
    events.GroupFormed: group_formed,
    events.SessionHeld: studied,
    events.GroupDisbanded: disbanded,
    events.Annulled: nothing_left,
}
