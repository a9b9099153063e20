"""纵向贯通 (mechanism 23): a city's groups at land and ecology, and a district's of those systems.

Data are asked down, findings shared up: each gets to the group of its own system and to no other. Both levels
number it, both see what is late; what is corrected or returned goes out again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.levels import Levels, courier_of
from tests.stories.place import code, columns, path_of

ASKED: Final[dict[str, Any]] = {
    "kind": "data",
    "title": "调取区域违规占地图斑清单",
    "text": "请提供未销号图斑及责任单位。",
    "basis": "自然资源领域专项监督方案",
    "to": "cc-fanchang",
    "fields": ["measures"],
    "due": "2026-03-11",
}
FOUND: Final[dict[str, Any]] = {
    "kind": "finding",
    "title": "跨界断面水质异常",
    "text": "核查发现一处断面自动监测数据异常。",
    "basis": "区级核查",
    "to": "city-commission",
    "items": [
        {"field": "unit", "text": "某化工厂"},
        {"field": "site", "text": "某断面"},
        {"field": "period", "text": "2026年2月"},
    ],
    "due": "2026-03-20",
}


@dataclass
class Cast:
    """The groups of two systems at both levels, and another of the city."""

    levels: Levels
    land: Member
    deputy: Member
    ecology: Member
    outsider: Member
    district_land: Member
    district_head: Member
    district_ecology: Member


@pytest.fixture
def cast(
    installation: Installation, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[Cast]:
    name = f"requests-{request.node.callspec.params['late']}"
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, name, schemes=("wuhu", "fanchang"))
        city, district = levels.city, levels.county
        yield Cast(
            levels,
            city.member("协-市自然资源组长", "sg-natural-resources", "head"),
            city.member("协-市自然资源副组长", "sg-natural-resources", "deputy_head"),
            city.member("协-市生态环境组长", "sg-ecology", "head"),
            city.member("协-市教育组长", "sg-education", "head"),
            district.member("协-区自然资源组长", "sg-natural-resources", "head"),
            district.member("协-区自然资源副组长", "sg-natural-resources", "deputy_head"),
            district.member("协-区生态环境组长", "sg-ecology", "head"),
        )


def asked(cast: Cast) -> tuple[str, str]:
    """Asked, and corrected: the district's group of that system gets both; where it is at both levels."""
    here = path_of(cast.land.do("department-requests", ASKED))
    cast.levels.carry()
    (came,) = cast.district_land.see("department-requests")["items"]
    there = path_of(came)
    assert (came["issuer"], came["addressee"], came["number"], came["received_as"]) == (
        "city-commission",
        "sg-natural-resources",
        "〔2026〕1号",
        "〔2026〕1号",
    )
    assert (came["text"], came["fields"]) == (ASKED["text"], ["unit", "plot", "area", "measures"])
    right = {"reason": "期限过短", "approved_by": cast.deputy.person, "due": "2026-03-13"}
    assert code(
        cast.district_land,
        f"{there}/annul",
        {"reason": "不办", "approved_by": cast.district_head.person},
    ) == (403, "not_the_issuer")
    cast.land.do(f"{here}/correct", right)
    cast.levels.carry()
    assert cast.district_land.see(there)["due"] == "2026-03-13"
    return here, there


def supplied(cast: Cast, here: str, there: str, day: str, late: int) -> None:
    """Supplied on this day, returned, supplied again and accepted; what was late shows at both levels."""
    cast.levels.pass_to(day)
    cast.levels.carry()
    for member in (cast.land, cast.district_land):
        owed = member.see("obligations", mechanism="department-requests", status="overdue")
        rules = [("acknowledgement",), ("answer",)] if late else [("acknowledgement",)]
        assert columns(owed, "rule") == rules, member.party
    part = [{"field": "plot", "text": "十二处"}, {"field": "measures", "text": "已立案四宗"}]
    refused = cast.district_land.post(f"{there}/answer", {"items": part})
    assert refused.json()["zh"]["detail"] == "缺少字段:unit、area。"
    minimum = [{"field": "unit", "text": "四家"}, {"field": "area", "reason": "正在测绘"}]
    whole = {"items": [*part, *minimum]}
    assert code(cast.district_ecology, f"{there}/answer", whole)[0] == 404
    cast.district_land.do(f"{there}/answer", whole)
    cast.levels.carry()
    cast.land.do(f"{here}/return_answer", {"reason": "口径不一致"})
    cast.levels.carry()
    waiting = cast.district_land.see("parties/sg-natural-resources/inbox")
    assert columns(waiting, "kind", "title") == [("answer_again", "口径不一致")]
    cast.district_land.do(f"{there}/answer", whole)
    cast.levels.carry()
    assert code(cast.district_land, f"{there}/accept_answer", {}) == (403, "not_the_issuer")
    cast.land.do(f"{here}/accept_answer", {})
    cast.levels.carry()


