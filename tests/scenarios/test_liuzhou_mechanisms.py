"""What Liuzhou's mechanisms came to in its year, beside its meetings: with hosts, on site, side by side."""

from collections import Counter
from typing import Any

import pytest

from domain.ids import StreamId, derived_id, stream_id
from domain.work_reports.counting import SUPERVISIONS
from tests.scenarios.year import Year, whole


@pytest.fixture(scope="module")
def year() -> Year:
    """The whole year, to its last day."""
    return whole("liuzhou")


def stream(family: str, handle: str) -> StreamId:
    """What a line of the year opened under a handle."""
    return StreamId(stream_id(family, derived_id("scenario", "liuzhou", handle)))


def told(year: Year, family: str, name: str, handle: str) -> list[Any]:
    """The events of one type of one stream."""
    wanted = stream(family, handle)
    return [t.event for t in year.events(f"{family}.{name}") if t.stream == wanted]


def test_a_host_is_told_and_answers(year: Year) -> None:
    """Party group and unit committee sign for it and answer; one answer came back, one was late."""
    (notice,) = told(year, "notice", "issued", "NOTICE-1")
    assert notice.parties == ("pg-ecology", "uc-ecology")
    for name in ("acknowledged", "reply_accepted"):
        answered = {each.by for each in told(year, "notice", name, "NOTICE-1")}
        assert answered == set(notice.parties), name
    assert len(told(year, "notice", "reply_returned", "NOTICE-1")) == 1
    assert year.late("notices.reply") == [("uc-ecology", 4)]


def test_a_lead_is_handed_over_once_its_list_is_whole(year: Year) -> None:
    """The Party group hands over, gets it back, hands over again; it is taken on and its result confirmed."""
    names = ("transferred", "returned", "accepted", "result_fed_back", "feedback_confirmed")
    counts = [len(told(year, "lead", name, "HANDED")) for name in names]
    assert counts == [2, 1, 1, 1, 1]


def test_group_host_and_committee_enforce_together(year: Year) -> None:
    """A share each, one of them returned; the host reads the result once it is released."""
    shares = told(year, "joint_enforcement", "share_assigned", "ENFORCE-1")
    assert [each.owner for each in shares] == [
        "pg-market-regulation",
        "uc-market-regulation",
        "sg-market-regulation",
    ]
    (result,) = told(year, "joint_enforcement", "result_recorded", "ENFORCE-1")
    assert (result.shares, result.problems, result.handled) == (3, 6, 3)
    (released,) = told(year, "joint_enforcement", "result_released", "ENFORCE-1")
    assert released.to == "pg-market-regulation"


def test_the_river_has_items_of_three_kinds_each_with_its_clause(year: Year) -> None:
    listed = told(year, "campaign", "object_listed", "RIVER")
    assert Counter(each.line.kind for each in listed) == {"duty": 2, "deviation": 2, "weakness": 3}
    assert all(each.line.clause.startswith("条例第") for each in listed)
    assert {each.line.unit for each in listed} == {
        "ecology",
        "water",
        "agriculture",
        "urban-management",
    }


def test_what_the_river_lacked_was_verified_by_a_second_body(year: Year) -> None:
    """Not by the group that raised it, nor by whom it was to be put right; half a year later once more."""
    (item,) = told(year, "rectification", "assigned", "RECT-WATER")
    assert (item.raiser, item.party, item.verifier) == ("sg-water", "pg-water", "so-3")
    verified = told(year, "rectification", "verified", "RECT-WATER")
    assert [each.verifier for each in verified] == ["so-3", "so-3"]
    assert len(told(year, "rectification", "returned", "RECT-WATER")) == 1
    signed_off = [t.event for t in year.events("rectification.signed_off")]
    advised = [each for each in signed_off if each.party == "pg-ecology"]  # type: ignore[attr-defined]
    assert len(advised) == 2


def test_leading_members_at_the_river_were_talked_to(year: Year) -> None:
    """Two by the head of the group, the first hand by a leader of the commission."""
    held = [each for each in year.facts("talk.held") if each.unit == "ecology"]
    assert [(each.kind, each.by) for each in held] == [
        ("peer", "sg-ecology"),
        ("first_hand", "commission"),
        ("peer", "sg-ecology"),
    ]


