"""What waits for whom around a review."""

from typing import Any, Final

from domain.model import Event, Recorded
from domain.quality_reviews import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The reviewer is to complete it."""
    wait(rows, event, "complete_review", event.event.reviewer, title=event.event.title)


def completed(rows: Rows, _: Recorded[events.Completed]) -> None:
    """Completed."""
    done(rows, "complete_review")


def reply_asked(rows: Rows, event: Recorded[events.ReplyAsked]) -> None:
    """The body is to answer a finding."""
    e = event.event
    wait(rows, event, f"answer_finding:{e.finding}", e.body, from_party=e.reviewer)


def replied(rows: Rows, event: Recorded[events.Replied]) -> None:
    """The reviewer is to accept the answer or send it back."""
    e = event.event
    done(rows, f"answer_finding:{e.finding}")
    wait(rows, event, f"judge_finding:{e.finding}", e.reviewer, from_party=e.body)


def reply_judged(rows: Rows, event: Recorded[events.ReplyReturned | events.ReplyAccepted]) -> None:
    """Accepted; or to be given anew."""
    e = event.event
    done(rows, f"judge_finding:{e.finding}")
    if isinstance(e, events.ReplyReturned):
        item = f"answer_finding:{e.finding}"
        wait(rows, event, item, e.body, from_party=e.reviewer, title=e.reason)


def objected(rows: Rows, event: Recorded[events.Objected]) -> None:
    """The reviewer is to decide about an objection."""
    e = event.event
    wait(rows, event, f"decide_objection:{e.finding}", e.reviewer, from_party=e.body)


def objection_decided(rows: Rows, event: Recorded[Any]) -> None:
    """Decided; upheld, nothing is to be answered any more."""
    e = event.event
    done(rows, f"decide_objection:{e.finding}")
    if isinstance(e, events.ObjectionUpheld):
        done(rows, f"answer_finding:{e.finding}", f"judge_finding:{e.finding}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.Completed: completed,
    events.ReplyAsked: reply_asked,
    events.Replied: replied,
    events.ReplyReturned: reply_judged,
    events.ReplyAccepted: reply_judged,
    events.Objected: objected,
    events.ObjectionUpheld: objection_decided,
    events.ObjectionRefused: objection_decided,
    events.Annulled: nothing_left,
}
