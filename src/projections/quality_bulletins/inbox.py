"""What waits for whom because of a bulletin, beside its notice: answers about running matters."""

from typing import Final

from domain.model import Event, Recorded
from domain.quality_bulletins import events
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def running_listed(rows: Rows, event: Recorded[events.RunningListed]) -> None:
    """The body is to answer."""
    e = event.event
    wait(rows, event, f"answer_running_matter:{e.item}", e.body, from_party=e.issuer)


def replied(rows: Rows, event: Recorded[events.Replied]) -> None:
    """The issuer is to accept the answer or send it back."""
    e = event.event
    done(rows, f"answer_running_matter:{e.item}")
    wait(rows, event, f"judge_running_matter:{e.item}", e.issuer, from_party=e.body)


def reply_judged(rows: Rows, event: Recorded[events.ReplyReturned | events.ReplyAccepted]) -> None:
    """Accepted; or to be given anew."""
    e = event.event
    done(rows, f"judge_running_matter:{e.item}")
    if isinstance(e, events.ReplyReturned):
        item = f"answer_running_matter:{e.item}"
        wait(rows, event, item, e.body, from_party=e.issuer, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.RunningListed: running_listed,
    events.Replied: replied,
    events.ReplyReturned: reply_judged,
    events.ReplyAccepted: reply_judged,
    events.Annulled: nothing_left,
}
