"""The adjudication office of the small city, and leads of its groups to look at."""

import datetime
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from domain.ids import ObligationId, PartyId, StreamId
from domain.leads import commands as leads
from domain.leads.values import Standing, Subject
from domain.model import Concerns, Event, Occurred
from domain.obligations.events import Arisen
from domain.obligations.state import Obligation
from domain.quality_reviews import commands
from domain.quality_reviews.state import QualityReview, record_of
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    ADJUDICATION,
    EDUCATION_GROUP,
    OFFICE,
    person,
    stream,
)

ACTORS = {**HEADS, ADJUDICATION: "reviewer", EDUCATION_GROUP: "group-handler"}
CHIEF = person("chief")


class Desk(FamilyDesk[QualityReview]):
    """The small city on a Monday in January, and one review."""

    family = "quality_review"
    mechanisms = (
        "quality-reviews",
        "quality-scoring",
    )
    actors = ACTORS

    def __init__(self, name: str = "first") -> None:
        super().__init__()
        self.stream = stream("quality_review", name)

    def another(self, name: str) -> None:
        """Go on with another review."""
        self.stream = stream("quality_review", name)

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

    def record(self, body: PartyId = EDUCATION_GROUP) -> QualityReview:
        """The quality record of a body."""
        found: QualityReview = self.world.state(record_of(self.world.jurisdiction.code, body))
        return found


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


def overdue(desk: Desk, matter: StreamId, cause: str, *, owner: PartyId = EDUCATION_GROUP) -> str:
    """Let something be overdue in a matter."""
    identifier = ObligationId("owed")
    day = datetime.date(2026, 1, 2)
    arisen = Arisen(
        occurred=Occurred(date=day),
        concerns=Concerns(parties=(owner,), visibility="obligation:owed"),
        obligation=identifier,
        title_zh="办理",
        title_en="do",
        owner=owner,
        owed_to=OFFICE,
        mechanism="m",
        rule="r",
        basis="b",
        cause=cause,
        cause_version=1,
        start=day,
        limit="1 day",
        due=day,
        provisional=False,
    )
    owed = MappingProxyType({identifier: Obligation(arisen, status="overdue")})
    desk.world.streams[matter] = replace(desk.world.stream(matter), obligations=owed)
    return identifier
