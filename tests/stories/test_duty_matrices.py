"""民生实事职责清单 (mechanism 20): 11 units and 9 stationed groups, and what both responsibilities did.

Holes, overlaps and figures are counted: one duty that nobody was given, and they follow.
"""

from dataclasses import dataclass, field
from typing import Any, Final

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, sees_nothing, waits

ITEMS: Final = (
    (
        "学生营养改善",
        (("经费拨付", "finance"), ("食堂管理", "education"), ("食材抽检", "market-regulation")),
        ("sg-finance", "sg-education", "sg-market-regulation"),
    ),
    (
        "困难群众救助",
        (("对象认定", "civil-affairs"), ("医疗救助", "medical-insurance")),
        ("sg-civil-affairs", "sg-health"),
    ),
    (
        "农村道路和供水",
        (("公路管护", "transport"), ("供水保障", "water")),
        ("sg-transport", "sg-agriculture"),
    ),
    (
        "老旧小区改造",
        (("施工监管", "housing"), ("工资保证金", "human-resources")),
        ("sg-housing", "sg-human-resources"),
    ),
    (
        "基层医疗和农田建设",
        (("家庭医生签约", "health"), ("高标准农田", "agriculture")),
        ("sg-health", "sg-agriculture"),
    ),
)
UNITS: Final = tuple(unit for _, duties, _ in ITEMS for _, unit in duties)
GROUPS: Final = tuple(dict.fromkeys(group for _, _, groups in ITEMS for group in groups))
LATE: Final = "transport"


@dataclass
class Matrix:
    """The matrix, who keeps it, who is in it, and which share is whose: by duty, or by item and group."""

    keeper: Member
    chief: Member
    path: str
    members: dict[str, Member]
    shares: dict[tuple[int, str], int] = field(default_factory=dict)
    token: str = ""

    @property
    def stream(self) -> str:
        return self.path.replace("duty-matrices", "duty_matrix")

    def act(self, member: Member, action: str, **body: Any) -> None:
        self.token = str(member.do(f"{self.path}/{action}", body)["token"])

    def share_of(self, party: str) -> int:
        """The first share of a party."""
        return next(share for (_, each), share in self.shares.items() if each == party)

    def figures(self, member: Member, *names: str) -> tuple[int, ...]:
        seen = member.see(f"{self.path}/figures", token=self.token)["figures"]
        counted = {each["name"]: each["value"] for each in seen}
        return tuple(counted[name] for name in names)


def open_matrix(place: Place) -> Matrix:
    """The general office opens it; a group may not, for it will have a share in it."""
    keeper = place.member("何主任", "general-office", "head")
    members = {
        party: place.member(f"{number}号负责人", party, "head")
        for number, party in enumerate((*UNITS, *GROUPS), 1)
    }
    body = {"year": 2026, "title": "2026年民生实事", "results_due": "2026-03-31"}
    assert code(members["sg-health"], "duty-matrices", body) == (403, "not_authorised")
    told = keeper.do("duty-matrices", body)
    path = str(told["stream"]).replace("duty_matrix", "duty-matrices")
    chief = place.member("金书记", "commission", "principal_head")
    return Matrix(keeper, chief, path, members)


def give_shares(matrix: Matrix, unassigned: str | None) -> None:
    """Items with their duties, each to its unit and its groups; one duty perhaps to nobody."""
    duty = 0
    for item, (title, duties, groups) in enumerate(ITEMS, 1):
        titles = [each for each, _ in duties]
        matrix.act(matrix.keeper, "add_item", title=title, duties=titles[:-1])
        matrix.act(matrix.keeper, "add_duty", item=item, title=titles[-1])
        for _, unit in duties:
            duty += 1
            if unit != unassigned:
                matrix.act(matrix.keeper, "assign", duty=duty, unit=unit)
                matrix.shares[item, unit] = len(matrix.shares) + 1
        for group in groups:
            matrix.act(matrix.keeper, "supervise", item=item, group=group)
            matrix.shares[item, group] = len(matrix.shares) + 1
    right = {"reason": "表述不全", "approved_by": matrix.chief.person, "title": "食材抽检和追溯"}
    matrix.act(matrix.keeper, "correct", duty=3, **right)
    matrix.act(matrix.keeper, "add_item", title="学生营养餐", duties=["食堂管理"])
    twice = {"item": len(ITEMS) + 1, "reason": "与第1项重复"}
    in_it = matrix.members["sg-health"]
    assert code(in_it, f"{matrix.path}/remove_item", twice) == (403, "not_the_keeper_of_the_matrix")
    matrix.act(matrix.keeper, "remove_item", **twice)
    wrong = {"duty": 1, "unit": "sg-health"}
    assert code(matrix.keeper, f"{matrix.path}/assign", wrong) == (422, "not_a_unit")


def confirm(place: Place, matrix: Matrix) -> None:
    """All take their shares up: one disputes at first, one claims another's duty, one is late."""
    market, health = matrix.members["market-regulation"], matrix.members["health"]
    disputed = matrix.share_of("market-regulation")
    for (_, party), share in matrix.shares.items():
        if party not in ("market-regulation", LATE):
            matrix.act(matrix.members[party], "confirm", share=share)
    matrix.act(market, "dispute", share=disputed, reason="应由教育部门承担")
    matrix.act(health, "claim", duty=5)
    claimed = len(matrix.shares) + 1
    waiting = matrix.keeper.see("parties/general-office/inbox", token=matrix.token)
    assert columns(waiting, "item", "from_party") == [
        (f"settle_share:{claimed}", "health"),
        (f"settle_share:{disputed}", "market-regulation"),
    ]
    overlap = matrix.keeper.see("duties", overlap=True)
    assert columns(overlap, "duty", "units") == [(5, ["medical-insurance", "health"])]
    assert code(market, f"{matrix.path}/uphold", {"share": disputed, "reason": "否"}) == (
        403,
        "not_the_keeper_of_the_matrix",
    )
    matrix.act(matrix.keeper, "uphold", share=disputed, reason="“三定”规定列明")
    matrix.act(matrix.keeper, "withdraw", share=claimed, reason="医疗救助由医保部门承担")
    matrix.act(market, "confirm", share=disputed)
    place.pass_to("2026-03-11")
    matrix.act(matrix.members[LATE], "confirm", share=matrix.share_of(LATE))


