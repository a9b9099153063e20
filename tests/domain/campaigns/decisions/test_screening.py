"""Objects screened one by one, and what comes of findings."""

import datetime
from typing import Any

import pytest

from domain.campaigns import commands, errors, events
from domain.errors import InvalidField, NotFound, WrongState
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.worklist import NoSuchEntry
from tests.domain.campaigns.given import (
    DUE,
    EDUCATION,
    VOUCHER,
    Desk,
    asked,
    found,
    guarantee,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    stream,
)


def test_objects_are_given_out_each_to_one_party_by_a_day() -> None:
    """Who has objects owes their screening; the unit that answers for one never screens it."""
    desk = Desk(guarantee(), guarantee())
    told = desk.assign(EDUCATION_GROUP, 1, 2)
    assert [type(each) for each in told] == [events.Joined, events.ObjectsAssigned, Arisen]
    assert (EDUCATION_GROUP, "screening") in desk.owed
    desk.refuses(
        errors.OwnObject,
        OFFICE,
        "assign",
        commands.Assign(party=EDUCATION, objects=(1,), due=DUE),
    )
    for objects in ((1, 1), (3,)):
        refusal = InvalidField if len(objects) > 1 else NoSuchEntry
        again = commands.Assign(party=HEALTH_GROUP, objects=objects, due=DUE)
        desk.refuses(refusal, OFFICE, "assign", again)


def test_an_assignment_ends_with_its_last_object() -> None:
    """Each group's screening is kept or late by itself."""
    desk = Desk(guarantee(), guarantee(), guarantee())
    desk.assign(EDUCATION_GROUP, 1, 2)
    desk.assign(HEALTH_GROUP, 3)
    assert [type(each) for each in desk.screen(EDUCATION_GROUP, 1)] == [events.Screened]
    desk.world.pass_to(datetime.date(2026, 2, 3))
    told = desk.screen(EDUCATION_GROUP, 2)
    assert [type(each) for each in told] == [
        events.Screened,
        events.AssignmentCompleted,
        Fulfilled,
    ]
    (ended,) = (each for each in told if isinstance(each, Fulfilled))
    assert ended.late_working_days == 2
    assert (HEALTH_GROUP, "screening") in desk.owed


def test_what_goes_to_another_party_is_owed_by_it() -> None:
    """Objects taken away whole end what was owed; taken in part, the rest stays owed."""
    desk = Desk(guarantee(), guarantee())
    desk.assign(EDUCATION_GROUP, 1, 2)
    desk.assign(HEALTH_GROUP, 1)
    assert {(p, r) for p, r in desk.owed if r == "screening"} == {
        (EDUCATION_GROUP, "screening"),
        (HEALTH_GROUP, "screening"),
    }
    told = desk.assign(HEALTH_GROUP, 2)
    assert {type(each) for each in told} >= {events.AssignmentWithdrawn, Withdrawn}
    assert {p for p, r in desk.owed if r == "screening"} == {HEALTH_GROUP}
    desk.refuses(errors.NotYourObject, EDUCATION_GROUP, "screen", commands.Screen(object=1))


def test_an_object_is_screened_once_by_who_has_it() -> None:
    """逐个过筛: with what was found, or that nothing was."""
    desk = found()
    desk.refuses(WrongState, EDUCATION_GROUP, "screen", commands.Screen(object=1))
    desk.refuses(errors.NotYourObject, EDUCATION_GROUP, "screen", commands.Screen(object=2))
    desk.refuses(NotFound, CASE_SUPERVISION, "screen", commands.Screen(object=2))
    assert (EDUCATION_GROUP, "settling") in desk.owed


def test_a_screening_comes_back_and_is_done_again() -> None:
    """退回重新筛查: owed anew; what was found stays."""
    desk = found()
    again = commands.ReturnScreening(object=1, reason="未核对原件")
    desk.refuses(errors.NotTheOrganiser, EDUCATION_GROUP, "return_screening", again)
    desk.act(OFFICE, "return_screening", again)
    assert (EDUCATION_GROUP, "screening-again") in desk.owed
    desk.screen(EDUCATION_GROUP, 1, "还缺评估报告")
    assert (EDUCATION_GROUP, "screening-again") not in desk.owed
    assert len(desk.state.findings) == 2


