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
    """It was, and is to be gone through again."""
    e = event.event
    done(rows, f"fill_section:{e.section}")
    wait(rows, event, f"refresh_section:{e.section}", e.group)


def section_returned(rows: Rows, event: Recorded[events.SectionReturned]) -> None:
    """It is to be gone through again."""
    e = event.event
    wait(rows, event, f"fill_section:{e.section}", e.group, from_party=e.by, title=e.reason)


def talk_awaited(rows: Rows, event: Recorded[events.TalkAwaited]) -> None:
    """The key person is to be talked to."""
    e = event.event
    wait(rows, event, f"talk_to:{e.fact}", e.group)


def talk_no_longer_awaited(
    rows: Rows, event: Recorded[events.TalkedTo | events.FactWithdrawn | events.FactAnnulled]
) -> None:
    """The person was; or is no key person any more."""
    done(rows, f"talk_to:{event.event.fact}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.SectionOpened: section_opened,
    events.SectionRefreshed: section_refreshed,
    events.SectionReturned: section_returned,
    events.TalkAwaited: talk_awaited,
    events.TalkedTo: talk_no_longer_awaited,
    events.FactWithdrawn: talk_no_longer_awaited,
    events.FactAnnulled: talk_no_longer_awaited,
    events.HandedOver: nothing_left,
    events.Annulled: nothing_left,
}
