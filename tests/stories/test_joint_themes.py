"""五同 (mechanism 21): a group and a unit discipline committee, five steps; how many of Wuhu's 44 committees.

Coverage is counted over all committees of the scheme: one theme annulled, one committee more, and it follows.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

EARLY = ("rule", "period", "status", "due")
HALF = {"period": "2026-H1"}
COMMITTEES = 44
STEPS = ("times", "problems", "progress", "effect", "results")
FIRST = {"title": "机关作风建设", "text": "结合内审情况提出。"}
THEME = {"title": "公务接待公车使用", "text": "范围收窄到本级机关。"}
PROBLEMS = {"problems": ["派车单不全", "接待清单未附公函", "报销审批缺签字"]}
RESULTS = {
    "form": "rule_adopted",
    "title": "公务接待管理法",
    "shared_with": ["pg-organisation", "uc-publicity"],
}
LATER = {
    "code": "uc-archives-2",
    "kind": "unitDisciplineCommittee",
    "zh": "市地方志办机关纪委",
    "en": "Discipline Committee of the Local Records Office",
    "stationed_group": "sg-organisation",
}
OWED = [
    ("sg-organisation", "confirmation", "fulfilled", 0),
    ("sg-organisation", "confirmation", "fulfilled", 0),
    ("sg-organisation", "confirmation", "fulfilled", 0),
    ("sg-organisation", "confirmation", "fulfilled", 0),
    ("sg-organisation", "confirmation", "fulfilled", 2),
    ("sg-organisation", "effect", "fulfilled", 0),
    ("sg-organisation", "effect", "fulfilled", 0),
    ("uc-organisation", "again", "fulfilled", 0),
    ("uc-organisation", "confirmation", "fulfilled", 0),
    ("uc-organisation", "confirmation", "fulfilled", 0),
    ("uc-organisation", "confirmation", "fulfilled", 0),
    ("uc-organisation", "problem", "fulfilled", 0),
    ("uc-organisation", "problem", "fulfilled", 0),
    ("uc-organisation", "problem", "fulfilled", 0),
    ("uc-organisation", "problems", "fulfilled", 0),
    ("uc-organisation", "progress", "fulfilled", 0),
    ("uc-organisation", "progress", "fulfilled", 0),
    ("uc-organisation", "results", "fulfilled", 0),
    ("uc-organisation", "theme", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who works together, who looks on, who must see nothing."""

    committee: Member
    group: Member
    office: Member
    leader: Member
    second: Member
    party_group: Member
    unit: Member
    beside: Member
    other: Member

    def covered(self, member: Member, **more: Any) -> list[tuple[Any, ...]]:
        """Of the committees that a reader oversees, those with a theme, step by step."""
        seen = member.see("joint-theme-coverage", **HALF, **more)
        return [row for row in columns(seen, "committee", *STEPS) if row[1]]


def cast_of(place: Place) -> Cast:
    """The group at the organisation department with two of its committees, those above and beside."""
    cast = Cast(
        committee=place.member("吴书记", "uc-organisation", "head"),
        group=place.member("郑组长", "sg-organisation", "head"),
        office=place.member("周主任", "so-1", "head"),
        leader=place.member("高常委", "commission", "leader_in_charge"),
        second=place.member("许书记", "uc-publicity", "head"),
        party_group=place.member("李部长", "pg-organisation", "head"),
        unit=place.member("何处长", "organisation", "head"),
        beside=place.member("冯组长", "sg-education", "head"),
        other=place.member("石书记", "uc-education", "head"),
    )
    place.settle()
    return cast


def opened(member: Member) -> str:
    """The stream that the cadence opened for a committee."""
    owed = member.see("obligations", mechanism="unit-committees", owner=member.party)
    return next(path_of(each) for each in owed["items"] if each["rule"] == "theme")


