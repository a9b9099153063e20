"""Data asked down one system and a finding shared up (mechanism 23): city group ↔ the county's of one system.

The county's group of that system gets it, no other; what is returned goes out again; each has its number.
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
    "title": "调取县域违规占地图斑清单",
    "text": "请提供未销号图斑及责任单位。",
    "basis": "自然资源领域专项监督方案",
    "to": "cc-yinan",
    "fields": ["plots", "units"],
    "due": "2026-03-11",
}
FOUND: Final[dict[str, Any]] = {
    "kind": "finding",
    "title": "两处图斑整改不实",
    "text": "核查发现两处图斑虚假销号。",
    "basis": "县级核查",
    "to": "city-commission",
    "items": [{"field": "plots", "text": "甲村、乙村各一处"}],
    "due": "2026-03-20",
}


@dataclass
class Cast:
    """The groups of one system at both levels, and others who have nothing to do with it."""

    levels: Levels
    group: Member
    outsider: Member
    county_group: Member
    county_other: Member


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "requests")
        city, county = levels.city, levels.county
        yield Cast(
            levels,
            city.member("协-市自然资源组长", "sg-natural-resources", "head"),
            city.member("协-市教育组长", "sg-education", "head"),
            county.member("协-县自然资源组长", "sg-natural-resources", "head"),
            county.member("协-县教育组长", "sg-education", "head"),
        )


def asked_and_supplied(cast: Cast) -> tuple[str, str]:
    """Asked, supplied, returned, supplied again and accepted; where it is at both levels."""
    here = path_of(cast.group.do("department-requests", ASKED))
    cast.levels.carry()
    (came,) = cast.county_group.see("department-requests", token=cast.county_group.token)["items"]
    there = path_of(came)
    assert (came["issuer"], came["addressee"], came["number"], came["received_as"]) == (
        "city-commission",
        "sg-natural-resources",
        "〔2026〕1号",
        "〔2026〕1号",
    )
    assert (came["text"], came["fields"]) == (ASKED["text"], ["plots", "units"])
    part = {"items": [{"field": "plots", "text": "十二处"}]}
    assert code(cast.county_group, f"{there}/answer", part) == (422, "fields_missing")
    whole = {"items": [*part["items"], {"field": "units", "text": "四家"}]}
    assert code(cast.county_other, f"{there}/answer", whole)[0] == 404
    cast.county_group.do(f"{there}/answer", whole)
    cast.levels.carry()
    cast.group.do(f"{here}/return_answer", {"reason": "口径不一致"})
    cast.levels.carry()
    waiting = columns(cast.county_group.see("parties/sg-natural-resources/inbox"), "kind", "title")
    assert waiting == [("answer_again", "口径不一致")]
    cast.county_group.do(f"{there}/answer", whole)
    cast.levels.carry()
    assert code(cast.county_group, f"{there}/accept_answer", {}) == (403, "not_the_issuer")
    cast.group.do(f"{here}/accept_answer", {})
    cast.levels.carry()
    return here, there


def shared_upward(cast: Cast) -> None:
    """The city's group of that system gets the finding; the county learns what it was taken up as."""
    told = path_of(cast.county_group.do("department-requests", FOUND))
    cast.levels.carry()
    (came,) = cast.group.see("department-requests", kind="finding")["items"]
    assert (came["issuer"], came["items"][0]["text"]) == ("cc-yinan", "甲村、乙村各一处")
    cast.group.do(f"{path_of(came)}/answer", {"outcome": "supervision"})
    cast.levels.carry()
    seen = cast.county_group.see(told)
    assert (seen["stage"], seen["outcome"], seen["answer"]) == ("answered", "supervision", None)


def test_groups_of_one_system_ask_and_tell_each_other(cast: Cast) -> None:
    here, there = asked_and_supplied(cast)
    for member, path in ((cast.group, here), (cast.county_group, there)):
        seen = member.see(path)
        assert (seen["stage"], seen["returned"], len(seen["supplied"])) == ("accepted", 1, 2)
    shared_upward(cast)
    for member, path in ((cast.outsider, here), (cast.county_other, there)):
        assert member.get(path).status_code == 404
        for name in ("department-requests", "dispatches", "arrivals", "flows"):
            assert member.see(name)["items"] == [], name
    news = columns(cast.group.see("arrivals", family="department_request"), "news")
    assert news.count(("answered",)) == 2
