"""Shares, results and the end."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, WrongState
from domain.ids import PartyId
from domain.joint_operations import commands, errors, events
from domain.obligations.events import Arisen
from tests.domain.joint_operations.given import (
    LENT_UNTIL,
    UNTIL,
    among_groups,
    joined,
    opened,
)
from tests.domain.small import (
    ADJUDICATION,
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

DUE = datetime.date(2026, 1, 30)
SHARE = commands.AssignShare(party=COUNTY, text="核查三所学校", due=DUE)
REPORT = commands.ReportShare(text="已核查")
DONE = commands.Conclude(outcome="核查完毕")


def test_a_share_is_reported_returned_reported_and_accepted() -> None:
    """分工: what a member owes to the lead body, one share at a time."""
    desk = joined()
    desk.refuses(errors.NotTheLeadBody, EDUCATION_GROUP, "assign_share", SHARE)
    outsider = commands.AssignShare(party=HEALTH_GROUP, text="核查", due=DUE)
    desk.refuses(errors.NotAMember, OFFICE, "assign_share", outsider)
    desk.act(OFFICE, "assign_share", SHARE)
    desk.refuses(WrongState, OFFICE, "assign_share", SHARE)
    desk.refuses(errors.SharesOpen, OFFICE, "conclude", DONE)
    desk.act(COUNTY, "report_share", REPORT)
    assert (OFFICE, "judgement") in desk.owed
    desk.act(OFFICE, "return_share", commands.ReturnShare(party=COUNTY, reason="缺评标记录"))
    assert (COUNTY, "better-share") in desk.owed
    desk.act(COUNTY, "report_share", REPORT)
    desk.act(OFFICE, "accept_share", commands.AcceptShare(party=COUNTY))
    desk.refuses(WrongState, COUNTY, "report_share", REPORT)
    desk.act(OFFICE, "assign_share", SHARE)


def test_results_are_shared_by_any_member() -> None:
    """成果联享: with a reference or an amount in fen."""
    desk = joined()
    money = commands.RecordResult(kind="recovered_money", text="追缴配餐费", amount=12_500_00)
    (told, *_) = desk.act(COUNTY, "record_result", money)
    assert isinstance(told, events.ResultRecorded)
    assert (told.result, told.amount) == (1, 1_250_000)
    desk.refuses(NotFound, HEALTH_GROUP, "record_result", money)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"kind": "recovered_money"}, InvalidField),
        ({"kind": "lead", "amount": 5}, InvalidField),
        ({"kind": "lead", "reference": stream("lead", "unknown")}, NotFound),
    ],
)
def test_a_result_has_to_make_sense(changes: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        joined().act(OFFICE, "record_result", commands.RecordResult(text="成果", **changes))


def test_prolonging_moves_the_last_day() -> None:
    """With reason and approver; the earlier day stays visible in the obligation."""
    desk = joined()
    later = datetime.date(2026, 5, 29)
    prolong = commands.Prolong(until=later, reason="调取账目", approved_by=person("chief"))
    shorter = commands.Prolong(until=LENT_UNTIL, reason="提前", approved_by=person("chief"))
    desk.refuses(InvalidField, OFFICE, "prolong", shorter)
    told = desk.act(OFFICE, "prolong", prolong)
    (owed,) = (each for each in told if isinstance(each, Arisen))
    assert (owed.due, [each.due for each in owed.earlier]) == (later, [UNTIL])


@pytest.mark.parametrize(
    ("stage", "adjudicator", "done"),
    [
        ("investigating", None, False),
        ("adjudicating", HEALTH_GROUP, False),
        ("deliberated", HEALTH_GROUP, True),
        ("deliberated", ADJUDICATION, False),
        ("archived", HEALTH_GROUP, True),
        ("withdrawn", None, True),
    ],
)
def test_it_ends_when_the_case_was_adjudicated(
    stage: str, adjudicator: PartyId | None, done: bool
) -> None:
    """R 222: deliberated by the body that led it; or there is nothing to adjudicate any more."""
    desk = opened(among_groups())
    desk.have_case(stage=stage, adjudicator=adjudicator)
    if done:
        desk.act(HEALTH_GROUP, "conclude", DONE)
    else:
        desk.refuses(errors.NotAdjudicatedYet, HEALTH_GROUP, "conclude", DONE)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12)."""
    desk = joined()
    nothing = commands.Correct(reason="误", approved_by=person("chief"))
    desk.refuses(InvalidField, OFFICE, "correct", nothing)
    right = commands.Correct(reason="误", approved_by=person("chief"), title="配餐联合核查")
    desk.refuses(errors.NotTheLeadBody, COUNTY, "correct", right)
    desk.act(OFFICE, "correct", right)
    assert desk.state.title == "配餐联合核查"
