"""What of attachments waits for somebody: an original to be signed for, or to be given back."""

from collections.abc import Mapping
from typing import Final

from domain.attachments import events
from domain.model import Event, Recorded
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows


def handed_over(rows: Rows, event: Recorded[events.HandedOver]) -> None:
    """Who is to have the original signs for it."""
    e = event.event
    item = f"sign_original:{e.attachment}"
    wait(rows, event, item, e.to, from_party=e.by, title=e.purpose)


def answered(rows: Rows, event: Recorded[events.Received | events.SentBack]) -> None:
    """It was signed for, or sent back."""
    done(rows, f"sign_original:{event.event.attachment}")


def return_asked(rows: Rows, event: Recorded[events.ReturnAsked]) -> None:
    """Who received the original owes it back."""
    e = event.event
    wait(rows, event, f"give_back_original:{e.attachment}", e.to, from_party=e.by, due=e.due)


def given_back(rows: Rows, event: Recorded[events.GivenBack]) -> None:
    """It is back."""
    done(rows, f"give_back_original:{event.event.attachment}")


HANDLERS: Final[Mapping[type[Event], Handler]] = {
    events.HandedOver: handed_over,
    events.Received: answered,
    events.SentBack: answered,
    events.ReturnAsked: return_asked,
    events.GivenBack: given_back,
}
