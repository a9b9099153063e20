"""与驻在单位党组定期会商 (mechanism 8): a two-sided agenda, held late, what each side took on, put right."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

MECHANISM = "party-group-consultation"
SHARED = "学校配餐管理"


@dataclass
class Cast:
    """The group and the host Party group, their office, and who has nothing to do with it."""

    head: Member
    deputy: Member
    secretary: Member
    clerk: Member
    office: Member
    other: Member
    committee: Member
    meeting: str = ""


def convened(place: Place) -> Cast:
    """Both sides put points; leads are no matter for it, and the other side does not move its day."""
    cast = Cast(
        head=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        secretary=place.member("李书记", "pg-education", "head"),
        clerk=place.member("赵联络", "pg-education", "liaison"),
        office=place.member("周主任", "so-2", "head"),
        other=place.member("冯组长", "sg-health", "head"),
        committee=place.member("孙书记", "uc-education", "head"),
    )
    place.pass_to("2026-07-02")
    owed = cast.head.see("obligations", mechanism=MECHANISM, owner="sg-education")["items"]
    (duty,) = (each for each in owed if each["period"] == "2026-H1")
    cast.meeting = path_of(duty)
    convening: dict[str, Any] = {
        "kind": "party_group",
        "title": "上半年会商",
        "parties": ["pg-education"],
        "planned": "2026-07-10",
        "agenda": [{"title": f"{SHARED}问题整改"}],
    }
    assert code(cast.other, f"{cast.meeting}/convene", convening)[0] in {403, 404}
    cast.head.do(f"{cast.meeting}/convene", convening)
    cast.secretary.do(
        f"{cast.meeting}/add_agenda_item", {"agenda_item": {"title": "通报干部调整情况"}}
    )
    lead = cast.head.do("leads", LEAD)["stream"]
    tabled = {"agenda_item": {"title": "研究线索", "lead": lead}}
    assert code(cast.head, f"{cast.meeting}/add_agenda_item", tabled)[1] == "lead_cannot_be_tabled"
    moved = {"planned": "2026-07-16", "reason": "党组理论学习"}
    assert code(cast.secretary, f"{cast.meeting}/postpone", moved)[1] == "not_the_convener"
    told = cast.head.do(f"{cast.meeting}/postpone", moved)
    assert waits_for(cast.secretary, told["token"]) == [("attend", "sg-education", "2026-07-16")]
    call_off(cast, convening)
    return cast


def call_off(cast: Cast, convening: dict[str, Any]) -> None:
    """A further meeting is called off by who convened it: nobody waits for it, and nothing is owed."""
    told = cast.head.do("consultations", {**convening, "title": "加开会商"})
    further, stream = path_of(told), str(told["stream"])
    why = {"reason": "并入上半年会商"}
    assert code(cast.secretary, f"{further}/cancel", why)[1] == "not_the_convener"
    told = cast.head.do(f"{further}/cancel", why)
    assert waits_for(cast.secretary, told["token"]) == [("attend", "sg-education", "2026-07-16")]
    owed = cast.head.see("obligations", matter=stream)
    assert columns(owed, "rule", "status") == [("hold", "withdrawn")]
    assert cast.head.see(further)["stage"] == "cancelled"
    sees_nothing(cast.other, further)


def waits_for(member: Member, token: str) -> list[tuple[Any, ...]]:
    """What of consultations waits for a member's party, from whom and by when."""
    waiting = member.see(f"parties/{member.party}/inbox", token=token)["items"]
    of_meetings = {"items": [each for each in waiting if each["family"] == "consultation"]}
    return columns(of_meetings, "kind", "from_party", "due")


LEAD = {
    "source": "found_in_supervision",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "张某",
            "post": "科长",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "反映配餐招标问题。",
}