def agreed(theme: str, by: Member, other: Member, record: int, step: str, body: object) -> None:
    """One side records a step, the other confirms it."""
    by.do(f"{theme}/{step}", body)
    other.do(f"{theme}/confirm", {"record": record})


def choose_together(place: Place, cast: Cast) -> str:
    """Sent back once; confirmed two working days late."""
    committee, group, theme = cast.committee, cast.group, opened(cast.committee)
    named = {**FIRST, "committee": "uc-organisation"}
    assert code(cast.office, "joint-themes", named) == (422, "not_its_committee")
    assert code(cast.beside, "joint-themes", named) == (422, "not_its_committee")
    assert code(cast.other, f"{theme}/choose", FIRST) == (404, "not_found")
    committee.do(f"{theme}/choose", FIRST)
    assert code(committee, f"{theme}/confirm", {"record": 1}) == (403, "other_side_confirms")
    place.settle()
    waiting = columns(group.see("parties/sg-organisation/inbox"), "kind", "from_party", "title")
    assert ("confirm_step", "uc-organisation", "机关作风建设") in waiting
    group.do(f"{theme}/send_back", {"record": 1, "reason": "范围过宽"})
    place.pass_to("2026-03-06")
    committee.do(f"{theme}/rechoose", THEME)
    assert code(group, f"{theme}/list_problems", PROBLEMS) == (409, "step_not_due")
    place.pass_to("2026-03-17")
    early: dict[str, Any] = {"mechanism": "unit-committees", "family": "obligation", "limit": 100}
    before = columns(group.see("obligations", owner="uc-organisation", **early), *EARLY)
    assert ("theme-chosen", "2026-H1", "open", "2026-06-02") in before
    told = group.do(f"{theme}/confirm", {"record": 2})
    after = columns(group.see("obligations", token=told["token"], **early), "owner", *EARLY)
    chosen = [row[0] for row in after if row[1] == "theme-chosen" and row[3] == "fulfilled"]
    assert chosen == ["uc-organisation"]
    assert ("uc-publicity", "theme-chosen", "2026-H1", "open", "2026-06-02") in after
    return theme


def work_it_through(place: Place, cast: Cast, theme: str) -> None:
    """Three problems; not effective before the last of them is solved; results corrected, then shared."""
    committee, group = cast.committee, cast.group
    agreed(theme, group, committee, 3, "list_problems", PROBLEMS)
    two = {"text": "派车单已补齐,公函已补。", "settled": [1, 2]}
    agreed(theme, committee, group, 4, "consult_progress", two)
    place.settle()
    (row,) = group.see("joint-themes", unsettled=True)["items"]
    assert (row["found"], row["settled"], row["effect"]) == (3, 2, "none")
    good = {"effect": "effective", "text": "未再发生。"}
    assert code(group, f"{theme}/review_effect", good) == (409, "problems_still_open")
    more = {"effect": "more_needed", "text": "审批签字尚未规范。"}
    agreed(theme, group, committee, 5, "review_effect", more)
    place.pass_to("2026-03-27")
    last = {"text": "审批流程已修订。", "settled": [3]}
    agreed(theme, committee, group, 6, "consult_progress", last)
    agreed(theme, group, committee, 7, "review_effect", good)
    committee.do(f"{theme}/share_results", RESULTS)
    place.settle()
    assert cast.party_group.see("joint-theme-results")["items"] == []
    right = {"record": 8, "reason": "漏字", "title": "公务接待管理办法"}
    approved = {"approved_by": cast.leader.person}
    assert code(group, f"{theme}/correct", right | approved) == (403, "not_authorised")
    committee.do(f"{theme}/correct", right | approved)
    group.do(f"{theme}/confirm", {"record": 8})


