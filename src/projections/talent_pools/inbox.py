"""What waits for whom around a talent pool."""

from typing import Final

from domain.model import Event, Recorded
from domain.talent_pools import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def invited(rows: Rows, event: Recorded[events.Invited]) -> None:
    """A body is to nominate by a day."""
    e = event.event
    item = f"nominate_to_pool:{e.party}"
    wait(rows, event, item, e.party, from_party=e.organiser, due=e.nominate_by)


def waived(rows: Rows, event: Recorded[events.Waived]) -> None:
    """It does not."""
    done(rows, f"nominate_to_pool:{event.event.party}")


def nominated(rows: Rows, event: Recorded[events.Nominated | events.NominationRevised]) -> None:
    """The keeper is to look at the nomination."""
    e = event.event
    done(rows, f"nominate_to_pool:{e.party}", f"nominate_anew:{e.member}")
    wait(rows, event, f"review_nomination:{e.member}", e.organiser, from_party=e.party)


def returned(rows: Rows, event: Recorded[events.NominationReturned]) -> None:
    """It came back: the body is to nominate anew."""
    e = event.event
    done(rows, f"review_nomination:{e.member}")
    item = f"nominate_anew:{e.member}"
    wait(rows, event, item, e.party, from_party=e.organiser, title=e.reason)


def reviewed(rows: Rows, event: Recorded[events.Admitted | events.Declined]) -> None:
    """It was looked at."""
    done(rows, f"review_nomination:{event.event.member}")


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
    events.Invited: invited,
    events.Nominated: nominated,
    events.Waived: waived,
    events.NominationReturned: returned,
    events.NominationRevised: nominated,
    events.Admitted: reviewed,
    events.Declined: reviewed,
    events.GroupFormed: group_formed,
    events.SessionHeld: studied,
    events.GroupDisbanded: disbanded,
    events.Annulled: nothing_left,
}
