"""Leads passed for understanding, problems written into the report (mechanisms 16 and 17)."""

import datetime
from dataclasses import replace

import pytest

from domain import matters
from domain.errors import InvalidField, NotFound, WrongState
from domain.ids import PartyId, StreamId
from domain.inspection_links import commands, errors, events
from domain.obligations.events import Arisen, ObligationEvent
from domain.rectifications import commands as rectifications
from domain.rectifications.events import WrittenIntoReport as Joined
from tests.domain.inspection_links.given import (
    DUE,
    INSPECTION,
    LEAD,
    PASS,
    PROBLEM,
    TEAM,
    UNIT,
    UNTIL,
    Desk,
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
    assert told.concerns.visibility == "inspection_link"
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


def item(desk: Desk, name: str = "item") -> StreamId:
    """A rectification item of the group's, as yet nobody's to open but its own."""
    raised = rectifications.RaiseProblem(origin="inspection", title="监管职责不落实", unit=UNIT)
    found = stream("rectification", name)
    who = person("group-head")
    desk.world.ask("rectification.raise_problem", found, raised, actor=who, party=EDUCATION_GROUP)
    return found


def follow(desk: Desk, found: StreamId) -> set[PartyId]:
    """Who of the inspection may open an item."""
    return set(desk.world.streams[found].insiders) & {TEAM, INSPECTION}


def test_a_problem_written_into_the_report_is_one_with_its_item() -> None:
    """Mechanism 17: the team and its office open the item; the group owes naming none."""
    desk = linked()
    found = item(desk)
    desk.act(EDUCATION_GROUP, "put_forward", replace(PROBLEM, rectification=found))
    assert follow(desk, found) == set()
    told = desk.act(TEAM, "write_into_report", WRITE)
    kinds = [type(each) for each in told if not isinstance(each, ObligationEvent)]
    assert kinds == [events.WrittenIntoReport, events.RectificationLinked, Joined]
    assert follow(desk, found) == {TEAM, INSPECTION}
    assert (EDUCATION_GROUP, "rectification") not in desk.owed
    again = commands.LinkRectification(problem=1, rectification=found)
    desk.refuses(errors.NoSuchStep, EDUCATION_GROUP, "link_rectification", again)
    twice = replace(PROBLEM, rectification=found)
    desk.refuses(errors.RectifiedAlready, EDUCATION_GROUP, "put_forward", twice)


def test_where_none_is_under_way_the_group_names_one() -> None:
    """The item it had was annulled: it owes another, and that one inspection follows."""
    desk = linked()
    found, other = item(desk), item(desk, "other")
    annul = rectifications.Annul(reason="误录", approved_by=person("chief"))
    desk.act(EDUCATION_GROUP, "put_forward", replace(PROBLEM, rectification=found))
    who = person("group-head")
    desk.world.ask("rectification.annul", found, annul, actor=who, party=EDUCATION_GROUP)
    desk.act(TEAM, "write_into_report", WRITE)
    assert (EDUCATION_GROUP, "rectification") in desk.owed
    dead = commands.LinkRectification(problem=1, rectification=found)
    desk.refuses(WrongState, EDUCATION_GROUP, "link_rectification", dead)
    desk.act(EDUCATION_GROUP, "link_rectification", replace(dead, rectification=other))
    assert (EDUCATION_GROUP, "rectification") not in desk.owed
    assert follow(desk, other) == {TEAM, INSPECTION}
    assert follow(desk, found) == set()
