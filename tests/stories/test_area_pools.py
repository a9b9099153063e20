"""分片协作 (mechanism 15): groups give people into the pool of their area; operations within it draw them.

Whoever is drawn reads that operation and what it serves, until the day of the lending, and nothing else.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

POOL: dict[str, Any] = {
    "title": "民生片区人员库",
    "parties": ["sg-health", "sg-civil-affairs"],
    "nominate_by": "2026-03-04",
    "places": 5,
    "area": "livelihood",
    "until": "2026-04-30",
}
TOGETHER = {
    "kind": "group_group",
    "cooperation": "investigation",
    "title": "校园配餐联合核查",
    "plan": "核查账目。",
    "lead_body": "sg-education",
    "parties": ["sg-human-resources"],
    "until": "2026-05-29",
    "area": "livelihood",
}
DUTY = {"duty": "核查账目", "until": "2026-04-03"}
LENDING = ("home", "person", "stage", "until", "admitted", "returned")


@dataclass
class Cast:
    """Who keeps the pool, who gives into it, who is given, who approves."""

    lead: Member
    health: Member
    civil: Member
    member: Member
    clerk: Member
    second: Member
    kin: Member
    leader: Member
    others: list[Member]
    pool: str = ""
    matter: str = ""
    elsewhere: str = ""
    operation: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        return cls(
            lead=place.member("郑组长", "sg-education", "head"),
            health=place.member("冯组长", "sg-health", "head"),
            civil=place.member("曹组长", "sg-civil-affairs", "head"),
            member=place.member("董组长", "sg-human-resources", "head"),
            clerk=place.member("许干事", "sg-health", "member"),
            second=place.member("蒋干事", "sg-civil-affairs", "member"),
            kin=place.member("赵干事", "sg-civil-affairs", "member"),
            leader=place.member("吴常委", "commission", "leader_in_charge"),
            others=[
                place.member("何组长", "sg-finance", "head"),
                place.member("李局长", "education", "head"),
            ],
        )

    def reads(self, member: Member) -> tuple[int, ...]:
        """What a member gets of the operation, the lead that it serves, and another of the same group."""
        paths = (self.operation, self.matter, self.elsewhere)
        return tuple(member.get(path).status_code for path in paths)

    def draw(self, member: int, **changes: Any) -> dict[str, Any]:
        """What the lead group sends to draw somebody."""
        pool = self.pool.replace("talent-pools/", "talent_pool/")
        return {"pool": pool, "member": member, **DUTY, **changes}


def fill(place: Place, cast: Cast) -> None:
    """The lead group opens it; one gives in time, one late and is sent back once; for another area none."""
    assert code(cast.health, "talent-pools", POOL) == (403, "not_for_the_pool")
    wider = POOL | {"parties": ["sg-finance"]}
    assert code(cast.lead, "talent-pools", wider) == (422, "invalid_field")
    endless = {name: value for name, value in POOL.items() if name != "until"}
    assert code(cast.lead, "talent-pools", endless) == (422, "invalid_field")
    cast.pool = path_of(cast.lead.do("talent-pools", POOL))
    cast.health.do(f"{cast.pool}/nominate", {"person": cast.clerk.person, "merits": "会计。"})
    place.pass_to("2026-03-06")
    late = cast.lead.see("obligations", status="overdue", mechanism="talent-pools")
    assert columns(late, "owner", "rule") == [("sg-civil-affairs", "nomination")]
    for person in (cast.second, cast.kin):
        cast.civil.do(f"{cast.pool}/nominate", {"person": person.person, "merits": "……"})
    cast.lead.do(f"{cast.pool}/return_nomination", {"member": 2, "reason": "请写明专长"})
    cast.civil.do(f"{cast.pool}/revise", {"member": 2, "merits": "审计。"})
    for member in (1, 2, 3):
        cast.lead.do(f"{cast.pool}/admit", {"member": member})


def open_it(place: Place, cast: Cast) -> None:
    """The lead group works on a lead of its own, as the leader approves; the other group joins."""
    own = receive(cast.lead, "赵某", unit="education", level="unit_managed")
    cast.matter = f"leads/{own.partition('/')[2]}"
    other = receive(cast.lead, "钱某", unit="education", level="unit_managed")
    cast.elsewhere = f"leads/{other.partition('/')[2]}"
    told = cast.lead.do("joint-operations", TOGETHER | {"matters": [own]})
    cast.operation = path_of(told)
    place.settle()
    cast.leader.do(f"{cast.operation}/opine", {"opinion": "agree"})
    cast.lead.do(f"{cast.operation}/open", {})
    cast.member.do(f"{cast.operation}/join", {})
    recusal = {"person": cast.kin.person, "ground": "near_relative", "reason": "系近亲属"}
    cast.lead.do(f"{cast.matter}/declare_recusal", recusal)


def draw(place: Place, cast: Cast, *, second: bool) -> None:
    """No group is asked again; who keeps out is not taken, nor anybody longer than the pool lasts."""
    path = f"{cast.operation}/draw_person"
    assert code(cast.member, path, cast.draw(1)) == (403, "not_the_lead_body")
    assert code(cast.health, path, cast.draw(1)) == (404, "not_found")
    assert code(cast.lead, path, cast.draw(3)) == (403, "keeps_out_of_the_matter")
    beyond = cast.draw(1, until="2026-05-08")
    assert code(cast.lead, path, beyond) == (422, "not_in_the_pool")
    assert code(cast.lead, path, cast.draw(4)) == (422, "not_in_the_pool")
    assert cast.reads(cast.clerk) == (404, 404, 404)
    cast.lead.do(path, cast.draw(1))
    if second:
        cast.lead.do(path, cast.draw(2, until="2026-04-30"))
    place.settle()
    assert cast.reads(cast.clerk) == (200, 200, 404)
    assert cast.reads(cast.kin) == (404, 404, 404)
    assert cast.reads(cast.second) == ((200, 200, 404) if second else (404, 404, 404))


@pytest.mark.parametrize("second", [True, False], ids=["two-drawn", "one-drawn"])
def test_people_of_an_areas_pool_are_drawn_for_its_operations(wuhu: Place, *, second: bool) -> None:
    """One is sent home two working days late, the other reads until the last day of the pool."""
    cast = Cast.of(wuhu)
    fill(wuhu, cast)
    open_it(wuhu, cast)
    draw(wuhu, cast, second=second)
    wuhu.pass_to("2026-04-08")
    assert cast.reads(cast.clerk) == (404, 404, 404)
    late = cast.health.see("obligations", status="overdue", mechanism="joint-operations")
    assert columns(late, "owner", "rule", "due") == [("sg-education", "return", "2026-04-03")]
    told = cast.health.do(f"{cast.operation}/return_person", {"lending": 1, "reason": "期满"})
    seen = cast.lead.see("joint-lendings", token=told["token"])
    pool = cast.draw(1)["pool"]
    assert {each["pool"] for each in seen["items"]} == {pool}
    longer = ("sg-civil-affairs", cast.second.person, "lent", "2026-04-30", "2026-03-06", None)
    assert columns(seen, *LENDING) == [
        *[longer] * second,
        ("sg-health", cast.clerk.person, "returned", "2026-04-03", "2026-03-06", "2026-04-08"),
    ]
    wuhu.pass_to("2026-05-04")
    assert cast.reads(cast.second) == (404, 404, 404)
    owed_and_apart(cast, second=second)


def owed_and_apart(cast: Cast, *, second: bool) -> None:
    """Nobody was asked for people; each home reads its own; other areas and the unit nothing."""
    owed = cast.lead.see(
        "obligations", matter=cast.operation.replace("joint-operations", "joint_operation")
    )
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("commission", "approval", "fulfilled", 0),
        *[("sg-education", "admission", "fulfilled", 0)] * (1 + second),
        ("sg-education", "conclusion", "open", None),
        ("sg-education", "opening", "fulfilled", 0),
        ("sg-education", "return", "fulfilled", 2),
        *[("sg-education", "return", "overdue", None)] * second,
        ("sg-human-resources", "answer", "fulfilled", 0),
    ]
    assert columns(cast.health.see("joint-lendings"), "home") == [("sg-health",)]
    own = [("sg-civil-affairs",)] * second
    assert columns(cast.civil.see("joint-lendings"), "home") == own
    given = cast.civil.see("talent-pool-members")
    assert columns(given, "party", "stage", "returned") == [
        ("sg-civil-affairs", "admitted", 0),
        ("sg-civil-affairs", "admitted", 1),
    ]
    (pool,) = cast.lead.see("talent-pools", area="livelihood")["items"]
    assert (pool["until"], pool["organiser"]) == ("2026-04-30", "sg-education")
    home = [("return_person", "sg-civil-affairs")] * second
    assert waits(cast.lead, cast.operation) == [("conclude_operation", None), *home]
    assert waits(cast.lead, cast.pool) == []
    for member in (cast.health, cast.civil, cast.member, cast.leader):
        for matter in (cast.pool, cast.operation):
            assert waits(member, matter) == [], (member.party, matter)
    for other in cast.others:
        for matter in (cast.pool, cast.operation):
            sees_nothing(other, matter, *lists_of(matter))
        sees_nothing(other, cast.matter, "leads")
