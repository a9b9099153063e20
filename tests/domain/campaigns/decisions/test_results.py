"""Both responsibilities, new rules, quarters, the closing, the look-back."""

import datetime
from dataclasses import replace

import pytest

from domain.campaigns import commands, errors, events, quarter_events
from domain.campaigns.values import Decision
from domain.cases.state import Case, Stage
from domain.errors import InvalidField, NotFound, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled
from domain.streams import StreamState
from tests.domain.campaigns.given import (
    DUE,
    EDUCATION,
    Desk,
    asked,
    found,
    item,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    stream,
)

DECISION = Decision(
    issuer="中共某市委", document="某发〔2026〕2号", title="决定", decided=datetime.date(2026, 1, 4)
)
LOOK_BACK = datetime.date(2026, 6, 30)


def close() -> commands.Close:
    return commands.Close(summary="全部过筛", look_back_on=LOOK_BACK)


def test_whose_duty_it_was_follows_from_who_did_it() -> None:
    """两个责任 (mechanism 31): the unit's own, or that of supervision; nobody types which."""
    desk = Desk(item("livelihood", clause=None))
    desk.assign(EDUCATION_GROUP, 1)
    task = commands.Engage(unit=EDUCATION, objects=(1,), task="开展自查", due=DUE)
    desk.act(OFFICE, "engage", task)
    assert (EDUCATION, "unit-duty") in desk.owed
    measure = commands.RecordMeasure(object=1, kind="site_check", text="实地检查")
    (told, *_) = desk.act(EDUCATION_GROUP, "record_measure", measure)
    assert isinstance(told, events.MeasureRecorded)
    assert told.responsibility == "supervisory"
    assert (EDUCATION, "unit-duty") in desk.owed
    (told, *rest) = desk.act(EDUCATION, "record_measure", measure)
    assert isinstance(told, events.MeasureRecorded)
    assert told.responsibility == "principal"
    assert [type(each) for each in rest] == [Fulfilled]
    assert set(told.concerns.parties) == {OFFICE, EDUCATION, EDUCATION_GROUP}
    desk.assign(HEALTH_GROUP, 1)
    desk.refuses(errors.NotYourObject, EDUCATION_GROUP, "record_measure", measure)


def test_a_unit_is_engaged_for_its_own_objects() -> None:
    """Not for another's."""
    desk = Desk(item(unit=PartyId("pg-education")))
    task = commands.Engage(unit=EDUCATION, objects=(1,), task="开展自查", due=DUE)
    desk.refuses(errors.NotYourObject, OFFICE, "engage", task)


def test_a_new_rule_is_an_outcome_of_its_own_kind() -> None:
    """建章立制 (mechanism 26), told by the unit, its screeners or the organiser."""
    desk = asked()
    rule = commands.AdoptSystem(unit=EDUCATION, title="担保办法", adopted=desk.world.today)
    told = desk.act(EDUCATION, "adopt_system", rule)
    assert [type(each) for each in told] == [events.SystemAdopted]
    desk.act(EDUCATION_GROUP, "adopt_system", rule)
    desk.refuses(NotFound, CASE_SUPERVISION, "adopt_system", rule)
    assert len(desk.state.systems) == 2


def test_each_quarter_is_reported_once_with_figures_that_are_counted() -> None:
    """By calendar quarter, from that in which the list was fixed; none is left out."""
    desk = found()
    report = commands.Report(period="2026-Q1", summary="进展正常")
    told = desk.act(OFFICE, "report", report)
    asked = [events.Reported, Fulfilled, quarter_events.ReportAsked, Arisen]
    assert [type(each) for each in told] == asked
    assert isinstance(told[0], events.Reported)
    assert isinstance(told[3], Arisen)
    assert told[3].due == datetime.date(2026, 7, 14)  # ten working days after 30 June
    assert told[0].to == COMMISSION
    assert told[0].concerns.parties == (OFFICE, COMMISSION)
    assert (told[0].whole.objects, told[0].whole.screened, told[0].whole.findings) == (2, 1, 1)
    desk.refuses(errors.AlreadyReported, OFFICE, "report", report)
    for period in ("2026-Q2", "2026-01"):
        later = commands.Report(period=period, summary="……")
        desk.refuses(InvalidField, OFFICE, "report", later)
    desk.world.pass_to(datetime.date(2026, 7, 20))
    third = commands.Report(period="2026-Q3", summary="……")
    desk.refuses(errors.AnotherQuarterOwed, OFFICE, "report", third)
    late = desk.act(OFFICE, "report", commands.Report(period="2026-Q2", summary="迟报"))
    assert isinstance(late[1], Fulfilled)
    assert late[1].late_working_days == 4
    desk.act(OFFICE, "report", third)


