"""四廉共育 (mechanism 21): what is planned, held and reviewed in four strands; whose strand has nothing.

Both coverages are counted over all committees and strands: 44 × 4 in Wuhu, before anybody plans anything.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

YEAR = {"period": "2026"}
CELLS = 44 * 4
LIST = {"digest": "d1" * 32, "title": "签到表"}
PHOTO = {"digest": "e2" * 32, "title": "现场照片"}
PLAN = {
    "activities": [
        {"strand": "party_building", "title": "主题党日", "due": "2026-03-13"},
        {"strand": "education", "title": "警示教育大会", "due": "2026-03-20"},
        {"strand": "reflection", "title": "读书悟廉", "due": "2026-03-20"},
        {"strand": "family", "title": "家风讲座", "due": "2026-03-27"},
    ]
}
OWED = [
    ("sg-organisation", "agreement", "fulfilled", 0),
    ("sg-organisation", "agreement", "fulfilled", 0),
    ("sg-organisation", "agreement", "fulfilled", 0),
    ("sg-organisation", "agreement", "fulfilled", 0),
    ("sg-organisation", "agreement", "fulfilled", 0),
    ("sg-organisation", "review", "fulfilled", 0),
    ("sg-organisation", "review", "fulfilled", 0),
    ("sg-organisation", "review", "fulfilled", 0),
    ("sg-organisation", "review", "fulfilled", 0),
    ("uc-organisation", "activity", "fulfilled", 0),
    ("uc-organisation", "activity", "fulfilled", 0),
    ("uc-organisation", "activity", "fulfilled", 0),
    ("uc-organisation", "activity", "fulfilled", 3),
    ("uc-organisation", "evidence", "fulfilled", 0),
    ("uc-organisation", "review", "fulfilled", 0),
    ("uc-organisation", "revision", "fulfilled", 0),
    ("uc-organisation", "strands", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who plans and reviews, who looks on, who must see nothing."""

    committee: Member
    group: Member
    office: Member
    leader: Member
    second: Member
    unit: Member
    party_group: Member
    beside: Member


def cast_of(place: Place) -> Cast:
    """驻市委组织部纪检监察组 and the department's discipline committee, those above and beside."""
    cast = Cast(
        committee=place.member("吴书记", "uc-organisation", "head"),
        group=place.member("郑组长", "sg-organisation", "head"),
        office=place.member("周主任", "so-1", "head"),
        leader=place.member("高常委", "commission", "leader_in_charge"),
        second=place.member("许书记", "uc-publicity", "head"),
        unit=place.member("何处长", "organisation", "head"),
        party_group=place.member("李部长", "pg-organisation", "head"),
        beside=place.member("冯组长", "sg-education", "head"),
    )
    place.settle()
    return cast


def gaps(member: Member, path: str, committee: str) -> list[str]:
    """The strands in which a committee has nothing."""
    seen = member.see(path, **YEAR, gaps=True)["items"]
    return sorted(each["strand"] for each in seen if each["committee"] == committee)


def held(activity: int, attended: int, *evidence: object) -> dict[str, object]:
    """What is said of an activity held."""
    return {"activity": activity, "attended": attended, "evidence": evidence, "text": "已开展。"}


def draw_up(place: Place, cast: Cast) -> str:
    """Drawn up in the stream of the cadence; the family strand sent back, revised, then agreed."""
    owed = cast.committee.see("obligations", mechanism="unit-committees", owner="uc-organisation")
    plan = next(path_of(each) for each in owed["items"] if each["rule"] == "strands")
    named = {**PLAN, "committee": "uc-organisation"}
    assert code(cast.beside, "integrity-plans", named) == (422, "not_its_committee")
    assert code(cast.second, f"{plan}/draw_up", PLAN) == (404, "not_found")
    outside = {"activities": [{"strand": "family", "title": "讲座", "due": "2027-01-05"}]}
    assert code(cast.committee, f"{plan}/draw_up", outside) == (422, "invalid_field")
    cast.committee.do(f"{plan}/draw_up", PLAN)
    assert code(cast.committee, f"{plan}/agree", {}) == (409, "nothing_to_agree")
    cast.group.do(f"{plan}/send_back", {"activity": 4, "reason": "宜请家属参加"})
    cast.group.do(f"{plan}/agree", {})
    place.settle()
    assert gaps(cast.leader, "integrity-plan-coverage", "uc-organisation") == ["family"]
    waiting = columns(cast.committee.see("parties/uc-organisation/inbox"), "kind", "due")
    assert ("hold_activity", "2026-03-13") in waiting
    better = {"strand": "family", "title": "家属座谈会", "due": "2026-03-27"}
    cast.committee.do(f"{plan}/revise", {"activity": 4, **better})
    cast.group.do(f"{plan}/agree", {"activities": [4]})
    early: dict[str, Any] = {"mechanism": "unit-committees", "family": "obligation", "limit": 100}
    planned = columns(cast.group.see("obligations", **early), "rule", "owner", "status", "due")
    assert ("strands-planned", "uc-organisation", "fulfilled", "2026-05-06") in planned
    assert ("strands-planned", "uc-publicity", "open", "2026-05-06") in planned
    return plan


