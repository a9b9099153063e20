"""问题线索研判处置会: leads proposed by the register, resolved on by those present, and that carried out.

What was said is for who was there as a person; what was resolved is owed by whoever handles the lead
(mechanism 3).
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories import leads
from tests.stories.place import Place, code, columns, path_of, sees_nothing


@dataclass
class Cast:
    """Case supervision, the group whose leads are tabled, who stays away, and who was not asked."""

    supervision: Member
    deputy: Member
    group: Member
    keeper: Member
    handlers: tuple[Member, Member]
    office: Member
    other: Member
    near: str
    shelved: str
    fresh: str = ""
    meeting: str = ""


def gathered(place: Place) -> Cast:
    """In March the group has one lead whose clock runs, and one that it shelves."""
    group = place.member("郑组长", "sg-education", "head")
    keeper = place.member("赵内勤", "sg-education", "keeper")
    first, second = (place.member(name, "sg-education", "handler") for name in ("甲办", "乙办"))
    near, shelved = (
        handled(group, keeper, (first, second), leads.receive(group, name, **UNIT))
        for name in ("张某", "王某")
    )
    aside = {"way": "shelved", "review_on": "2026-09-30"}
    dispose(first, group, shelved, aside)
    return Cast(
        supervision=place.member("钱主任", "cs", "head"),
        deputy=place.member("孙副主任", "cs", "deputy_head"),
        group=group,
        keeper=keeper,
        handlers=(first, second),
        office=place.member("吴主任", "so-1", "head"),
        other=place.member("冯组长", "sg-health", "head"),
        near=near,
        shelved=shelved,
    )


UNIT = {"unit": "education", "level": "unit_managed"}


def lead_path(lead: str) -> str:
    return f"leads/{lead.partition('/')[2]}"


def handled(group: Member, keeper: Member, handlers: tuple[Member, ...], lead: str) -> str:
    """Registered, allocated to the group and signed for."""
    path = lead_path(lead)
    group.do(f"{path}/register", {})
    people = {"handlers": [each.person for each in handlers], "keeper": keeper.person}
    keeper.do(f"{path}/propose_allocation", {"handling_party": "sg-education", **people})
    group.do(f"{path}/allocate", {})
    keeper.do(f"{path}/acknowledge", {})
    return lead


def dispose(handler: Member, head: Member, lead: str, disposal: dict[str, Any]) -> None:
    """Proposed by the handler, approved by the head."""
    path = lead_path(lead)
    handler.do(f"{path}/propose_disposal", {"disposal": disposal, "plan": "按程序办理。"})
    head.do(f"{path}/opine", {"opinion": "agree"})


def quarter(cast: Cast, period: str) -> str:
    """Where the meeting of a quarter stands that case supervision owes."""
    owed = cast.supervision.see("obligations", mechanism="lead-assessment-meeting")["items"]
    (duty,) = (each for each in owed if each["period"] == period)
    return path_of(duty)


def convened(place: Place, cast: Cast) -> None:
    """The register proposes what is due by the day or shelved, not what came in yesterday."""
    place.pass_to("2026-04-01")
    cast.fresh = handled(
        cast.group, cast.keeper, cast.handlers, leads.receive(cast.group, "李某", **UNIT)
    )
    place.settle()
    proposed = cast.supervision.see("leads", to_assess="2026-04-10")
    assert columns(proposed, "stream", "stage", "due") == sorted(
        [
            (cast.near, "acknowledged", "2026-04-02"),
            (cast.shelved, "shelved", "2026-09-30"),
        ]
    )
    assert cast.other.see("leads", to_assess="2026-04-10")["items"] == []
    cast.meeting = quarter(cast, "2026-Q1")
    convening = {
        "kind": "lead_assessment",
        "title": "一季度问题线索研判处置会",
        "parties": ["sg-education", "so-1"],
        "planned": "2026-04-10",
        "agenda": [{"title": "暂存线索是否重启", "lead": cast.shelved}],
    }
    assert code(cast.other, f"{cast.meeting}/convene", convening)[0] in {403, 404}
    cast.supervision.do(f"{cast.meeting}/convene", convening)
    tabled = {"agenda_item": {"title": "是否初步核实", "lead": cast.near}}
    assert code(cast.office, f"{cast.meeting}/add_agenda_item", tabled)[1] == (
        "lead_cannot_be_tabled"
    )
    cast.group.do(f"{cast.meeting}/add_agenda_item", tabled)
    assert code(cast.group, f"{cast.meeting}/add_agenda_item", tabled)[1] == (
        "lead_cannot_be_tabled"
    )


def meet(place: Place, cast: Cast, held: str) -> None:
    """One office stays away; each tabled lead has its resolution, and who dissents says why."""
    meeting, supervision = cast.meeting, cast.supervision
    first = cast.handlers[0]
    place.pass_to(held)
    missing = supervision.see("obligations", mechanism="lead-assessment-meeting", status="overdue")
    assert columns(missing, "owner", "rule", "period", "due") == overdue_on(held)
    of_group = {"party": "sg-education", "persons": [cast.group.person, first.person]}
    absent = [{"party": "so-1", "reason": "外出调研"}]
    hold = {"present": [{"party": "cs"}, of_group], "minutes": "研究了张某线索的处置方向。"}
    assert code(supervision, f"{meeting}/hold", hold)[1] == "attendance_incomplete"
    assert code(supervision, f"{meeting}/hold", hold | {"absent": absent})[1] == (
        "persons_not_named"
    )
    hold["present"] = [{"party": "cs", "persons": [supervision.person]}, of_group]
    supervision.do(f"{meeting}/hold", hold | {"absent": absent})
    view: dict[str, Any] = {"lead": cast.near, "view": "agree"}
    assert code(cast.keeper, f"{meeting}/give_view", view)[1] == "not_present"
    cast.group.do(f"{meeting}/give_view", view)
    view |= {"view": "abstain"}
    assert code(cast.group, f"{meeting}/give_view", view)[1] == "invalid_field"
    cast.group.do(f"{meeting}/give_view", view | {"reason": "尚未阅卷,收回同意意见"})
    item = {"owner": "sg-education", "due": "2026-05-08", "text": "报告核查进展"}
    end: dict[str, Any] = {"conclusions": ["提高初核效率"], "action_items": [item]}
    assert code(supervision, f"{meeting}/conclude", end)[1] == "resolutions_incomplete"
    end["resolutions"] = [
        {
            "lead": cast.near,
            "way": "preliminary_verification",
            "text": "开展初步核实",
            "due": "2026-05-08",
        },
        {"lead": cast.shelved, "way": "defer", "text": "补充材料", "due": "2026-07-10"},
    ]
    end["views"] = [{"lead": cast.near, "given_by": cast.office.person, "view": "agree"}]
    assert code(supervision, f"{meeting}/conclude", end)[1] == "not_present"
    dissent = {"given_by": first.person, "view": "disagree", "text": "宜先谈话"}
    end["views"] = [{"lead": cast.near} | dissent | {"view": "agree"}]
    supervision.do(f"{meeting}/conclude", end)
    assert code(cast.group, f"{meeting}/give_view", view | {"reason": "误"})[1] == "wrong_state"
    right = {"views": [{"lead": cast.near} | dissent], "reason": "误记为同意"}
    supervision.do(f"{meeting}/correct", right | {"approved_by": cast.deputy.person})


def overdue_on(day: str) -> list[tuple[str, ...]]:
    """The quarter's meeting shows of itself once its day has passed."""
    due = "2026-04-15"
    return [("cs", "meeting", "2026-Q1", due)] if day > due else []


