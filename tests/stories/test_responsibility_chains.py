"""八步强责 (mechanism 22): eight steps through five levels of a unit, each link that broke in red."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

RISK = {"risk": "医保定点药店协议管理", "unit": "medical-insurance"}
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
    """Who takes the steps and answers at which level, who judges them, who must see nothing."""

    secretary: Member
    deputy: Member
    section: Member
    desk: Member
    group: Member
    chief: Member
    office: Member
    leader: Member
    education: Member
    other: Member
    stranger: Member
    chain: str

    def covered(self, member: Member, token: str, **more: object) -> list[tuple[object, ...]]:
        """Whose Party groups opened how many chains this year, as a reader oversees them."""
        seen = member.see("responsibility-chain-coverage", token=token, period="2026", **more)
        return columns(seen, "party_group", "times", "completed", "broken")

    def answers(self, level: str) -> str:
        """Who answers for a link at a level."""
        at = {
            "other_leaders": self.deputy,
            "section_heads": self.section,
            "desk_officers": self.desk,
        }
        return at.get(level, self.secretary).person

    def take(self, *levels: str, **more: str) -> str:
        """These levels of the unit take the step under way, or one that came back."""
        told = {}
        for level in levels:
            body = {"level": level, "answers": self.answers(level), "text": "已落实。", **more}
            told = self.secretary.do(f"{self.chain}/take", body)
        return str(told["token"])


def open_chain(place: Place) -> Cast:
    """The Party group of the Medical Insurance Bureau opens a chain; the group cannot do it for it."""
    secretary = place.member("吴书记", "pg-medical-insurance", "head")
    group = place.member("郑组长", "sg-health", "head")
    assert code(group, "responsibility-chains", RISK) == (403, "not_of_the_chain")
    cast = Cast(
        secretary=secretary,
        deputy=place.member("沈副书记", "pg-medical-insurance", "deputy_head"),
        section=place.member("何科长", "medical-insurance", "member"),
        desk=place.member("吕专员", "medical-insurance", "handler"),
        group=group,
        chief=place.member("钱副组长", "sg-health", "deputy_head"),
        office=place.member("周主任", "so-2", "head"),
        leader=place.member("高常委", "commission", "leader_in_charge"),
        education=place.member("李书记", "pg-education", "head"),
        other=place.member("冯组长", "sg-education", "head"),
        stranger=place.member("韦局长", "education", "head"),
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
    of_group = {"level": "section_heads", "answers": cast.group.person, "text": "细查。"}
    assert code(cast.secretary, f"{cast.chain}/take", of_group) == (422, "invalid_field")
    cast.take("section_heads")
    early = {"level": "party_group", "answers": cast.secretary.person, "text": "领责。"}
    assert code(cast.secretary, f"{cast.chain}/take", early) == (409, "wrong_state")
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
    cast.take("principal_head")
    cast.take("section_heads", answers=cast.desk.person)
    right = {"level": "section_heads", "answers": cast.section.person, "reason": "责任人填错"}
    by_deputy = {**right, "approved_by": cast.deputy.person}
    by_chief = {**right, "approved_by": cast.chief.person}
    assert code(cast.group, f"{cast.chain}/correct", by_chief) == (403, "not_of_the_chain")
    cast.secretary.do(f"{cast.chain}/correct", by_deputy)
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
    if not vacant:
        token = come_back(cast, token)
    for member in (cast.secretary, cast.group, cast.office, cast.section):
        seen = member.see(cast.chain, token=token)
        assert (seen["stage"], seen["steps"], seen["number"]) == ("completed", 8, 8)
        assert (seen["exceptions"], seen["broken"]) == (gaps, gaps)
        assert seen["risk"] == "医保定点零售药店协议管理"
        taken = member.see("responsibility-links", stage="taken")["items"]
        assert len(taken) == LINKS - gaps
        answers = {each["answers"] for each in taken if each["level"] == "section_heads"}
        assert answers == {cast.section.person}
    owed = cast.group.see("obligations", mechanism="responsibility-chains", limit=100)
    steps = [each for each in owed["items"] if each["rule"] == "step"]
    late = [each for each in steps if (each["late_working_days"] or 0) > 0]
    assert len(steps) == LINKS
    assert len(late) == 2 - gaps
    learns_nothing(cast)
    who_opened_none(wuhu, cast, token, gaps)


def come_back(cast: Cast, token: str) -> str:
    """A step long finished, and the last, come back: the complete chain is open and broken until retaken."""
    assert cast.group.see(cast.chain, token=token)["stage"] == "completed"
    for step, level in (("improve", "section_heads"), ("report", "party_group")):
        back = {"step": step, "level": level, "reason": "佐证不实"}
        assert code(cast.office, f"{cast.chain}/return", back) == (403, "not_of_the_chain")
        token = str(cast.group.do(f"{cast.chain}/return", back)["token"])
    seen = cast.section.see(cast.chain, token=token)
    assert (seen["stage"], seen["number"], seen["broken"], seen["completed"]) == (
        "open",
        8,
        2,
        None,
    )
    red = cast.office.see("responsibility-links", broken=True)
    assert columns(red, "step", "level", "stage", "returned") == [
        ("improve", "section_heads", "returned", 1),
        ("report", "party_group", "returned", 1),
    ]
    later = sum(len(levels) for _, levels in STEPS[3:]) - 1
    after = cast.secretary.see("responsibility-links", undermined=True, limit=100)
    assert len(after["items"]) == later
    waiting = cast.secretary.see("parties/pg-medical-insurance/inbox")
    assert columns(waiting, "item") == [
        ("take_step:3:section_heads",),
        ("take_step:8:party_group",),
    ]
    cast.take("party_group")
    token = cast.take("section_heads", step="improve")
    assert cast.office.see("responsibility-links", token=token, undermined=True)["items"] == []
    return token


def learns_nothing(cast: Cast) -> None:
    """Nothing waits for anybody; another group, and another Party group, learn of no chain but theirs."""
    for member in (cast.secretary, cast.section, cast.group, cast.office, cast.leader):
        assert waits(member) == [], member.party
    for member in (cast.other, cast.education, cast.stranger):
        sees_nothing(member, cast.chain, *lists_of(cast.chain))
    assert cast.stranger.see("responsibility-chain-coverage", period="2026")["items"] == []
    taken = {"level": "party_group", "answers": cast.education.person, "text": "落实。"}
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
    assert waits(cast.education) == [("take_step", None)] * 3
    for member in (cast.secretary, cast.section, cast.group):
        sees_nothing(member, path_of(late))
    done = cast.education.see("obligations", token=late["token"], status="fulfilled", **year)
    assert columns(done, "rule", "late_working_days") == [("year", 2)]
    now = cast.covered(cast.leader, token, gaps=True)
    assert set(missing) - set(now) == {("pg-education", 0, 0, 0)}
