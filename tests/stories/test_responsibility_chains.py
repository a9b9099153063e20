"""八步强责 (mechanism 22): eight steps through five levels of a unit, each link that broke in red."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

RISK = {"risk": "医保定点药店协议管理"}
STEPS = (
    ("examine", ("principal_head", "section_heads", "desk_officers")),
    ("take_up", ("party_group", "principal_head", "other_leaders", "section_heads", "desk_officers")),
    ("improve", ("principal_head", "section_heads")),
    ("fulfil", ("other_leaders", "section_heads", "desk_officers")),
    ("shoulder", ("party_group", "principal_head", "other_leaders")),
    ("hold_to_account", ("party_group", "principal_head")),
    ("review", ("party_group", "principal_head", "other_leaders", "section_heads")),
    ("report", ("party_group",)),
)  # fmt: skip
LINKS = sum(len(levels) for _, levels in STEPS)
BROKEN = ("step", "level", "stage", "overdue")


@dataclass
class Cast:
    """Who takes the steps, who judges them, who must see nothing."""

    secretary: Member
    deputy: Member
    group: Member
    chief: Member
    office: Member
    leader: Member
    education: Member
    other: Member
    chain: str

    def covered(self, member: Member, token: str, **more: object) -> list[tuple[object, ...]]:
        """Whose Party groups opened how many chains this year, as a reader oversees them."""
        seen = member.see("responsibility-chain-coverage", token=token, period="2026", **more)
        return columns(seen, "party_group", "times", "completed", "broken")

    def take(self, *levels: str) -> str:
        """These levels of the unit take the step under way."""
        told = {}
        for level in levels:
            told = self.secretary.do(f"{self.chain}/take", {"level": level, "text": "已落实。"})
        return str(told["token"])


def open_chain(place: Place) -> Cast:
    """The Party group of the Medical Insurance Bureau opens a chain; the group cannot do it for it."""
    secretary = place.member("吴书记", "pg-medical-insurance", "head")
    group = place.member("郑组长", "sg-health", "head")
    assert code(group, "responsibility-chains", RISK) == (403, "not_of_the_chain")
    cast = Cast(
        secretary=secretary,
        deputy=place.member("沈副书记", "pg-medical-insurance", "deputy_head"),
        group=group,
        chief=place.member("钱副组长", "sg-health", "deputy_head"),
        office=place.member("周主任", "so-2", "head"),
        leader=place.member("高常委", "commission", "leader_in_charge"),
        education=place.member("李书记", "pg-education", "head"),
        other=place.member("冯组长", "sg-education", "head"),
        chain=path_of(secretary.do("responsibility-chains", RISK)),
    )
    right = {"reason": "表述有误", "risk": "医保定点零售药店协议管理"}
    secretary.do(f"{cast.chain}/correct", {**right, "approved_by": cast.deputy.person})
    waiting = secretary.see("parties/pg-medical-insurance/inbox")
    assert columns(waiting, "item", "due") == [
        ("take_step:1:desk_officers", "2026-03-16"),
        ("take_step:1:principal_head", "2026-03-16"),
        ("take_step:1:section_heads", "2026-03-16"),
    ]
    return cast


def examine(place: Place, cast: Cast, *, vacant: bool) -> None:
    """One level in time and sent back once, one late, one late or excepted: its post is vacant."""
    cast.take("section_heads")
    assert code(
        cast.secretary, f"{cast.chain}/take", {"level": "party_group", "text": "领责。"}
    ) == (
        409,
        "wrong_state",
    )
    back = {"level": "section_heads", "reason": "风险点未落到岗位"}
    assert code(cast.office, f"{cast.chain}/return", back) == (403, "not_of_the_chain")
    cast.group.do(f"{cast.chain}/return", back)
    place.pass_to("2026-03-18")
    red = cast.office.see("responsibility-links", broken=True)
    assert columns(red, *BROKEN) == [
        ("examine", "desk_officers", "asked", True),
        ("examine", "principal_head", "asked", True),
        ("examine", "section_heads", "returned", True),
    ]
    cast.take("section_heads", "principal_head")
    if vacant:
        gap = {"level": "desk_officers", "reason": "岗位空缺", "approved_by": cast.chief.person}
        cast.group.do(f"{cast.chain}/except", gap)
    else:
        cast.take("desk_officers")


@pytest.mark.parametrize("vacant", [False, True])
def test_eight_steps_through_five_levels(wuhu: Place, vacant: bool) -> None:
    """The chain is walked to its end; what was excepted on the way stays in red, what was late does not."""
    cast = open_chain(wuhu)
    examine(wuhu, cast, vacant=vacant)
    token = ""
    for _, levels in STEPS[1:]:
        token = cast.take(*levels)
    gaps = int(vacant)
    for member in (cast.secretary, cast.group, cast.office):
        seen = member.see(cast.chain, token=token)
        assert (seen["stage"], seen["steps"], seen["number"]) == ("completed", 8, 8)
        assert (seen["exceptions"], seen["broken"]) == (gaps, gaps)
        assert seen["risk"] == "医保定点零售药店协议管理"
        taken = member.see("responsibility-links", stage="taken")["items"]
        assert len(taken) == LINKS - gaps
    owed = cast.group.see("obligations", mechanism="responsibility-chains", limit=100)
    steps = [each for each in owed["items"] if each["rule"] == "step"]
    late = [each for each in steps if (each["late_working_days"] or 0) > 0]
    assert len(steps) == LINKS
    assert len(late) == 2 - gaps
    assert cast.secretary.see("parties/pg-medical-insurance/inbox")["items"] == []
    sees_nothing(cast)
    who_opened_none(wuhu, cast, token, gaps)


def sees_nothing(cast: Cast) -> None:
    """Another group, and another Party group, learn of no chain that is not theirs."""
    for member in (cast.other, cast.education):
        assert member.get(cast.chain).status_code == 404
        for path in ("responsibility-chains", "responsibility-links", "flows"):
            assert member.see(path)["items"] == [], path
    taken = {"level": "party_group", "text": "落实。"}
    assert code(cast.education, f"{cast.chain}/take", taken) == (404, "not_found")


def who_opened_none(place: Place, cast: Cast, token: str, gaps: int) -> None:
    """A Party group without a chain owes one since the beginning, shows above, and is late in June."""
    own = ("pg-medical-insurance", 1, 1, gaps)
    assert cast.covered(cast.secretary, token) == [own]
    assert cast.covered(cast.education, token) == [("pg-education", 0, 0, 0)]
    place.pass_to("2026-06-04")
    year = {"mechanism": "responsibility-chains", "owner": "pg-education"}
    for member in (cast.education, cast.other):
        (owed,) = member.see("obligations", **year)["items"]
        assert (owed["rule"], owed["due"], owed["status"]) == ("year", "2026-06-02", "overdue")
        assert owed["owed_to"] == "sg-education"
    assert cast.secretary.see("obligations", **year)["items"] == []
    missing = cast.covered(cast.leader, token, gaps=True)
    of_office = cast.covered(cast.office, token, gaps=True)
    assert ("pg-education", 0, 0, 0) in of_office
    assert set(of_office) < set(missing)
    assert own not in missing
    late = cast.education.do("responsibility-chains", {"risk": "校服采购"})
    place.settle()
    done = cast.education.see("obligations", token=late["token"], status="fulfilled", **year)
    assert columns(done, "rule", "late_working_days") == [("year", 2)]
    now = cast.covered(cast.leader, token, gaps=True)
    assert set(missing) - set(now) == {("pg-education", 0, 0, 0)}
