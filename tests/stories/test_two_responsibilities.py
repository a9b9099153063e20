"""群众身边不正之风专项整治 (mechanism 31): what units did and what groups did, apart and together."""

from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

PLAN = {
    "kind": "special_supervision",
    "title": "群众身边不正之风和腐败问题集中整治",
    "basis": "民生实事责任清单",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}
ITEMS = (
    ("学校供餐", "education", "sg-education"),
    ("校服采购", "education", "sg-education"),
    ("医保基金", "health", "sg-health"),
    ("农民工工资", "human-resources", "sg-human-resources"),
)


def listed(office: Member) -> str:
    """Each livelihood item has its unit and its group; units are told what is theirs to do."""
    campaign = path_of(office.do("campaigns", PLAN))
    lines = [{"kind": "livelihood", "title": title, "unit": unit} for title, unit, _ in ITEMS]
    office.do(f"{campaign}/list_objects", {"objects": lines})
    office.do(f"{campaign}/fix_list", {})
    for group in dict.fromkeys(group for *_, group in ITEMS):
        own = [n for n, (*_, each) in enumerate(ITEMS, 1) if each == group]
        assigned = {"party": group, "objects": own, "due": "2026-06-30"}
        office.do(f"{campaign}/assign", assigned)
    for unit in dict.fromkeys(unit for _, unit, _ in ITEMS):
        own = [n for n, (_, each, _) in enumerate(ITEMS, 1) if each == unit]
        duty = {"unit": unit, "objects": own, "task": "开展自查自纠", "due": "2026-03-20"}
        office.do(f"{campaign}/engage", duty)
    return campaign


def did(member: Member, campaign: str, key: int, kind: str = "self_check") -> dict[str, Any]:
    """Somebody did something on an object."""
    measure = {"object": key, "kind": kind, "text": "已办理。"}
    return member.do(f"{campaign}/record_measure", measure)


@pytest.mark.parametrize("group_acts", [True, False], ids=["both", "unit-alone"])
def test_both_responsibilities_are_counted(place: Place, group_acts: bool) -> None:
    """One group's check more or less, and the figures follow; a unit four working days late."""
    office = place.member("李主任", "so-2", "head")
    school = place.member("高局长", "education", "head")
    clinic = place.member("石主任", "health", "head")
    education = place.member("郑组长", "sg-education", "head")
    health = place.member("冯组长", "sg-health", "head")
    campaign = listed(office)
    waiting = school.see("parties/education/inbox")
    assert columns(waiting, "kind", "title") == [("do_duty", "开展自查自纠")]
    did(school, campaign, 1)
    did(school, campaign, 2, "publicity")
    if group_acts:
        did(education, campaign, 1, "site_check")
    did(health, campaign, 3, "site_check")
    foreign = {"object": 3, "kind": "talk", "text": "……"}
    assert code(education, f"{campaign}/record_measure", foreign) == (403, "not_your_object")
    place.pass_to("2026-03-26")
    overdue = office.see("obligations", status="overdue", mechanism="campaigns")
    assert columns(overdue, "owner", "rule") == [
        ("health", "unit-duty"),
        ("human-resources", "unit-duty"),
    ]
    last = did(clinic, campaign, 3)
    seen = office.see(f"{campaign}/figures", token=last["token"])["figures"]
    counted = {each["name"]: each["value"] for each in seen}
    names = ("unit_measures", "body_measures", "by_unit", "by_body", "by_both")
    expected = [3, 2, 1, 0, 2] if group_acts else [3, 1, 2, 0, 1]
    assert [counted[name] for name in names] == expected
    duties = columns(office.see("campaign-duties"), "object", "unit_measures", "body_measures")
    assert duties == [(1, 1, int(group_acts)), (2, 1, 0), (3, 1, 1), (4, 0, 0)]
    owed = office.see("obligations", mechanism="campaigns", owner="health")
    assert columns(owed, "rule", "late_working_days") == [("unit-duty", 4)]
    assert columns(clinic.see("campaign-duties"), "object", "title") == [(3, "医保基金")]
    assert columns(health.see("campaign-measures"), "object", "by") == [
        (3, "health"),
        (3, "sg-health"),
    ]
    assert clinic.see("campaign-objects")["items"] == []