def known_to_those_present(place: Place, cast: Cast) -> None:
    """Who was there reads it; others of the same parties see what they owe, and nothing that was said."""
    place.settle()
    for member in (cast.supervision, cast.group, cast.handlers[0]):
        assert "minutes" in member.see(cast.meeting)
    for member in (cast.deputy, cast.keeper, cast.handlers[1]):
        assert "minutes" not in member.see(cast.meeting)
        status = member.see("consultation-status")
        assert columns(status, "title", "stage") == [("一季度问题线索研判处置会", "concluded")]
        told = str(member.see(f"parties/{member.party}/timeline"))
        assert "宜先谈话" not in told
        assert "研究了张某线索的处置方向" not in told
    assert columns(cast.keeper.see("action-items"), "owner", "text", "status") == [
        ("sg-education", "报告核查进展", "open")
    ]
    waiting = cast.keeper.see("parties/sg-education/inbox")
    assert {("carry_out_resolution", "2026-05-08"), ("table", "2026-07-10")} <= set(
        columns(waiting, "kind", "due")
    )
    right = [
        {"party": "cs", "persons": [cast.supervision.person, cast.deputy.person]},
        {"party": "sg-education", "persons": [cast.group.person, cast.handlers[0].person]},
    ]
    mended = {"reason": "漏记到会人员", "approved_by": cast.deputy.person}
    away = [{"party": "so-1", "reason": "外出调研"}]
    cast.supervision.do(f"{cast.meeting}/correct", mended | {"present": right, "absent": away})
    place.settle()
    views = cast.deputy.see(cast.meeting)["views"]
    assert [(each["given_by"], each["view"], each["text"]) for each in views] == [
        (cast.group.person, "abstain", None),
        (cast.handlers[0].person, "disagree", "宜先谈话"),
    ]


