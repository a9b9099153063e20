"""Urging by hand (催办 · 督办) with a duty to answer, about a task order that is overdue."""

from dataclasses import dataclass
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

ORDER: Final[dict[str, Any]] = {
    "title": "学校配餐管理专项监督",
    "text": "开展监督检查并反馈问题。",
    "supervision": "stationed",
    "basis": "分管领导批示",
    "parties": ["sg-education", "sg-health"],
    "due": "2026-03-06",
}
ANSWERED: Final = ("kind", "number", "stage", "answer", "returned", "urged", "answered")


@dataclass
class Cast:
    """Who acts, and the matter they urge about."""

    office: Member
    deputy: Member
    late: Member
    supervising: Member
    other: Member
    stranger: Member
    matter: str = ""
    urging: str = ""


def gather(place: Place) -> Cast:
    """The general office orders two groups; one of them lets the day pass."""
    cast = Cast(
        office=place.member("何主任", "general-office", "head"),
        deputy=place.member("吕副主任", "general-office", "deputy_head"),
        late=place.member("郑组长", "sg-education", "head"),
        supervising=place.member("石主任", "so-2", "head"),
        other=place.member("冯组长", "sg-health", "head"),
        stranger=place.member("卫组长", "sg-agriculture", "head"),
    )
    told = cast.office.do("task-orders", ORDER)
    cast.matter = told["stream"]
    cast.other.do(f"{path_of(told)}/give_feedback", {"result": "done", "text": "已完成"})
    place.pass_to("2026-03-09")
    return cast


def urge(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What the office writes, with changes."""
    return {
        "kind": "reminder",
        "matter": cast.matter,
        "to": "sg-education",
        "about": "反馈单已逾期,请说明进展",
        "due": "2026-03-11",
    } | changes


def remind(place: Place, cast: Cast) -> None:
    """Who is owed something reminds of that very thing; nobody else may, and no stranger learns of it."""
    overdue = cast.office.see("obligations", owner="sg-education", status="overdue")
    (feedback,) = (o["obligation"] for o in overdue["items"] if o["rule"] == "feedback")
    assert code(cast.other, "urgings", urge(cast)) == (403, "not_yours_to_urge")
    assert code(cast.stranger, "urgings", urge(cast)) == (404, "not_found")
    stray = urge(cast, to="sg-agriculture")
    assert code(cast.office, "urgings", stray) == (422, "invalid_field")
    told = cast.office.do("urgings", urge(cast, obligation=feedback))
    cast.urging = path_of(told)
    right = {"reason": "期限有误", "approved_by": cast.deputy.person, "due": "2026-03-12"}
    told = cast.office.do(f"{cast.urging}/correct", right)
    waiting = cast.late.see("parties/sg-education/inbox", token=told["token"])
    assert ("answer_urging", "2026-03-12") in columns(waiting, "kind", "due")
    assert cast.other.get(cast.urging).status_code == 404
    place.pass_to("2026-03-16")


def oversee(cast: Cast) -> str:
    """The supervising office learned of it when it escalated: now it may oversee, and does."""
    assert code(cast.late, "urgings", urge(cast, kind="oversight", to="so-2"))[0] in (403, 422)
    told = cast.supervising.do("urgings", urge(cast, kind="oversight", due="2026-03-18"))
    path = path_of(told)
    cast.late.do(f"{path}/answer", {"text": "当日提交。"})
    cast.supervising.do(f"{path}/accept_answer", {})
    return path


def answer(cast: Cast) -> str:
    """The answer comes late and is sent back once."""
    cast.late.do(f"{cast.urging}/answer", {"text": "正在办理。"})
    cast.office.do(f"{cast.urging}/return_answer", {"reason": "未说明完成时间"})
    cast.late.do(f"{cast.urging}/answer", {"text": "十八日前提交。"})
    return str(cast.office.do(f"{cast.urging}/accept_answer", {})["token"])


def test_whoever_is_owed_something_urges_and_is_answered(place: Place) -> None:
    """The reminder is answered two working days late and once anew; the oversight in time."""
    cast = gather(place)
    remind(place, cast)
    overseen = oversee(cast)
    token = answer(cast)
    reminder = (
        "reminder",
        "〔2026〕1号",
        "accepted",
        "十八日前提交。",
        1,
        "2026-03-09",
        "2026-03-16",
    )
    oversight = (
        "oversight",
        "〔2026〕1号",
        "accepted",
        "当日提交。",
        0,
        "2026-03-16",
        "2026-03-16",
    )
    seen = cast.late.see("urgings", token=token)
    assert columns(seen, *ANSWERED) == [oversight, reminder]
    assert columns(cast.office.see("urgings"), *ANSWERED) == [reminder]
    assert columns(cast.supervising.see("urgings"), *ANSWERED) == [oversight]
    owed = cast.office.see("obligations", mechanism="urgings")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("general-office", "judgement", "fulfilled", 0),
        ("general-office", "judgement", "fulfilled", 0),
        ("sg-education", "acknowledgement", "fulfilled", 4),
        ("sg-education", "answer", "fulfilled", 2),
        ("sg-education", "answer", "superseded", None),
        ("sg-education", "better-answer", "fulfilled", 0),
    ]
    for member in (cast.office, cast.late, cast.supervising):
        assert waits(member, cast.urging) == waits(member, overseen) == [], member.party
    for urging in (cast.urging, overseen):
        for member in (cast.other, cast.stranger):
            sees_nothing(member, urging, "urgings")
    sees_nothing(cast.office, overseen)
    sees_nothing(cast.supervising, cast.urging)
    matter = cast.matter.replace("task_order", "task-orders")
    assert cast.stranger.get(matter).status_code == 404
    assert cast.supervising.get(matter).status_code == 404
