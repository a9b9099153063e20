"""What one side recorded and the other is to confirm (`domain.two_sides`): it waits and goes alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from domain.model import Event, Recorded
from projections.flow_items import move, send
from projections.inbox_items import done, wait
from projections.model import Handler
from projections.rows import Rows

Events = tuple[type[Event], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSided:
    """``item`` is how it waits, ``flow`` how it goes; ``serial`` names the field that tells which it is.

    The events have the fields that all such events have: ``by`` and ``other`` where it is recorded,
    ``reason`` where it is sent back or taken back, ``to`` whom it is sent back. ``again`` is how it waits
    there; a family without it says itself what waits then.
    """

    item: str
    flow: str
    serial: str
    recorded: Events
    confirmed: Events
    sent_back: Events
    taken_back: Events = ()
    again: str | None = None

    def inbox(self) -> Mapping[type[Event], Handler]:
        """What waits: to confirm it or send it back, and then to tell it anew."""
        over = (*self.confirmed, *self.taken_back)
        return {
            **dict.fromkeys(self.recorded, partial(_to_confirm, of=self)),
            **dict.fromkeys(over, partial(_waits_no_longer, of=self)),
            **dict.fromkeys(self.sent_back, partial(_back, of=self)),
        }

    def flows(self) -> Mapping[type[Event], Handler]:
        """What goes: the record, from one side to the other."""
        return {
            **dict.fromkeys(self.recorded, partial(_sent, of=self)),
            **dict.fromkeys(self.confirmed, partial(_ended, of=self, status="closed")),
            **dict.fromkeys(self.sent_back, partial(_ended, of=self, status="returned")),
            **dict.fromkeys(self.taken_back, partial(_ended, of=self, status="withdrawn")),
        }

    def key(self, kind: str, event: Recorded[Any]) -> str:
        """``kind:n``."""
        return f"{kind}:{getattr(event.event, self.serial)}"


def _to_confirm(rows: Rows, event: Recorded[Any], *, of: TwoSided) -> None:
    e = event.event
    _waits_no_longer(rows, event, of=of)
    title = getattr(e, "title", None)
    wait(rows, event, of.key(of.item, event), e.other, from_party=e.by, title=title)


def _waits_no_longer(rows: Rows, event: Recorded[Any], *, of: TwoSided) -> None:
    done(rows, *(of.key(kind, event) for kind in (of.item, of.again) if kind is not None))


def _back(rows: Rows, event: Recorded[Any], *, of: TwoSided) -> None:
    e = event.event
    _waits_no_longer(rows, event, of=of)
    if of.again is not None:
        wait(rows, event, of.key(of.again, event), e.to, from_party=e.by, title=e.reason)


def _sent(rows: Rows, event: Recorded[Any], *, of: TwoSided) -> None:
    e = event.event
    title = getattr(e, "title", None)
    send(rows, event, of.key(of.flow, event), (e.by, e.other), title=title)


def _ended(rows: Rows, event: Recorded[Any], *, of: TwoSided, status: str) -> None:
    e, day = event.event, event.event.occurred.date
    answered = {} if status == "withdrawn" else {"answered": day}
    reason = {} if status == "closed" else {"reason": e.reason}
    move(rows, of.key(of.flow, event), status=status, closed=day, **answered, **reason)
