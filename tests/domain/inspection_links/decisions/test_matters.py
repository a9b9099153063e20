"""Leads passed for understanding, problems written into the report (mechanisms 16 and 17)."""

import datetime

import pytest

from domain import matters
from domain.errors import InvalidField, NotFound
from domain.inspection_links import commands, errors, events
from domain.obligations.events import Arisen
from tests.domain.inspection_links.given import (
    DUE,
    INSPECTION,
    LEAD,
    PASS,
    PROBLEM,
    TEAM,
    UNTIL,
    authorised,
    linked,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, person, stream

REPORT = commands.ReportUnderstanding(passing=1, text="承包人系亲属")
WRITE = commands.WriteIntoReport(problem=1, report="临巡报〔2026〕9号", paragraph="二(三)")


def test_a_lead_is_passed_with_a_question_and_comes_back_by_its_day() -> None:
    """掌握不深入的问题线索,交由巡察组帮助了解: what comes back, by when."""
    desk = linked()
    told = desk.act(EDUCATION_GROUP, "pass_lead", PASS)
    (owed,) = (each for each in told if isinstance(each, Arisen))
    assert (owed.owner, owed.due) == (TEAM, DUE)
    desk.refuses(errors.AnswersOwed, INSPECTION, "end", commands.End())
    desk.act(TEAM, "report_understanding", REPORT)
    more = commands.ReturnUnderstanding(passing=1, reason="未说明年限")
    desk.act(EDUCATION_GROUP, "return_understanding", more)
    assert (TEAM, "better-understanding") in desk.owed
    desk.act(TEAM, "report_understanding", REPORT)
    desk.refuses(
        errors.NotForThisSide, TEAM, "accept_understanding", commands.AcceptUnderstanding(passing=1)
    )
    desk.act(EDUCATION_GROUP, "accept_understanding", commands.AcceptUnderstanding(passing=1))
    desk.act(INSPECTION, "end", commands.End())


def test_the_lead_concerns_the_two_sides_only() -> None:
    """Not the inspection office; and whoever keeps out of the lead is told by its tag (R 299)."""
    desk = linked()
    (told, *_) = desk.act(EDUCATION_GROUP, "pass_lead", PASS)
    assert isinstance(told, events.LeadPassed)
    assert told.concerns.parties == (EDUCATION_GROUP, TEAM)
    assert told.concerns.visibility == "passed_lead:1"


def test_the_group_passes_leads_of_its_own_that_it_reads() -> None:
    desk = linked()
    for foreign in (stream("lead", "unknown"), stream("notice", "x")):
        command = commands.PassLead(lead=foreign, question="?", due=DUE)
        desk.refuses(NotFound, EDUCATION_GROUP, "pass_lead", command)
    desk.refuses(errors.NotForThisSide, TEAM, "pass_lead", PASS)
    beyond = commands.PassLead(lead=LEAD, question="?", due=UNTIL + datetime.timedelta(days=1))
    desk.refuses(InvalidField, EDUCATION_GROUP, "pass_lead", beyond)
    desk.have_lead(holder=HEALTH_GROUP, handling_party=HEALTH_GROUP)
    desk.refuses(NotFound, EDUCATION_GROUP, "pass_lead", PASS)


@pytest.mark.parametrize("ground", ["recused", "recusals_asked"])
def test_a_deputy_who_keeps_out_of_the_lead_says_nothing_about_it(ground: str) -> None:
    """SL 67: also under the other hat, as deputy team leader."""
    desk = authorised()
    desk.act(EDUCATION_GROUP, "pass_lead", PASS)
    desk.have_lead(**{ground: (person("group-head"),)})
    desk.refuses(
        matters.KeepsOutOfTheMatter, TEAM, "report_understanding", REPORT, actor="group-head"
    )
    desk.refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "pass_lead", PASS)
    desk.act(TEAM, "report_understanding", REPORT)


def test_a_problem_is_put_forward_and_written_or_left_out() -> None:
    """推动有难度的问题,写入巡察报告: the team writes it, or says why not."""
    desk = linked()
    desk.act(EDUCATION_GROUP, "put_forward", PROBLEM)
    assert (TEAM, "report") in desk.owed
    desk.refuses(errors.NotForThisSide, EDUCATION_GROUP, "write_into_report", WRITE)
    (told, *_) = desk.act(TEAM, "write_into_report", WRITE)
    assert isinstance(told, events.WrittenIntoReport)
    assert told.unit == PROBLEM.unit
    assert (EDUCATION_GROUP, "rectification") in desk.owed
    desk.refuses(errors.NoSuchStep, TEAM, "write_into_report", WRITE)
    desk.act(EDUCATION_GROUP, "put_forward", PROBLEM)
    no = commands.DeclineProblem(problem=2, reason="证据不足")
    desk.act(TEAM, "decline_problem", no)


def test_an_item_that_is_not_the_groups_is_not_named() -> None:
    """Mechanism 17: the item exists and is the group's own."""
    desk = linked()
    desk.act(EDUCATION_GROUP, "put_forward", PROBLEM)
    desk.act(TEAM, "write_into_report", WRITE)
    for foreign in (stream("rectification", "unknown"), stream("notice", "x")):
        named = commands.LinkRectification(problem=1, rectification=foreign)
        desk.refuses(NotFound, EDUCATION_GROUP, "link_rectification", named)
