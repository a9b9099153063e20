"""问题线索研判处置会: leads are tabled by who handles them and resolved on by those present (mechanism 3)."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories import leads
from tests.stories.place import Place, code, columns, path_of


@dataclass
class Cast:
    """Case supervision, the group whose lead is tabled, who stays away, and who was not asked."""

    supervision: Member
    deputy: Member
    group: Member
    keeper: Member
    office: Member
    other: Member
    lead: str
    meeting: str


def convened(place: Place) -> Cast:
    """The quarter's meeting is owed; the group tables the lead that it handles, and nobody else may."""
    supervision = place.member("钱主任", "cs", "head")
    deputy = place.member("孙副主任", "cs", "deputy_head")
    group = place.member("郑组长", "sg-education", "head")
    keeper = place.member("赵内勤", "sg-education", "keeper")
    first, second = (place.member(name, "sg-education", "handler") for name in ("甲办", "乙办"))
    office = place.member("吴主任", "so-1", "head")
    other = place.member("冯组长", "sg-health", "head")
    lead = leads.receive(group, "张某", unit="education", level="unit_managed")
    path = f"leads/{lead.partition('/')[2]}"
    group.do(f"{path}/register", {})
    people = {"handlers": [first.person, second.person], "keeper": keeper.person}
    keeper.do(f"{path}/propose_allocation", {"handling_party": "sg-education", **people})
    group.do(f"{path}/allocate", {})
    keeper.do(f"{path}/acknowledge", {})
    place.pass_to("2026-04-01")
    owed = supervision.see("obligations", mechanism="lead-assessment-meeting")["items"]
    (duty,) = (each for each in owed if each["period"] == "2026-Q1")
    meeting = path_of(duty)
    convening = {
        "kind": "lead_assessment",
        "title": "一季度问题线索研判处置会",
        "parties": ["sg-education", "so-1"],
        "planned": "2026-04-10",
        "agenda": [{"title": "一季度线索处置情况"}],
    }
    assert code(other, f"{meeting}/convene", convening)[0] in {403, 404}
    supervision.do(f"{meeting}/convene", convening)
    tabled = {"agenda_item": {"title": "是否初步核实", "lead": lead}}
    assert code(office, f"{meeting}/add_agenda_item", tabled)[1] == "lead_cannot_be_tabled"
    group.do(f"{meeting}/add_agenda_item", tabled)
    assert code(group, f"{meeting}/add_agenda_item", tabled)[1] == "lead_cannot_be_tabled"
    return Cast(supervision, deputy, group, keeper, office, other, lead, meeting)


def meet(place: Place, cast: Cast, held: str) -> None:
    """One office stays away; the meeting does not end before each tabled lead has its resolution."""
    meeting, supervision = cast.meeting, cast.supervision
    place.pass_to(held)
    present = [{"party": "cs"}, {"party": "sg-education", "persons": [cast.group.person]}]
    hold = {"present": present, "minutes": "研究了张某线索的处置方向。"}
    assert code(supervision, f"{meeting}/hold", hold)[1] == "attendance_incomplete"
    absent = [{"party": "so-1", "reason": "外出调研"}]
    supervision.do(f"{meeting}/hold", hold | {"absent": absent})
    item = {"owner": "sg-education", "due": "2026-05-08", "text": "报告核查进展"}
    end = {"conclusions": ["提高初核效率"], "action_items": [item]}
    assert code(supervision, f"{meeting}/conclude", end)[1] == "resolutions_incomplete"
    resolution = {"lead": cast.lead, "way": "preliminary_verification", "text": "开展初步核实"}
    supervision.do(f"{meeting}/conclude", end | {"resolutions": [resolution]})


def follow_up(place: Place, cast: Cast) -> str:
    """The group reports three days late and too little, then enough; a conclusion is put right."""
    meeting, supervision = cast.meeting, cast.supervision
    place.pass_to("2026-05-12")
    cast.group.do(f"{meeting}/report_action_item", {"item": 1, "report": "正在核查"})
    supervision.do(f"{meeting}/return_action_item", {"item": 1, "reason": "没有进展"})
    cast.group.do(f"{meeting}/report_action_item", {"item": 1, "report": "已查清资金去向"})
    mended = {"reason": "记录有误", "approved_by": cast.deputy.person}
    conclusions = {"conclusions": ["提高初核效率,每周报告"]}
    supervision.do(f"{meeting}/correct", mended | conclusions)
    return str(supervision.do(f"{meeting}/confirm_action_item", {"item": 1})["token"])


@pytest.mark.parametrize(
    ("held", "late", "after_plan"), [("2026-04-10", 0, 0), ("2026-04-20", 3, 6)]
)
def test_tabled_leads_are_resolved_on_by_those_present(
    place: Place, held: str, late: int, after_plan: int
) -> None:
    """Who stayed away learns that there was a meeting; who was not asked learns nothing.

    The quarter's meeting is due on the tenth working day (Qingming is none); before the report comes a
    Saturday that is one.
    """
    cast = convened(place)
    meet(place, cast, held)
    token = follow_up(place, cast)
    for member in (cast.supervision, cast.group):
        seen = member.see(cast.meeting, token=token)
        assert (seen["stage"], seen["held"]) == ("concluded", held)
        assert seen["resolutions"] == [
            {"lead": cast.lead, "way": "preliminary_verification", "text": "开展初步核实"}
        ]
        assert seen["conclusions"] == ["提高初核效率,每周报告"]
    owed = cast.supervision.see("obligations", family="consultation", status="fulfilled")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("cs", "confirm", 0),
        ("cs", "confirm", 0),
        ("cs", "hold", after_plan),
        ("cs", "meeting", late),
        ("sg-education", "action-item", 3),
    ]
    status = cast.office.see("consultation-status")
    assert columns(status, "title", "stage") == [("一季度问题线索研判处置会", "concluded")]
    absent = str(cast.office.see(cast.meeting))
    assert cast.lead not in absent
    assert "张某" not in absent
    assert cast.other.get(cast.meeting).status_code == 404
    for path in ("consultations", "consultation-status", "parties/sg-health/timeline"):
        assert "consultation" not in str(cast.other.see(path)["items"]), path
    waiting = columns(cast.group.see("parties/sg-education/inbox"), "kind")
    assert waiting == [("propose",)]
    for member in (cast.office, cast.other):
        assert member.see(f"parties/{member.party}/inbox")["items"] == []