def hold(place: Place, cast: Cast, plan: str) -> None:
    """One in time, one three working days late, one returned for its evidence, one held by the group."""
    committee, group = cast.committee, cast.group
    place.pass_to("2026-03-13")
    committee.do(f"{plan}/hold", held(1, 86, LIST))
    first = {"activity": 1, "rating": "good"}
    assert code(committee, f"{plan}/review", first) == (403, "other_side_confirms")
    group.do(f"{plan}/review", first)
    place.pass_to("2026-03-20")
    group.do(f"{plan}/hold", held(3, 20, PHOTO))
    committee.do(f"{plan}/review", {"activity": 3, "rating": "fair"})
    place.pass_to("2026-03-25")
    committee.do(f"{plan}/hold", held(2, 210, LIST, PHOTO))
    group.do(f"{plan}/review", {"activity": 2, "rating": "good"})
    committee.do(f"{plan}/hold", held(4, 30, PHOTO))
    group.do(f"{plan}/return", {"activity": 4, "reason": "照片看不出参加人数"})
    place.settle()
    assert gaps(group, "integrity-activity-coverage", "uc-organisation") == ["family"]
    committee.do(f"{plan}/hold", held(4, 30, LIST, PHOTO))
    group.do(f"{plan}/review", {"activity": 4, "rating": "good"})
    wrong = {"activity": 2, "reason": "人数有误", "attended": 201}
    committee.do(f"{plan}/correct", wrong | {"approved_by": cast.leader.person})


@pytest.mark.parametrize("annulled", [False, True], ids=["all-four", "one-annulled"])
def test_four_strands_of_integrity_in_wuhu(wuhu: Place, annulled: bool) -> None:
    """A committee fills its four strands; with one activity annulled one strand is empty, and owed."""
    cast = cast_of(wuhu)
    for path in ("integrity-plan-coverage", "integrity-activity-coverage"):
        assert len(cast.leader.see(path, **YEAR, gaps=True)["items"]) == CELLS
    plan = draw_up(wuhu, cast)
    hold(wuhu, cast, plan)
    wuhu.settle()
    owed = cast.group.see(
        "obligations", matter=plan.replace("integrity-plans", "integrity_plan"), limit=200
    )
    assert sorted(columns(owed, "owner", "rule", "status", "late_working_days")) == sorted(OWED)
    for member in (cast.committee, cast.group, cast.office, cast.leader):
        assert waits(member, plan) == [], member.party
    if annulled:
        mistake = {"activity": 1, "reason": "误登", "approved_by": cast.leader.person}
        assert code(cast.group, f"{plan}/annul", mistake) == (403, "not_authorised")
        cast.committee.do(f"{plan}/annul", mistake)
        wuhu.settle()
    counted(cast, 3 if annulled else 4)
    sees_what_it_may(cast, plan)


def counted(cast: Cast, strands: int) -> None:
    """How often, and with how many people, strand by strand; and how many of the 176 cells are empty."""
    full = [
        ("education", 1, 201),
        ("family", 1, 30),
        ("party_building", 1, 86),
        ("reflection", 1, 20),
    ]
    for member in (cast.leader, cast.office, cast.group, cast.committee):
        seen = member.see("integrity-activity-coverage", **YEAR)
        rows = columns(seen, "strand", "times", "attended")
        assert [row for row in rows if row[1]] == [
            row for row in full if strands == 4 or row[0] != "party_building"
        ]
    empty = cast.leader.see("integrity-activity-coverage", **YEAR, gaps=True)["items"]
    assert len(empty) == CELLS - strands
    assert len(gaps(cast.leader, "integrity-plan-coverage", "uc-publicity")) == 4
    assert len(gaps(cast.leader, "integrity-plan-coverage", "uc-organisation")) == 4 - strands
    (row,) = cast.office.see("integrity-plans", whole=strands == 4)["items"]
    assert (row["period"], row["planned"], row["held"], row["reviewed"]) == ("2026", *[strands] * 3)
    again = cast.group.see("obligations", mechanism="integrity-plans", status="open")
    assert columns(again, "rule") == [("another",)] * (4 - strands)


def sees_what_it_may(cast: Cast, plan: str) -> None:
    """A committee of the same group, the unit, its Party group and other groups see nothing of it."""
    for member in (cast.second, cast.unit, cast.party_group, cast.beside):
        sees_nothing(member, plan, "integrity-plans", "integrity-activities", "flows")
        assert "家属座谈会" not in str(member.see(f"parties/{member.party}/timeline", limit=200))
    own = cast.second.see("integrity-activity-coverage", **YEAR)
    assert columns(own, "committee", "times") == [("uc-publicity", 0)] * 4
    for member in (cast.unit, cast.party_group):
        assert member.see("integrity-plan-coverage", **YEAR)["items"] == []
