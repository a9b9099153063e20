"""What is asked of parties and answered (`domain.asking`): whatever it is, it waits and goes alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from domain.model import Event, Recorded
from domain.registry import Travel
from projections.flow_items import FLOWS, annulled, move, send
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A thing asked: ``name`` is how its flow is called, ``answer`` that of each answer to it.

    The events have the fields that all such events have: ``issuer``; ``to`` while it is asked (and
    ``due`` where an answer is), ``by`` once a party acts; ``reason`` where an answer is returned.
    """

    name: str
    answer: str
    addressed: type[Event]
    answer_asked: type[Event]
    acknowledged: type[Event]
    answered: type[Event]
    returned: type[Event]
    accepted: type[Event]
    annulled: type[Event]
    sent_back: type[Event] | None = None
    """That a party sends it back unanswered, where it may; asked once more, it is answered as ever."""

    travel: Travel | None = None
    """How it goes to other jurisdictions, where it does."""

    def inbox(self) -> Mapping[type[Event], Handler]:
        """What waits: to sign, to answer, to judge the answer, to answer again."""
        return {
            self.addressed: partial(_to_sign, name=self.name),
            self.answer_asked: partial(_to_answer, name=self.name),
            self.acknowledged: partial(_signed, name=self.name),
            self.answered: partial(_to_judge, name=self.name),
            self.returned: _to_answer_again,
            self.accepted: _judged,
            self.annulled: nothing_left,
            **self._unanswered(partial(_to_redirect, name=self.name)),
            **self._abroad(_not_delivered, _seen_to, partial(_taken_back, name=self.name)),
        }

    def flows(self) -> Mapping[type[Event], Handler]:
        """What goes: the thing itself, and each answer."""
        return {
            self.addressed: partial(_sent, name=self.name),
            self.acknowledged: partial(_received, name=self.name),
            self.answered: partial(_answered, answer=self.answer),
            self.returned: partial(_returned, answer=self.answer),
            self.accepted: partial(_accepted, answer=self.answer),
            self.annulled: annulled,
            **self._unanswered(partial(_came_back, name=self.name)),
            **self._abroad(None, None, partial(_withdrawn, name=self.name)),
        }

    def _unanswered(self, handler: Handler) -> Mapping[type[Event], Handler]:
        """What becomes of what comes back unanswered."""
        return {} if self.sent_back is None else {self.sent_back: handler}

    def _abroad(
        self, failed: Handler | None, resent: Handler | None, recalled: Handler | None
    ) -> Mapping[type[Event], Handler]:
        """What becomes of a dispatch to another jurisdiction."""
        if self.travel is None:
            return {}
        kinds = (self.travel.failed, self.travel.resent, self.travel.recalled)
        found = zip(kinds, (failed, resent, recalled), strict=True)
        return {kind: handler for kind, handler in found if handler is not None}


def _to_sign(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e = event.event
    wait(rows, event, f"sign_{name}:{e.to}", e.to, from_party=e.issuer)


def _to_answer(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e = event.event
    done(rows, f"redirect:{e.to}")
    wait(rows, event, f"answer_{name}:{e.to}", e.to, from_party=e.issuer, due=e.due)


def _signed(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    done(rows, f"sign_{name}:{event.event.by}")


def _to_redirect(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    """Who asked is to put it right and to send it out again."""
    e = event.event
    done(rows, f"answer_{name}:{e.by}")
    wait(rows, event, f"redirect:{e.by}", e.issuer, from_party=e.by, title=e.reason)


def _to_judge(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e = event.event
    done(rows, f"answer_{name}:{e.by}", f"answer_again:{e.by}")
    wait(rows, event, f"judge_answer:{e.by}", e.issuer, from_party=e.by)


def _to_answer_again(rows: Rows, event: Recorded[Any]) -> None:
    e = event.event
    done(rows, f"judge_answer:{e.by}")
    wait(rows, event, f"answer_again:{e.by}", e.by, from_party=e.issuer, title=e.reason)


def _judged(rows: Rows, event: Recorded[Any]) -> None:
    done(rows, f"judge_answer:{event.event.by}")


def _sent(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e = event.event
    send(rows, event, f"{name}:{e.to}", (e.issuer, e.to))


def _received(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e, day = event.event, event.event.occurred.date
    move(rows, f"{name}:{e.by}", status="closed", acknowledged=day, closed=day)


def _came_back(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e, day = event.event, event.event.occurred.date
    move(rows, f"{name}:{e.by}", status="returned", answered=day, closed=day, reason=e.reason)


def _answered(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    """An answer on its way; a better one goes the same way again."""
    e = event.event
    flow = f"{answer}:{e.by}"
    if rows.get(FLOWS, flow) is None:
        send(rows, event, flow, (e.by, e.issuer))
    else:
        move(rows, flow, status="sent", answered=None, closed=None, reason=None)


def _returned(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    e, day = event.event, event.event.occurred.date
    move(rows, f"{answer}:{e.by}", status="returned", answered=day, reason=e.reason)


def _accepted(rows: Rows, event: Recorded[Any], *, answer: str) -> None:
    e, day = event.event, event.event.occurred.date
    move(rows, f"{answer}:{e.by}", status="accepted", answered=day, closed=day)


def _not_delivered(rows: Rows, event: Recorded[Any]) -> None:
    """Whoever sent it is to send it again, or to recall it."""
    e = event.event
    wait(rows, event, f"resend_or_recall:{e.to}", e.by, title=e.obstacle)


def _seen_to(rows: Rows, event: Recorded[Any]) -> None:
    done(rows, f"resend_or_recall:{event.event.to}")


def _taken_back(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    to = event.event.to
    done(rows, f"resend_or_recall:{to}", f"sign_{name}:{to}", f"answer_{name}:{to}")


def _withdrawn(rows: Rows, event: Recorded[Any], *, name: str) -> None:
    e = event.event
    move(
        rows,
        f"{name}:{e.to}",
        status="withdrawn",
        closed=e.occurred.date,
        reason=e.reason,
    )
