"""What joint enforcements allow and refuse: given what happened, when an action, then what follows."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.joint_enforcements import commands, errors, events
from domain.joint_enforcements.state import JointEnforcement
from domain.model import Command, Event, OnBehalf
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.rectifications.errors import NotItsUnit
from tests.domain.desk import owed_in, refused
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

UNIT = PartyId("education")
DUE = datetime.date(2026, 2, 2)
ENDS = datetime.date(2026, 3, 31)
CHIEF = person("chief")
DIGEST = "a" * 64
PARTIES = {
    "group-head": EDUCATION_GROUP,
    "health-head": HEALTH_GROUP,
    "office-head": OFFICE,
}


class Desk:
    """The small city, and one joint enforcement; the Party group's acts are entered for it."""

    def __init__(self) -> None:
        self.world: World = small("joint-enforcements")
        self.stream = stream("joint_enforcement", "first")

    def act(self, name: str, action: str, command: Command) -> list[Event]:
        if name == "pg":
            letter = OnBehalf(
                party=PARTY_GROUP, letter="函1号", scan=DIGEST, checked_by=person("group-clerk")
            )
            name, command = "group-head", replace(command, on_behalf=letter)
        return self.world.ask(
            f"joint_enforcement.{action}",
            self.stream,
            command,
            actor=person(name),
            party=PARTIES[name],
        )

    @property
    def state(self) -> JointEnforcement:
        found: JointEnforcement = self.world.state(self.stream)
        return found

    def refuses(self, expected: type[Refusal], *act: Any) -> None:
        with refused(self.world, expected):
            self.act(*act)

    def owed(self) -> set[tuple[PartyId, str]]:
        return owed_in(self.world, self.stream)

    def circle(self, visibility: str) -> frozenset[PartyId]:
        return self.world.stream(self.stream).circles.get(visibility, frozenset())


def plan(**changes: Any) -> commands.Plan:
    plain: dict[str, Any] = {
        "title": "学校配餐管理联合监督执纪",
        "text": "对三所学校开展联合检查",
        "partners": (PARTY_GROUP, UNIT),
        "begins": datetime.date(2026, 1, 5),
        "ends": ENDS,
    }
    return commands.Plan(**(plain | changes))


def share(owner: PartyId) -> commands.AssignShare:
    return commands.AssignShare(owner=owner, text="清查合同", due=DUE)


def report(place: int, problems: int, handled: int = 0) -> commands.ReportShare:
    return commands.ReportShare(share=place, text="已清查", problems=problems, handled=handled)


def joined() -> Desk:
    desk = Desk()
    desk.act("group-head", "plan", plan())
    desk.act("pg", "agree", commands.Agree())
    return desk


def shared() -> Desk:
    """The Party group has the first share, the group the second."""
    desk = joined()
    desk.act("group-head", "assign_share", share(PARTY_GROUP))
    desk.act("group-head", "assign_share", share(EDUCATION_GROUP))
    return desk


def accepted() -> Desk:
    desk = shared()
    desk.act("pg", "report_share", report(1, 3, 1))
    desk.act("group-head", "report_share", report(2, 2, 1))
    for place in (1, 2):
        desk.act("group-head", "accept_share", commands.AcceptShare(share=place))
    return desk


def test_partners_are_asked_and_know_no_more_than_that_it_is() -> None:
    """Mechanism 8: the Party group sees only what is released; the plan stays with the group."""
    desk = Desk()
    told = desk.act("group-head", "plan", plan())
    assert str(told[0].number) == "〔2026〕1号" if isinstance(told[0], events.Planned) else False
    assert desk.circle("joint_enforcement") == {EDUCATION_GROUP, OFFICE}
    assert desk.circle("joint_enforcement_plan") == {EDUCATION_GROUP, OFFICE, PARTY_GROUP, UNIT}
    assert desk.owed() == {
        (PARTY_GROUP, "joining"),
        (UNIT, "joining"),
        (EDUCATION_GROUP, "result"),
    }
    desk.refuses(NotFound, "health-head", "agree", commands.Agree())


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"partners": (PartyId("nobody"),)}, UnknownParty),
        ({"partners": (EDUCATION_GROUP,)}, InvalidField),
        ({"partners": (PARTY_GROUP, PARTY_GROUP)}, InvalidField),
        ({"partners": (OFFICE,)}, NotItsUnit),
        ({"ends": datetime.date(2026, 1, 4)}, InvalidField),
    ],
)
def test_a_plan_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """With units that the group supervises, for days that can be kept."""
    Desk().refuses(refusal, "group-head", "plan", plan(**changes))


