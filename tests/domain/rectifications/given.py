"""What was done with a rectification item before a test begins."""

import datetime
from dataclasses import replace
from typing import Any

from domain.ids import PartyId
from domain.model import Command, Event, OnBehalf
from domain.rectifications import commands
from domain.rectifications.state import Rectification
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
)

UNIT = PartyId("education")
DUE = datetime.date(2026, 2, 27)
DIGEST = "a" * 64
CHAIN = (
    commands.Responsible(level="party_organisation", party=PARTY_GROUP, post="党组"),
    commands.Responsible(level="section_head", party=UNIT, post="后勤科科长"),
)


class Desk(FamilyDesk[Rectification]):
    """The small city on a Monday in January, and one item; the Party group's acts are entered for it."""

    family = "rectification"
    mechanisms = ("rectifications",)

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        acting = EDUCATION_GROUP if party == PARTY_GROUP else party
        return super().act(acting, name, command, actor=actor)

    def by_letter(self, name: str, command: Command) -> list[Event]:
        """An act of the Party group, which is not on the system, entered from its letter."""
        return self.act(PARTY_GROUP, name, in_letter(command))

    def by_party_group(self, name: str, kind: type[Command], **fields: Any) -> list[Event]:
        return self.by_letter(name, kind(**fields))


def in_letter(command: Command) -> Command:
    """The command as the group enters it for the Party group."""
    letter = OnBehalf(
        party=PARTY_GROUP, letter="函〔2026〕1号", scan=DIGEST, checked_by=person("group-clerk")
    )
    return replace(command, on_behalf=letter)


def raise_problem(**changes: Any) -> commands.RaiseProblem:
    plain: dict[str, Any] = {
        "origin": "daily_supervision",
        "title": "学校配餐招标程序不规范",
        "unit": UNIT,
    }
    return commands.RaiseProblem(**(plain | changes))


def assign(**changes: Any) -> commands.Assign:
    plain: dict[str, Any] = {
        "party": PARTY_GROUP,
        "responsible": CHAIN,
        "verifier": OFFICE,
        "due": DUE,
    }
    return commands.Assign(**(plain | changes))


def raised(**changes: Any) -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "raise_problem", raise_problem(**changes))
    return desk


def assigned(**changes: Any) -> Desk:
    desk = raised()
    desk.act(EDUCATION_GROUP, "assign", assign(**changes))
    return desk


def planned() -> Desk:
    desk = assigned()
    measures = tuple(commands.Measure(text=f"措施{n}", due=DUE) for n in (1, 2))
    desk.by_party_group("set_measures", commands.SetMeasures, measures=measures)
    return desk


def evidence(*measures: int) -> tuple[commands.Evidence, ...]:
    return tuple(commands.Evidence(title="公告", digest=DIGEST, measure=n) for n in measures)


def reported() -> Desk:
    desk = planned()
    desk.by_party_group("file_evidence", commands.FileEvidence, evidence=evidence(1, 2))
    desk.by_party_group("report_completion", commands.ReportCompletion, text="已完成")
    return desk


def verified() -> Desk:
    desk = reported()
    desk.act(OFFICE, "verify", commands.Verify(manner="on_site", text="属实"))
    return desk


def signed_off() -> Desk:
    desk = verified()
    desk.act(EDUCATION_GROUP, "sign_off", commands.SignOff())
    return desk
