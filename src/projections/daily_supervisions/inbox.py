"""What waits for whom in daily supervision."""

from typing import Final

from domain.daily_supervisions import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """The group is to say what came of it."""
    e = event.event
    wait(rows, event, "conclude_supervision", e.group, title=e.title)


def feedback_asked(rows: Rows, event: Recorded[events.FeedbackAsked]) -> None:
    """After a stay it is to tell somebody of it, too."""
    wait(rows, event, "feed_back_supervision", event.event.group)


def feedback_waived(rows: Rows, _: Recorded[events.FeedbackWaived]) -> None:
    """It was no stay."""
    done(rows, "feed_back_supervision")


def concluded(rows: Rows, _: Recorded[events.Concluded]) -> None:
    """It did."""
    done(rows, "conclude_supervision")


def returned(rows: Rows, event: Recorded[events.ResultReturned]) -> None:
    """It is to do so anew."""
    e = event.event
    wait(rows, event, "conclude_supervision", e.group, from_party=e.by, title=e.reason)


def fed_back(rows: Rows, event: Recorded[events.FedBack]) -> None:
    """Whoever was told is to sign for it."""
    e = event.event
    done(rows, "feed_back_supervision")
    wait(rows, event, f"sign_feedback:{e.to}", e.to, from_party=e.group)


def acknowledged(rows: Rows, event: Recorded[events.FeedbackAcknowledged]) -> None:
    """Signed for."""
    done(rows, f"sign_feedback:{event.event.by}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Recorded: recorded,
    events.FeedbackAsked: feedback_asked,
    events.FeedbackWaived: feedback_waived,
    events.Concluded: concluded,
    events.ResultReturned: returned,
    events.FedBack: fed_back,
    events.FeedbackAcknowledged: acknowledged,
    events.Annulled: nothing_left,
}
