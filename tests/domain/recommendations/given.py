"""What was done with a recommendation before a test begins."""

import datetime
from dataclasses import replace
from typing import Any

from domain.approvals.commands import Opine
from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.model import Command, Event, OnBehalf
from domain.recommendations import commands
from domain.recommendations.state import Recommendation
from domain.rectifications import commands as rectifications
from domain.rectifications.state import Rectification
from tests.domain.desk import owed_in, refused
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    small,
    stream,
)
from tests.domain.world import World

PARTIES = {
    "group-clerk": EDUCATION_GROUP,
    "group-deputy": EDUCATION_GROUP,
    "group-head": EDUCATION_GROUP,
    "health-head": HEALTH_GROUP,
    "office-clerk": OFFICE,
    "office-head": OFFICE,
    "director": CASE_SUPERVISION,
    "leader": COMMISSION,
    "chief": COMMISSION,
}
"""Who acts, and for which party."""

DIGEST = "a" * 64
DEADLINE = datetime.date(2026, 3, 31)
FEEDBACK_DUE = datetime.date(2026, 4, 10)
TERMS = commands.Terms(
    deadline=DEADLINE,
    feedback="书面反馈",
    feedback_due=FEEDBACK_DUE,
    objection_within="10 days",
    objection_manner="书面提出",
)
AGREE = Opine(opinion="agree")
CHAIN = (rectifications.Responsible(level="party_organisation", party=PARTY_GROUP, post="党组"),)


class Desk:
    """The small city, and one recommendation of the group to the Party group off the system."""

    def __init__(self) -> None:
        self.world: World = small("rectifications", "recommendations")
        self.stream = stream("recommendation", "first")

    def act(self, name: str, action: str, command: Command) -> list[Event]:
        """An act of somebody; ``pg`` is the Party group, entered by the group from its letter."""
        if name == "pg":
            name, command = "group-head", in_letter(command)
        return self.world.ask(
            f"recommendation.{action}",
            self.stream,
            command,
            actor=person(name),
            party=PARTIES[name],
        )

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        with refused(self.world, expected):
            self.act(*act)

    @property
    def state(self) -> Recommendation:
        found: Recommendation = self.world.state(self.stream)
        return found

    def item(self, place: int = 0) -> Rectification:
        found: Rectification = self.world.state(self.state.items[place])
        return found

    def owed(self, of: StreamId | None = None) -> set[tuple[PartyId, str]]:
        return owed_in(self.world, of or self.stream)

    def on_item(self, name: str, action: str, command: Command, place: int = 0) -> list[Event]:
        """An act on one of its rectification items."""
        if name == "pg":
            name, command = "group-head", in_letter(command)
        return self.world.ask(
            f"rectification.{action}",
            self.state.items[place],
            command,
            actor=person(name),
            party=PARTIES[name],
        )

    def rectify(self, place: int = 0) -> None:
        """Let one item be shown, verified and signed off."""
        shown = (rectifications.Evidence(title="公告", digest=DIGEST, measure=1),)
        self.on_item("pg", "file_evidence", rectifications.FileEvidence(evidence=shown), place)
        done = rectifications.ReportCompletion(text="完成")
        self.on_item("pg", "report_completion", done, place)
        check = rectifications.Verify(manner="documents", text="属实")
        self.on_item("office-head", "verify", check, place)
        self.on_item("group-head", "sign_off", rectifications.SignOff(), place)


def in_letter(command: Command) -> Command:
    """The command as the group enters it for the Party group."""
    letter = OnBehalf(
        party=PARTY_GROUP, letter="函〔2026〕1号", scan=DIGEST, checked_by=person("group-clerk")
    )
    return replace(command, on_behalf=letter)


def content(**changes: Any) -> commands.Content:
    plain: dict[str, Any] = {
        "kind": "discipline_inspection",
        "title": "加强学校配餐监管",
        "problems": ("招标不规范", "监管不到位"),
        "advice": "完善招标制度。",
        "addressee": PARTY_GROUP,
        "terms": TERMS,
        "verifier": OFFICE,
    }
    return commands.Content(**(plain | changes))


def draft(**changes: Any) -> commands.Draft:
    return commands.Draft(content=content(**changes), facts="三所学校未公开招标")


def drafted(**changes: Any) -> Desk:
    desk = Desk()
    desk.act("group-clerk", "draft", draft(**changes))
    return desk


def submitted(**changes: Any) -> Desk:
    desk = drafted(**changes)
    desk.act("group-clerk", "submit_for_approval", commands.SubmitForApproval())
    return desk


def approved(**changes: Any) -> Desk:
    desk = submitted(**changes)
    desk.act("group-head", "opine", AGREE)
    desk.act("leader", "opine", AGREE)
    return desk


def issued(**changes: Any) -> Desk:
    desk = approved(**changes)
    desk.act("group-head", "issue", commands.Issue())
    return desk


def delivered(**changes: Any) -> Desk:
    desk = issued(**changes)
    how = commands.Deliver(manner="face_to_face", received_by="党组书记", place="会议室")
    desk.act("group-head", "deliver", how)
    return desk


def plan(*problems: int) -> commands.SubmitPlan:
    measures = (rectifications.Measure(text="重新招标", due=DEADLINE),)
    items = (
        commands.PlanItem(problem=number, responsible=CHAIN, measures=measures)
        for number in problems
    )
    return commands.SubmitPlan(items=tuple(items))


def rectifying() -> Desk:
    desk = delivered()
    desk.act("pg", "submit_plan", plan(1, 2))
    return desk


def fed_back() -> Desk:
    desk = rectifying()
    desk.act("pg", "feed_back", commands.FeedBack(text="已整改"))
    return desk


def signed_off() -> Desk:
    desk = fed_back()
    desk.rectify(0)
    desk.rectify(1)
    desk.act("group-head", "accept_feedback", commands.AcceptFeedback())
    desk.act("group-head", "sign_off", commands.SignOff())
    return desk
