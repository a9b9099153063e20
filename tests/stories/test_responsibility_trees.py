"""主体责任层层传导 (mechanism 27): a list for each Party organisation down the tree, gaps visible above."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of

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


def open_tree(place: Place) -> tuple[Cast, str]:
    """The Party group opens its tree: itself, a school with two branches, another school."""
    cast = Cast(
        secretary=place.member("李书记", "pg-education", "head"),
        deputy=place.member("沈副书记", "pg-education", "deputy_head"),
        group=place.member("郑组长", "sg-education", "head"),
        office=place.member("周主任", "so-2", "head"),
        other=place.member("冯组长", "sg-health", "head"),
    )
    body = {"year": 2026, "title": "市教育局党组", "due": "2026-03-10"}
    refused = cast.group.post("responsibility-trees", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_party_group")
    tree = path_of(cast.secretary.do("responsibility-trees", body))
    for title, above in BELOW:
        cast.secretary.do(f"{tree}/add", {"title": title, "above": above})
    right = {"organisation": 5, "reason": "名称有误", "title": "市实验小学党总支"}
    cast.secretary.do(f"{tree}/correct", {**right, "approved_by": cast.deputy.person})
    return cast, tree


def hand_in(place: Place, cast: Cast, tree: str, late: str) -> str:
    """The Party group in time, the school late and at first not well; its branches nothing at all."""
    cast.secretary.do(f"{tree}/hand_in", {"organisation": 1, **ITEMS})
    place.pass_to(late)
    cast.secretary.do(f"{tree}/hand_in", {"organisation": 2, **ITEMS})
    cast.group.do(f"{tree}/return", {"organisation": 2, "reason": "责任未落到支部"})
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
    ]
    overdue = cast.group.see("parties/pg-education/obligations", status="overdue")
    assert len(overdue["items"]) == 1 + branches
    assert cast.other.get(tree).status_code == 404
    for path in ("responsibility-trees", "responsibility-lists", "flows"):
        assert cast.other.see(path)["items"] == [], path
