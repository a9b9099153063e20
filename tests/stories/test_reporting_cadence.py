"""书记半年听汇报、分管领导季调度、协管领导月例会 (mechanism 18): due, held, reported, heard, ordered in Wuhu.

Who is missing is counted from what is owed: one report fewer, and the list is one longer. A leader's
meeting without that leader is none.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing

MECHANISM = "reporting-cadence"
GROUPS = 14
REPORT = {"kind": "half_yearly", "period": "2026-H1", "to": "commission", "title": "上半年工作报告"}


@dataclass
class Cast:
    """Who reports, who hears, who orders."""

    secretary: Member
    office: Member
    leader: Member
    assistant: Member
    supervision: Member
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
        leader=place.member("孙副书记", "commission", "leader_in_charge"),
        assistant=place.member("周常委", "commission", "assisting_leader"),
        supervision=place.member("吕主任", "so-2", "head"),
        groups=groups,
        deputy=place.member("钱副组长", "sg-health", "deputy_head"),
        other=place.member("李书记", "pg-health", "head"),
    )


def owed(member: Member, rule: str, **filters: Any) -> list[dict[str, Any]]:
    """What is or was owed under one rule of the cadence."""
    seen = member.see("obligations", mechanism=MECHANISM, limit=200, **filters)
    return [each for each in seen["items"] if each["rule"] == rule]


def convene(cast: Cast, rule: str, period: str, kind: str, planned: str) -> str:
    """The supervision office calls the meeting that it owes; another party does not."""
    duties = owed(cast.supervision, rule, owner="so-2")
    (duty,) = (each for each in duties if each["period"] == period)
    meeting = path_of(duty)
    convening = {
        "kind": kind,
        "title": f"{period} 会议",
        "parties": ["commission", "sg-health", "sg-education"],
        "planned": planned,
        "agenda": [{"title": "监督重点"}],
    }
    assert code(cast.groups["sg-health"], f"{meeting}/convene", convening)[0] in {403, 404}
    cast.supervision.do(f"{meeting}/convene", convening)
    return meeting


def monthly(place: Place, cast: Cast) -> None:
    """协管领导月例会: held in time, with the assisting leader; one task is returned, then done late."""
    place.pass_to("2026-04-08")
    meeting = convene(cast, "monthly-meeting", "2026-03", "assisting_leader_meeting", "2026-04-08")
    supervision, health = cast.supervision, cast.groups["sg-health"]
    groups = [{"party": party} for party in ("so-2", "sg-health", "sg-education")]
    led = {"party": "commission", "persons": [cast.leader.person]}
    hold: dict[str, Any] = {"present": [led, *groups], "minutes": "逐组汇报。"}
    assert code(supervision, f"{meeting}/hold", hold)[1] == "leader_missing"
    led["persons"] = [cast.assistant.person]
    supervision.do(f"{meeting}/hold", hold)
    item = {"owner": "sg-health", "due": "2026-04-15", "text": "梳理医保基金风险点"}
    supervision.do(f"{meeting}/conclude", {"conclusions": ["把握重点"], "action_items": [item]})
    place.pass_to("2026-04-17")
    health.do(f"{meeting}/report_action_item", {"item": 1, "report": "正在梳理"})
    supervision.do(f"{meeting}/return_action_item", {"item": 1, "reason": "没有清单"})
    health.do(f"{meeting}/report_action_item", {"item": 1, "report": "附风险点清单"})
    supervision.do(f"{meeting}/confirm_action_item", {"item": 1})


def quarterly(cast: Cast) -> None:
    """分管领导季调度: two working days late; who stayed away learns that there was one, an order follows."""
    meeting = convene(cast, "scheduling", "2026-Q1", "leader_scheduling", "2026-04-17")
    supervision = cast.supervision
    there = [
        {"party": "so-2"},
        {"party": "commission", "persons": [cast.leader.person]},
        {"party": "sg-health"},
    ]
    away = [{"party": "sg-education", "reason": "外出办案"}]
    hold = {"present": there, "absent": away, "minutes": "分管领导逐组调度。"}
    supervision.do(f"{meeting}/hold", hold)
    supervision.do(f"{meeting}/conclude", {"conclusions": ["按节点推进"]})
    right = {"reason": "记录有误", "approved_by": cast.leader.person, "conclusions": ["逐月推进"]}
    told = supervision.do(f"{meeting}/correct", right)
    seen = cast.leader.see(meeting, token=told["token"])
    assert seen["conclusions"] == ["逐月推进"]
    assert "conclusions" not in cast.groups["sg-education"].see(meeting)
    assert cast.other.get(meeting).status_code == 404
    order = {
        "title": "定点机构监督",
        "text": "检查两家定点机构并反馈。",
        "supervision": "stationed",
        "basis": "一季度调度",
        "meeting": f"consultation/{meeting.partition('/')[2]}",
        "parties": ["sg-health"],
        "due": "2026-05-15",
    }
    supervision.do("task-orders", order)


def report(place: Place, cast: Cast, late: bool) -> None:
    """One group in time, corrected; one returned and handed in again; one late, or not at all."""
    place.pass_to("2026-06-30")
    check = supervise(cast.groups["sg-health"])
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
    counted(cast, handed, check)
    place.pass_to("2026-07-20")
    if late:
        hand_in(cast.groups["sg-education"], "sg-education")


def supervise(group: Member) -> str:
    """What the half-year has: two checks, one of them for an inspection, and a lead; the first check."""
    check = {
        "unit": "health",
        "method": "site_check",
        "focuses": ["key_node"],
        "title": "定点机构检查",
        "findings": "台账不全。",
    }
    first = path_of(group.do("daily-supervisions", check))
    group.do("daily-supervisions", check | {"supervision": "inspection"})
    receive(group, "周某", unit="health", level="unit_managed")
    return first


def counted(cast: Cast, handed: dict[str, str], check: str) -> None:
    """A report's figures are the group's own; what is annulled after it shows as a difference."""
    health, secretary = cast.groups["sg-health"], cast.secretary
    assert set(figures(secretary, handed["sg-housing"]).values()) == {(0, 0)}
    said = {
        "daily_supervisions": 2,
        "daily_discipline": 0,
        "daily_supervisory": 0,
        "daily_stationed": 1,
        "daily_inspection": 1,
        "proposals": 0,
        "leads_received": 1,
        "cases_filed": 0,
    }
    own = figures(health, handed["sg-health"])
    assert own == {name: (value, value) for name, value in said.items()}
    mistake = {"reason": "重复登记", "approved_by": cast.deputy.person}
    token = health.do(f"{check}/annul", mistake)["token"]
    seen = figures(secretary, handed["sg-health"], token=token)
    assert {name for name, (then, now) in seen.items() if then != now} == {
        "daily_supervisions",
        "daily_stationed",
    }
    assert seen["daily_supervisions"] == (2, 1)
    found = secretary.see(f"{handed['sg-health']}/evidence", figure="leads_received")["items"]
    assert [sorted(each) for each in found] == [["number", "received", "source", "stream"]]


def figures(member: Member, report: str, **asked: str) -> dict[str, tuple[int, int]]:
    """What a report said of each figure, and what is counted now."""
    seen = member.see(f"{report}/figures", **asked)["figures"]
    return {each["name"]: (each["reported"], each["value"]) for each in seen}


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
    parties = ["commission", *cast.groups]
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
    present: list[dict[str, Any]] = [{"party": party} for party in ("general-office", *parties)]
    hold = {"present": present, "absent": [], "minutes": "逐组听取汇报。"}
    assert code(cast.office, f"{meeting}/hold", hold)[1] == "leader_missing"
    present[1]["persons"] = [cast.secretary.person]
    cast.office.do(f"{meeting}/hold", hold)
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
    monthly(wuhu, cast)
    quarterly(cast)
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
    met = [(each["owner"], each["period"]) for each in months if each["status"] == "fulfilled"]
    assert met == [("so-2", "2026-03")]
    assert len(months) == 3 * 4, "March to June, three supervision offices"
    quarters = owed(cast.secretary, "scheduling", due_until="2026-07-31")
    assert sorted(
        (each["owner"], each["period"], each["status"], each["late_working_days"])
        for each in quarters
    ) == [
        ("so-1", "2026-Q1", "overdue", None),
        ("so-1", "2026-Q2", "overdue", None),
        ("so-2", "2026-Q1", "fulfilled", 2),
        ("so-2", "2026-Q2", "overdue", None),
        ("so-3", "2026-Q1", "overdue", None),
        ("so-3", "2026-Q2", "overdue", None),
    ]
    tasks = cast.groups["sg-health"].see("obligations", family="consultation", owner="sg-health")
    items = [each for each in tasks["items"] if each["rule"] == "action-item"]
    assert [(each["status"], each["late_working_days"]) for each in items] == [("fulfilled", 2)]
    waiting = cast.groups["sg-health"].see("parties/sg-health/inbox", token=token)
    assert ("answer_task_order", "general-office", "2026-08-20") in columns(
        waiting, "kind", "from_party", "due"
    )
    assert cast.other.see("work-reports")["items"] == []
    assert cast.other.see("consultations")["items"] == []
    assert cast.other.see("task-orders")["items"] == []
    assert cast.other.see("parties/pg-health/timeline")["items"] == []


def unanswered(place: Place, cast: Cast) -> None:
    """The order lets its day pass: overdue, told to the office above, urged; then answered late, in full."""
    health, order = cast.groups["sg-health"], orders(cast)["sg-health"]
    place.pass_to("2026-08-21")
    late = cast.office.see("obligations", mechanism="task-orders", status="overdue")
    assert columns(late, "owner", "rule", "due") == [
        ("sg-health", "acknowledgement", "2026-07-23"),
        ("sg-health", "feedback", "2026-08-20"),
    ]
    assert told_of(cast.supervision) == []
    place.pass_to("2026-08-26")
    assert told_of(cast.supervision) == [("overdue", "sg-health")]
    (feedback,) = (each for each in late["items"] if each["rule"] == "feedback")
    reminder = {
        "kind": "reminder",
        "matter": feedback["stream"],
        "obligation": feedback["obligation"],
        "to": "sg-health",
        "about": "反馈单已逾期,请说明原因",
        "due": "2026-08-28",
    }
    assert code(cast.groups["sg-housing"], "urgings", reminder)[0] in {403, 404}
    urging = path_of(cast.office.do("urgings", reminder))
    waiting = health.see("parties/sg-health/inbox", token=cast.office.token, limit=200)
    assert ("answer_urging", "general-office", "2026-08-28") in columns(
        waiting, "kind", "from_party", "due"
    )
    place.pass_to("2026-08-28")
    health.do(f"{urging}/answer", {"text": "人员在专案组,今日提交。"})
    health.do(f"{order}/give_feedback", {"result": "done", "text": "已检查三家。"})
    cast.office.do(f"{urging}/accept_answer", {})
    token = str(cast.office.do(f"{order}/accept_feedback", {"party": "sg-health"})["token"])
    done = cast.office.see("obligations", token=token, mechanism="task-orders", owner="sg-health")
    assert columns(done, "rule", "status", "late_working_days") == [
        ("acknowledgement", "fulfilled", 26),
        ("feedback", "fulfilled", 6),
    ]
    assert told_of(cast.supervision) == []
    waiting = health.see("parties/sg-health/inbox", limit=200)["items"]
    assert [each for each in waiting if each["family"] in ("task_order", "urging")] == []


def orders(cast: Cast) -> dict[str, str]:
    """What the hearing ordered, by whom it was ordered to do it."""
    rows = cast.office.see("task-orders", token=cast.office.token)["items"]
    return {each["addressees"][0]: path_of(each) for each in rows}


def told_of(member: Member) -> list[tuple[Any, ...]]:
    """What escalated to somebody because of orders."""
    waiting = member.see(f"parties/{member.party}/inbox", limit=200)["items"]
    of_orders = {"items": [each for each in waiting if each["family"] == "task_order"]}
    return columns(of_orders, "kind", "from_party")


def test_no_group_reads_anothers_report_and_an_order_left_unanswered_is_urged(wuhu: Place) -> None:
    """Two groups hand in; each reads its own. Of the order of one the other learns nothing."""
    cast = gather(wuhu)
    health, housing = cast.groups["sg-health"], cast.groups["sg-housing"]
    wuhu.pass_to("2026-07-06")
    own: dict[str, str] = {
        each.party: path_of(hand_in(each, each.party)) for each in (health, housing)
    }
    for group, other in ((health, housing), (housing, health)):
        sees_nothing(group, own[other.party], token=housing.token)
        assert group.get(f"{own[other.party]}/figures").status_code == 404
        assert group.get(f"{own[other.party]}/evidence?figure=leads_received").status_code == 404
        assert code(group, f"{own[other.party]}/resubmit", {"changes": "……"})[0] in {404, 422}
        seen = columns(group.see("work-reports"), "reporter", "stage")
        assert seen == [(group.party, "submitted")]
        assert {each["owner"] for each in owed(group, "half-yearly-report")} == {group.party}
    hear(wuhu, cast)
    unanswered(wuhu, cast)
    for member in (housing, cast.groups["sg-education"], cast.other):
        for matter in orders(cast).values():
            sees_nothing(member, matter, "task-orders", "feedback-forms", "urgings")
    for member in (cast.other, cast.groups["sg-education"]):
        sees_nothing(member, own["sg-health"], "work-reports")
