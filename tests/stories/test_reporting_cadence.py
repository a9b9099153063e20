"""书记半年听汇报、分管领导季调度、协管领导月例会 (mechanism 18): due, reported, heard, ordered in Wuhu.

Who is missing is counted from what is owed: one report fewer, and the list is one longer.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

MECHANISM = "reporting-cadence"
GROUPS = 14
REPORT = {"kind": "half_yearly", "period": "2026-H1", "to": "commission", "title": "上半年工作报告"}


@dataclass
class Cast:
    """Who reports, who hears, who orders."""

    secretary: Member
    office: Member
    groups: dict[str, Member]
    deputy: Member
    other: Member


def gather(place: Place) -> Cast:
    """Everybody takes office in March; nothing is due before July."""
    groups = {
        party: place.member(f"{party} 组长", party, "head")
        for party in ("sg-health", "sg-housing", "sg-education")
    }
    return Cast(
        secretary=place.member("吴书记", "commission", "principal_head"),
        office=place.member("何主任", "general-office", "head"),
        groups=groups,
        deputy=place.member("钱副组长", "sg-health", "deputy_head"),
        other=place.member("李书记", "pg-health", "head"),
    )


def owed(member: Member, rule: str, **filters: Any) -> list[dict[str, Any]]:
    """What is or was owed under one rule of the cadence."""
    seen = member.see("obligations", mechanism=MECHANISM, limit=200, **filters)
    return [each for each in seen["items"] if each["rule"] == rule]


def report(place: Place, cast: Cast, late: bool) -> None:
    """One group in time, corrected; one returned and handed in again; one late, or not at all."""
    place.pass_to("2026-07-06")
    handed = {
        party: path_of(hand_in(member, party)) for party, member in list(cast.groups.items())[:2]
    }
    right = {
        "reason": "标题有误",
        "title": "2026年上半年工作报告",
        "approved_by": cast.deputy.person,
    }
    cast.groups["sg-health"].do(f"{handed['sg-health']}/correct", right)
    cast.secretary.do(f"{handed['sg-housing']}/return", {"reason": "问题部分过于笼统"})
    again = {"changes": "补充三个具体问题", "summary": "补充后的报告。"}
    cast.groups["sg-housing"].do(f"{handed['sg-housing']}/resubmit", again)
    for each in handed.values():
        cast.secretary.do(f"{each}/accept", {"instruction": "列入书记听汇报会议题"})
    place.pass_to("2026-07-20")
    if late:
        hand_in(cast.groups["sg-education"], "sg-education")


def hand_in(member: Member, party: str) -> dict[str, Any]:
    """The report of the half-year, in the stream that the cadence opened for it."""
    duty = next(
        each
        for each in owed(member, "half-yearly-report", owner=party)
        if each["period"] == "2026-H1"
    )
    path = path_of(duty)
    return member.do(f"{path}/submit", {**REPORT, "summary": "监督检查三十二次。"})


def hear(place: Place, cast: Cast) -> str:
    """The secretary hears the groups that reported, and instructs; an order follows from the meeting."""
    (duty,) = owed(cast.office, "hearing", owner="general-office", due_until="2026-08-31")
    meeting = path_of(duty)
    parties = list(cast.groups)
    convening = {
        "kind": "secretary_hearing",
        "title": "书记听取上半年派驻监督工作汇报",
        "parties": parties,
        "planned": "2026-07-21",
        "agenda": [{"title": "各组汇报"}],
    }
    assert code(cast.groups["sg-health"], f"{meeting}/convene", convening)[0] in {403, 404}
    cast.office.do(f"{meeting}/convene", convening)
    place.pass_to("2026-07-21")
    present = [{"party": party} for party in ("general-office", *parties)]
    cast.office.do(
        f"{meeting}/hold", {"present": present, "absent": [], "minutes": "逐组听取汇报。"}
    )
    cast.office.do(f"{meeting}/conclude", {"conclusions": ["聚焦医保基金使用监督"]})
    order = {
        "title": "医保基金使用监督",
        "text": "选取三家定点机构监督检查并反馈。",
        "supervision": "stationed",
        "basis": "书记听取上半年派驻监督工作汇报会议",
        "meeting": duty["stream"],
        "parties": ["sg-health"],
        "due": "2026-08-20",
    }
    told = cast.office.do("task-orders", order)
    return str(told["token"])


@pytest.mark.parametrize("late", [True, False])
def test_the_half_year_is_reported_heard_and_ordered(wuhu: Place, late: bool) -> None:
    """Of fourteen groups two report in time, one late or never: so many stand on the missing list."""
    cast = gather(wuhu)
    report(wuhu, cast, late)
    token = hear(wuhu, cast)
    reports = owed(cast.secretary, "half-yearly-report", due_until="2026-08-31")
    assert len(reports) == GROUPS
    done = sorted(
        (each["owner"], each["late_working_days"])
        for each in reports
        if each["status"] == "fulfilled"
    )
    in_time = [("sg-health", 0), ("sg-housing", 0)]
    assert done == ([("sg-education", 4)] if late else []) + in_time
    missing = {each["owner"] for each in reports if each["status"] == "overdue"}
    assert len(missing) == GROUPS - len(done)
    assert ("sg-education" in missing) is not late
    (heard,) = owed(cast.office, "hearing", owner="general-office", due_until="2026-08-31")
    assert heard["status"] == "fulfilled"
    months = owed(cast.secretary, "monthly-meeting", due_until="2026-07-31")
    assert {each["status"] for each in months} == {"overdue"}
    assert len(months) == 3 * 4, "March to June, three supervision offices, nobody met"
    waiting = cast.groups["sg-health"].see("parties/sg-health/inbox", token=token)
    assert ("answer_task_order", "general-office", "2026-08-20") in columns(
        waiting, "kind", "from_party", "due"
    )
    assert cast.other.see("work-reports")["items"] == []
    assert cast.other.see("consultations")["items"] == []
    assert cast.other.see("task-orders")["items"] == []
