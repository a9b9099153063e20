"""Leads that a county sends upward (DOMAIN.md §1.15): each level its own number, the result comes down.

Of three leads one is accepted in time, corrected by the city and fed back; one is accepted late; one comes
back, for its person is the county's own to deal with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest

from processes.clock import Clock
from tests.api.installation import Installation, Member
from tests.stories.leads import correct_and_close, released
from tests.stories.levels import Levels, courier_of
from tests.stories.place import code, columns, path_of, sees_nothing
from tests.stories.test_between_jurisdictions import ARRIVALS, OWED, lead

ABOVE: Final = "city-commission"
LISTS: Final = ("leads", "lead-status", "dispatches", "arrivals")
LEVELS: Final = {"赵甲": "city_managed", "钱乙": "city_managed", "孙丙": "county_managed"}


@dataclass
class Cast:
    """Who sends in the county, who receives in the city, and who has nothing to do with it at each level."""

    levels: Levels
    keeper: Member
    guest: Member
    petitions: Member
    there: Member
    group: Member


@pytest.fixture
def cast(installation: Installation, clock: Clock) -> Iterator[Cast]:
    with courier_of(installation) as courier:
        levels = Levels.found(installation, clock, courier, "upward")
        county, city = levels.county, levels.city
        yield Cast(
            levels,
            county.member("上-县案管", "cs", "keeper"),
            county.member("上-市里来人", ABOVE, "head"),
            county.member("上-县信访", "petitions", "keeper"),
            city.member("上-市案管", "cs", "keeper"),
            city.member("上-市卫健组长", "sg-health", "head"),
        )


def sent(cast: Cast) -> dict[str, str]:
    """Three leads under the county's numbers go up; what the city manages is not allocated in the county."""
    keeper, paths = cast.keeper, {}
    own = path_of(cast.there.do("leads", lead("周丁", "city_managed")))
    cast.there.do(f"{own}/register", {})
    for name, level in LEVELS.items():
        paths[name] = path_of(keeper.do("leads", lead(name, level)))
        keeper.do(f"{paths[name]}/register", {})
    within = {"handling_party": "so-1"}
    managed_above = f"{paths['赵甲']}/propose_allocation"
    assert code(keeper, managed_above, within) == (422, "not_competent")
    for path in paths.values():
        letter = released(keeper, path, ABOVE)
        paper = {name: letter[name] for name in ("to_party", "materials", "document", "reason")}
        assert code(keeper, f"{path}/transfer", paper) == (409, "only_by_referral")
        keeper.do(f"{path}/refer", letter)
        assert code(keeper, f"{path}/refer", letter) == (409, "in_transit")
    cast.levels.carry()
    return paths


def came(cast: Cast) -> dict[str, str]:
    """What the city reads: what was released, as submitted from below, without a number."""
    seen = cast.there.see("leads", holder="cs")["items"]
    found = {each["subjects"][0]["name"]: each for each in seen if each["sender"] == "cc-yinan"}
    assert sorted(found) == sorted(LEVELS)
    for name, each in found.items():
        assert (each["source"], each["number"], each["content"]) == (
            "subordinate_submitted",
            None,
            f"反映{name}在工程发包中收受好处。",
        )
    waiting = cast.there.see("parties/cs/inbox")
    kinds = [kind for (kind,) in columns(waiting, "kind")]
    assert kinds.count("acknowledge_transfer") == 3
    return {name: path_of(each) for name, each in found.items()}


def answered(cast: Cast, paths: dict[str, str], there: dict[str, str]) -> None:
    """One accepted in time, one returned and handled in the county, one accepted three working days late."""
    levels, city = cast.levels, cast.there
    for path in there.values():
        city.do(f"{path}/acknowledge_transfer", {"transfer": 1})
    city.do(f"{there['赵甲']}/accept", {"transfer": 1})
    city.do(f"{there['赵甲']}/register", {})
    back = {"transfer": 1, "reason": "属县管干部,由你委办理。"}
    assert code(cast.guest, f"{paths['孙丙']}/return_transfer", back) == (409, "handled_elsewhere")
    city.do(f"{there['孙丙']}/return_transfer", back)
    levels.carry()
    owed = cast.keeper.see("parties/cs/obligations", status="open")
    assert ("see-to-returned", "commission") in columns(owed, "rule", "owed_to")
    people = [cast.levels.county.member(f"上-县{name}", "so-1", "handler") for name in "甲乙"]
    hands = {"handlers": [each.person for each in people], "keeper": people[1].person}
    allocation = {"handling_party": "so-1", **hands}
    cast.keeper.do(f"{paths['孙丙']}/propose_allocation", allocation)
    levels.pass_to("2026-03-10")
    for member, owner in ((cast.keeper, ABOVE), (city, "cs")):
        overdue = member.see(f"parties/{owner}/obligations", status="overdue")
        assert ("receipt", "2026-03-05") in columns(overdue, "rule", "due"), owner
    city.do(f"{there['钱乙']}/accept", {"transfer": 1})
    city.do(f"{there['钱乙']}/register", {})
    levels.carry()