@pytest.mark.parametrize("annulled", [False, True], ids=["counts", "annulled"])
def test_five_together_over_the_committees_of_wuhu(wuhu: Place, annulled: bool) -> None:
    """Of 44 one is through all five steps, one has chosen; the annulled one counts no more."""
    cast = cast_of(wuhu)
    seen = cast.leader.see("joint-theme-coverage", **HALF, gaps=True)["items"]
    assert len(seen) == COMMITTEES
    theme = choose_together(wuhu, cast)
    work_it_through(wuhu, cast, theme)
    second = opened(cast.second)
    agreed(second, cast.second, cast.group, 1, "choose", FIRST)
    wuhu.settle()
    done = ("uc-organisation", 1, 1, 1, 1, 1)
    begun = ("uc-publicity", 1, 0, 0, 0, 0)
    for member in (cast.leader, cast.office, cast.group):
        assert cast.covered(member) == [done, begun]
    owed = cast.group.see(
        "obligations", matter=theme.replace("joint-themes", "joint_theme"), limit=200
    )
    assert sorted(columns(owed, "owner", "rule", "status", "late_working_days")) == sorted(OWED)
    sees_what_it_may(cast, theme)
    counted(wuhu, cast, theme if annulled else None)


def counted(place: Place, cast: Cast, annulled: str | None) -> None:
    """The input changes – a theme annulled, a committee founded – and the figures follow."""
    covered = 2
    if annulled is not None:
        mistake = {"reason": "与另一主题重复", "approved_by": cast.leader.person}
        assert code(cast.office, f"{annulled}/annul", mistake) == (422, "not_its_committee")
        cast.group.do(f"{annulled}/annul", mistake)
        covered = 1
    place.founder.do("parties", {"party": LATER})
    place.settle()
    seen = cast.leader.see("joint-theme-coverage", **HALF)["items"]
    gaps = cast.leader.see("joint-theme-coverage", **HALF, gaps=True)["items"]
    assert (len(seen), len(gaps)) == (COMMITTEES + 1, COMMITTEES + 1 - covered)
    again = cast.group.see("obligations", owner="uc-organisation", mechanism="joint-themes")
    open_ones = [each["rule"] for each in again["items"] if each["status"] == "open"]
    assert open_ones == ([] if annulled is None else ["another"])
    stages = columns(cast.party_group.see("joint-theme-results"), "stage")
    assert stages == [("shared" if annulled is None else "annulled",)]


def sees_what_it_may(cast: Cast, theme: str) -> None:
    """Results are read by whom they are shared with, and nothing else; the unit and others see nothing."""
    for member in (cast.party_group, cast.second):
        results = columns(member.see("joint-theme-results"), "committee", "form", "title")
        assert results == [("uc-organisation", "rule_adopted", "公务接待管理办法")]
    assert columns(cast.second.see("joint-themes"), "committee") == [("uc-publicity",)]
    assert cast.covered(cast.second) == [("uc-publicity", 1, 0, 0, 0, 0)]
    assert cast.party_group.see("joint-theme-coverage", **HALF)["items"] == []
    lists = ("joint-themes", "joint-theme-records", "joint-theme-problems")
    for member in (cast.party_group, cast.unit, cast.beside, cast.other):
        assert [member.see(path)["items"] for path in lists] == [[], [], []]
        assert "派车单" not in str(member.see(f"parties/{member.party}/timeline", limit=200))
    for member in (cast.unit, cast.beside, cast.other):
        sees_nothing(member, theme, *lists, "joint-theme-results")
    for member in (cast.committee, cast.group, cast.office, cast.leader, cast.second):
        assert waits(member, theme) == [], member.party
    beside = cast.beside.see("joint-theme-coverage", **HALF)["items"]
    assert {each["stationed_group"] for each in beside} == {"sg-education"}
    assert all(each["times"] == 0 for each in beside)
    problems = cast.leader.see("joint-theme-problems", committee="uc-organisation")
    assert columns(problems, "problem", "title", "stage", "settled") == [
        (1, "派车单不全", "settled", "2026-03-17"),
        (2, "接待清单未附公函", "settled", "2026-03-17"),
        (3, "报销审批缺签字", "settled", "2026-03-27"),
    ]
