"""派驻监督情况分析会 (mechanism 2): a pack counted from the log, decisions, and orders from them."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories import leads
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

FORM = (
    "leads_received",
    "leads_in_hand",
    "leads_overdue",
    "cases_filed",
    "daily_supervisions",
    "proposals",
)
UNIT = {"unit": "education", "level": "unit_managed"}


@dataclass
class Cast:
    """Who convenes, whose figures are told, who stays away, and who was not asked."""

    supervision: Member
    deputy: Member
    education: Member
    education_deputy: Member
    health: Member
    office: Member
    host: Member
    leads: list[str]
    meeting: str = ""
    task: str = ""


def worked(place: Place) -> Cast:
    """In the quarter the education group takes in three leads: one by mistake, one it closes."""
    education = place.member("郑组长", "sg-education", "head")
    cast = Cast(
        supervision=place.member("钱主任", "cs", "head"),
        deputy=place.member("孙副主任", "cs", "deputy_head"),
        education=education,
        education_deputy=place.member("郑副组长", "sg-education", "deputy_head"),
        health=place.member("冯组长", "sg-health", "head"),
        office=place.member("吴主任", "so-1", "head"),
        host=place.member("李书记", "pg-education", "head"),
        leads=[leads.receive(education, name, **UNIT) for name in ("张某", "王某", "张某某")],
    )
    group = [place.member(name, "sg-education", "handler") for name in ("甲办", "乙办")]
    people = {"handlers": [each.person for each in group], "keeper": group[0].person}
    proposal = {"handling_party": "sg-education", **people}
    for lead in cast.leads[:2]:
        path = f"leads/{lead.partition('/')[2]}"
        education.do(f"{path}/register", {})
        cast.education_deputy.do(f"{path}/propose_allocation", proposal)
        education.do(f"{path}/allocate", {})
        group[0].do(f"{path}/acknowledge", {})
    closing = {"way": "closed", "closing": "triage"}
    group[0].do(f"{path}/propose_disposal", {"disposal": closing, "plan": "无可查性。"})
    education.do(f"{path}/opine", {"opinion": "agree"})
    return cast


def annul(cast: Cast) -> None:
    """What was entered twice counts no more."""
    path = f"leads/{cast.leads[2].partition('/')[2]}"
    why = {"reason": "重复录入", "approved_by": cast.education_deputy.person}
    cast.education.do(f"{path}/annul", why)


def convened(place: Place, cast: Cast, *, mended: bool) -> None:
    """The pack is owed by the day of the meeting; the convener alone gives it out, before it is held."""
    place.pass_to("2026-04-02")
    supervision = cast.supervision
    if mended:
        annul(cast)
    owed = supervision.see("obligations", mechanism="quarterly-analysis-meeting")["items"]
    (duty,) = (each for each in owed if each["period"] == "2026-Q1")
    meeting = cast.meeting = path_of(duty)
    convening: dict[str, Any] = {
        "kind": "quarterly_analysis",
        "title": "一季度派驻监督情况分析会",
        "parties": ["sg-education", "sg-health", "so-1"],
        "planned": "2026-04-10",
        "agenda": [{"title": "各组情况"}],
    }
    assert code(cast.education, f"{meeting}/convene", convening)[0] in {403, 404}
    told = supervision.do(f"{meeting}/convene", convening)
    assert waits_for(cast.education, told["token"]) == [("attend", "cs", "2026-04-10")]
    assert waits_for(cast.office, told["token"]) == [("attend", "cs", "2026-04-10")]
    assert waits_for(supervision, told["token"]) == [("hold_consultation", None, "2026-04-10")]
    assert code(cast.education, f"{meeting}/issue_pack", {})[1] == "not_the_convener"
    place.pass_to("2026-04-13")
    late = supervision.see("obligations", mechanism="quarterly-analysis-meeting", status="overdue")
    assert columns(late, "rule", "due") == [("pack", "2026-04-10")]
    present = [{"party": "cs"}, {"party": "sg-education"}, {"party": "so-1"}]
    absent = [{"party": "sg-health", "reason": "外出办案"}]
    hold = {"present": present, "absent": absent, "minutes": "分析一季度情况。"}
    assert code(supervision, f"{meeting}/hold", hold)[1] == "pack_missing"
    assert cast.health.get(f"{meeting}/pack").status_code == 404
    supervision.do(f"{meeting}/issue_pack", {})
    if not mended:
        place.settle()
        told = figures(cast.health, cast, "sg-education")
        assert told["leads_received"][0] == 3
        annul(cast)
    place.settle()


def waits_for(member: Member, token: str) -> list[tuple[Any, ...]]:
    """What of meetings and orders waits for a member's party, from whom and by when."""
    waiting = member.see(f"parties/{member.party}/inbox", token=token)["items"]
    named = {
        "items": [each for each in waiting if each["family"] in {"consultation", "task_order"}]
    }
    return sorted(columns(named, "kind", "from_party", "due"), key=str)


def figures(member: Member, cast: Cast, party: str) -> dict[str, tuple[int, int | None]]:
    """What the pack told of a body, and what is counted now, by name."""
    pack = member.see(f"{cast.meeting}/pack")
    assert (pack["period"], pack["begins"], pack["ends"]) == (
        "2026-Q1",
        "2026-01-01",
        "2026-03-31",
    )
    (body,) = (each for each in pack["bodies"] if each["party"] == party)
    return {each["name"]: (each["reported"], each["value"]) for each in body["figures"]}


