"""What assessments allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.assessments import commands, errors, events
from domain.assessments.state import Assessment
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.model import Event
from domain.obligations.events import Fulfilled, Withdrawn
from tests.domain.assessments.test_scoring import figures
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CADRE_OFFICE,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
)

MONDAY = datetime.date(2026, 1, 5)
DECLARE_BY = datetime.date(2026, 1, 9)
WINDOW = datetime.date(2026, 1, 16)
APPROVER = person("chief")


class Desk(FamilyDesk[Assessment]):
    """The small city on a Monday in January, and one assessment of the group at education."""

    family = "assessment"
    mechanisms = ("assessments",)

    @property
    def total(self) -> int:
        return int(self.world.state(self.stream).total_hundredths)


def open_(**changes: Any) -> commands.Open:
    plain: dict[str, Any] = {"body": EDUCATION_GROUP, "period": "2026-Q1", "declare_by": DECLARE_BY}
    return commands.Open(**(plain | changes))


def declare(*counted: int, as_of: datetime.date = MONDAY) -> commands.Declare:
    return commands.Declare(as_of=as_of, figures=figures(*(counted or (4, 4, 4))))


def appraisal(hundredths: int) -> tuple[commands.Points, ...]:
    return (commands.Points(indicator="appraisal", hundredths=hundredths),)


def publish(hundredths: int = 900, **changes: Any) -> commands.Publish:
    plain: dict[str, Any] = {"judged": appraisal(hundredths), "objection_until": WINDOW}
    return commands.Publish(**(plain | changes))


def objection(indicator: str = "daily") -> commands.Object:
    return commands.Object(indicator=indicator, reason="漏计一次")


def one_more(daily: int) -> tuple[commands.Counted, ...]:
    return (commands.Counted(count="daily_supervisions", value=daily),)


def opened() -> Desk:
    desk = Desk()
    desk.act(CADRE_OFFICE, "open", open_())
    return desk


def declared(*counted: int) -> Desk:
    desk = opened()
    desk.act(EDUCATION_GROUP, "declare", declare(*counted))
    return desk


def published(*counted: int) -> Desk:
    desk = declared(*counted)
    desk.act(CADRE_OFFICE, "publish", publish())
    return desk


def graded(*counted: int) -> Desk:
    desk = published(*counted)
    desk.world.pass_to(WINDOW + datetime.timedelta(days=3))
    desk.act(CADRE_OFFICE, "grade", commands.Grade())
    return desk


def grade_in(told: list[Event]) -> str:
    (found,) = [each.grade for each in told if isinstance(each, events.Graded)]
    return found


def test_body_assessor_and_commission_know_of_it() -> None:
    """Own body and leaders (DOMAIN.md §4, visibility); indicators and grades of the day go with it."""
    (told, *_) = Desk().act(CADRE_OFFICE, "open", open_())
    assert isinstance(told, events.Opened)
    assert told.concerns.parties == (CADRE_OFFICE, EDUCATION_GROUP, COMMISSION)
    assert (told.begins, told.ends) == (datetime.date(2026, 1, 1), datetime.date(2026, 3, 31))
    assert [each.code for each in told.indicators] == ["timeliness", "daily", "appraisal"]
    assert [each.code for each in told.grades] == ["excellent", "good", "poor"]


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (COMMISSION, {}, errors.NotTheAssessor),
        (EDUCATION_GROUP, {}, errors.NotTheAssessor),
        (CADRE_OFFICE, {"body": OFFICE}, InvalidField),
        (CADRE_OFFICE, {"body": "nobody"}, UnknownParty),
        (CADRE_OFFICE, {"period": "2026-Q2"}, InvalidField),
        (CADRE_OFFICE, {"period": "2026-Q5"}, InvalidField),
        (CADRE_OFFICE, {"declare_by": datetime.date(2026, 1, 4)}, InvalidField),
    ],
)
def test_an_assessment_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """By the organisation office, of a body, for a period that has begun."""
    Desk().refuses(refusal, party, "open", open_(**changes))


def test_a_group_learns_nothing_of_anothers() -> None:
    """Neither a peer nor the linked office, before the grade is told."""
    desk = published()
    for party in (HEALTH_GROUP, OFFICE):
        desk.refuses(NotFound, party, "object", objection())


@pytest.mark.parametrize(
    "command",
    [
        declare(as_of=datetime.date(2026, 1, 6)),
        commands.Declare(as_of=MONDAY, figures=figures(4, 4, 4)[:2]),
        commands.Declare(as_of=MONDAY, figures=(*figures(4, 4, 4), *one_more(3))),
        commands.Declare(
            as_of=MONDAY,
            figures=(*figures(4, 4, 4), commands.Counted(count="leads_received", value=1)),
        ),
    ],
)
def test_the_body_declares_what_the_indicators_ask_for(command: commands.Declare) -> None:
    """Each count once, none missing, none besides, of no day to come."""
    opened().refuses(InvalidField, EDUCATION_GROUP, "declare", command)


def test_figures_come_late_go_back_and_come_again() -> None:
    """By the body alone. Overdue is not an end (DOMAIN.md §1.10)."""
    desk = opened()
    desk.refuses(errors.NotTheAssessed, CADRE_OFFICE, "declare", declare())
    desk.world.pass_to(datetime.date(2026, 1, 13))
    told = desk.act(EDUCATION_GROUP, "declare", declare())
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    back = commands.Return(reason="截止日期有误")
    desk.refuses(errors.NotTheAssessor, EDUCATION_GROUP, "return", back)
    desk.act(CADRE_OFFICE, "return", back)
    assert desk.owed == {(EDUCATION_GROUP, "again")}
    desk.refuses(WrongState, CADRE_OFFICE, "publish", publish())
    desk.act(EDUCATION_GROUP, "declare", declare())
    assert desk.owed == {(CADRE_OFFICE, "publication")}


@pytest.mark.parametrize(
    "command",
    [
        publish(judged=()),
        publish(1001),
        publish(judged=appraisal(1) * 2),
        publish(judged=(commands.Points(indicator="daily", hundredths=1), *appraisal(1))),
        publish(objection_until=datetime.date(2026, 1, 4)),
    ],
)
def test_points_are_judged_only_where_nothing_is_counted(command: commands.Publish) -> None:
    """Figures are counted, never written: no points for what is counted, none beyond the worth."""
    declared().refuses(InvalidField, CADRE_OFFICE, "publish", command)


@pytest.mark.parametrize(
    ("counted", "total", "grade"),
    [((4, 4, 4), 9900, "excellent"), ((4, 3, 4), 8650, "good"), ((4, 1, 1), 3150, "poor")],
)
def test_points_and_grade_follow_from_the_figures(
    counted: tuple[int, ...], total: int, grade: str
) -> None:
    desk = published(*counted)
    assert desk.total == total
    desk.world.pass_to(WINDOW + datetime.timedelta(days=3))
    told = desk.act(CADRE_OFFICE, "grade", commands.Grade())
    assert grade_in(told) == grade
    assert desk.owed == set()


def test_no_grade_while_the_body_may_object() -> None:
    """以内 includes the day itself (R 327): until that day no grade, after it no objection."""
    desk = published()
    desk.refuses(errors.ObjectionOpen, CADRE_OFFICE, "grade", commands.Grade())
    desk.world.pass_to(WINDOW)
    desk.refuses(errors.ObjectionOpen, CADRE_OFFICE, "grade", commands.Grade())
    desk.world.pass_to(WINDOW + datetime.timedelta(days=1))
    desk.refuses(errors.ObjectionClosed, EDUCATION_GROUP, "object", objection())
    assert desk.act(CADRE_OFFICE, "grade", commands.Grade())


def test_an_objection_on_the_last_day_is_answered_once() -> None:
    desk = published(4, 4, 3)
    desk.world.pass_to(WINDOW)
    desk.refuses(InvalidField, EDUCATION_GROUP, "object", objection("wishes"))
    desk.refuses(errors.NotTheAssessed, COMMISSION, "object", objection())
    desk.act(EDUCATION_GROUP, "object", objection())
    assert desk.owed == {(CADRE_OFFICE, "answer"), (CADRE_OFFICE, "grade")}
    desk.refuses(WrongState, CADRE_OFFICE, "grade", commands.Grade())
    desk.refuses(errors.NotTheAssessor, EDUCATION_GROUP, "revise", commands.Revise(reason="属实"))
    assert desk.total == 8900
    desk.act(CADRE_OFFICE, "revise", commands.Revise(reason="属实", figures=one_more(4)))
    assert desk.total == 9900
    desk.refuses(WrongState, EDUCATION_GROUP, "object", objection())
    assert grade_in(desk.act(CADRE_OFFICE, "grade", commands.Grade())) == "excellent"


def test_points_that_are_upheld_stand() -> None:
    desk = published(4, 4, 3)
    desk.act(EDUCATION_GROUP, "object", objection())
    desk.act(CADRE_OFFICE, "uphold", commands.Uphold(reason="在考核期之外"))
    assert desk.total == 8900
    assert grade_in(desk.act(CADRE_OFFICE, "grade", commands.Grade())) == "good"


def test_the_peers_learn_the_grade_and_nothing_else() -> None:
    """Peers after publication (DOMAIN.md §4, visibility)."""
    desk = graded()
    final = [t.event for t in desk.world.told if isinstance(t.event, events.AssessmentEvent)]
    knowing = [type(each) for each in final if HEALTH_GROUP in each.concerns.parties]
    assert knowing == [events.Graded]
    assert final[-1].concerns.visibility == "assessment_grade"


def test_a_bar_keeps_from_the_highest_grade_even_later() -> None:
    """A fact with its clause; recorded after the grade, the grade follows."""
    desk = graded()
    barred = commands.Bar(reason="发生失泄密问题", basis="第十二条")
    desk.refuses(errors.NotTheAssessor, EDUCATION_GROUP, "bar", barred)
    assert grade_in(desk.act(CADRE_OFFICE, "bar", barred)) == "good"


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12): points follow, and so does the grade that was told."""
    desk = graded()
    itself = commands.Correct(reason="误", approved_by=person("cadre-head"), judged=appraisal(0))
    desk.refuses(InvalidField, CADRE_OFFICE, "correct", itself)
    right = commands.Correct(reason="误", approved_by=APPROVER, figures=one_more(3))
    told = desk.act(CADRE_OFFICE, "correct", right)
    assert desk.total == 8900
    assert grade_in(told) == "good"


def test_of_an_annulled_assessment_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = declared()
    told = desk.act(CADRE_OFFICE, "annul", commands.Annul(reason="重复", approved_by=APPROVER))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, CADRE_OFFICE, "publish", publish())
