"""What waits because something was asked: to sign, to answer, to judge the answer, to answer again."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from domain.model import Event, Recorded
from projections.asked import ASKINGS, Asking
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows


def addressed(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """One more party is to sign for it."""
    e = event.event
    wait(rows, event, f"sign_{name}:{e.to}", e.to, from_party=e.issuer)


def answer_asked(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """It is to answer too."""
    e = event.event
    wait(rows, event, f"answer_{name}:{e.to}", e.to, from_party=e.issuer, due=e.due)


def acknowledged(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """Signed for."""
    done(rows, f"sign_{name}:{event.event.by}")


def answered(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """The issuer is to accept the answer or send it back."""
    e = event.event
    done(rows, f"answer_{name}:{e.by}", f"answer_again:{e.by}")
    wait(rows, event, f"judge_answer:{e.by}", e.issuer, from_party=e.by)


def returned(rows: Rows, event: Recorded[Any]) -> None:
    """It is to be given anew."""
    e = event.event
    done(rows, f"judge_answer:{e.by}")
    wait(rows, event, f"answer_again:{e.by}", e.by, from_party=e.issuer, title=e.reason)


def accepted(rows: Rows, event: Recorded[Any]) -> None:
    """Accepted."""
    done(rows, f"judge_answer:{event.event.by}")


def _handlers(asking: Asking) -> Iterator[tuple[type[Event], Handler]]:
    name = asking.name
    yield asking.addressed, partial(addressed, name=name)
    yield asking.answer_asked, partial(answer_asked, name=name)
    yield asking.acknowledged, partial(acknowledged, name=name)
    yield asking.answered, partial(answered, name=name)
    yield asking.returned, returned
    yield asking.accepted, accepted


HANDLERS: Final = {event: handler for asking in ASKINGS for event, handler in _handlers(asking)}
"""The handlers of every thing asked."""