def test_a_finding_becomes_a_lead_that_the_party_knows() -> None:
    """起底问题线索: the lead stands in the register by itself; the event carries its case tag."""
    desk = found()
    lead = desk.lead()
    desk.to_lead(1, lead)
    (told,) = (each for each in desk.world.told if isinstance(each.event, events.FindingSettled))
    assert isinstance(told.event, events.FindingSettled)
    assert told.event.matter == lead
    assert desk.state.findings[1].state == "lead"
    assert (EDUCATION_GROUP, "settling") not in desk.owed


def test_nobody_learns_of_a_lead_by_naming_it() -> None:
    """A lead of another group is as good as missing (R 299)."""
    desk = found()
    foreign = desk.lead(HEALTH_GROUP)
    for matter in (foreign, stream("lead", "none"), stream("rectification", "none")):
        settle = commands.SettleFinding(
            finding=1,
            outcome="lead" if matter.startswith("lead") else "rectification",
            matter=matter,
        )
        desk.refuses(NotFound, EDUCATION_GROUP, "settle_finding", settle)


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "lead"},
        {"outcome": "lead", "matter": stream("notice", "first")},
        {"outcome": "data_rule"},
        {"outcome": "nothing"},
        {"outcome": "nothing", "reason": "符合规定", "matter": stream("lead", "first")},
    ],
)
def test_an_outcome_says_what_it_is(fields: dict[str, Any]) -> None:
    """Which lead, which rule, why nothing."""
    settle = commands.SettleFinding(finding=1, **fields)
    found().refuses(InvalidField, EDUCATION_GROUP, "settle_finding", settle)


def test_a_finding_may_become_a_data_rule_or_nothing() -> None:
    """The other outcomes end what is owed too."""
    desk = found()
    rule = commands.SettleFinding(finding=1, outcome="data_rule", rule="担保余额超限比对")
    desk.act(EDUCATION_GROUP, "settle_finding", rule)
    desk.screen(HEALTH_GROUP, 2, "合同缺页")
    nothing = commands.SettleFinding(finding=2, outcome="nothing", reason="已补齐")
    desk.act(HEALTH_GROUP, "settle_finding", nothing)
    assert [each.state for each in desk.state.findings] == ["data_rule", "nothing"]
    desk.refuses(WrongState, HEALTH_GROUP, "settle_finding", nothing)


def test_the_unit_puts_right_what_a_second_body_verifies() -> None:
    """发现—督促—整改—核实 (26, 30): asked, reported, returned once, reported, verified."""
    desk = asked()
    assert (EDUCATION, "correction") in desk.owed
    report = commands.ReportCorrection(finding=1, text="已修订办法")
    desk.refuses(errors.NotYourObject, EDUCATION_GROUP, "report_correction", report)
    desk.act(EDUCATION, "report_correction", report)
    verify = commands.VerifyCorrection(finding=1, note="现场核实")
    desk.refuses(errors.NotYourObject, EDUCATION, "verify_correction", verify)
    again = commands.ReturnCorrection(finding=1, reason="未附纪要")
    desk.act(EDUCATION_GROUP, "return_correction", again)
    assert (EDUCATION, "better-correction") in desk.owed
    desk.act(EDUCATION, "report_correction", report)
    desk.act(EDUCATION_GROUP, "verify_correction", verify)
    assert desk.state.findings[1].state == "accepted"
    assert {rule for _, rule in desk.owed} == {"screening", "quarterly-report"}


def test_a_unit_reads_what_it_is_asked_and_never_the_finding() -> None:
    """Host units never see lead details, nor does a group anything of another's (DOMAIN.md §4)."""
    desk = asked()
    told = [each.event for each in desk.world.told if each.stream == desk.stream]
    seen = {type(each) for each in told if EDUCATION in each.concerns.parties}
    assert seen & {events.Found, events.Screened, events.ObjectListed} == set()
    assert events.CorrectionAsked in seen
    of_health = {type(each) for each in told if HEALTH_GROUP in each.concerns.parties}
    assert of_health & {events.Found, events.CorrectionAsked} == set()
    assert all(OFFICE in each.concerns.parties for each in told if isinstance(each, events.Found))
    joined = [each for each in told if isinstance(each, events.Joined)][-1]
    assert joined.concerns.observers == (EDUCATION,)


def test_money_that_came_back_is_recorded_with_its_voucher() -> None:
    """挽回损失, in fen, by who found it."""
    desk = found()
    back = commands.RecordRecovery(finding=1, amount=120_000, voucher=VOUCHER)
    desk.refuses(errors.NotYourObject, HEALTH_GROUP, "record_recovery", back)
    desk.act(EDUCATION_GROUP, "record_recovery", back)
    assert desk.state.findings[1].recovered == ((desk.world.today, 120_000),)
