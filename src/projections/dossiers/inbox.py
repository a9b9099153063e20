"""What waits for the group that keeps a dossier."""

from typing import Final

from domain.dossiers import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def section_opened(rows: Rows, event: Recorded[events.SectionOpened]) -> None:
    """A section is to be filled."""
    e = event.event
    wait(rows, event, f"fill_section:{e.section}", e.group)


def section_refreshed(rows: Rows, event: Recorded[events.SectionRefreshed]) -> None:
    """It was."""
    done(rows, f"fill_section:{event.event.section}")


def section_returned(rows: Rows, event: Recorded[events.SectionReturned]) -> None:
    """It is to be gone through again."""
    e = event.event
    wait(rows, event, f"fill_section:{e.section}", e.group, from_party=e.by, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SectionOpened: section_opened,
    events.SectionRefreshed: section_refreshed,
    events.SectionReturned: section_returned,
    events.HandedOver: nothing_left,
    events.Annulled: nothing_left,
}