def follow_up(place: Place, cast: Cast, way: str) -> str:
    """The lead is dealt with late, as resolved or otherwise; the deferred one is tabled anew."""
    meeting, supervision, (first, second) = cast.meeting, cast.supervision, cast.handlers
    place.pass_to("2026-05-12")
    group = {"group": [first.person, second.person]} if way == "preliminary_verification" else {}
    dispose(first, cast.group, cast.near, {"way": way, **group})
    cast.keeper.do(f"{meeting}/report_action_item", {"item": 1, "report": "正在核查"})
    supervision.do(f"{meeting}/return_action_item", {"item": 1, "reason": "没有进展"})
    cast.keeper.do(f"{meeting}/report_action_item", {"item": 1, "report": "已查清资金去向"})
    mended = {"reason": "记录有误", "approved_by": cast.deputy.person}
    conclusions = {"conclusions": ["提高初核效率,每周报告"]}
    supervision.do(f"{meeting}/correct", mended | conclusions)
    supervision.do(f"{meeting}/confirm_action_item", {"item": 1})
    following = {
        "kind": "lead_assessment",
        "title": "二季度问题线索研判处置会",
        "parties": ["sg-education"],
        "planned": "2026-07-08",
    }
    later = quarter(cast, "2026-Q2")
    supervision.do(f"{later}/convene", following)
    again = {"agenda_item": {"title": "补充材料后再研究", "lead": cast.shelved}}
    return str(cast.group.do(f"{later}/add_agenda_item", again)["token"])


@pytest.mark.parametrize(
    ("held", "late", "after_plan", "way", "became"),
    [
        ("2026-04-10", 0, 0, "preliminary_verification", ("met", "fulfilled", 3)),
        ("2026-04-20", 3, 6, "interview", ("departed_from", "withdrawn", None)),
    ],
)
def test_tabled_leads_are_resolved_on_by_those_present(
    place: Place, held: str, late: int, after_plan: int, way: str, became: tuple[Any, ...]
) -> None:
    """Who stayed away learns that there was a meeting; who was not asked learns nothing.

    The quarter's meeting is due on the tenth working day (Qingming is none); before the report comes a
    Saturday that is one.
    """
    cast = gathered(place)
    convened(place, cast)
    meet(place, cast, held)
    known_to_those_present(place, cast)
    token = follow_up(place, cast, way)
    for member in (cast.supervision, cast.group):
        seen = member.see(cast.meeting, token=token)
        assert (seen["stage"], seen["held"]) == ("concluded", held)
        assert [(each["lead"], each["way"], each["owner"]) for each in seen["resolutions"]] == [
            (cast.near, "preliminary_verification", "sg-education"),
            (cast.shelved, "defer", "sg-education"),
        ]
        assert seen["conclusions"] == ["提高初核效率,每周报告"]
    place.settle()
    owed = cast.supervision.see("obligations", family="consultation", status="fulfilled")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("cs", "conclude", 0),
        ("cs", "confirm", 0),
        ("cs", "confirm", 0),
        ("cs", "hold", after_plan),
        ("cs", "meeting", late),
        ("sg-education", "action-item", 3),
    ]
    resolution, *ended = became
    carried_out(cast, resolution, tuple(ended))
    status = cast.office.see("consultation-status")
    assert columns(status, "title", "stage") == [("一季度问题线索研判处置会", "concluded")]
    absent = str(cast.office.see(cast.meeting))
    assert cast.near not in absent
    assert "张某" not in absent
    lists = ("consultations", "consultation-status", "action-items", "leads")
    for matter in (cast.meeting, lead_path(cast.near), lead_path(cast.shelved)):
        sees_nothing(cast.other, matter, *lists)
    for member in (cast.office, cast.other):
        assert member.see(f"parties/{member.party}/inbox")["items"] == []


def carried_out(cast: Cast, resolution: str, ended: tuple[Any, ...]) -> None:
    """What became of each resolution, in the register, in what is owed and in the meeting's figures."""
    seen = cast.keeper.see("leads", resolved_at=f"consultation/{cast.meeting.partition('/')[2]}")
    assert columns(seen, "resolved_way", "resolution", "resolution_owner") == sorted(
        [
            ("preliminary_verification", resolution, "sg-education"),
            ("defer", "met", "sg-education"),
        ]
    )
    for lead, rule, *wanted in (
        (cast.near, "resolution", *ended),
        (cast.shelved, "tabling", "fulfilled", 0),
    ):
        owed = cast.supervision.see("obligations", matter=lead)
        found = [each for each in owed["items"] if each["rule"] == rule]
        assert [[each["status"], each["late_working_days"]] for each in found] == [wanted]
    figures = cast.supervision.see(f"{cast.meeting}/figures")["figures"]
    counted = {each["name"]: each["value"] for each in figures}
    met = 2 if resolution == "met" else 1
    assert (counted["resolved"], counted["resolutions_met"]) == (2, met)
    assert counted["resolutions_open"] == 0
    assert columns(cast.supervision.see("leads", overdue="true"), "stream") == [(cast.fresh,)]
    waiting = columns(cast.group.see("parties/sg-education/inbox"), "kind")
    assert ("carry_out_resolution",) not in waiting