def test_a_report_counts_daily_supervision_by_which_of_the_four_it_serves(year: Year) -> None:
    """What each group did in the half-year stands in its report, and adds up."""
    reports = [e for e in year.facts("work_report.submitted") if e.kind == "half_yearly"]
    told_of = {each.reporter: {f.count: f.value for f in each.figures} for each in reports}
    counted = {party: figures["daily_supervisions"] for party, figures in told_of.items()}
    assert {party: n for party, n in counted.items() if n} == {
        "sg-ecology": 3,
        "sg-education": 2,
        "sg-health": 2,
    }
    for figures in told_of.values():
        served = [figures[f"daily_{each}"] for each in SUPERVISIONS]
        assert sum(served) == figures["daily_supervisions"]


def test_groups_work_together_once_approved_each_with_a_share(year: Year) -> None:
    """Sent back until the shares were clear; one share came back; both were accepted."""
    assert len(told(year, "joint_operation", "submission_returned", "JOINT-1")) == 1
    order = [t.name for t in year.world.told if t.stream == stream("joint_operation", "JOINT-1")]
    assert order.index("joint_operation.approved") < order.index("joint_operation.opened")
    shares = told(year, "joint_operation", "share_assigned", "JOINT-1")
    accepted = told(year, "joint_operation", "share_accepted", "JOINT-1")
    assert [each.to for each in shares] == [each.by for each in accepted]
    assert [each.by for each in accepted] == ["sg-finance", "sg-housing"]
    assert len(told(year, "joint_operation", "share_returned", "JOINT-1")) == 1


def test_an_office_and_a_group_record_what_they_did_in_the_quarter(year: Year) -> None:
    """Of three activities two were confirmed by the other side, one was disputed; one group has nothing."""
    rule = "pairings.quarter"
    quarter = year.stream_of(rule, period="2026-Q1", owner="sg-ecology")
    names = ("recorded", "confirmed", "disputed")
    recorded, confirmed, disputed = (
        [t.event for t in year.events(f"pairing.{name}") if t.stream == quarter] for name in names
    )
    others = {each.activity: each.other for each in recorded}  # type: ignore[attr-defined]
    told = [(each.activity, each.by) for each in confirmed]  # type: ignore[attr-defined]
    assert told == [(1, others[1]), (2, others[2])]
    assert [(each.activity, each.by) for each in disputed] == [(3, others[3])]  # type: ignore[attr-defined]
    assert len(year.arisen(rule)) == 4 * 12
    met = {each.obligation for each in year.fulfilled(rule)}
    missed = {each.owner for each in year.arisen(rule) if each.obligation not in met}
    assert (missed, year.overdue()[rule]) == ({"sg-finance"}, 3)


def test_the_rice_noodles_are_given_out_as_tasks(year: Year) -> None:
    """Each link of the chain has its order to a group of the list, and was on site."""
    orders = [each for each in year.facts("task_order.issued") if "螺蛳粉" in each.title]
    to = {party for each in orders for party in each.parties}
    assigned = {e.to for e in told(year, "campaign", "objects_assigned", "NOODLES")}
    assert assigned == {"sg-agriculture", "sg-market-regulation", "sg-industry"}
    assert assigned <= to
    found = told(year, "campaign", "found", "NOODLES")
    assert len([each for each in found if each.place is not None]) == 2


def test_what_the_rice_noodles_lacked_was_put_right_by_a_day(year: Year) -> None:
    """Four corrections asked, one sent back, all verified by the group that asked; none was late."""
    asked = told(year, "campaign", "correction_asked", "NOODLES")
    verified = told(year, "campaign", "correction_verified", "NOODLES")
    assert {each.finding: each.by for each in asked} == {each.finding: each.by for each in verified}
    returned = told(year, "campaign", "correction_returned", "NOODLES")
    assert [each.finding for each in returned] == [2]
    (money,) = told(year, "campaign", "recovery_recorded", "NOODLES")
    assert (money.finding, money.amount) == (5, 8_600_000)
    (rule,) = told(year, "campaign", "system_adopted", "NOODLES")
    assert rule.unit == "industry"
