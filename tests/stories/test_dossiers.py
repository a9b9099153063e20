"""驻在单位资料库 (mechanism 4): a group comes to know its unit, section by section, and keeps it fresh."""

from dataclasses import dataclass

import pytest

from domain.dossiers.commands import SECTIONS
from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of

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
    owed = office.see("obligations", token=told["token"], mechanism="dossiers", status="open")
    assert columns(owed, "owner", "rule", "due") == [("sg-education", "fill", "2026-04-02")] * 6
    return Cast(group, deputy, office, unit, other, path_of(told))


def record(cast: Cast) -> None:
    """Key people, projects, nodes; a wrong figure is corrected by leave of the deputy."""
    group, dossier = cast.group, cast.dossier
    named = {"section": "key_people", "text": "分管基建和采购。", "source": "分工通知"}
    group.do(f"{dossier}/record", {**named, "stated_on": "2026-03-02", "person": DEPUTY})
    group.do(f"{dossier}/record", PROJECT)
    group.do(f"{dossier}/record", PROJECT | {"section": "nodes", "text": "校舍维修招标。"})
    right = {"fact": 2, "reason": "漏统一个", "text": "在建学校项目6个。"}
    group.do(f"{dossier}/correct", {**right, "approved_by": cast.deputy.person})


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
    done = group.do(f"{dossier}/withdraw", {"fact": 3, "reason": "已定标", **change})
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
        (s, int(s in {"key_people", "projects"}), late if s == "projects" else "2026-04-01")
        for s in SECTIONS
    )
    stale = cast.office.see("dossier-sections", not_refreshed_since="2026-04-02")
    assert len(stale["items"]) == len(SECTIONS) - 1
    owed = cast.group.see("obligations", mechanism="dossiers", status="fulfilled")
    assert columns(owed, "late_working_days") == [(0,)] * 5 + [(days,)]
    again = cast.group.see("obligations", mechanism="dossiers", status="open")
    assert {rule for (rule,) in columns(again, "rule")} == {"refresh"}
    sees_nothing(cast)


def sees_nothing(cast: Cast) -> None:
    """Neither the unit nor another group learns that there is a dossier."""
    for member in (cast.unit, cast.other):
        assert member.get(cast.dossier).status_code == 404
        for path in ("dossiers", "dossier-facts", "dossier-sections", "obligations"):
            assert "dossier" not in str(member.see(path)["items"]), path
    refused = cast.unit.post(f"{cast.dossier}/refresh", {"section": "posts"})
    assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
