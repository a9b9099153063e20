"""What waits for whom around a secondment."""

from typing import Final

from domain.model import Event, Recorded
from domain.secondments import events
from projections.inbox_items import done, nothing_left, redate, wait
from projections.model import Handler
from projections.rows import Rows


def proposed(rows: Rows, event: Recorded[events.Proposed | events.Revised]) -> None:
    """The home body is to agree or decline."""
    e = event.event
    done(rows, "revise_secondment")
    wait(rows, event, "answer_secondment", e.home, from_party=e.organiser)


def agreed(rows: Rows, event: Recorded[events.Agreed]) -> None:
    """The host is to take the person in."""
    e = event.event
    done(rows, "answer_secondment")
    wait(rows, event, "begin_secondment", e.host, from_party=e.home, due=e.begins)


def moved(rows: Rows, event: Recorded[events.ArrivalMoved | events.ReturnMoved]) -> None:
    """The host is to do so by another day."""
    e = event.event
    match e:
        case events.ArrivalMoved():
            redate(rows, "begin_secondment", e.begins)
        case events.ReturnMoved():
            redate(rows, "send_back", e.until)


def declined(rows: Rows, event: Recorded[events.Declined]) -> None:
    """The organiser is to propose other days, or to withdraw it."""
    e = event.event
    done(rows, "answer_secondment")
    wait(rows, event, "revise_secondment", e.organiser, from_party=e.home, title=e.reason)


def stays(rows: Rows, event: Recorded[events.Begun | events.Extended]) -> None:
    """The host is to send the person back by a day."""
    e = event.event
    done(rows, "begin_secondment")
    wait(rows, event, "send_back", e.host, from_party=e.home, due=e.until)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Proposed: proposed,
    events.Revised: proposed,
    events.Agreed: agreed,
    events.Declined: declined,
    events.Begun: stays,
    events.Extended: stays,
    events.ArrivalMoved: moved,
    events.ReturnMoved: moved,
    events.SentBack: nothing_left,
    events.Withdrawn: nothing_left,
    events.Annulled: nothing_left,
}