@pytest.mark.parametrize(("stage", "cases"), [("investigating", 1), ("annulled", 0)])
def test_a_case_counts_until_it_is_annulled(stage: Stage, cases: int) -> None:
    """The lead that became it stays one; a case that was opened by mistake is none (DOMAIN.md §1.12)."""
    desk = found()
    lead, case = desk.lead(), stream("case", "first")
    desk.to_lead(1, lead)
    filed = replace(desk.world.state(lead), stage="case_filed", case=case)
    desk.world.streams[lead] = replace(desk.world.stream(lead), state=filed)
    desk.world.streams[case] = StreamState(case, 3, Case(stage=stage))
    (told, *_) = desk.act(OFFICE, "report", commands.Report(period="2026-Q1", summary="立案一件"))
    assert isinstance(told, events.Reported)
    assert (told.whole.leads, told.whole.cases) == (1, cases)


def test_a_decision_is_told_unit_by_unit() -> None:
    """政治监督: each unit's state, counted from its own objects (mechanism 30)."""
    other = PartyId("pg-education")
    desk = Desk(
        item(clause="第一条"),
        item(clause="第二条", unit=other),
        kind="political_supervision",
        decision=DECISION,
    )
    desk.assign(EDUCATION_GROUP, 1)
    desk.screen(EDUCATION_GROUP, 1, "未落实")
    told = desk.act(OFFICE, "report", commands.Report(period="2026-Q1", summary="一项偏差"))
    states = [each for each in told if isinstance(each, quarter_events.UnitReported)]
    assert [(s.unit, s.state.carried_out, s.state.open) for s in states] == [
        (EDUCATION, "deviating", 1),
        (other, "not_checked", 0),
    ]
    nothing = commands.SettleFinding(finding=1, outcome="nothing", reason="符合规定")
    desk.act(EDUCATION_GROUP, "settle_finding", nothing)
    desk.assign(HEALTH_GROUP, 2)
    desk.screen(HEALTH_GROUP, 2)
    desk.world.pass_to(datetime.date(2026, 7, 6))
    told = desk.act(OFFICE, "report", commands.Report(period="2026-Q2", summary="已落实"))
    states = [each for each in told if isinstance(each, quarter_events.UnitReported)]
    assert {each.state.carried_out for each in states} == {"carried_out"}


def test_what_is_open_blocks_the_closing() -> None:
    """Unscreened objects, then findings of which nothing came, then an overdue report."""
    desk = found()
    desk.refuses(errors.ObjectsUnscreened, OFFICE, "close", close())
    desk.screen(HEALTH_GROUP, 2)
    desk.refuses(errors.FindingsUnsettled, OFFICE, "close", close())
    nothing = commands.SettleFinding(finding=1, outcome="nothing", reason="符合规定")
    desk.act(EDUCATION_GROUP, "settle_finding", nothing)
    desk.world.pass_to(datetime.date(2026, 4, 16))
    desk.refuses(errors.ReportOverdue, OFFICE, "close", close())
    desk.act(OFFICE, "report", commands.Report(period="2026-Q1", summary="……"))
    desk.act(OFFICE, "close", close())
    assert desk.owed == {(OFFICE, "look-back")}
    desk.refuses(WrongState, OFFICE, "close", close())


def test_it_is_looked_back_upon() -> None:
    """回头看: what came back is named by its findings."""
    desk = asked()
    desk.act(EDUCATION, "report_correction", commands.ReportCorrection(finding=1, text="已改"))
    verify = commands.VerifyCorrection(finding=1, note="已核实")
    desk.act(EDUCATION_GROUP, "verify_correction", verify)
    desk.screen(HEALTH_GROUP, 2)
    desk.act(OFFICE, "close", close())
    odd = commands.LookBack(result="held", text="……", recurred=(1,))
    desk.refuses(InvalidField, OFFICE, "look_back", odd)
    desk.refuses(InvalidField, OFFICE, "look_back", commands.LookBack(result="recurred", text="…"))
    back = commands.LookBack(result="recurred", text="再次未研究", recurred=(1,))
    desk.act(OFFICE, "look_back", back)
    assert desk.state.stage == "looked_back"
    assert desk.owed == set()
