"""四心悦组访 (mechanism 19): leaders visit a group, its concerns are settled; supervision learns nothing."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, columns, lists_of, path_of, sees_nothing, waits

SCHOOL = {
    "kind": "family",
    "text": "子女异地就学,接送困难。",
    "owner": "cadre-office",
    "due": "2026-03-10",
}
ROOM = {"kind": "life", "text": "缺少谈话室。", "owner": "cadre-office", "due": "2026-03-13"}
PASSED_ON = {"owner": "general-office", "due": "2026-03-20", "reason": "办公用房由办公室协调"}
OWED = [
    ("cadre-office", "2026-03-10", "visit.concern_raised"),
    ("general-office", "2026-03-20", "visit.concern_redirected"),
]
SHOWN = ("kind", "stage", "owner", "outcome", "answer", "returned", "age_days")
OF_SCHOOL = ("family", "confirmed", "cadre-office", "settled", "已协调就近入学。", 1, 14)


@dataclass
class Cast:
    """Who visits, who is visited, who sees to it, and who must see nothing."""

    leader: Member
    principal: Member
    group: Member
    cadres: Member
    general: Member
    office: Member
    keeper: Member
    other: Member
    unit: Member


def cast_of(place: Place) -> Cast:
    """The commission's leaders, the group at education, the two offices that settle, and others."""
    return Cast(
        leader=place.member("吴常委", "commission", "leader_in_charge"),
        principal=place.member("赵书记", "commission", "principal_head"),
        group=place.member("郑组长", "sg-education", "head"),
        cadres=place.member("何部长", "cadre-office", "head"),
        general=place.member("唐主任", "general-office", "head"),
        office=place.member("周主任", "so-2", "head"),
        keeper=place.member("许干事", "commission", "keeper"),
        other=place.member("冯组长", "sg-health", "head"),
        unit=place.member("李局长", "education", "head"),
    )