def record_results(matrix: Matrix) -> None:
    """Two units have results, one joint with its group; a group has its own; all others have none."""
    members = matrix.members
    told = {
        "education": ("problem_corrected", 5, 120_000),
        "housing": ("conduct", 4, 0),
        "sg-education": ("corruption", 2, 300_000),
    }
    order = [*told, *(party for _, party in matrix.shares if party not in told)]
    shares = {share: party for (_, party), share in matrix.shares.items()}
    for share, party in sorted(shares.items(), key=lambda each: order.index(each[1])):
        achievement, amount, recovered = told.get(party, ("problem_corrected", 0, 0))
        body = {"achievement": achievement, "amount": amount, "recovered": recovered}
        matrix.act(members[party], "record_result", share=share, text="见台账。", **body)
    matrix.act(members["sg-education"], "join_result", result=1)
    assert code(members["sg-health"], f"{matrix.path}/join_result", {"result": 1}) == (
        403,
        "not_the_supervisor",
    )
    matrix.act(members["sg-housing"], "return_result", result=2, reason="一件尚未办结")
    waiting = members["housing"].see("parties/housing/inbox", token=matrix.token)
    assert columns(waiting, "item", "title") == [("revise_result:2", "一件尚未办结")]
    better = {"reason": "一件尚未办结", "approved_by": matrix.chief.person, "amount": 3}
    matrix.act(members["housing"], "revise_result", result=2, text="已办结三件。", **better)


def each_sees_its_own(place: Place, matrix: Matrix) -> None:
    """A unit sees who does what, and of results its own; a group nothing of another's; others nothing."""
    results = ("unit_results", "group_results", "joint_results", "results", "recovered")
    education, group = matrix.members["education"], matrix.members["sg-education"]
    assert matrix.figures(education, *results) == (5, 5, 5, 5, 120_000)
    assert matrix.figures(group, *results) == (5, 7, 5, 7, 420_000)
    assert matrix.figures(matrix.members["sg-health"], *results) == (0, 0, 0, 0, 0)
    own = education.see("duty-results", limit=100)
    assert columns(own, "party", "joined") == [("education", ["sg-education"])]
    supervised = matrix.members["sg-health"].see("duty-results", limit=100)
    units = {unit for _, duties, groups in ITEMS if "sg-health" in groups for _, unit in duties}
    assert {item["party"] for item in supervised["items"]} == {*units, "sg-health"}
    linked_with_finance = place.member("周主任", "so-1", "head")
    assert matrix.figures(linked_with_finance, *results) == (5, 5, 5, 5, 120_000)
    other = place.member("冯组长", "sg-political-legal", "head")
    host = place.member("李书记", "pg-education", "head")
    lists = ("duty-matrices", "duty-items", "duties", "duty-shares", "duty-results", "flows")
    for member in (other, host):
        assert member.get(f"{matrix.path}/figures").status_code == 404
        sees_nothing(member, matrix.path, *lists)
    for member in (matrix.keeper, *matrix.members.values()):
        assert waits(member, matrix.path) == [], member.party


@pytest.mark.parametrize("unassigned", [None, "water"])
def test_eleven_units_and_nine_groups(wuhu: Place, unassigned: str | None) -> None:
    """All is clear and the matrix is closed; a duty without a unit keeps it open, as a hole."""
    matrix = open_matrix(wuhu)
    give_shares(matrix, unassigned)
    gap = int(unassigned is not None)
    parts = ("items", "units", "groups", "duty_holes", "item_holes", "overlaps")
    whole = (len(ITEMS), len(UNITS) - gap, len(GROUPS), gap, 0, 0)
    assert matrix.figures(matrix.keeper, *parts) == whole
    confirm(wuhu, matrix)
    assert matrix.figures(matrix.keeper, *parts, "confirmed", "contested") == (
        *whole,
        len(matrix.shares),
        2,
    )
    record_results(matrix)
    both = ("unit_results", "group_results", "joint_results", "results", "recovered", "returned")
    assert matrix.figures(matrix.keeper, *both) == (8, 7, 5, 10, 420_000, 1)
    if gap:
        assert code(matrix.keeper, f"{matrix.path}/close", {}) == (409, "not_clear")
        holes = matrix.keeper.see("duties", hole=True)
        assert columns(holes, "item", "title") == [(3, "供水保障")]
    else:
        matrix.act(matrix.keeper, "close")
    seen = matrix.keeper.see(matrix.path, token=matrix.token)
    assert (seen["stage"], seen["holes"]) == ("open" if gap else "closed", gap)
    each_sees_its_own(wuhu, matrix)
    owed = matrix.keeper.see("obligations", mechanism="duty-matrices", limit=200)["items"]
    assert {each["status"] for each in owed} == {"fulfilled"}
    year = [(each["rule"], each["due"]) for each in owed if each["owner"] == "general-office"]
    assert ("year", "2026-04-02") in year
    late = [each["owner"] for each in owed if each["late_working_days"]]
    assert late == [LATE]
