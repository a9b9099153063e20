"""What waits in a sweep: to hand in, to check for repeats, to settle, to conclude."""

from typing import Final

from domain.model import Event, Recorded
from domain.sweeps import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def convened(rows: Rows, event: Recorded[events.Convened]) -> None:
    """The convener is to conclude it."""
    e = event.event
    wait(rows, event, "conclude_sweep", e.convener, title=e.title)


def concluded(rows: Rows, _: Recorded[events.Concluded]) -> None:
    """It did."""
    done(rows, "conclude_sweep")


def asked(rows: Rows, event: Recorded[events.PartyAsked]) -> None:
    """A party is to hand in by a day."""
    e = event.event
    wait(rows, event, f"hand_in:{e.party}", e.party, from_party=e.convener, due=e.due)


def returned(rows: Rows, event: Recorded[events.HandInReturned]) -> None:
    """It is to look again."""
    e = event.event
    wait(rows, event, f"hand_in:{e.party}", e.party, from_party=e.convener, title=e.reason)


def party_done(rows: Rows, event: Recorded[events.HandedIn | events.PartyExcused]) -> None:
    """It handed in all there is, or need not."""
    done(rows, f"hand_in:{event.event.party}")


def handed_in(rows: Rows, event: Recorded[events.MatterHandedIn]) -> None:
    """The convener is to say what becomes of it."""
    e = event.event
    item = f"settle_matter:{e.matter}"
    wait(rows, event, item, e.convener, from_party=e.party, title=e.handed_in.title)


def suspected(rows: Rows, event: Recorded[events.RepeatSuspected]) -> None:
    """Case supervision is to look first."""
    e = event.event
    wait(rows, event, f"check_repeat:{e.matter}", e.case_supervision)


def checked(rows: Rows, event: Recorded[events.RepeatConfirmed | events.RepeatDismissed]) -> None:
    """It did."""
    done(rows, f"check_repeat:{event.event.matter}")


def matter_done(rows: Rows, event: Recorded[events.MatterSettled | events.MatterAnnulled]) -> None:
    """It is known what became of it."""
    done(rows, f"settle_matter:{event.event.matter}", f"check_repeat:{event.event.matter}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Convened: convened,
    events.Concluded: concluded,
    events.PartyAsked: asked,
    events.HandInReturned: returned,
    events.HandedIn: party_done,
    events.PartyExcused: party_done,
    events.MatterHandedIn: handed_in,
    events.RepeatSuspected: suspected,
    events.RepeatConfirmed: checked,
    events.RepeatDismissed: checked,
    events.MatterSettled: matter_done,
    events.MatterAnnulled: matter_done,
    events.Annulled: nothing_left,
}
