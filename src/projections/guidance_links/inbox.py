"""What waits for office and group around the log of their contacts."""

from typing import Final

from domain.guidance_links import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def to_contact(rows: Rows, event: Recorded[events.Linked | events.Contacted]) -> None:
    """The office is to be in contact with the group: again, after each time."""
    e = event.event
    wait(rows, event, "contact_group", e.office, from_party=e.group)


def ended(rows: Rows, _: Recorded[events.Ended]) -> None:
    """It need not any more."""
    done(rows, "contact_group")


def sent_back(rows: Rows, event: Recorded[events.ContactSentBack]) -> None:
    """Who recorded it is to correct it, or to take it out."""
    e = event.event
    wait(rows, event, f"correct_contact:{e.contact}", e.to, from_party=e.by, title=e.reason)


def mended(rows: Rows, event: Recorded[events.Corrected | events.ContactAnnulled]) -> None:
    """It did."""
    done(rows, f"correct_contact:{event.event.contact}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Linked: to_contact,
    events.Contacted: to_contact,
    events.Ended: ended,
    events.ContactSentBack: sent_back,
    events.Corrected: mended,
    events.ContactAnnulled: mended,
    events.Annulled: nothing_left,
}
