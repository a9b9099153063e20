"""A meeting in the small city, and the commands with which parties act on it."""

import datetime
from typing import Any

from domain.consultations import commands
from domain.consultations.state import Consultation
from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.leads.state import Lead
from domain.model import Command, Event
from domain.streams import StreamState
from tests.domain.desk import refused
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    small,
    stream,
)
from tests.domain.world import World

MEETING = stream("consultation", "meeting")
PLANNED = datetime.date(2026, 1, 20)
DUE = datetime.date(2026, 2, 27)
ACTORS = {
    CASE_SUPERVISION: "director",
    OFFICE: "office-head",
    EDUCATION_GROUP: "group-head",
    HEALTH_GROUP: "health-head",
}


class Room:
    """A meeting in the small city, on which parties act one after the other."""

    def __init__(self, *mechanisms: str) -> None:
        self.world: World = small(*mechanisms)

    def act(
        self, party: PartyId, name: str, command: Command, actor: str | None = None
    ) -> list[Event]:
        return self.world.ask(
            f"consultation.{name}",
            MEETING,
            command,
            actor=person(actor or ACTORS[party]),
            party=party,
        )

    @property
    def state(self) -> Consultation:
        found: Consultation = self.world.state(MEETING)
        return found

    def lead(self, name: str, holder: PartyId, **changes: Any) -> StreamId:
        """A lead in the hands of a party, as if its own actions had brought it there."""
        found = stream("lead", name)
        state = Lead(**{"stage": "handling", "holder": holder, "handling_party": holder} | changes)
        self.world.streams[found] = StreamState(found, 7, state)
        return found


def convene(**changes: Any) -> commands.Convene:
    plain: dict[str, Any] = {
        "kind": "topical",
        "title": "专题会商",
        "parties": (EDUCATION_GROUP, OFFICE),
        "planned": PLANNED,
        "agenda": (commands.AgendaItem(title="学校配餐"),),
    }
    return commands.Convene(**(plain | changes))


def present(*parties: PartyId) -> tuple[commands.Attendance, ...]:
    return tuple(
        commands.Attendance(party=each, persons=(person(ACTORS[each]),)) for each in parties
    )


def hold(**changes: Any) -> commands.Hold:
    plain: dict[str, Any] = {
        "present": present(CASE_SUPERVISION, EDUCATION_GROUP),
        "absent": (commands.Absence(party=OFFICE, reason="外出办案"),),
        "minutes": "会议纪要",
    }
    return commands.Hold(**(plain | changes))


def item(owner: PartyId = EDUCATION_GROUP, due: datetime.date = DUE) -> commands.ActionItem:
    return commands.ActionItem(owner=owner, due=due, text="检查三所学校")


def conclude(*items: commands.ActionItem, **changes: Any) -> commands.Conclude:
    return commands.Conclude(conclusions=("开展联合检查",), action_items=items, **changes)


def convened(**changes: Any) -> Room:
    room = Room()
    room.act(CASE_SUPERVISION, "convene", convene(**changes))
    return room


def held() -> Room:
    room = convened()
    room.act(CASE_SUPERVISION, "hold", hold())
    return room


def concluded(*items: commands.ActionItem) -> Room:
    room = held()
    room.act(CASE_SUPERVISION, "conclude", conclude(*(items or (item(),))))
    return room


def assessment(*leads: StreamId, room: Room | None = None) -> Room:
    """A lead assessment meeting to which the education group brings leads."""
    room = room or Room()
    room.act(CASE_SUPERVISION, "convene", convene(kind="lead_assessment"))
    for lead in leads:
        point = commands.AgendaItem(title="研究线索", lead=lead)
        room.act(EDUCATION_GROUP, "add_agenda_item", commands.AddAgendaItem(agenda_item=point))
    return room


def refuses(expected: type[Refusal], room: Room, *act: Any, **more: Any) -> None:
    with refused(room.world, expected):
        room.act(*act, **more)
