"""A task order in the small city that is fed back late, and whoever urges because of it."""

import datetime
from typing import Any, Final

import pytest

from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command, Event
from domain.urgings import commands
from domain.urgings.state import Urging
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)
from tests.domain.task_orders import desk as orders
from tests.domain.world import World

DUE: Final = datetime.date(2026, 1, 9)
ORDER: Final = stream("task_order", "first")
PARTIES: Final = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP)


class Desk:
    """Both groups owe the office feedback on an order."""

    def __init__(self) -> None:
        self.order = orders.Desk("urgings")
        self.order.act(OFFICE, "issue", orders.issue())
        self.stream = stream("urging", "first")

    @property
    def world(self) -> World:
        """The small city."""
        return self.order.world

    def act(self, party: PartyId, name: str, command: Command) -> list[Event]:
        """Let a party urge, or act on the urging."""
        actors = {**orders.ACTORS, CASE_SUPERVISION: "director"}
        return self.world.ask(
            f"urging.{name}", self.stream, command, actor=person(actors[party]), party=party
        )

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        """The act is refused, and changes nothing."""
        before = dict(self.world.streams)
        with pytest.raises(expected):
            self.act(*act)
        assert self.world.streams == before

    @property
    def state(self) -> Urging:
        """The urging."""
        found: Urging = self.world.state(self.stream)
        return found

    @property
    def owed(self) -> set[tuple[PartyId, str]]:
        """Who owes what because of the urging."""
        open_ones = self.world.stream(self.stream).obligations.values()
        return {(each.arisen.owner, each.arisen.rule) for each in open_ones}


def urge(**changes: Any) -> commands.Urge:
    """The urging, with changes."""
    plain: dict[str, Any] = {
        "kind": "reminder",
        "matter": ORDER,
        "to": EDUCATION_GROUP,
        "about": "反馈单尚未提交,请说明进展",
        "due": DUE,
    }
    return commands.Urge(**(plain | changes))


def urged(**changes: Any) -> Desk:
    """The office urged the education group."""
    desk = Desk()
    desk.act(OFFICE, "urge", urge(**changes))
    return desk


def answer() -> commands.Answer:
    """What the urged party says."""
    return commands.Answer(text="三日内提交")
