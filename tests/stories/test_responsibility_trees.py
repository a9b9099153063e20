"""主体责任层层传导 (mechanism 27): a list for each Party organisation down the tree, gaps visible above."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

ITEMS = {"items": ["每半年研究一次全面从严治党工作", "校舍项目招标集体研究"]}
BELOW = [("市第一中学党委", 1), ("高中部党支部", 2), ("初中部党支部", 2), ("市实验小学党支部", 1)]
SHOWN = ("organisation", "level", "stage", "missing_below")


@dataclass
class Cast:
    """Who passes responsibility down, who supervises that, who must see nothing."""

    secretary: Member
    deputy: Member
    group: Member
    office: Member
    other: Member
    health: Member


def open_tree(place: Place) -> tuple[Cast, str]:
    """The Party group opens its tree: itself, a school with two branches, another school."""
    cast = Cast(
        secretary=place.member("李书记", "pg-education", "head"),
        deputy=place.member("沈副书记", "pg-education", "deputy_head"),
        group=place.member("郑组长", "sg-education", "head"),
        office=place.member("周主任", "so-2", "head"),
        other=place.member("冯组长", "sg-health", "head"),
        health=place.member("吴书记", "pg-health", "head"),
    )
    body = {"year": 2026, "title": "市教育局党组", "due": "2026-03-10"}
    refused = cast.group.post("responsibility-trees", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_party_group")
    tree = path_of(cast.secretary.do("responsibility-trees", body))
    for title, above in BELOW:
        cast.secretary.do(f"{tree}/add", {"title": title, "above": above})
    right = {"organisation": 5, "reason": "名称有误", "title": "市实验小学党总支"}
    named = {**right, "due": "2026-03-11", "approved_by": cast.deputy.person}
    one_more = {"title": "职业中专党委", "above": 1}
    assert code(cast.group, f"{tree}/add", one_more) == (403, "not_the_party_group")
    told = cast.secretary.do(f"{tree}/correct", named)
    waiting = cast.secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "item", "due") == [
        *((f"hand_in_list:{number}", "2026-03-10") for number in range(1, 5)),
        ("hand_in_list:5", "2026-03-11"),
    ]
    return cast, tree


def hand_in(place: Place, cast: Cast, tree: str, late: str) -> str:
    """The Party group in time, the school late and at first not well; its branches nothing at all."""
    cast.secretary.do(f"{tree}/hand_in", {"organisation": 1, **ITEMS})
    place.pass_to(late)
    cast.secretary.do(f"{tree}/hand_in", {"organisation": 2, **ITEMS})
    back = {"organisation": 2, "reason": "责任未落到支部"}
    for member, status in ((cast.office, 403), (cast.other, 404), (cast.health, 404)):
        assert member.post(f"{tree}/return", back).status_code == status
    told = cast.group.do(f"{tree}/return", back)
    waiting = cast.secretary.see("parties/pg-education/inbox", token=told["token"])
    assert ("hand_in_list:2", "sg-education", "责任未落到支部") in columns(
        waiting, "item", "from_party", "title"
    )
    again = cast.secretary.post(f"{tree}/remove", {"organisation": 2, "reason": "撤并"})
    assert (again.status_code, again.json()["code"]) == (409, "organisations_below")
    better = cast.secretary.do(f"{tree}/hand_in", {"organisation": 2, **ITEMS})
    return str(better["token"])


@pytest.mark.parametrize("merged", [False, True])
def test_gaps_down_the_tree_show_above(place: Place, merged: bool) -> None:
    """Three of five lists are missing; with one branch merged away, two of four."""
    cast, tree = open_tree(place)
    token = hand_in(place, cast, tree, "2026-03-12")
    if merged:
        gone = {"organisation": 4, "reason": "支部合并"}
        token = str(cast.secretary.do(f"{tree}/remove", gone)["token"])
    branches = 1 if merged else 2
    for member in (cast.secretary, cast.group, cast.office):
        seen = member.see("responsibility-lists", token=token)
        assert columns(seen, *SHOWN) == [
            (1, 1, "handed_in", branches + 1),
            (2, 2, "handed_in", branches),
            (3, 3, "missing", 0),
            (4, 3, "removed" if merged else "missing", 0),
            (5, 2, "missing", 0),
        ]
        whole = member.see("responsibility-trees", year=2026)
        assert columns(whole, "organisations", "missing") == [(3 + branches, 1 + branches)]
    gaps = cast.office.see("responsibility-lists", gaps=True)
    assert {item["organisation"] for item in gaps["items"]} == {1, 2, 3, 5} | (
        set() if merged else {4}
    )
    owed = cast.group.see("obligations", mechanism="responsibility-trees", status="fulfilled")
    assert columns(owed, "rule", "late_working_days") == [
        ("better-list", 0),
        ("list", 0),
        ("list", 2),
        ("year", 0),
    ]
    overdue = cast.group.see("parties/pg-education/obligations", status="overdue")
    assert len(overdue["items"]) == 1 + branches
    lists = [("hand_in_list", None)] * (1 + branches)
    assert waits(cast.secretary, tree) == lists
    for member in (cast.group, cast.office):
        assert waits(member, tree) == []
    for stranger in (cast.other, cast.health):
        sees_nothing(stranger, tree, "responsibility-trees", "responsibility-lists", "flows")
    who_began_none(place, cast, missing=1 + branches)


def who_began_none(place: Place, cast: Cast, missing: int) -> None:
    """The Party group of health began no lists: it owes them by June, and shows above; late is late."""
    names = ("party_group", "times", "organisations", "missing")
    own = ("pg-education", 1, 4 if missing == 2 else 5, missing)
    for member in (cast.secretary, cast.group):
        covered = member.see("responsibility-tree-coverage", period="2026")
        assert columns(covered, *names) == [own]
    above = columns(cast.office.see("responsibility-tree-coverage", period="2026"), *names)
    assert own in above
    assert ("pg-health", 0, 0, 0) in above
    place.pass_to("2026-06-05")
    gaps = cast.office.see("responsibility-tree-coverage", period="2026", gaps=True)
    assert ("pg-health",) in columns(gaps, "party_group")
    year = {"mechanism": "responsibility-trees", "owner": "pg-health"}
    (owed,) = cast.other.see("obligations", **year)["items"]
    assert (owed["rule"], owed["due"], owed["status"]) == ("year", "2026-06-02", "overdue")
    body = {"title": "市卫生健康委党组", "due": "2026-07-10"}
    cast.health.do("responsibility-trees", body | {"year": 2025})
    cast.health.do("responsibility-trees", body | {"year": 2026})
    place.settle()
    done = cast.health.see("obligations", status="fulfilled", **year)
    assert columns(done, "rule", "period", "late_working_days") == [("year", "2026", 3)]
    for year_of, counted in (("2025", 1), ("2026", 1), ("2027", 0)):
        covered = cast.health.see("responsibility-tree-coverage", period=year_of)
        assert columns(covered, "party_group", "times") == [("pg-health", counted)]
