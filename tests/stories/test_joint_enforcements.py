"""与驻在单位党组联合监督执纪 (mechanism 8): plan, shares, result; the Party group sees what is released."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

PLAN = {
    "title": "学校配餐管理联合监督执纪",
    "text": "对三所学校开展联合检查。",
    "partners": ["pg-education", "uc-education"],
    "begins": "2026-03-02",
    "ends": "2026-05-29",
}
SHARES = (
    ("pg-education", "清查全部配餐合同", "2026-03-31"),
    ("uc-education", "走访学生家长", "2026-03-31"),
    ("sg-education", "核查招标人员履职", "2026-04-15"),
)


@dataclass
class Cast:
    """Who acts, and the joint enforcement they act in."""

    group: Member
    deputy: Member
    secretary: Member
    committee: Member
    office: Member
    other: Member
    paper: str


def plan(place: Place) -> Cast:
    """Both partners are asked; neither reads the plan in detail. Only one's own units are asked."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    secretary = place.member("李书记", "pg-education", "head")
    committee = place.member("孙书记", "uc-education", "head")
    office = place.member("周主任", "so-2", "head")
    other = place.member("冯组长", "sg-health", "head")
    assert code(other, "joint-enforcements", PLAN) == (403, "not_its_unit")
    told = group.do("joint-enforcements", PLAN)
    paper = path_of(told)
    waiting = secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("join", "sg-education")]
    assert secretary.see("joint-enforcement-plans")["items"] == []
    assert office.see("joint-enforcement-plans")["items"][0]["text"] == PLAN["text"]
    return Cast(group, deputy, secretary, committee, office, other, paper)


def share(place: Place, cast: Cast) -> None:
    """Who has not joined takes no share; each sees its own share and no other."""
    paper, group = cast.paper, cast.group
    cast.secretary.do(f"{paper}/agree", {})
    first = {"owner": "uc-education", "text": "走访学生家长", "due": "2026-03-31"}
    assert code(group, f"{paper}/assign_share", first) == (409, "not_joined")
    place.pass_to("2026-03-10")
    told = cast.committee.do(f"{paper}/agree", {})
    for owner, text, due in SHARES:
        told = group.do(f"{paper}/assign_share", {"owner": owner, "text": text, "due": due})
    seen = cast.secretary.see("joint-enforcement-shares", token=told["token"])
    assert columns(seen, "share", "owner") == [(1, "pg-education")]
    assert code(cast.secretary, f"{paper}/assign_share", first) == (403, "not_the_head")


def report(place: Place, cast: Cast, found: tuple[int, int, int]) -> None:
    """The Party group's report comes back once; the committee's is late; a figure is corrected."""
    paper, group = cast.paper, cast.group
    members = (cast.secretary, cast.committee, group)
    place.pass_to("2026-03-30")
    body = {"share": 1, "text": "已清查。", "problems": found[0], "handled": 1}
    cast.secretary.do(f"{paper}/report_share", body)
    assert code(cast.secretary, f"{paper}/report_share", {**body, "share": 3}) == (
        403,
        "not_its_share",
    )
    back = {"share": 1, "reason": "未附清单", "due": "2026-04-10"}
    group.do(f"{paper}/return_share", back)
    assert code(group, f"{paper}/conclude", {"text": "已处理。"}) == (409, "shares_open")
    place.pass_to("2026-04-02")
    overdue = group.see("parties/uc-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("share", "2026-03-31")]
    for number, (member, problems) in enumerate(zip(members, found, strict=True), start=1):
        body = {"share": number, "text": "已完成。", "problems": problems, "handled": 1}
        member.do(f"{paper}/report_share", body)
        group.do(f"{paper}/accept_share", {"share": number})
    right = {"reason": "误填", "approved_by": cast.deputy.person, "share": 2, "problems": 1}
    group.do(f"{paper}/correct", right)


@pytest.mark.parametrize(("found", "problems"), [((3, 2, 2), 6), ((3, 2, 0), 4)])
def test_a_joint_enforcement(place: Place, found: tuple[int, int, int], problems: int) -> None:
    """The result is counted from the shares, and read by the Party group once it is released."""
    cast = plan(place)
    share(place, cast)
    report(place, cast, found)
    paper, group, secretary = cast.paper, cast.group, cast.secretary
    told = group.do(f"{paper}/conclude", {"text": "问题均已处理。"})
    assert secretary.see("joint-enforcement-results", token=told["token"])["items"] == []
    free = {"to": "pg-education", "reason": "通报结果", "approved_by": cast.deputy.person}
    group.do(f"{paper}/release_share", {**free, "share": 3})
    token = group.do(f"{paper}/release_result", free)["token"]
    result = secretary.see("joint-enforcement-results", token=token)
    assert columns(result, "shares", "problems", "handled") == [(3, problems, 3)]
    seen = secretary.see("joint-enforcement-shares")
    assert columns(seen, "share", "stage") == [(1, "accepted"), (3, "accepted")]
    assert cast.committee.see("joint-enforcement-results")["items"] == []
    owed = group.see("obligations", mechanism="joint-enforcement")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("pg-education", "joining", 0),
        ("pg-education", "share", 0),
        ("pg-education", "share", 0),
        ("sg-education", "judgement", 0),
        ("sg-education", "judgement", 0),
        ("sg-education", "judgement", 0),
        ("sg-education", "judgement", 0),
        ("sg-education", "result", 0),
        ("sg-education", "share", 0),
        ("uc-education", "joining", 1),
        ("uc-education", "share", 2),
    ]
    hidden = (f"joint-enforcement-{each}" for each in ("plans", "shares", "results"))
    sees_nothing(cast.other, paper, "joint-enforcements", *hidden)
    for member in (group, secretary, cast.committee):
        assert waits(member, paper) == [], member.party
