"""A sweep in the small city: the group at education with its host, or an office with all groups."""

import datetime
from typing import Any

from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment
from domain.leads import commands as leads
from domain.leads.values import Standing, Subject
from domain.model import Event
from domain.sweeps import commands
from domain.sweeps.state import Sweep
from domain.sweeps.values import Matter
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    found_lead,
    person,
)

UNIT = PartyId("education")
ACTORS = {**HEADS, CASE_SUPERVISION: "keeper", UNIT: "unit-head"}
CHIEF = person("chief")
DUE = datetime.date(2026, 1, 15)


def subject(name: str = "zhang") -> Subject:
    return Subject(
        person=person(name),
        name=name,
        pseudonym=f"hmac:{name}",
        post="科长",
        standing=Standing(post_level="unit_managed"),
    )


def matter(*names: str, **changes: Any) -> Matter:
    plain: dict[str, Any] = {
        "title": "食堂采购",
        "content": "采购价偏高",
        "persons": tuple(map(subject, names or ("zhang",))),
    }
    return Matter(**(plain | changes))


def convene(**changes: Any) -> commands.Convene:
    plain: dict[str, Any] = {
        "kind": "with_party_group",
        "title": "联合排查",
        "parties": (UNIT,),
        "begins": datetime.date(2025, 1, 1),
        "ends": datetime.date(2025, 12, 31),
        "due": DUE,
    }
    return commands.Convene(**(plain | changes))


ALL_GROUPS: dict[str, Any] = {"kind": "all_groups", "parties": (EDUCATION_GROUP, HEALTH_GROUP)}


class Desk(FamilyDesk[Sweep]):
    """The small city on a Monday in January, and one sweep."""

    family = "sweep"
    mechanisms = ("sweeps",)
    actors = ACTORS

    def __init__(self, convener: PartyId | None = None, **changes: Any) -> None:
        super().__init__()
        held = Appointment(serial=1, party=UNIT, role="head", begins=self.world.today)
        who = person("unit-head")
        self.world.jurisdiction = self.world.jurisdiction.with_person(who).with_appointment(
            who, held
        )
        if convener is not None:
            self.act(convener, "convene", convene(**changes))

    def hand_in(self, party: PartyId, *matters: Matter) -> list[Event]:
        return self.act(party, "hand_in", commands.HandIn(matters=matters))

    def lead(
        self,
        party: PartyId,
        name: str = "first",
        *,
        person_name: str = "zhang",
        number: bool = True,
    ) -> StreamId:
        """A lead about somebody that the party holds; with a number if its organ has a register."""
        who = person(ACTORS[party])
        lead = found_lead(self.world, name, party=party, by=who, about=person_name)
        if number:
            self.world.ask("lead.register", lead, leads.Register(), actor=who, party=party)
        return lead


def joint() -> Desk:
    """The group at education sweeps with its host."""
    return Desk(EDUCATION_GROUP)


def of_all() -> Desk:
    """Office 1 has both groups sweep."""
    return Desk(OFFICE, **ALL_GROUPS)