def shared_upward(cast: Cast) -> tuple[str, str]:
    """The city's group at ecology gets the finding, no other; the district learns what became of it.

    Without the minimum of the system it is refused where it is written.
    """
    short = {**FOUND, "items": FOUND["items"][:2]}
    refused = cast.district_ecology.post("department-requests", short)
    assert (refused.status_code, refused.json()["code"]) == (422, "fields_missing")
    assert refused.json()["zh"]["detail"] == "缺少字段:period。"
    told = path_of(cast.district_ecology.do("department-requests", FOUND))
    cast.levels.carry()
    (came,) = cast.ecology.see("department-requests")["items"]
    assert (came["issuer"], came["items"][1]["text"]) == ("cc-fanchang", "某断面")
    cast.ecology.do(f"{path_of(came)}/answer", {"outcome": "supervision"})
    cast.levels.carry()
    cast.district_ecology.do(f"{told}/accept_answer", {})
    cast.levels.carry()
    seen = cast.district_ecology.see(told)
    assert (seen["stage"], seen["outcome"], seen["answer"]) == ("accepted", "supervision", None)
    return path_of(came), told


def owed(member: Member) -> list[tuple[Any, ...]]:
    """What is or was owed about requests, as a member sees it."""
    seen = member.see("obligations", mechanism="department-requests", limit=200)
    names = ("owner", "rule", "status", "late_working_days")
    return sorted((tuple(item[name] for name in names) for item in seen["items"]), key=str)


@pytest.mark.parametrize(("day", "late"), [("2026-03-17", 2), ("2026-03-13", 0)])
def test_groups_of_one_system_ask_and_tell_each_other(cast: Cast, day: str, late: int) -> None:
    """Two systems beside each other; who is of the one learns nothing of the other."""
    here, there = asked(cast)
    supplied(cast, here, there, day, late)
    up, told = shared_upward(cast)
    for member, path in ((cast.land, here), (cast.district_land, there)):
        seen = member.see(path)
        assert (seen["stage"], seen["returned"], len(seen["supplied"])) == ("accepted", 1, 4)
        assert member.see(f"parties/{member.party}/inbox")["items"] == []
    for member, asks, answers in (
        (cast.land, "sg-natural-resources", "cc-fanchang"),
        (cast.district_land, "city-commission", "sg-natural-resources"),
    ):
        seen_through = [("sg-natural-resources", "delivery", "fulfilled", 0)]
        assert owed(member) == sorted(
            [
                (answers, "acknowledgement", "fulfilled", 7 + late),
                (answers, "answer", "fulfilled", late),
                (answers, "answer", "superseded", None),
                (answers, "better-answer", "fulfilled", 0),
                *[(asks, "judgement", "fulfilled", 0)] * 2,
                *(seen_through if asks == member.party else []),
            ],
            key=str,
        )
    assert owed(cast.ecology) == [
        ("cc-fanchang", "judgement", "fulfilled", 0),
        ("sg-ecology", "acknowledgement", "fulfilled", 0),
        ("sg-ecology", "answer", "fulfilled", 0),
    ]
    for outsider, paths in (
        (cast.outsider, (here, up)),
        (cast.land, (up,)),
        (cast.ecology, (here,)),
        (cast.district_land, (told,)),
        (cast.district_ecology, (there,)),
    ):
        for path in paths:
            assert outsider.get(path).status_code == 404, (outsider.party, path)
    for name in ("department-requests", "dispatches", "arrivals", "flows"):
        assert cast.outsider.see(name)["items"] == [], name
        assert "断面" not in str(cast.land.see(name)["items"]), name
        assert "图斑" not in str(cast.ecology.see(name)["items"]), name
