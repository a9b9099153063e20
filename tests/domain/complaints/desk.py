"""The petitions office of the small city, under the mechanisms that every city has."""

import datetime
from typing import Any

from domain.complaints import commands
from domain.complaints.state import Complaint
from domain.ids import PartyId
from domain.leads.values import Reporter, Standing, Subject
from domain.model import Event
from domain.obligations.events import Arisen
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    COUNTY,
    EDUCATION_GROUP,
    PETITIONS,
    person,
    stream,
)

ACTORS = {
    **HEADS,
    PETITIONS: "petitions-keeper",
    EDUCATION_GROUP: "group-handler",
    COUNTY: "county-keeper",
}
CHIEF = person("chief")


class Desk(FamilyDesk[Complaint]):
    """The small city on a Monday in January, and one complaint."""

    family = "complaint"
    mechanisms = ("complaints",)
    actors = ACTORS

    def __init__(self, name: str = "first") -> None:
        super().__init__()
        self.another(name)

    def another(self, name: str) -> None:
        """Go on with another complaint."""
        self.stream = stream("complaint", name)

    def due(self) -> dict[str, tuple[PartyId, datetime.date]]:
        """What is owed in it: owner and due date by rule."""
        open_ones = self.world.stream(self.stream).obligations.values()
        return {
            f"{o.arisen.mechanism.removeprefix('complaint-')}.{o.arisen.rule}": (o.owner, o.due)
            for o in open_ones
        }


def subject(name: str = "named", level: str = "unit_managed") -> Subject:
    """A reported person of the education bureau."""
    return Subject(
        person=person(name),
        name="某某",
        pseudonym=f"hmac:{name}",
        post="科长",
        standing=Standing(post_level=level, unit=PartyId("education")),
    )


def receive(**changes: Any) -> commands.Receive:
    """A real-name letter about a person of the education bureau."""
    plain: dict[str, Any] = {
        "channel": "letter",
        "report": "real_name",
        "about": "学校食堂招标",
        "content": "反映招标中的问题",
        "subjects": (subject(),),
        "reporter": Reporter(person=person("reporter"), name="某人", contact="电话"),
    }
    return commands.Receive(**(plain | changes))


ANONYMOUS: dict[str, Any] = {"report": "anonymous", "reporter": None}


def received(**changes: Any) -> Desk:
    """A desk on which a letter was received today."""
    desk = Desk()
    desk.act(PETITIONS, "receive", receive(**changes))
    return desk


def accepted(**changes: Any) -> Desk:
    """… registered and accepted."""
    desk = received(**changes)
    desk.act(PETITIONS, "register", commands.Register())
    desk.act(PETITIONS, "accept", commands.Accept())
    return desk


def handling(to: PartyId = EDUCATION_GROUP, **changes: Any) -> Desk:
    """… handed over and signed for."""
    desk = accepted(**changes)
    desk.act(PETITIONS, "hand_over", commands.HandOver(to=to))
    desk.act(to, "acknowledge", commands.Acknowledge())
    return desk


def concluded(**changes: Any) -> Desk:
    """… and concluded by the group."""
    desk = handling(**changes)
    desk.act(EDUCATION_GROUP, "conclude", commands.Conclude(result="verified", text="属实"))
    return desk


def arisen(told: list[Event]) -> dict[str, datetime.date]:
    """Due dates by rule of what arose."""
    return {each.rule: each.due for each in told if isinstance(each, Arisen)}