def test_a_partner_answers_once() -> None:
    desk = joined()
    desk.refuses(WrongState, "pg", "decline", commands.Decline(reason="人手不足"))
    assert desk.owed() == {(UNIT, "joining"), (EDUCATION_GROUP, "result")}


def test_shares_go_to_who_takes_part() -> None:
    desk = joined()
    desk.refuses(errors.NotJoined, "group-head", "assign_share", share(UNIT))
    desk.refuses(errors.NotTheHead, "pg", "assign_share", share(PARTY_GROUP))
    desk.act("group-head", "assign_share", share(PARTY_GROUP))
    assert (PARTY_GROUP, "share") in desk.owed()


def test_a_share_is_read_by_its_owner_and_the_group_until_it_is_released() -> None:
    """What the group finds the Party group does not see, unless it is released with an approver."""
    desk = accepted()
    own = {EDUCATION_GROUP, OFFICE}
    assert desk.circle("joint_enforcement_share:1") == {*own, PARTY_GROUP}
    assert desk.circle("joint_enforcement_share:2") == own
    free = commands.ReleaseShare(share=2, to=PARTY_GROUP, reason="便于整改", approved_by=CHIEF)
    desk.refuses(errors.NotTheHead, "pg", "release_share", free)
    desk.refuses(errors.NotJoined, "group-head", "release_share", replace(free, to=UNIT))
    desk.act("group-head", "release_share", free)
    assert desk.circle("joint_enforcement_share:2") == {*own, PARTY_GROUP}


def test_nobody_reports_for_another_or_learns_which_shares_there_are() -> None:
    desk = shared()
    desk.refuses(errors.NotItsShare, "pg", "report_share", report(2, 1))
    desk.refuses(errors.NotItsShare, "pg", "report_share", report(9, 1))


def test_a_report_comes_back_and_is_given_anew_late() -> None:
    """退回: by a new day; late by working days (DOMAIN.md §1.10)."""
    desk = shared()
    desk.act("pg", "report_share", report(1, 3))
    again = datetime.date(2026, 2, 9)
    back = commands.ReturnShare(share=1, reason="未附清单", due=again)
    told = desk.act("group-head", "return_share", back)
    assert [each.due for each in told if isinstance(each, Arisen)] == [again]
    desk.world.pass_to(datetime.date(2026, 2, 11))
    told = desk.act("pg", "report_share", report(1, 4, 1))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]


def test_the_result_is_counted_from_the_shares() -> None:
    """Figures are counted, never written; a corrected share corrects them."""
    desk = shared()
    end = commands.Conclude(text="已处理")
    desk.refuses(errors.SharesOpen, "group-head", "conclude", end)
    desk = accepted()
    right = commands.Correct(reason="误填", approved_by=CHIEF, share=1, problems=5)
    desk.act("group-head", "correct", right)
    told = desk.act("group-head", "conclude", end)
    (result,) = (each for each in told if isinstance(each, events.ResultRecorded))
    assert (result.shares, result.problems, result.handled) == (2, 7, 2)
    assert result.concerns.parties == (EDUCATION_GROUP, OFFICE)
    assert any(isinstance(each, Withdrawn) for each in told)  # the unit never answered
    assert desk.owed() == set()


def test_the_result_is_released_to_who_took_part() -> None:
    desk = accepted()
    free = commands.ReleaseResult(to=PARTY_GROUP, reason="通报", approved_by=CHIEF)
    desk.refuses(WrongState, "group-head", "release_result", free)
    desk.act("group-head", "conclude", commands.Conclude(text="已处理"))
    desk.act("group-head", "release_result", free)
    assert PARTY_GROUP in desk.circle("joint_enforcement_result")
    desk.refuses(errors.NotJoined, "group-head", "release_result", replace(free, to=UNIT))


@pytest.mark.parametrize(
    "nothing",
    [
        commands.Correct(reason="误", approved_by=CHIEF),
        commands.Correct(reason="误", approved_by=CHIEF, share=1),
        commands.Correct(reason="误", approved_by=CHIEF, problems=1),
        commands.Correct(reason="误", approved_by=CHIEF, share=9, problems=1),
    ],
)
def test_a_correction_says_of_what(nothing: commands.Correct) -> None:
    accepted().refuses(InvalidField, "group-head", "correct", nothing)


def test_of_an_annulled_one_nothing_is_owed() -> None:
    desk = shared()
    desk.act("group-head", "annul", commands.Annul(reason="重复", approved_by=CHIEF))
    assert (desk.state.stage, desk.owed()) == ("annulled", set())