def read(cast: Cast, told: int) -> None:
    """Every invited body reads the pack; what is counted now is for the convener and the body itself."""
    wanted = {
        "leads_received": (told, 2),
        "leads_in_hand": (told - 1, 1),
        "leads_overdue": (told - 1, 1),
    }
    for member in (cast.supervision, cast.education):
        seen = figures(member, cast, "sg-education")
        assert sorted(seen) == sorted(FORM)
        assert {name: seen[name] for name in wanted} == wanted
        assert {seen[name] for name in FORM[3:]} == {(0, 0)}
    others = figures(cast.health, cast, "sg-education")
    assert others["leads_received"] == (told, None)
    (body,) = (
        each
        for each in cast.education.see(f"{cast.meeting}/pack")["bodies"]
        if each["party"] == "sg-education"
    )
    opens = {each["name"]: str(each["opens"]) for each in body["figures"]}
    path, _, query = opens["leads_in_hand"].partition("?")
    filters = dict(each.split("=") for each in query.split("&"))
    assert columns(cast.education.see(path, **filters), "stream") == [(cast.leads[0],)]
    asked = {"party": "sg-education", "figure": "leads_received"}
    shown = cast.supervision.see(f"{cast.meeting}/pack/evidence", **asked)
    assert shown["value"] == 2
    assert "张某" not in str(shown)
    for member in (cast.health, cast.host):
        answer = member.get(
            f"{cast.meeting}/pack/evidence?party=sg-education&figure=leads_received"
        )
        assert answer.status_code == 404
    assert cast.host.get(f"{cast.meeting}/pack").status_code == 404
    assert cast.host.see("consultation-packs")["items"] == []


def met(place: Place, cast: Cast) -> None:
    """Held late, one group away. An order follows, fed back late and once returned."""
    meeting, supervision, education = cast.meeting, cast.supervision, cast.education
    present = [{"party": "cs"}, {"party": "sg-education"}, {"party": "so-1"}]
    absent = [{"party": "sg-health", "reason": "外出办案"}]
    hold = {"present": present, "absent": absent, "minutes": "分析一季度情况。"}
    supervision.do(f"{meeting}/hold", hold)
    assert code(supervision, f"{meeting}/issue_pack", {})[1] == "wrong_state"
    supervision.do(f"{meeting}/conclude", {"conclusions": ["聚焦关键少数"]})
    right = {"reason": "记录有误", "approved_by": cast.deputy.person}
    supervision.do(f"{meeting}/correct", right | {"conclusions": ["聚焦关键少数和关键职能"]})
    order = {
        "title": "学校配餐专项监督",
        "text": "选取三所学校监督检查并反馈。",
        "supervision": "stationed",
        "basis": "一季度派驻监督情况分析会",
        "meeting": f"consultation/{meeting.partition('/')[2]}",
        "parties": ["sg-education"],
        "due": "2026-04-30",
    }
    told = supervision.do("task-orders", order)
    task = cast.task = path_of(told)
    assert waits_for(education, told["token"]) == [
        ("answer_task_order", "cs", "2026-04-30"),
        ("sign_task_order", "cs", None),
    ]
    education.do(f"{task}/acknowledge", {})
    place.pass_to("2026-05-07")
    told = education.do(f"{task}/give_feedback", {"result": "done", "text": "已检查。"})
    assert waits_for(supervision, told["token"]) == [
        ("close_order", None, None),
        ("judge_answer", "sg-education", None),
    ]
    back = {"party": "sg-education", "reason": "缺少问题清单"}
    told = supervision.do(f"{task}/return_feedback", back)
    assert waits_for(education, told["token"]) == [("answer_again", "cs", None)]
    education.do(f"{task}/give_feedback", {"result": "done", "text": "附问题清单。"})
    supervision.do(f"{task}/accept_feedback", {"party": "sg-education"})
    supervision.do(f"{task}/close", {})
    place.settle()


@pytest.mark.parametrize(("mended", "told"), [(False, 3), (True, 2)])
def test_the_quarter_is_analysed_from_what_the_log_says(
    place: Place, mended: bool, told: int
) -> None:
    """The pack stays as it was told; what was put right since stands beside it."""
    cast = worked(place)
    convened(place, cast, mended=mended)
    read(cast, told)
    met(place, cast)
    assert figures(cast.health, cast, "sg-education")["leads_received"] == (told, None)
    assert "conclusions" not in cast.health.see(cast.meeting)
    assert cast.education.see(cast.meeting)["conclusions"] == ["聚焦关键少数和关键职能"]
    counted = cast.supervision.see(f"{cast.meeting}/figures")["figures"]
    values = {each["name"]: each["value"] for each in counted}
    assert [values[name] for name in ("members", "present", "absent", "orders", "late")] == [
        4,
        3,
        1,
        1,
        1,
    ]
    owed = cast.supervision.see("obligations", family="consultation", status="fulfilled")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("cs", "conclude", 0),
        ("cs", "hold", 1),
        ("cs", "meeting", 0),
        ("cs", "pack", 1),
    ]
    lists = ("consultations", "consultation-status", "action-items", "task-orders")
    for matter in (cast.meeting, cast.task):
        for member in (cast.supervision, cast.education, cast.health, cast.office):
            assert waits(member, matter) == [], (member.party, matter)
        sees_nothing(cast.host, matter, *lists, "consultation-packs")
