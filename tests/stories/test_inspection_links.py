"""巡察联动 (mechanisms 16 and 17): the head of a group is deputy team leader for one round, and no longer.

A lead the group knows too little of comes back understood; a problem it cannot move alone stands in the
inspection report, and is rectified once.
"""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing
from tests.stories.test_joint_operations import LEAD
from tests.stories.test_rectifications import PROBLEM

TEAM = {
    "code": "it-9-3",
    "kind": "inspectionTeam",
    "zh": "市委第三巡察组",
    "en": "Third Inspection Team",
}
LATE = {"mechanism": "inspection-links", "status": "overdue"}
ROUND = {
    "round": "十四届市委第九轮巡察",
    "team": "it-9-3",
    "group": "sg-education",
    "units": ["education"],
    "begins": "2026-03-02",
    "until": "2026-05-29",
}
OWED = [
    ("inspection", "end", "fulfilled", 1),
    ("it-9-3", "better-consultation", "fulfilled", 0),
    ("it-9-3", "better-understanding", "fulfilled", 2),
    *[("it-9-3", "confirmation", "fulfilled", 0)] * 2,
    ("it-9-3", "receipt", "fulfilled", 0),
    *[("it-9-3", "report", "fulfilled", 0)] * 2,
    ("it-9-3", "understanding", "fulfilled", 0),
    ("sg-education", "acknowledgement", "fulfilled", 2),
    ("sg-education", "acknowledgement", "withdrawn", None),
    ("sg-education", "better-verification", "fulfilled", 0),
    *[("sg-education", "consultation", "fulfilled", 0)] * 2,
    *[("sg-education", "judgement", "fulfilled", 0)] * 2,
    ("sg-education", "rectification", "fulfilled", 0),
    ("sg-education", "verification", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts; ``hat`` is the head of the group acting for the team."""

    group: Member
    deputy: Member
    chief: Member
    office: Member
    team: Member
    hat: Member
    host: Member
    link: str


def authorise(place: Place) -> Cast:
    """The deputy head is recused from the unit; the head is authorised, and signed for two days late."""
    place.founder.do("parties", {"party": TEAM})
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    chief = place.member("高书记", "commission", "principal_head")
    office = place.member("吴主任", "inspection", "head")
    team = place.member("孙组长", "it-9-3", "head")
    hat = place.installation.member(group.person, "it-9-3", place.code)
    assert code(group, "inspection-links", ROUND) == (403, "not_authorised")
    link = path_of(office.do("inspection-links", ROUND))
    recusal = {"person": deputy.person, "unit": "education", "reason": "配偶在该局任职"}
    deputy.do(f"{link}/declare_recusal", recusal)
    paper = {"document": "临巡组〔2026〕3号", "approved_by": chief.person}
    kept_out = code(office, f"{link}/authorise", {"person": deputy.person, **paper})
    assert kept_out == (403, "recused_from_the_round")
    foreign = code(office, f"{link}/authorise", {"person": team.person, **paper})
    assert foreign == (422, "not_the_head_of_the_group")
    assert hat.post(f"{link}/share", {"title": "x", "text": "x"}).status_code == 403
    office.do(f"{link}/authorise", {"person": group.person, **paper})
    assert code(group, f"{link}/end_authorisation", {"reason": "…"}) == (403, "not_for_this_side")
    told = office.do(f"{link}/end_authorisation", {"reason": "文号有误,重新授权"})
    group.see("parties", token=told["token"])
    assert hat.get(link).status_code == 404
    office.do(f"{link}/authorise", {"person": group.person, **paper})
    place.pass_to("2026-03-09")
    assert hat.get(link).status_code == 200
    late = group.see("obligations", owner="sg-education", **LATE)
    assert columns(late, "rule", "due") == [("acknowledgement", "2026-03-05")]
    group.do(f"{link}/acknowledge", {})
    host = place.member("李书记", "pg-education", "head")
    return Cast(group, deputy, chief, office, team, hat, host, link)


def work_together(cast: Cast) -> None:
    """Information is shared under the other hat; what was verified together is confirmed; one correction."""
    link, group, team = cast.link, cast.group, cast.team
    cast.hat.do(f"{link}/share", {"title": "本轮巡察重点", "text": "关注配餐采购。"})
    assert code(team, f"{link}/receive", {"share": 1}) == (403, "not_for_this_side")
    group.do(f"{link}/receive", {"share": 1})
    group.do(f"{link}/share", {"title": "资料库摘要", "text": "近三年采购情况。"})
    team.do(f"{link}/receive", {"share": 2})
    consult(cast)
    plan = {"subject": "三所学校招标资料", "reporter": "sg-education", "due": "2026-03-20"}
    team.do(f"{link}/plan_verification", plan)
    group.do(f"{link}/report_verification", {"verification": 1, "result": "程序缺失。"})
    verify_again(cast)
    right = {
        "reason": "轮次有误",
        "approved_by": cast.chief.person,
        "round": "十四届市委第十轮巡察",
    }
    cast.office.do(f"{link}/correct", right)


def verify_again(cast: Cast) -> None:
    """核实联动: the report comes back, is made anew by who made it, and counts once confirmed."""
    link, group, team = cast.link, cast.group, cast.team
    back = {"verification": 1, "reason": "未附三所学校评标记录"}
    assert code(group, f"{link}/return_verification", back) == (403, "not_for_this_side")
    told = team.do(f"{link}/return_verification", back)
    waiting = group.see("parties/sg-education/inbox", token=told["token"])
    assert ("verify_again", "未附三所学校评标记录") in columns(waiting, "kind", "title")
    seen = cast.office.see("inspection-steps", kind="verification")
    assert columns(seen, "stage", "returned", "reason") == [("returned", 1, "未附三所学校评标记录")]
    assert code(team, f"{link}/confirm_verification", {"verification": 1}) == (409, "no_such_step")
    better = {"verification": 1, "result": "程序缺失,评标记录附后。"}
    assert code(team, f"{link}/report_verification", better) == (403, "not_for_this_side")
    told = group.do(f"{link}/report_verification", better)
    waiting = team.see("parties/it-9-3/inbox", token=told["token"])
    assert ("confirm_verification", "sg-education") in columns(waiting, "kind", "from_party")
    assert team.see(link)["verified"] == 0
    team.do(f"{link}/confirm_verification", {"verification": 1})


def consult(cast: Cast) -> None:
    """问题共商: what the team recorded as agreed comes back, is corrected, and counts once confirmed."""
    link, group, team = cast.link, cast.group, cast.team
    agreed = {"title": "配餐采购问题", "agreed": "分工核实。"}
    told = team.do(f"{link}/record_consultation", agreed)
    assert code(team, f"{link}/confirm_consultation", {"record": 1}) == (403, "not_for_this_side")
    right = {"record": 1, "title": "配餐采购问题", "agreed": "巡察组了解,派驻组核实。"}
    assert code(group, f"{link}/correct_consultation", right) == (403, "not_for_this_side")
    waiting = group.see("parties/sg-education/inbox", token=told["token"])
    assert ("confirm_consultation", "配餐采购问题") in columns(waiting, "kind", "title")
    told = group.do(f"{link}/return_consultation", {"record": 1, "reason": "未写明分工"})
    waiting = team.see("parties/it-9-3/inbox", token=told["token"])
    assert ("correct_consultation", "未写明分工") in columns(waiting, "kind", "title")
    assert team.see(link)["consulted"] == 0
    team.do(f"{link}/correct_consultation", right)
    told = group.do(f"{link}/confirm_consultation", {"record": 1})
    assert code(team, f"{link}/correct_consultation", right) == (409, "no_such_step")
    seen = cast.office.see("inspection-steps", token=told["token"], kind="consultation")
    assert columns(seen, "step", "stage", "text", "returned", "reason") == [
        ("consultation:1", "confirmed", "巡察组了解,派驻组核实。", 1, None)
    ]


def understand(place: Place, cast: Cast) -> str:
    """The team is told the question, never the lead; what comes back is not enough at first, then late."""
    link, group, team = cast.link, cast.group, cast.team
    lead = group.do("leads", LEAD)
    passed = {"lead": lead["stream"], "question": "了解食堂承包情况。", "due": "2026-03-20"}
    assert code(team, f"{link}/pass_lead", passed) == (403, "not_for_this_side")
    group.do(f"{link}/pass_lead", passed)
    place.pass_to("2026-03-16")
    assert columns(team.see("passed-leads"), "stage", "due") == [("passed", "2026-03-20")]
    assert team.get(path_of(lead)).status_code == cast.office.get(path_of(lead)).status_code == 404
    assert cast.office.see("passed-leads")["items"] == []
    team.do(f"{link}/report_understanding", {"passing": 1, "text": "承包人系外地企业。"})
    assert code(cast.office, f"{link}/end", {}) == (409, "answers_owed")
    group.do(f"{link}/return_understanding", {"passing": 1, "reason": "未说明承包年限"})
    place.pass_to("2026-03-25")
    team.do(f"{link}/report_understanding", {"passing": 1, "text": "连续承包九年。"})
    group.do(f"{link}/accept_understanding", {"passing": 1})
    return str(lead["stream"])


ASSIGNMENT = {
    "party": "pg-education",
    "responsible": [{"level": "party_organisation", "party": "pg-education", "post": "党组"}],
    "verifier": "so-2",
    "due": "2026-04-30",
}


def write(place: Place, cast: Cast, second: bool) -> list[str]:
    """Each problem in the report is in one item only, which the team opens then; or it is left out."""
    link, group, team = cast.link, cast.group, cast.team
    item = str(group.do("rectifications", PROBLEM)["stream"])
    other = str(group.do("rectifications", PROBLEM | {"title": "食材验收不严"})["stream"])
    group.do(f"{place_of(item)}/assign", ASSIGNMENT)
    problem = {"unit": "education", "title": "监管职责不落实", "text": "多次督促未整改。"}
    told = group.do(f"{link}/put_forward", {**problem, "rectification": item})
    twice = code(group, f"{link}/put_forward", {**problem, "rectification": item})
    assert twice == (409, "rectified_already")
    team.see("parties", token=told["token"])
    assert team.get(place_of(item)).status_code == 404
    report = {"problem": 1, "report": "临巡报〔2026〕9号", "paragraph": "二(三)"}
    assert code(group, f"{link}/write_into_report", report) == (403, "not_for_this_side")
    before = columns(cast.host.see("parties/pg-education/obligations"), "rule", "due")
    told = team.do(f"{link}/write_into_report", report)
    assert team.see(place_of(item), token=told["token"])["reports"] == [
        {"body": "it-9-3", "report": "临巡报〔2026〕9号", "paragraph": "二(三)"}
    ]
    after = cast.host.see("parties/pg-education/obligations", token=told["token"])
    assert columns(after, "rule", "due") == before
    named = {"problem": 1, "rectification": item}
    assert code(group, f"{link}/link_rectification", named) == (409, "no_such_step")
    group.do(f"{link}/put_forward", problem | {"title": "食材验收不严"})
    if not second:
        team.do(f"{link}/decline_problem", {"problem": 2, "reason": "证据不足"})
        place.settle()
        assert team.get(place_of(other)).status_code == 404
        return [item]
    told = team.do(f"{link}/write_into_report", report | {"problem": 2, "paragraph": "二(四)"})
    waiting = group.see("parties/sg-education/inbox", token=told["token"])
    assert ("link_rectification", "临巡报〔2026〕9号") in columns(waiting, "kind", "title")
    taken = code(group, f"{link}/link_rectification", {"problem": 2, "rectification": item})
    assert taken == (409, "rectified_already")
    group.do(f"{link}/link_rectification", {"problem": 2, "rectification": other})
    place.settle()
    assert cast.office.see(place_of(other))["title"] == "食材验收不严"
    return [item, other]


def rectified(place: Place, cast: Cast, item: str) -> None:
    """Reported once, to a second body that sends it back once; team and office follow it to its end."""
    path, host = place_of(item), cast.host
    office = place.member("周主任", "so-2", "head")
    paper = {"title": "校园餐监管制度", "digest": "0" * 64, "measure": 1}
    host.do(f"{path}/set_measures", {"measures": [{"text": "压实监管", "due": "2026-04-20"}]})
    place.pass_to("2026-04-20")
    host.do(f"{path}/file_evidence", {"evidence": [paper]})
    host.do(f"{path}/report_completion", {"text": "已明确监管分工。"})
    check = {"manner": "on_site", "text": "现场核查属实。"}
    for member in (cast.team, cast.office, cast.group):
        assert code(member, f"{path}/verify", check) == (403, "not_the_verifier"), member.party
    office.do(f"{path}/send_back", {"reason": "未附检查记录", "due": "2026-05-08"})
    host.do(f"{path}/report_completion", {"text": "检查记录附后。"})
    office.do(f"{path}/verify", check)
    assert code(cast.team, f"{path}/sign_off", {})[0] == 403
    told = cast.group.do(f"{path}/sign_off", {})
    for member in (cast.group, cast.team, cast.office, host, office):
        seen = member.see(path, token=told["token"])
        assert (seen["stage"], seen["returned"], seen["party"], seen["verifier"]) == (
            "signed_off",
            1,
            "pg-education",
            "so-2",
        )
        assert [each["body"] for each in seen["reports"]] == ["it-9-3"]
    owed = host.see("obligations", matter=item, owner="pg-education")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("acknowledgement", "fulfilled", 0),
        ("measures", "fulfilled", 0),
        ("rectify", "fulfilled", 0),
        ("rectify", "fulfilled", 0),
    ]
    waiting = host.see("parties/pg-education/inbox")["items"]
    assert [each for each in waiting if each["family"] == "rectification"] == []


def place_of(stream: str) -> str:
    """Where an item is read and acted upon."""
    return path_of({"stream": stream})


@pytest.mark.parametrize("second", [True, False], ids=["both-written", "one-declined"])
def test_a_round_of_inspection_and_the_group_beside_it(place: Place, *, second: bool) -> None:
    """Authorised, shared, understood, written; expired with the round without anybody's doing."""
    cast = authorise(place)
    work_together(cast)
    lead = understand(place, cast)
    items = write(place, cast, second)
    rectified(place, cast, items[0])
    assert cast.hat.get(cast.link).status_code == 200
    place.pass_to("2026-06-01")
    assert cast.hat.get(cast.link).status_code == 404
    assert cast.hat.post(f"{cast.link}/share", {"title": "x", "text": "x"}).status_code == 403
    assert code(cast.team, f"{cast.link}/share", {"title": "x", "text": "x"}) == (
        409,
        "round_is_over",
    )
    cast.office.do(f"{cast.link}/end", {})
    place.settle()
    seen = cast.group.see(cast.link)
    figures = ("stage", "round", "deputy", "shared", "consulted", "verified")
    ended = ["ended", "十四届市委第十轮巡察", None, 2, 1, 1]
    assert [seen[name] for name in figures] == ended
    (answer,) = cast.group.see("passed-leads", lead=lead)["items"]
    assert (answer["stage"], answer["answer"], answer["returned"]) == (
        "accepted",
        "连续承包九年。",
        1,
    )
    for member in (cast.group, cast.team, cast.office):
        steps = member.see("inspection-steps", kind="verification")
        assert columns(steps, "step", "stage", "title", "text", "returned") == [
            ("verification:1", "confirmed", "三所学校招标资料", "程序缺失,评标记录附后。", 1)
        ]
    problems = cast.team.see("inspection-problems")["items"]
    told = {each["problem"]: (each["stage"], each["rectification"]) for each in problems}
    rest = ("joined", items[1]) if second else ("declined", None)
    assert told == {1: ("joined", items[0]), 2: rest}
    owed = [
        row
        for member in (cast.group, cast.team, cast.office)
        for row in member.see("obligations", mechanism="inspection-links", limit=200)["items"]
    ]
    known = {
        (o["owner"], o["rule"], o["status"], o["late_working_days"], o["obligation"]) for o in owed
    }
    assert sorted(each[:4] for each in known) == sorted(
        [
            *OWED,
            ("sg-education", "receipt", "fulfilled", 0),
            *[("sg-education", "rectification", "fulfilled", 0)] * second,
        ]
    )
    for party, member in (("sg-education", cast.group), ("it-9-3", cast.team)):
        waiting = member.see(f"parties/{party}/inbox")["items"]
        assert [each for each in waiting if each["family"] == "inspection_link"] == []
    check_who_sees_nothing(place, cast)


def check_who_sees_nothing(place: Place, cast: Cast) -> None:
    """Another group and the inspected unit's Party group: in no list, feed or inbox."""
    other = place.member("冯组长", "sg-health", "head")
    place.settle()
    for member in (other, cast.host):
        lists = ("inspection-steps", "passed-leads", "inspection-problems")
        sees_nothing(member, cast.link, "inspection-links", *lists)
