"""What waits for whom around an integrity opinion."""

from typing import Final

from domain.integrity_opinions import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def asked(rows: Rows, event: Recorded[events.Asked]) -> None:
    """The group is to answer."""
    e = event.event
    wait(rows, event, "give_opinion", e.group, from_party=e.asked_by, title=e.purpose, due=e.due)


def answered(rows: Rows, event: Recorded[events.Answered]) -> None:
    """Who asked is to accept it or send it back."""
    e = event.event
    done(rows, "give_opinion", "clarify_opinion")
    wait(rows, event, "judge_opinion", e.asked_by, from_party=e.group)


def returned(rows: Rows, event: Recorded[events.AnswerReturned]) -> None:
    """The group is to give a clearer one."""
    e = event.event
    done(rows, "judge_opinion")
    wait(rows, event, "clarify_opinion", e.group, from_party=e.asked_by, title=e.reason)


def accepted(rows: Rows, _: Recorded[events.AnswerAccepted]) -> None:
    """Accepted."""
    done(rows, "judge_opinion")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Asked: asked,
    events.Answered: answered,
    events.AnswerReturned: returned,
    events.AnswerAccepted: accepted,
    events.Annulled: nothing_left,
}
