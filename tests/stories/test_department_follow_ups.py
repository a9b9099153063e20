"""跟进监督部门任务落实情况 (mechanism 25): how a department carries its task out, said late, and again.

What it says is judged by who ordered it; the department itself learns nothing of that.
"""

from dataclasses import dataclass
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

ORDER: Final[dict[str, Any]] = {
    "title": "河湖污染防治任务落实",
    "text": "开展监督检查,跟进部门落实情况并反馈。",
    "supervision": "stationed",
    "basis": "分管领导批示",
    "parties": ["sg-ecology", "sg-water"],
    "departments": ["ecology", "water"],
    "due": "2026-03-20",
    "cycle_ends": "2026-03-31",
}
FOLLOWED: Final = ("department", "party", "progress", "text", "times", "returned", "followed")


@dataclass
class Cast:
    """Who orders, who follows up, who is followed up, who learns nothing."""

    office: Member
    deputy: Member
    ecology: Member
    water: Member
    department: Member
    outsider: Member
    order: str = ""


def give_order(place: Place) -> Cast:
    """Two groups, each with its department; nobody follows up one whose group has no order."""
    cast = Cast(
        office=place.member("何主任", "general-office", "head"),
        deputy=place.member("吕副主任", "general-office", "deputy_head"),
        ecology=place.member("水组长", "sg-ecology", "head"),
        water=place.member("江组长", "sg-water", "head"),
        department=place.member("李局长", "ecology", "head"),
        outsider=place.member("冯组长", "sg-agriculture", "head"),
    )
    stray = ORDER | {"departments": ["ecology", "agriculture"]}
    assert code(cast.office, "task-orders", stray) == (422, "nobody_follows")
    told = cast.office.do("task-orders", ORDER)
    cast.order = path_of(told)
    waiting = cast.ecology.see("parties/sg-ecology/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [
        ("answer_task_order", "2026-03-20"),
        ("follow_up", "2026-03-20"),
        ("sign_task_order", None),
    ]
    return cast


def said(department: str, progress: str, text: str) -> dict[str, str]:
    """How far a department is."""
    return {"department": department, "progress": progress, "text": text}


def follow_up(place: Place, cast: Cast) -> None:
    """Water in time, but without papers: it comes back. Ecology two working days late."""
    order, office, water, ecology = cast.order, cast.office, cast.water, cast.ecology
    done = {"result": "done", "text": "已检查。"}
    back = {"department": "water", "reason": "未附河道清淤验收单"}
    place.pass_to("2026-03-18")
    assert code(office, f"{order}/return_follow_up", back) == (409, "wrong_state")
    wrong = said("ecology", "carried_out", "……")
    assert code(water, f"{order}/follow_up", wrong) == (403, "not_the_follower")
    for member in (cast.department, cast.outsider):
        assert code(member, f"{order}/follow_up", wrong) == (404, "not_found")
    water.do(f"{order}/follow_up", said("water", "carried_out", "已完成清淤。"))
    for member in (water, ecology):
        member.do(f"{order}/give_feedback", done)
        office.do(f"{order}/accept_feedback", {"party": member.party})
    assert code(ecology, f"{order}/return_follow_up", back)[0] == 403
    told = office.do(f"{order}/return_follow_up", back)
    waiting = water.see("parties/sg-water/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "title") == [
        ("follow_up", "general-office", "未附河道清淤验收单")
    ]
    place.pass_to("2026-03-24")
    late = office.see("obligations", mechanism="task-orders", status="overdue")
    assert columns(late, "owner", "rule", "due") == [("sg-ecology", "follow-up", "2026-03-20")]
    ecology.do(f"{order}/follow_up", said("ecology", "partly_carried_out", "整治一处。"))
    assert code(office, f"{order}/close", {}) == (409, "not_all_settled")
    water.do(f"{order}/follow_up", said("water", "carried_out", "已完成清淤,附验收单。"))
    right = {"reason": "标题有误", "approved_by": cast.deputy.person, "title": "江河污染防治落实"}
    office.do(f"{order}/correct", right)
    ecology.do(f"{order}/follow_up", said("ecology", "carried_out", "两处均已整治。"))


def test_departments_are_followed_up_late_and_again(liuzhou: Place) -> None:
    """Each group's own follow-up only; the order closes once both stand."""
    cast = give_order(liuzhou)
    follow_up(liuzhou, cast)
    token = str(cast.office.do(f"{cast.order}/close", {})["token"])
    water = ("water", "sg-water", "carried_out", "已完成清淤,附验收单。", 2, 1, "2026-03-24")
    ecology = ("ecology", "sg-ecology", "carried_out", "两处均已整治。", 2, 0, "2026-03-24")
    seen = cast.office.see("follow-ups", token=token)
    assert columns(seen, *FOLLOWED) == [ecology, water]
    assert columns(cast.water.see("follow-ups"), *FOLLOWED) == [water]
    assert columns(cast.ecology.see("follow-ups", done=True), *FOLLOWED) == [ecology]
    owed = cast.office.see("obligations", mechanism="task-orders")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("general-office", "closing", "fulfilled", 0),
        ("general-office", "judgement", "fulfilled", 0),
        ("general-office", "judgement", "fulfilled", 0),
        ("sg-ecology", "acknowledgement", "fulfilled", 10),
        ("sg-ecology", "feedback", "fulfilled", 0),
        ("sg-ecology", "follow-up", "fulfilled", 2),
        ("sg-water", "acknowledgement", "fulfilled", 10),
        ("sg-water", "better-follow-up", "fulfilled", 0),
        ("sg-water", "feedback", "fulfilled", 0),
        ("sg-water", "follow-up", "fulfilled", 0),
    ]
    for member in (cast.office, cast.water, cast.ecology):
        waiting = member.see(f"parties/{member.party}/inbox")["items"]
        assert [each for each in waiting if each["family"] == "task_order"] == [], member.party
    for outsider in (cast.department, cast.outsider):
        sees_nothing(outsider, cast.order, "task-orders", "follow-ups", "feedback-forms")
