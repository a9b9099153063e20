"""What waits for whom in a selection."""

from typing import Final

from domain.model import Event, Recorded
from domain.selections import events
from projections.inbox_items import done, done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """Bodies may nominate."""
    e = event.event
    for party in e.parties:
        item = f"nominate:{party}"
        wait(rows, event, item, party, from_party=e.organiser, title=e.title, due=e.nominate_by)


def nominated(rows: Rows, event: Recorded[events.Nominated | events.NominationRevised]) -> None:
    """The organiser is to review a nomination."""
    e = event.event
    done(rows, f"nominate:{e.party}", f"revise_nomination:{e.nomination}")
    wait(rows, event, f"review_nomination:{e.nomination}", e.organiser, from_party=e.party)


def returned(rows: Rows, event: Recorded[events.NominationReturned]) -> None:
    """The body is to make it better."""
    e = event.event
    done(rows, f"review_nomination:{e.nomination}")
    item = f"revise_nomination:{e.nomination}"
    wait(rows, event, item, e.party, from_party=e.organiser, title=e.reason)


def reviewed(rows: Rows, event: Recorded[events.NominationReviewed]) -> None:
    """It was reviewed."""
    done(rows, f"review_nomination:{event.event.nomination}")


def chosen(rows: Rows, event: Recorded[events.Chosen]) -> None:
    """Nominations are over; the organiser is to publish after the window."""
    e = event.event
    done_kinds(rows, "nominate", "revise_nomination", "review_nomination")
    wait(rows, event, "publish_selection", e.organiser, due=e.object_by)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """The organiser is to answer."""
    e = event.event
    wait(rows, event, f"answer_objection:{e.objection}", e.organiser, from_party=e.party)


def answered(rows: Rows, event: Recorded[events.ObjectionAnswered]) -> None:
    """It did."""
    done(rows, f"answer_objection:{event.event.objection}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Nominated: nominated,
    events.NominationRevised: nominated,
    events.NominationReturned: returned,
    events.NominationReviewed: reviewed,
    events.Chosen: chosen,
    events.Objected: objected,
    events.ObjectionAnswered: answered,
    events.Published: nothing_left,
    events.Annulled: nothing_left,
}
