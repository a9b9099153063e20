"""线索联合排查 with the host's Party group (Linyi) and 集中排查 of all groups (Wuhu): mechanism 9."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing

SWEEP = {
    "kind": "with_party_group",
    "title": "学校食堂采购问题线索联合排查",
    "parties": ["pg-education", "uc-education"],
    "begins": "2025-01-01",
    "ends": "2026-02-28",
    "due": "2026-03-13",
}


def matter(name: str, title: str) -> dict[str, Any]:
    """Something that may become a lead."""
    standing = {"post_level": "unit_managed", "unit": "education"}
    return {
        "title": title,
        "content": f"反映{name}在采购中谋利。",
        "persons": [{"name": name, "post": "总务主任", "standing": standing}],
    }


def registered(member: Member, name: str) -> str:
    """A lead of the member's party that stands in its register."""
    lead = receive(member, name, unit="education", level="unit_managed")
    member.do(f"leads/{lead.partition('/')[2]}/register", {})
    return lead


@dataclass
class Cast:
    """Who sweeps, and the sweep."""

    group: Member
    deputy: Member
    secretary: Member
    committee: Member
    keeper: Member
    other: Member
    sweep: str = ""


def begin(place: Place) -> Cast:
    """The group convenes its host's Party group and unit committee; no host convenes a group."""
    cast = Cast(
        group=place.member("郑组长", "sg-education", "head", "keeper"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        secretary=place.member("李书记", "pg-education", "head"),
        committee=place.member("孙书记", "uc-education", "head"),
        keeper=place.member("方专管", "cs", "keeper"),
        other=place.member("冯组长", "sg-health", "head"),
    )
    odd = SWEEP | {"parties": ["sg-education"]}
    assert code(cast.secretary, "sweeps", odd) == (422, "cannot_sweep")
    told = cast.group.do("sweeps", SWEEP)
    cast.sweep = path_of(told)
    waiting = cast.secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [("hand_in", "2026-03-13")]
    receive(cast.other, "李四", unit="education", level="unit_managed")
    return cast


def hand_in(place: Place, cast: Cast) -> None:
    """The Party group is asked to look again; the committee is three working days late."""
    sweep, secretary, committee = cast.sweep, cast.secretary, cast.committee
    place.pass_to("2026-03-12")
    matters = [matter("张三", "某中学采购"), matter("李四", "某小学采购")]
    secretary.do(f"{sweep}/hand_in", {"matters": matters})
    secretary.do(f"{sweep}/finish", {})
    back = {"party": "pg-education", "reason": "未含下属幼儿园"}
    assert code(committee, f"{sweep}/return_hand_in", back) == (403, "not_the_sweeper")
    cast.group.do(f"{sweep}/return_hand_in", back)
    secretary.do(f"{sweep}/hand_in", {"matters": [matter("王五", "某幼儿园采购")]})
    secretary.do(f"{sweep}/finish", {})
    place.pass_to("2026-03-18")
    overdue = cast.group.see("parties/uc-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("hand-in", "2026-03-13")]
    committee.do(f"{sweep}/hand_in", {"matters": [matter("张三", "食堂承包")]})
    committee.do(f"{sweep}/finish", {})


def check(cast: Cast) -> None:
    """Case supervision learns how many, looks, and says what; nobody else learns which."""
    sweep, keeper = cast.sweep, cast.keeper
    early = {"summary": "……"}
    assert code(cast.group, f"{sweep}/conclude", early) == (409, "matters_open")
    repeats = ("matter", "leads", "matters", "stage")
    assert columns(keeper.see("sweep-repeats"), *repeats) == [
        (2, 1, 0, "suspected"),
        (4, 0, 1, "suspected"),
    ]
    keeper.do(f"{sweep}/dismiss_repeat", {"matter": 2, "reason": "同名不同人"})
    keeper.do(f"{sweep}/confirm_repeat", {"matter": 4, "earlier": 1})
    for blind in (cast.group, cast.secretary, cast.other):
        assert blind.see("sweep-repeats")["items"] == []


def settle(cast: Cast) -> str:
    """Two matters become numbered leads, one is none; a title is corrected; the sweep is concluded."""
    sweep, group = cast.sweep, cast.group
    first, second = registered(group, "张三"), registered(group, "李四")
    wrong = {"matter": 1, "lead": second}
    assert code(group, f"{sweep}/register", wrong) == (422, "not_that_matter")
    group.do(f"{sweep}/register", wrong | {"lead": first})
    group.do(f"{sweep}/register", {"matter": 2, "lead": second})
    group.do(f"{sweep}/drop", {"matter": 3, "reason": "属一般工作建议"})
    right = {"reason": "标题有误", "approved_by": cast.deputy.person, "title": "学校采购联合排查"}
    group.do(f"{sweep}/correct", right)
    return str(group.do(f"{sweep}/conclude", {"summary": "采购环节较集中。"})["token"])


RESULT = {
    "asked": 2,
    "handed_in": 2,
    "nothing": 0,
    "excused": 0,
    "matters": 4,
    "registered": 2,
    "leads": 2,
    "repeats": 1,
    "dropped": 1,
}
OWED = [
    ("pg-education", "hand-in", "fulfilled", 0),
    ("pg-education", "hand-in-again", "fulfilled", 0),
    ("sg-education", "conclusion", "fulfilled", 0),
    *[("sg-education", "settling", "fulfilled", 0)] * 4,
    ("uc-education", "hand-in", "fulfilled", 3),
]


HIDDEN = ("sweeps", "sweep-matters", "sweep-outcomes", "sweep-results", "sweep-repeats")


def figures(member: Member, sweep: str, *, as_of: str | None = None) -> dict[str, int]:
    """What a member may count of a sweep, now or as of a position."""
    asked = {} if as_of is None else {"as_of": as_of}
    seen = member.see(f"{sweep}/figures", **asked)["figures"]
    return {each["name"]: each["value"] for each in seen}


def test_a_group_sweeps_with_its_host(place: Place) -> None:
    """Four matters, one a repeat, two leads; the host sees what it handed in and nothing else."""
    cast = begin(place)
    hand_in(place, cast)
    check(cast)
    seen = cast.group.see(cast.sweep, token=settle(cast))
    assert (seen["stage"], seen["title"]) == ("concluded", "学校采购联合排查")
    (result,) = cast.group.see("sweep-results")["items"]
    assert {name: result[name] for name in RESULT} == RESULT
    counted = figures(cast.group, cast.sweep)
    assert counted == {
        "handed_in": 2,
        "matters": 4,
        "registered": 2,
        "repeat": 1,
        "dropped": 1,
        "leads": 2,
    }
    for each in cast.group.see(f"{cast.sweep}/figures")["figures"]:
        opened = cast.group.get(each["opens"]).json()["items"]
        assert len(opened) == each["value"], each
    owed = cast.group.see("obligations", mechanism="sweeps", limit=100)
    shown = [
        each
        for each in columns(owed, "owner", "rule", "status", "late_working_days")
        if each[1] != "repeat-check"
    ]
    assert shown == OWED
    who_sees_what(cast)
    one_fewer(cast)


def one_fewer(cast: Cast) -> None:
    """After the end a matter turns out a mistake: it counts no more, what was told stays as it was told."""
    before = cast.group.token
    why = {"reason": "误报", "approved_by": cast.deputy.person}
    told = cast.group.do(f"{cast.sweep}/annul_matter", {"matter": 3, **why})
    (result,) = cast.group.see("sweep-results", token=told["token"])["items"]
    assert {name: result[name] for name in RESULT} == RESULT
    now, then = figures(cast.group, cast.sweep), figures(cast.group, cast.sweep, as_of=before)
    assert (now["matters"], now.get("dropped", 0)) == (3, 0)
    assert (then["matters"], then["dropped"]) == (4, 1)


def who_sees_what(cast: Cast) -> None:
    """The Party group its three matters in the clear, no outcome, no lead; another group nothing."""
    secretary, other = cast.secretary, cast.other
    own = secretary.see("sweep-matters")
    assert columns(own, "matter", "party") == [(n, "pg-education") for n in (1, 2, 3)]
    assert own["items"][0]["content"] == "反映张三在采购中谋利。"
    assert columns(secretary.see("sweeps"), "stage") == [("concluded",)]
    for hidden in ("sweep-outcomes", "sweep-results", "leads", "lead-status"):
        assert secretary.see(hidden)["items"] == [], hidden
    assert figures(secretary, cast.sweep)["registered"] == 0
    sees_nothing(other, cast.sweep, *HIDDEN)
    assert code(other, f"{cast.sweep}/finish", {}) == (404, "not_found")
    for party, member in (("pg-education", secretary), ("sg-education", cast.group)):
        waiting = member.see(f"parties/{party}/inbox")["items"]
        assert [each for each in waiting if each["family"] == "sweep"] == []


@pytest.mark.parametrize("annulled", [True, False])
def test_a_leader_has_all_groups_sweep(place: Place, annulled: bool) -> None:
    """One hands in its lead, and again after a return, one has nothing and is late, one is excused.

    What is annulled is not counted; otherwise it is one matter more, which is dropped.
    """
    leader = place.member("吴分管", "commission", "leader_in_charge")
    chief = place.member("周书记", "commission", "principal_head")
    education = place.member("郑组长", "sg-education", "head", "keeper")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    health = place.member("冯组长", "sg-health", "head")
    host = place.member("李书记", "pg-education", "head")
    groups = ["sg-education", "sg-health", "sg-finance"]
    asked = SWEEP | {"kind": "all_groups", "parties": groups}
    assert code(host, "sweeps", asked)[0] == 422
    told = leader.do("sweeps", asked)
    sweep = path_of(told)
    waiting = health.see("parties/sg-health/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "due") == [
        ("hand_in", "commission", "2026-03-13")
    ]
    lead = registered(education, "张三")
    held = {"title": "在办线索", "lead": lead}
    assert code(health, f"{sweep}/hand_in", {"matters": [held]}) == (404, "not_found")
    education.do(f"{sweep}/hand_in", {"matters": [held, matter("赵六", "误报事项")]})
    education.do(f"{sweep}/finish", {})
    again(leader, education, health, sweep)
    if annulled:
        why = {"reason": "误报", "approved_by": deputy.person}
        education.do(f"{sweep}/annul_matter", {"matter": 2, **why})
    else:
        leader.do(f"{sweep}/drop", {"matter": 2, "reason": "属一般工作建议"})
    education.do(f"{sweep}/register", {"matter": 1, "lead": lead})
    place.pass_to("2026-03-17")
    late = leader.see("obligations", mechanism="sweeps", status="overdue")
    assert columns(late, "owner", "rule", "due") == [
        (group, "hand-in", "2026-03-13") for group in ("sg-finance", "sg-health")
    ]
    health.do(f"{sweep}/finish", {})
    outstanding = code(leader, f"{sweep}/conclude", {"summary": "……"})
    assert outstanding == (409, "parties_outstanding")
    off = {"party": "sg-finance", "reason": "全员参加巡察", "approved_by": chief.person}
    leader.do(f"{sweep}/excuse", off)
    done = leader.do(f"{sweep}/conclude", {"summary": "线索较少。"})
    (result,) = leader.see("sweep-results", token=done["token"])["items"]
    more = int(not annulled)
    assert {name: result[name] for name in RESULT} == {
        "asked": 3,
        "handed_in": 2,
        "nothing": 1,
        "excused": 1,
        "matters": 1 + more,
        "registered": 1,
        "leads": 1,
        "repeats": 0,
        "dropped": more,
    }
    who_was_late(leader, health, host, sweep)


def who_was_late(leader: Member, health: Member, host: Member, sweep: str) -> None:
    """What each group owed; a group sees nothing of another's matters, a host nothing at all."""
    owed = leader.see("obligations", mechanism="sweeps", limit=100)
    hands = columns(owed, "owner", "rule", "status", "late_working_days")
    assert [each for each in hands if each[1].startswith("hand-in")] == [
        ("sg-education", "hand-in", "fulfilled", 0),
        ("sg-education", "hand-in-again", "fulfilled", 0),
        ("sg-finance", "hand-in", "withdrawn", None),
        ("sg-health", "hand-in", "fulfilled", 2),
    ]
    assert health.see("sweep-matters")["items"] == []
    assert figures(health, sweep)["matters"] == 0
    sees_nothing(host, sweep, *HIDDEN)


def again(leader: Member, education: Member, health: Member, sweep: str) -> None:
    """The leader has a group look again; another group may not ask for that."""
    back = {"party": "sg-education", "reason": "未含下属单位"}
    assert code(health, f"{sweep}/return_hand_in", back) == (403, "not_the_sweeper")
    told = leader.do(f"{sweep}/return_hand_in", back)
    waiting = education.see("parties/sg-education/inbox", token=told["token"])
    assert ("hand_in", "commission") in columns(waiting, "kind", "from_party")
    education.do(f"{sweep}/finish", {})


def test_a_group_that_never_swept_with_its_host_owes_it(place: Place) -> None:
    """Of an office's groups one sweeps: the others owe it and show as gaps; annulled it counts no more."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    secretary = place.member("李书记", "pg-education", "head")
    health = place.member("冯组长", "sg-health", "head")
    office = place.member("刘主任", "so-2", "head")
    leader = place.member("高常委", "commission", "leader_in_charge")
    stranger = place.member("沈主任", "so-1", "head")
    told = group.do("sweeps", SWEEP | {"parties": ["pg-education"]})
    sweep = path_of(told)
    secretary.do(f"{sweep}/finish", {})
    group.do(f"{sweep}/conclude", {"summary": "未发现问题线索。"})
    place.pass_to("2026-08-10")
    assert sweeps_owed(group, "fulfilled") == [("sg-education", "2026-H1")]
    assert sweeps_owed(health, "overdue") == [("sg-health", "2026-H1")]
    assert [each[0] for each in sweeps_owed(office, "overdue")] == OF_OFFICE[1:]
    assert len(sweeps_owed(leader, "overdue")) == 9
    assert sweeps_owed(secretary, "overdue") == []
    assert covered(office) == [(each, int(each == "sg-education")) for each in OF_OFFICE]
    assert covered(office, gaps=True) == [(each, 0) for each in OF_OFFICE[1:]]
    assert covered(health) == [("sg-health", 0)]
    assert ("sg-education", 1) in covered(leader)
    assert "sg-education" not in dict(covered(stranger))
    assert covered(secretary) == []
    assert columns(office.see("sweep-results"), "convener", "matters") == [("sg-education", 0)]
    assert office.get(sweep).status_code == 404
    sees_nothing(health, sweep, *HIDDEN)
    sees_nothing(stranger, sweep, *HIDDEN)
    why = {"reason": "误建", "approved_by": deputy.person}
    token = str(group.do(f"{sweep}/annul", why)["token"])
    office.see("parties", token=token)
    assert covered(office, gaps=True) == [(each, 0) for each in OF_OFFICE]
    assert sweeps_owed(group, "fulfilled") == [("sg-education", "2026-H1")]


OF_OFFICE = ["sg-education", "sg-finance", "sg-health", "sg-human-resources"]


def sweeps_owed(member: Member, status: str) -> list[tuple[str, ...]]:
    """Who owes a sweep of which half-year, as somebody sees it."""
    seen = member.see("obligations", mechanism="sweep-cadence", status=status, limit=100)
    return columns(seen, "owner", "period")


def covered(member: Member, *, gaps: bool = False) -> list[tuple[str, int]]:
    """Which groups swept with their hosts how often in the first half of the year, as somebody sees it."""
    seen = member.see("sweep-coverage", period="2026-H1", gaps=gaps)
    return columns(seen, "stationed_group", "times")