def met(place: Place, cast: Cast) -> None:
    """Held two days late, concluded one day late; each side takes something on, nobody who was not there."""
    meeting, head = cast.meeting, cast.head
    place.pass_to("2026-07-16")
    present = [
        {"party": "sg-education", "persons": [head.person]},
        {"party": "pg-education", "persons": [cast.secretary.person]},
    ]
    assert code(cast.secretary, f"{meeting}/hold", {"present": present, "minutes": "会商。"})[
        1
    ] == ("not_the_convener")
    head.do(f"{meeting}/hold", {"present": present, "minutes": "通报了整改和干部调整情况。"})
    place.pass_to("2026-07-24")
    late = head.see("obligations", mechanism="consultations", status="overdue")
    assert columns(late, "owner", "rule", "due") == [("sg-education", "conclude", "2026-07-23")]
    items = [
        {"owner": "pg-education", "due": "2026-08-14", "text": "报送配餐合同清查结果"},
        {"owner": "sg-education", "due": "2026-07-31", "text": "函告监督建议"},
    ]
    end = {"conclusions": ["对配餐开展联合检查"], "action_items": items}
    elsewhere = [{**items[0], "owner": "uc-education"}]
    assert code(head, f"{meeting}/conclude", {**end, "action_items": elsewhere})[1] == (
        "owner_was_not_there"
    )
    told = head.do(f"{meeting}/conclude", end)
    place.settle()
    assert waits_for(cast.secretary, told["token"]) == [
        ("report_item", "sg-education", "2026-08-14")
    ]
    assert "minutes" in cast.clerk.see(meeting)
    assert cast.office.get(meeting).status_code == 404
    released = {"parties": ["so-2"], "reason": "联系室需掌握会商情况"}
    assert code(cast.secretary, f"{meeting}/release", released)[1] == "not_the_convener"
    head.do(f"{meeting}/release", released)


def followed_up(place: Place, cast: Cast, reported: str) -> str:
    """The Party group's report comes back once; a day recorded wrongly is put right, and so is lateness."""
    meeting, head, deputy = cast.meeting, cast.head, cast.deputy
    right = {
        "reason": "到期日录入有误",
        "approved_by": deputy.person,
        "action_items": [{"item": 2, "due": "2026-07-24"}],
    }
    head.do(f"{meeting}/correct", right)
    place.pass_to("2026-07-28")
    overdue = head.see("parties/sg-education/obligations", status="overdue")
    assert ("action-item", "2026-07-24") in columns(overdue, "rule", "due")
    own = {"item": 2, "report": "已函告"}
    head.do(f"{meeting}/report_action_item", own)
    assert code(head, f"{meeting}/confirm_action_item", {"item": 2})[1] == (
        "reporter_may_not_confirm"
    )
    deputy.do(f"{meeting}/confirm_action_item", {"item": 2})
    assert code(head, f"{meeting}/report_action_item", {"item": 1, "report": "代报"})[1] == (
        "not_the_owner"
    )
    place.pass_to("2026-08-13")
    told = cast.clerk.do(f"{meeting}/report_action_item", {"item": 1, "report": "已清查"})
    assert waits_for(head, told["token"]) == [("confirm_item", "pg-education", "2026-08-14")]
    told = head.do(f"{meeting}/return_action_item", {"item": 1, "reason": "未附清单"})
    (again,) = cast.clerk.see("parties/pg-education/inbox", token=told["token"])["items"]
    assert (again["kind"], again["title"], again["due"]) == (
        "report_item",
        "未附清单",
        "2026-08-14",
    )
    place.pass_to(reported)
    cast.clerk.do(f"{meeting}/report_action_item", {"item": 1, "report": "附合同清单"})
    return str(head.do(f"{meeting}/confirm_action_item", {"item": 1})["token"])


@pytest.mark.parametrize(("reported", "late"), [("2026-08-18", 2), ("2026-08-14", 0)])
def test_a_group_consults_with_the_host_party_group(place: Place, reported: str, late: int) -> None:
    """Both sides read it and what they took on; the linked office once it is released, others nothing."""
    cast = convened(place)
    met(place, cast)
    token = followed_up(place, cast, reported)
    seen = cast.secretary.see(cast.meeting, token=token)
    assert [(each["by"], each["title"]) for each in seen["agenda"]] == [
        ("sg-education", "学校配餐管理问题整改"),
        ("pg-education", "通报干部调整情况"),
    ]
    assert (seen["stage"], seen["held"]) == ("concluded", "2026-07-16")
    assert seen["minutes"] == "通报了整改和干部调整情况。"
    assert cast.office.see(cast.meeting)["conclusions"] == ["对配餐开展联合检查"]
    items = cast.secretary.see("action-items")
    assert columns(items, "item", "owner", "due", "status") == [
        (1, "pg-education", "2026-08-14", "done"),
        (2, "sg-education", "2026-07-24", "done"),
    ]
    owed = cast.head.see("obligations", family="consultation", status="fulfilled")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("pg-education", "action-item", late),
        ("sg-education", "action-item", 2),
        ("sg-education", "conclude", 1),
        ("sg-education", "confirm", 0),
        ("sg-education", "confirm", 0),
        ("sg-education", "confirm", 0),
        ("sg-education", "hold", 0),
        ("sg-education", "meeting", 2),
    ]
    for member in (cast.other, cast.committee):
        sees_nothing(member, cast.meeting, "consultations", "consultation-status", "action-items")
    assert cast.secretary.see("leads")["items"] == []
    assert cast.secretary.see("parties/pg-education/inbox")["items"] == []
