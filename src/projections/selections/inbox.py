"""What waits for whom in a selection."""

from typing import Final

from domain.model import Event, Recorded
from domain.selections import events
from projections.inbox_items import done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.nominating import Nominating
from projections.rows import Rows

NOMINATING: Final = Nominating(
    item="nominate",
    again="revise_nomination",
    number="nomination",
    invited=events.Invited,
    nominated=events.Nominated,
    waived=events.Waived,
    returned=events.NominationReturned,
    revised=events.NominationRevised,
    judged=(events.NominationReviewed,),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The organiser is to choose among what is nominated, or to call it off."""
    e = event.event
    wait(rows, event, "choose", e.organiser, title=e.title)


def chosen(rows: Rows, event: Recorded[events.Chosen]) -> None:
    """Nominations are over; the organiser is to publish after the window."""
    e = event.event
    done_kinds(rows, "choose", "nominate", "revise_nomination", "review_nomination")
    wait(rows, event, "publish_selection", e.organiser, due=e.object_by)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """The organiser is to answer."""
    e = event.event
    wait(rows, event, f"answer_objection:{e.objection}", e.organiser, from_party=e.party)


def answered(rows: Rows, event: Recorded[events.ObjectionAnswered]) -> None:
    """It did."""
    done(rows, f"answer_objection:{event.event.objection}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    **NOMINATING.inbox(),
    events.Opened: opened,
    events.Chosen: chosen,
    events.Objected: objected,
    events.ObjectionAnswered: answered,
    events.Published: nothing_left,
    events.Annulled: nothing_left,
}
