"""The adjudication office of the small city, and leads of its groups to look at."""

import datetime
from typing import Any

import pytest

from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.leads import commands as leads
from domain.leads.values import Standing, Subject
from domain.model import Command, Event
from domain.obligations.events import Arisen
from domain.quality_reviews import commands
from domain.quality_reviews.state import QualityReview, record_of
from tests.domain.small import (
    ADJUDICATION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    person,
    small,
    stream,
)
from tests.domain.world import World

ACTORS = {
    ADJUDICATION: "reviewer",
    EDUCATION_GROUP: "group-handler",
    HEALTH_GROUP: "health-head",
    COMMISSION: "chief",
}
CHIEF = person("chief")


class Desk:
    """The small city on a Monday in January, and one review."""

    def __init__(self, name: str = "first") -> None:
        self.world: World = small("quality-reviews", "quality-scoring")
        self.stream = stream("quality_review", name)

    def another(self, name: str) -> None:
        """Go on with another review."""
        self.stream = stream("quality_review", name)

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        who = person(actor or ACTORS[party])
        return self.world.ask(
            f"quality_review.{name}", self.stream, command, actor=who, party=party
        )

    def lead(self, name: str = "lead", *, of: PartyId = EDUCATION_GROUP) -> StreamId:
        """A lead that a group found and holds."""
        found = stream("lead", name)
        if found not in self.world.streams:
            subject = Subject(
                person=person("named"),
                name="某某",
                post="科长",
                standing=Standing(post_level="unit_managed"),
            )
            received = leads.Receive(
                source="found_in_supervision",
                regime="both",
                secrecy="internal",
                subjects=(subject,),
                content="某事",
            )
            self.world.ask("lead.receive", found, received, actor=person(ACTORS[of]), party=of)
        return found

    @property
    def state(self) -> QualityReview:
        found: QualityReview = self.world.state(self.stream)
        return found

    def record(self, body: PartyId = EDUCATION_GROUP) -> QualityReview:
        """The quality record of a body."""
        found: QualityReview = self.world.state(record_of(self.world.jurisdiction.code, body))
        return found

    def owed(self) -> set[tuple[PartyId, str]]:
        open_ones = self.world.stream(self.stream).obligations.values()
        return {(each.owner, each.arisen.rule) for each in open_ones}

    def refuses(self, expected: type[Refusal], *act: Any, **options: Any) -> None:
        before = dict(self.world.streams)
        with pytest.raises(expected):
            self.act(*act, **options)
        assert self.world.streams == before


def opening(subject: StreamId, **changes: Any) -> commands.Open:
    """A daily review of a matter of the education group."""
    plain: dict[str, Any] = {
        "kind": "daily",
        "subject": subject,
        "body": EDUCATION_GROUP,
        "title": "日常评查第一件",
    }
    return commands.Open(**(plain | changes))


def opened(**changes: Any) -> Desk:
    """A desk on which a review was opened today."""
    desk = Desk()
    desk.act(ADJUDICATION, "open", opening(desk.lead(), **changes))
    return desk


def find(desk: Desk, *criteria: str) -> None:
    """Record a finding by each criterion."""
    for criterion in criteria:
        found = commands.RecordFinding(criterion=criterion, text="发现")
        desk.act(ADJUDICATION, "record_finding", found)


def completed(*criteria: str) -> Desk:
    """A review that is completed, with a finding by each criterion."""
    desk = opened()
    find(desk, *criteria)
    complete(desk)
    return desk


def complete(desk: Desk) -> list[Event]:
    """Complete the review at hand."""
    return desk.act(ADJUDICATION, "complete", commands.Complete(opinion="意见"))


def dues(told: list[Event]) -> set[datetime.date]:
    """When what arose is due."""
    return {each.due for each in told if isinstance(each, Arisen)}
