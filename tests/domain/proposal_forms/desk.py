"""A task order in the small city, and a proposal form that comes of it."""

import datetime
from typing import Any, Final

import pytest

from domain.errors import Refusal
from domain.ids import PartyId
from domain.model import Command, Event, OnBehalf
from domain.proposal_forms import commands
from domain.proposal_forms.state import ProposalForm
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, PARTY_GROUP, person, stream
from tests.domain.task_orders import desk as orders
from tests.domain.world import World

DUE: Final = datetime.date(2026, 1, 30)
ORDER: Final = stream("task_order", "first")
LETTER: Final = OnBehalf(
    party=PARTY_GROUP, letter="教党函1号", scan="0" * 64, checked_by=person("group-deputy")
)
"""The Party group is off the system: the group stationed there enters its acts."""


class Desk:
    """An order went to the education group, which proposes something to its Party group."""

    def __init__(self) -> None:
        self.order = orders.Desk("proposal-forms")
        self.order.act(OFFICE, "issue", orders.issue(parties=(EDUCATION_GROUP,), departments=()))
        self.stream = stream("proposal_form", "first")

    @property
    def world(self) -> World:
        """The small city."""
        return self.order.world

    def act(self, party: PartyId, name: str, command: Command) -> list[Event]:
        """Let a party act on the proposal."""
        actor = person(orders.ACTORS[party])
        return self.world.ask(
            f"proposal_form.{name}", self.stream, command, actor=actor, party=party
        )

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        """The act is refused, and changes nothing."""
        before = dict(self.world.streams)
        with pytest.raises(expected):
            self.act(*act)
        assert self.world.streams == before

    @property
    def state(self) -> ProposalForm:
        """The proposal."""
        found: ProposalForm = self.world.state(self.stream)
        return found

    @property
    def owed(self) -> set[tuple[PartyId, str]]:
        """Who owes what because of the proposal."""
        open_ones = self.world.stream(self.stream).obligations.values()
        return {(each.arisen.owner, each.arisen.rule) for each in open_ones}


def issue(**changes: Any) -> commands.Issue:
    """The proposal, with changes."""
    plain: dict[str, Any] = {
        "title": "关于规范配餐招标的建议",
        "text": "建议公开招标过程",
        "supervision": "stationed",
        "basis": "任务单反馈的问题",
        "task_order": ORDER,
        "to": PARTY_GROUP,
        "due": DUE,
    }
    return commands.Issue(**(plain | changes))


def issued(**changes: Any) -> Desk:
    """A proposal that was issued."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "issue", issue(**changes))
    return desk


def answer(**changes: Any) -> commands.Answer:
    """The Party group's answer, entered for it, with changes."""
    plain: dict[str, Any] = {"text": "已公开招标", "on_behalf": LETTER}
    return commands.Answer(**(plain | changes))


ANSWERING: Final = (EDUCATION_GROUP, "answer", answer())
PARTIES: Final = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
