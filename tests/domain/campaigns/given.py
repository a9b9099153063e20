"""A campaign of supervision office 1 in the small city, screened by two groups, and how far it came."""

import datetime
from dataclasses import replace
from typing import Any

from domain.campaigns import commands
from domain.campaigns.state import Campaign
from domain.campaigns.values import Decision, ObjectLine, Paper
from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment
from domain.model import Command, Event
from domain.scheme import Scheme
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    FOLDER,
    HEALTH_GROUP,
    OFFICE,
    found_lead,
    person,
    stream,
)

EDUCATION = PartyId("education")
ACTORS = {**HEADS, EDUCATION: "unit-head"}
MECHANISM = FOLDER.parents[1] / "schemes" / "mechanisms" / "campaigns.toml"
CHIEF = person("chief")
DUE = datetime.date(2026, 1, 30)
FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2025, 12, 31)
VOUCHER = Paper(title="入库凭证", digest="ab" * 32)
DECISION = Decision(
    issuer="市委", document="试发〔2025〕8号", title="配餐管理", decided=datetime.date(2025, 11, 3)
)


def guarantee(amount: int | None = 5_000_000, **changes: Any) -> ObjectLine:
    plain: dict[str, Any] = {
        "kind": "guarantee",
        "title": "为某公司贷款提供担保",
        "unit": EDUCATION,
        "decided": datetime.date(2024, 5, 20),
        "amount": amount,
    }
    return ObjectLine(**(plain | changes))


def item(kind: str = "duty", **changes: Any) -> ObjectLine:
    plain: dict[str, Any] = {
        "kind": kind,
        "title": "供餐单位准入",
        "unit": EDUCATION,
        "clause": "第三条",
    }
    return ObjectLine(**(plain | changes))


def plan(**changes: Any) -> commands.Plan:
    plain: dict[str, Any] = {
        "kind": "special_rectification",
        "title": "投资担保专项整治",
        "basis": "年度方案",
        "begins": FIRST,
        "ends": LAST,
    }
    return commands.Plan(**(plain | changes))


class Desk(FamilyDesk[Campaign]):
    """The small city on a Monday in January, and one campaign."""

    family = "campaign"
    mechanisms = ("campaigns",)
    actors = ACTORS

    def __init__(self, *lines: ObjectLine, rules: str = "", **changes: Any) -> None:
        super().__init__()
        if rules:
            self.adopt(rules)
        self.with_unit_on_system()
        self.act(OFFICE, "plan", plan(**changes))
        if lines:
            self.act(OFFICE, "list_objects", commands.ListObjects(objects=lines))
            self.act(OFFICE, "fix_list", commands.FixList())

    def adopt(self, rules: str) -> None:
        """Rules that a city adds of its own."""
        files = (FOLDER / "small.toml", MECHANISM)
        text = "\n".join((*(file.read_text("utf-8") for file in files), rules))
        self.world.jurisdiction = replace(self.world.jurisdiction, scheme=Scheme.parse(text))

    def with_unit_on_system(self) -> None:
        """The unit has somebody who acts for it."""
        who = person("unit-head")
        begins = self.world.today
        held = Appointment(serial=1, party=EDUCATION, role="head", begins=begins)
        self.world.jurisdiction = self.world.jurisdiction.with_person(who).with_appointment(
            who, held
        )

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        """As every desk; ``consultation.hold`` and the like act on a meeting."""
        if name.startswith("consultation."):
            who = person(self.actors[party])
            return self.world.ask(
                name, stream("consultation", "first"), command, actor=who, party=party
            )
        return super().act(party, name, command, actor=actor)

    def assign(self, party: PartyId, *objects: int, due: datetime.date = DUE) -> list[Event]:
        return self.act(OFFICE, "assign", commands.Assign(party=party, objects=objects, due=due))

    def screen(self, party: PartyId, key: int, *texts: str) -> list[Event]:
        found = tuple(commands.Find(text=text) for text in texts)
        return self.act(party, "screen", commands.Screen(object=key, findings=found))

    def lead(self, party: PartyId = EDUCATION_GROUP, name: str = "first") -> StreamId:
        """A lead that the party received."""
        return found_lead(self.world, name, party=party, by=person(ACTORS[party]))

    def to_lead(self, finding: int, lead: StreamId, party: PartyId = EDUCATION_GROUP) -> None:
        self.act(
            party,
            "settle_finding",
            commands.SettleFinding(finding=finding, outcome="lead", matter=lead),
        )


def found() -> Desk:
    """Two guarantees; the first with one finding, the second still to be screened."""
    desk = Desk(guarantee(), guarantee(7_000_000))
    desk.assign(EDUCATION_GROUP, 1)
    desk.assign(HEALTH_GROUP, 2)
    desk.screen(EDUCATION_GROUP, 1, "未经集体研究")
    return desk


def asked() -> Desk:
    """The finding is to be put right by the unit."""
    desk = found()
    ask = commands.AskCorrection(finding=1, text="请完善程序", due=DUE)
    desk.act(EDUCATION_GROUP, "ask_correction", ask)
    return desk