def closed(cast: Cast, path: str, there: str) -> None:
    """The city corrects whom it manages, closes it in its own way; the result comes down and is confirmed."""
    early = {"transfer": 1, "result": "verified", "text": "属实"}
    assert code(cast.there, f"{there}/feed_back", early) == (409, "feedback_too_early")
    correct_and_close(cast.levels.city, cast.there, there, "unit_managed")
    cast.levels.carry()
    assert code(cast.guest, f"{path}/feed_back", early) == (409, "handled_elsewhere")
    confirmation = {"transfer": 1}
    cast.keeper.do(f"{path}/confirm_feedback", confirmation)
    cast.levels.carry()
    assert code(cast.keeper, f"{path}/confirm_feedback", confirmation)[1] == "wrong_state"


def check_county(cast: Cast, paths: dict[str, str]) -> None:
    """What came back is in its register under the number that it had; of the rest it has the status."""
    keeper = cast.keeper
    register = columns(keeper.see("leads"), "number", "stage", "source")
    assert register == [("〔2026〕3号", "registered", "functional_department")]
    known = {name: keeper.get(path).json() for name, path in paths.items()}
    assert {name: each["status"] for name, each in known.items() if "content" not in each} == {
        "赵甲": "closed",
        "钱乙": "received",
    }
    assert columns(keeper.see("arrivals"), *ARRIVALS) == [
        *[(1, 1, "delivered", None, None, "2026-03-02")] * 3,
        *[(1, 2, "acknowledged", None, None, "2026-03-02")] * 3,
        (1, 3, "accepted", None, None, "2026-03-02"),
        (1, 3, "accepted", None, None, "2026-03-10"),
        (1, 3, "returned", None, None, "2026-03-02"),
        (1, 4, "received", None, None, "2026-03-02"),
        (1, 4, "received", None, None, "2026-03-10"),
        (1, 5, "registered", "〔2026〕2号", None, "2026-03-02"),
        (1, 5, "registered", "〔2026〕3号", None, "2026-03-10"),
        (1, 6, "closed", None, None, "2026-03-10"),
        (1, 7, "fed_back", None, "unverified", "2026-03-10"),
    ]
    owed = keeper.see("obligations", mechanism="lead-closed-loop", limit=200)
    assert columns(owed, *OWED) == [
        (ABOVE, "feedback", "fulfilled", 0),
        (ABOVE, "feedback", "open", None),
        (ABOVE, "receipt", "fulfilled", 0),
        (ABOVE, "receipt", "fulfilled", 0),
        (ABOVE, "receipt", "fulfilled", 3),
        ("cs", "confirmation", "fulfilled", 0),
        *[("cs", "delivery", "fulfilled", 0)] * 3,
        ("cs", "see-to-returned", "fulfilled", 0),
    ]
    waiting = keeper.see(
        "parties/cs/inbox"
    )  # the county has nobody in office yet who would approve it
    assert columns(waiting, "kind", "title") == [("unblock", "allocation")]


def check_city(cast: Cast, there: dict[str, str]) -> None:
    """Its own numbers, gapless; what waits, and what is owed to the county."""
    city = cast.there
    assert columns(city.see("leads"), "number", "sender", "stage", "source") == [
        ("〔2026〕1号", None, "registered", "functional_department"),
        ("〔2026〕2号", "cc-yinan", "closed", "subordinate_submitted"),
        ("〔2026〕3号", "cc-yinan", "registered", "subordinate_submitted"),
    ]
    assert [leg["status"] for leg in city.see(there["赵甲"])["hand_overs"]] == ["confirmed"]
    waiting = columns(city.see("parties/cs/inbox"), "kind")
    assert waiting == [("allocate",), ("allocate",), ("feed_back",)]
    owed = city.see("obligations", mechanism="lead-closed-loop", limit=200)
    assert columns(owed, *OWED) == [
        ("cc-yinan", "confirmation", "fulfilled", 0),
        ("cs", "feedback", "fulfilled", 0),
        ("cs", "feedback", "open", None),
        ("cs", "receipt", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 3),
    ]
    for member, sender, to in ((cast.keeper, "cs", ABOVE), (city, "cc-yinan", "cs")):
        flows = member.see("flows", kind="lead_transfer")
        assert columns(flows, "from_party", "to_party", "status") == [
            (sender, to, status) for status in ("accepted", "closed", "returned")
        ]
        assert member.see("dispatches", status="failed")["items"] == []


def test_leads_go_upward_and_the_result_comes_down(cast: Cast) -> None:
    """One late, one returned, one corrected; each arrives once, and each level keeps its own numbers."""
    paths = sent(cast)
    there = came(cast)
    answered(cast, paths, there)
    closed(cast, paths["赵甲"], there["赵甲"])
    check_county(cast, paths)
    check_city(cast, there)
    for name in LEVELS:
        sees_nothing(cast.petitions, paths[name], *LISTS)
        sees_nothing(cast.group, there[name], *LISTS)