def visit(cast: Cast) -> str:
    """One concern comes up in the visit, the group raises another, which is passed on to whose it is.

    What was said is corrected, and of which kind the second concern is.
    """
    body = {"group": "sg-education", "visitors": [cast.leader.person], "summary": "与5名干部谈心。"}
    refused = cast.office.post("visits", body | {"visitors": [cast.office.person]})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_a_visitor")
    path = path_of(cast.leader.do("visits", body | {"concerns": [SCHOOL]}))
    right = {"reason": "人数有误", "summary": "与6名干部谈心。"}
    cast.leader.do(f"{path}/correct", {**right, "approved_by": cast.principal.person})
    cast.group.do(f"{path}/raise", {"concern": ROOM})
    refused = cast.group.post(f"{path}/redirect", {"concern": 2, **PASSED_ON})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_your_concern")
    told = cast.cadres.do(f"{path}/redirect", {"concern": 2, **PASSED_ON})
    waiting = cast.general.see("parties/general-office/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("settle_concern", "sg-education")]
    right = {"reason": "类别有误", "approved_by": cast.principal.person}
    told = cast.leader.do(f"{path}/correct", {**right, "concern": 2, "kind": "work"})
    owed = cast.group.see("obligations", mechanism="visits", status="open", token=told["token"])
    assert columns(owed, "owner", "due", "cause") == OWED
    return path


def settle(place: Place, cast: Cast, path: str) -> str:
    """The first concern is seen to late, comes back, is settled for good; the second stays open."""
    place.pass_to("2026-03-12")
    told = {"concern": 1, "outcome": "explained", "text": "正在协调。"}
    wrong = cast.general.post(f"{path}/settle", told)
    assert (wrong.status_code, wrong.json()["code"]) == (403, "not_your_concern")
    cast.cadres.do(f"{path}/settle", told)
    cast.group.do(f"{path}/return", {"concern": 1, "reason": "尚未落实"})
    place.pass_to("2026-03-16")
    cast.cadres.do(f"{path}/settle", told | {"outcome": "settled", "text": OF_SCHOOL[4]})
    done = cast.group.do(f"{path}/confirm", {"concern": 1})
    return str(done["token"])


@pytest.mark.parametrize(("day", "age"), [("2026-03-17", 15), ("2026-03-19", 17)])
def test_concerns_are_settled_and_their_age_is_known(place: Place, day: str, age: int) -> None:
    """An open concern grows older by the day, a settled one does not."""
    cast = cast_of(place)
    path = visit(cast)
    token = settle(place, cast, path)
    place.pass_to(day)
    of_room = ("work", "open", "general-office", None, None, 0, age)
    seen = cast.group.see("concerns", token=token)
    assert columns(seen, *SHOWN) == [OF_SCHOOL, of_room]
    assert columns(cast.leader.see("concerns", open=True), *SHOWN) == [of_room]
    assert columns(cast.cadres.see("concerns"), *SHOWN) == [OF_SCHOOL]
    assert columns(cast.general.see("concerns"), *SHOWN) == [of_room]
    seen = cast.leader.see("visits")
    assert columns(seen, "stationed_group", "summary") == [("sg-education", "与6名干部谈心。")]
    owed = cast.group.see("obligations", mechanism="visits", status="fulfilled")
    assert columns(owed, "owner", "rule", "late_working_days") == [
        ("cadre-office", "again", 0),
        ("cadre-office", "concern", 2),
        ("commission", "year", 0),
        ("sg-education", "confirmation", 0),
        ("sg-education", "confirmation", 0),
    ]
    gaps = cast.leader.see("visit-coverage", period="2026-Q1", gaps=True)
    assert "sg-education" not in str(gaps["items"])
    assert {"stationed_group": "sg-health", "times": 0, "latest": None} in gaps["items"]
    own = cast.group.see("visit-coverage", period="2026-Q1")
    assert columns(own, "stationed_group", "times") == [("sg-education", 1)]
    left_and_apart(cast, path)


def left_and_apart(cast: Cast, path: str) -> None:
    """The open concern waits for its owner alone.

    It is care, not supervision: linked office, keeper of leads, another group and a unit see nothing.
    """
    for member in (cast.leader, cast.group, cast.cadres):
        assert waits(member) == [], member.party
    assert waits(cast.general) == [("settle_concern", "sg-education")]
    assert cast.cadres.see("visits")["items"] == []
    for member in (cast.office, cast.keeper, cast.other, cast.unit):
        sees_nothing(member, path, *lists_of(path))
    for member in (cast.office, cast.unit):
        assert member.see("visit-coverage", period="2026-Q1")["items"] == [], member.party


def test_a_body_that_nobody_visits_is_owed_it(place: Place) -> None:
    """Of eleven bodies one is visited in the year, one three working days after it, nine never."""
    cast = cast_of(place)
    place.settle()
    bodies = [row[0] for row in owed_visits(cast.leader, "open")]
    assert (len(bodies), "wc-high-tech-zone" in bodies) == (11, True)
    told = {"visitors": [cast.leader.person], "summary": "与5名干部谈心。"}
    cast.leader.do("visits", told | {"group": "sg-education"})
    place.pass_to("2027-01-05")
    late = sorted((body, "2026-12-31") for body in bodies if body != "sg-education")
    assert owed_visits(cast.leader, "overdue") == late
    assert owed_visits(cast.other, "overdue") == [("sg-health", "2026-12-31")]
    assert owed_visits(cast.group, "overdue") == []
    gaps = cast.leader.see("visit-coverage", period="2026", gaps=True)
    assert columns(gaps, "stationed_group") == [(body,) for body, _ in late]
    refused = cast.office.post("visits", told | {"group": "sg-health"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_a_visitor")
    path = path_of(cast.leader.do("visits", told | {"group": "sg-health"}))
    place.settle()
    assert owed_visits(cast.leader, "overdue") == [row for row in late if row[0] != "sg-health"]
    kept = cast.leader.see("obligations", mechanism="visits", status="fulfilled")
    assert columns(kept, "share_of", "late_working_days") == [("sg-education", 0), ("sg-health", 3)]
    assert cast.office.see("obligations", mechanism="visits")["items"] == []
    for member in (cast.leader, cast.other):
        assert waits(member, path) == [], member.party
    sees_nothing(cast.group, path)
    for member in (cast.office, cast.keeper, cast.unit):
        sees_nothing(member, path, *lists_of(path))


def owed_visits(member: Member, status: str) -> list[tuple[Any, ...]]:
    """Whom the commission owes a visit of a year, as somebody reads it, and by when."""
    seen = member.see("obligations", mechanism="visits", status=status, limit=100)
    rows = columns(seen, "rule", "owner", "share_of", "due")
    assert {row[:2] for row in rows} <= {("year", "commission")}
    return [row[2:] for row in rows if row[3].startswith("2026")]
