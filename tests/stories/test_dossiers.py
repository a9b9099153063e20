"""驻在单位资料库 (mechanism 4): a group comes to know its unit, section by section, and keeps it fresh."""

from dataclasses import dataclass

import pytest

from domain.dossiers.commands import SECTIONS
from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

DEPUTY = {"name": "张某", "post": "副局长"}
PROJECT = {
    "section": "projects",
    "text": "在建学校项目5个。",
    "source": "项目调度表",
    "stated_on": "2026-03-02",
}
FACTS = ("fact", "revision", "stage", "text", "since", "until")
PORTRAIT = [
    (1, 0, "revised", "分管基建和采购。", "2026-03-02", "2026-04-08"),
    (1, 1, "current", "分管人事。", "2026-04-08", None),
    (2, 0, "current", "在建学校项目6个。", "2026-03-02", None),
    (3, 0, "withdrawn", "校舍维修招标。", "2026-03-02", "2026-04-08"),
    (4, 0, "annulled", "拟建学校项目2个。", "2026-03-02", None),
]


@dataclass
class Cast:
    """Who acts and who must see nothing, and the dossier."""

    group: Member
    deputy: Member
    office: Member
    unit: Member
    other: Member
    dossier: str


def open_dossier(place: Place) -> Cast:
    """The group opens the dossier of its unit; six sections are owed to its office."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    office = place.member("周主任", "so-2", "head")
    unit = place.member("李局长", "education", "head")
    other = place.member("冯组长", "sg-health", "head")
    refused = other.post("dossiers", {"unit": "education"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_stationed_there")
    told = group.do("dossiers", {"unit": "education"})
    owed = office.see("obligations", token=told["token"], mechanism="dossiers", family="dossier")
    assert columns(owed, "owner", "rule", "due") == [("sg-education", "fill", "2026-04-02")] * 6
    waiting = group.see("parties/sg-education/inbox")
    assert columns(waiting, "item") == sorted((f"fill_section:{each}",) for each in SECTIONS)
    return Cast(group, deputy, office, unit, other, path_of(told))


def record(cast: Cast) -> None:
    """Key people, projects, nodes; by leave of the deputy a figure is corrected, another annulled."""
    group, dossier = cast.group, cast.dossier
    named = {"section": "key_people", "text": "分管基建和采购。", "source": "分工通知"}
    group.do(f"{dossier}/record", {**named, "stated_on": "2026-03-02", "person": DEPUTY})
    group.do(f"{dossier}/record", PROJECT)
    group.do(f"{dossier}/record", PROJECT | {"section": "nodes", "text": "校舍维修招标。"})
    right = {"fact": 2, "reason": "漏统一个", "text": "在建学校项目6个。"}
    group.do(f"{dossier}/correct", {**right, "approved_by": cast.deputy.person})
    group.do(f"{dossier}/record", PROJECT | {"text": "拟建学校项目2个。"})
    never = {"fact": 4, "reason": "系外单位项目", "approved_by": cast.deputy.person}
    group.do(f"{dossier}/annul_fact", never)


def go_through(place: Place, cast: Cast, late: str) -> str:
    """Five sections are gone through on time, «projects» late; then the world changes."""
    group, dossier = cast.group, cast.dossier
    place.pass_to("2026-04-01")
    for section in SECTIONS[:-1]:
        group.do(f"{dossier}/refresh", {"section": section})
    place.pass_to(late)
    seen = cast.office.see("obligations", mechanism="dossiers", status="overdue")
    assert columns(seen, "rule", "due") == [("fill", "2026-04-02")]
    group.do(f"{dossier}/refresh", {"section": "projects"})
    change = {"source": "分工调整通知", "stated_on": late}
    group.do(f"{dossier}/revise", {"fact": 1, "text": "分管人事。", "person": DEPUTY, **change})
    group.do(f"{dossier}/withdraw", {"fact": 3, "reason": "已定标", **change})
    return returned(cast)


def returned(cast: Cast) -> str:
    """The office sends a section back that it finds wanting; nobody else may, and once is enough."""
    back = {"section": "powers", "reason": "审批事项清单未更新"}
    for member, status in ((cast.deputy, 403), (cast.unit, 404), (cast.other, 404)):
        assert member.post(f"{cast.dossier}/return", back).status_code == status
    told = cast.office.do(f"{cast.dossier}/return", back)
    waiting = cast.group.see("parties/sg-education/inbox", token=told["token"])
    again = {"items": [each for each in waiting["items"] if each["kind"] == "fill_section"]}
    assert columns(again, "item", "from_party", "title") == [
        ("fill_section:powers", "so-2", "审批事项清单未更新")
    ]
    assert code(cast.office, f"{cast.dossier}/return", back) == (409, "wrong_state")
    shown = cast.office.see("dossier-sections", stage="returned")
    assert columns(shown, "section", "returned", "reason") == [("powers", 1, back["reason"])]
    done = cast.group.do(f"{cast.dossier}/refresh", {"section": "powers"})
    left = waits(cast.group, cast.dossier, token=done["token"])
    assert left == [("refresh_section", None)] * len(SECTIONS) + [("talk_to", None)]
    return str(done["token"])


@pytest.mark.parametrize(("late", "days"), [("2026-04-08", 3), ("2026-04-10", 5)])
def test_a_units_portrait_is_kept_fresh(place: Place, late: str, days: int) -> None:
    """What left the portrait stays on record; the unit itself, and another group, see nothing."""
    cast = open_dossier(place)
    record(cast)
    token = go_through(place, cast, late)
    portrait = [tuple(late if each == "2026-04-08" else each for each in row) for row in PORTRAIT]
    for member in (cast.group, cast.office):
        assert columns(member.see("dossier-facts", token=token), *FACTS) == portrait
    sections = cast.office.see("dossier-sections", unit="education")
    assert columns(sections, "section", "facts", "refreshed") == sorted(
        (
            s,
            int(s in {"key_people", "projects"}),
            late if s in {"projects", "powers"} else "2026-04-01",
        )
        for s in SECTIONS
    )
    stale = cast.office.see("dossier-sections", not_refreshed_since="2026-04-02")
    assert len(stale["items"]) == len(SECTIONS) - 2
    owed = cast.group.see("obligations", mechanism="dossiers", status="fulfilled")
    assert columns(owed, "rule", "late_working_days") == [
        ("again", 0),
        *[("fill", 0)] * 5,
        ("fill", days),
        ("half-year", 0),
        ("refresh", 0),
    ]
    again = cast.group.see("obligations", mechanism="dossiers", status="open")
    assert columns(again, "rule") == [("half-year",), *[("refresh",)] * 6]
    knows_of_none(cast)
    whose_unit_has_none(place, cast, late)


def whose_unit_has_none(place: Place, cast: Cast, late: str) -> None:
    """The sports bureau has no dossier: that is owed in July, and shows to group, office and leader."""
    names = ("unit", "opened", "times", "latest")
    half = {"period": "2026-H1"}
    known = ("education", "2026-03-02", 1, late)
    unknown = ("sports", None, 0, None)
    assert columns(cast.group.see("dossier-coverage", **half), *names) == [known, unknown]
    gaps = columns(cast.office.see("dossier-coverage", **half, gaps=True), "unit", "times")
    assert ("sports", 0) in gaps
    assert ("education", 0) not in gaps
    for member in (cast.unit, cast.other):
        covered = columns(member.see("dossier-coverage", **half), "unit")
        assert {("education",), ("sports",)} & set(covered) == set()
    place.pass_to("2026-07-16")
    overdue = cast.office.see("obligations", mechanism="dossiers", status="overdue", limit=100)
    late_ones = columns(overdue, "owner", "share_of", "rule", "due")
    assert ("sg-education", "sports", "half-year", "2026-07-14") in late_ones
    assert ("sg-education", "education", "half-year", "2026-07-14") not in late_ones
    told = cast.group.do("dossiers", {"unit": "sports"})
    for section in SECTIONS:
        told = cast.group.do(f"{path_of(told)}/refresh", {"section": section})
    done = cast.group.see(
        "obligations", token=told["token"], mechanism="dossiers", status="fulfilled"
    )
    halves = [row for row in columns(done, "rule", "period", "late_working_days") if row[1]]
    assert halves == [("half-year", "2026-H1", 0), ("half-year", "2026-H1", 2)]
    assert columns(cast.group.see("dossier-coverage", **half), *names) == [
        known,
        ("sports", "2026-07-16", 0, None),
    ]
    second = cast.group.see("dossier-coverage", period="2026-H2")
    assert columns(second, "unit", "times") == [("education", 0), ("sports", 1)]


def knows_of_none(cast: Cast) -> None:
    """Neither the unit nor another group learns that there is a dossier."""
    for member in (cast.unit, cast.other):
        sees_nothing(member, cast.dossier, "dossiers", "dossier-facts", "dossier-sections")
        assert "education" not in str(member.see("obligations", limit=100)["items"])
    refused = cast.unit.post(f"{cast.dossier}/refresh", {"section": "posts"})
    assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
