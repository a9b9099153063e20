"""A group in the small city that works with a department, which is off the system."""

import datetime
from typing import Any, Final

import pytest

from domain.department_requests import commands
from domain.department_requests.state import DepartmentRequest
from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command, Event, OnBehalf
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    small,
    stream,
)
from tests.domain.world import World

DUE: Final = datetime.date(2026, 1, 16)
CHIEF: Final = person("chief")
LETTER: Final = OnBehalf(
    party=PARTY_GROUP, letter="教党函2号", scan="0" * 64, checked_by=person("group-deputy")
)
"""The group stationed there enters the department's acts."""

ACTORS: Final = {
    OFFICE: "office-head",
    EDUCATION_GROUP: "group-head",
    HEALTH_GROUP: "health-head",
}
PARTIES: Final = tuple(ACTORS)


class Desk:
    """The small city, and one request."""

    def __init__(self) -> None:
        self.world: World = small("department-requests")
        self.stream = stream("department_request", "first")

    def act(self, party: PartyId, name: str, command: Command) -> list[Event]:
        """Let a party act on the request."""
        return self.world.ask(
            f"department_request.{name}",
            self.stream,
            command,
            actor=person(ACTORS[party]),
            party=party,
        )

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        """The act is refused, and changes nothing."""
        before = dict(self.world.streams)
        with pytest.raises(expected):
            self.act(*act)
        assert self.world.streams == before

    @property
    def state(self) -> DepartmentRequest:
        """The request."""
        found: DepartmentRequest = self.world.state(self.stream)
        return found

    @property
    def owed(self) -> set[tuple[PartyId, str]]:
        """Who owes what because of the request."""
        open_ones = self.world.stream(self.stream).obligations.values()
        return {(each.arisen.owner, each.arisen.rule) for each in open_ones}


def items(*fields: str) -> tuple[commands.Item, ...]:
    """These fields, filled in."""
    return tuple(commands.Item(field=field, text=f"{field}若干") for field in fields)


def ask(**changes: Any) -> commands.Issue:
    """A request for data, with changes; the procedure asks for ``unit`` and ``period`` besides."""
    plain: dict[str, Any] = {
        "kind": "data",
        "title": "调取配餐合同清单",
        "text": "请提供供应商和金额",
        "basis": "专项监督方案",
        "to": PARTY_GROUP,
        "fields": ("supplier", "period"),
        "due": DUE,
    }
    return commands.Issue(**(plain | changes))


def share(**changes: Any) -> commands.Issue:
    """A finding that the department shares with the other group, with changes."""
    plain: dict[str, Any] = {
        "kind": "finding",
        "title": "通报专项检查发现",
        "text": "两家供应商相同",
        "basis": "专项检查报告",
        "to": HEALTH_GROUP,
        "items": items("unit", "period", "amount"),
        "due": DUE,
        "on_behalf": LETTER,
    }
    return commands.Issue(**(plain | changes))


def asked(**changes: Any) -> Desk:
    """Data were asked."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "issue", ask(**changes))
    return desk


def supply(**changes: Any) -> commands.Answer:
    """What was asked, entered for the department, with changes."""
    plain: dict[str, Any] = {"items": items("unit", "period", "supplier"), "on_behalf": LETTER}
    return commands.Answer(**(plain | changes))
