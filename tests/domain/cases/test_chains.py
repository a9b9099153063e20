"""The dated table of approval chains as shipped: post level × track × sanction × organ (PS 6-7; PGR 4)."""

import datetime
from functools import cache
from itertools import product
from typing import Any, Final

import pytest

from domain.cases import events
from domain.catalogue import CATALOGUE
from domain.ids import PartyId
from domain.scheme import Authority, Scheme
from processes.scheme_files import read_scheme_files
from tests.domain.cases.city import SCHEMES
from tests.domain.cases.docket import (
    CITY,
    COUNTY,
    UNIT,
    VILLAGE,
    Docket,
    disposition,
    respondent,
)

OLD = datetime.date(2025, 5, 23)
NEW = datetime.date(2026, 3, 2)
GROUP_LIGHT = [("pg-education", "agrees"), ("adjudication", "reviews"), ("pg-education", "decides")]
GROUP_HEAVY = [*GROUP_LIGHT[:2], ("commission", "agrees"), ("pg-education", "decides")]
COUNTY_ALONE = [("cc-lanshan", "decides")]
COUNTY_HEAVY = [("cc-lanshan", "agrees"), ("cc-lanshan", "decides")]
CHAINS: list[Any] = [
    (NEW, CITY, "party", "warning", "party-light-city", [("commission", "decides")]),
    (
        NEW,
        CITY,
        "party",
        "expulsion_from_party",
        "party-heavy-city",
        [("commission", "agrees"), ("city-committee", "decides")],
    ),
    (OLD, UNIT, "party", "warning", "party-light-party-group-2018", GROUP_LIGHT),
    (NEW, UNIT, "party", "serious_warning", "party-light-party-group-2025", GROUP_LIGHT),
    (OLD, UNIT, "party", "probation_within_party", "party-heavy-party-group-2018", GROUP_HEAVY),
    (NEW, UNIT, "party", "removal_from_party_posts", "party-heavy-party-group-2025", GROUP_HEAVY),
    (NEW, CITY, "state", "demerit", "state-light-city", [("commission", "decides")]),
    (
        NEW,
        CITY,
        "state",
        "discharge",
        "state-heavy-city",
        [("commission", "agrees"), ("city-committee", "agrees"), ("commission", "decides")],
    ),
    (
        NEW,
        UNIT,
        "state",
        "serious_demerit",
        "state-light-unit",
        [("adjudication", "reviews"), ("sg-education", "decides")],
    ),
    (
        NEW,
        UNIT,
        "state",
        "removal_from_post",
        "state-heavy-unit",
        [("adjudication", "reviews"), ("commission", "decides")],
    ),
    (NEW, COUNTY, "party", "serious_warning", "party-light-county", COUNTY_ALONE),
    (NEW, VILLAGE, "party", "expulsion_from_party", "party-heavy-county", COUNTY_HEAVY),
    (OLD, VILLAGE, "state", "serious_demerit", "state-light-county", COUNTY_ALONE),
    (NEW, COUNTY, "state", "discharge", "state-heavy-county", COUNTY_HEAVY),
]

SANCTIONS: Final = {
    "party": (
        "warning",
        "serious_warning",
        "removal_from_party_posts",
        "probation_within_party",
        "expulsion_from_party",
    ),
    "state": (
        "warning",
        "demerit",
        "serious_demerit",
        "demotion",
        "removal_from_post",
        "discharge",
    ),
}
"""Every sanction of either track, the lightest first."""

ELSEWHERE: Final = {
    "linyi": {"province_managed": "superiorCommission", "wuhu_managed": "peerCommission"},
    "wuhu": {"province_managed": "superiorCommission", "linyi_managed": "peerCommission"},
    "liuzhou": {"province_managed": "superiorCommission"},
    "yinan": {"city_managed": "superiorCommission"},
    "fanchang": {"city_managed": "superiorCommission"},
}
"""Whose sanctions are decided above or by another city: the levels without a chain, and who manages each."""

LINYIS_OWN: list[Any] = [
    ("state_firm_staff", "party", "serious_warning", "party-light-firm", ["adjudication", "organ"]),
    (
        "state_firm_staff",
        "party",
        "removal_from_party_posts",
        "party-heavy-firm",
        ["adjudication", "commission", "organ"],
    ),
    (
        "state_firm_staff",
        "state",
        "serious_demerit",
        "state-light-firm",
        ["adjudication", "handling"],
    ),
    ("state_firm_staff", "state", "demotion", "state-heavy-firm", ["adjudication", "commission"]),
    ("zone_managed", "party", "serious_warning", "party-light-zone", ["commission"]),
    (
        "zone_managed",
        "party",
        "removal_from_party_posts",
        "party-heavy-zone",
        ["commission", "organ"],
    ),
    ("zone_managed", "state", "serious_demerit", "state-zone", ["commission"]),
    ("zone_managed", "state", "demotion", "state-zone", ["commission"]),
]
"""Post level, track, sanction, the chain and its bodies."""


@cache
def scheme_of(city: str) -> Scheme:
    return Scheme.parse(read_scheme_files(SCHEMES / f"{city}.toml").text, CATALOGUE)


def organ_of(scheme: Scheme, row: Authority) -> Any:
    """The kind of body that manages a level."""
    party = scheme.parties.get(PartyId(row.managed_by))
    return row.managed_by if party is None else party.kind


def days_of(scheme: Scheme) -> list[datetime.date]:
    """From the scheme's own day on: wherever a row of the table begins or ends, and long after."""
    spans = [day for row in scheme.approval_chains for day in (row.begins, row.ends) if day]
    around = {day + datetime.timedelta(days=n) for day in spans for n in (-1, 0, 1)}
    first = scheme.basis.date
    return sorted({first, datetime.date(2027, 1, 4), *(day for day in around if day > first)})


@pytest.mark.parametrize(("day", "post", "track", "sanction", "code", "steps"), CHAINS)
def test_a_sanction_climbs_the_chain_of_its_day(
    day: datetime.date, post: Any, track: str, sanction: str, code: str, steps: list[Any]
) -> None:
    """From deliberation to the decision: each body in turn, and nobody else decides."""
    docket = Docket(day).reported(respondent("zhang", post))
    asked: dict[str, Any] = {"party": None, "state": None, track: sanction}
    docket.deliberate(disposition(**asked))
    known = docket.state.persons[0].sanctions[0]
    assert known.chain.code == code
    assert [(step.body, step.act) for step in known.chain.steps] == steps
    told = docket.climb(track)
    (decided,) = [each for each in told if isinstance(each, events.SanctionDecided)]
    assert (decided.decided_by, decided.chain) == (steps[-1][0], code)


@pytest.mark.parametrize("posts", [(UNIT, CITY), (CITY, UNIT)])
def test_of_several_posts_the_highest_decides(posts: Any) -> None:
    """PS 7: whichever is named first."""
    docket = Docket().reported(respondent("zhang", *posts))
    docket.deliberate(disposition(state=None))
    chain = docket.state.persons[0].sanctions[0].chain
    assert (chain.code, chain.organ) == ("party-light-city", "city-committee")


def test_an_old_decision_keeps_the_rules_of_its_day() -> None:
    """Laid out under the 2018 rules, it is decided by them after the revision of 2025-05-26."""
    docket = Docket(OLD).reported()
    docket.deliberate(disposition(state=None))
    docket.leap_to(2025, 6, 3)
    told = docket.climb("party")
    (decided,) = [each for each in told if isinstance(each, events.SanctionDecided)]
    assert decided.chain == "party-light-party-group-2018"
    assert "2018" in decided.rule_set


@pytest.mark.parametrize("city", ELSEWHERE)
def test_every_sanction_has_a_chain_unless_it_is_decided_elsewhere(city: str) -> None:
    """§1.16: on both tracks, for whomever a city, its units and its counties manage, on any day."""
    scheme = scheme_of(city)
    asked = [(track, sanction) for track, many in SANCTIONS.items() for sanction in many]
    missing = {
        row.post_level
        for row, (track, sanction), day in product(scheme.authorities, asked, days_of(scheme))
        if scheme.authority_for(row.post_level, day) == row
        and scheme.approval_chain(
            track, sanction, post_level=row.post_level, organ=organ_of(scheme, row), on=day
        )
        is None
    }
    assert missing == ELSEWHERE[city].keys()
    for level, organ in ELSEWHERE[city].items():
        row = scheme.authority_for(level, NEW)
        assert row is not None
        assert organ_of(scheme, row) == organ
        assert not [chain for chain in scheme.approval_chains if level in chain.post_levels]


@pytest.mark.parametrize(("level", "track", "sanction", "code", "bodies"), LINYIS_OWN)
def test_linyis_own_levels_have_chains_of_their_own(
    level: str, track: str, sanction: str, code: str, bodies: list[str]
) -> None:
    """Staff of the city's firms, and the High-tech Zone: the last of the bodies decides."""
    scheme = scheme_of("linyi")
    row = scheme.authority_for(level, NEW)
    assert row is not None
    chain = scheme.approval_chain(
        track,
        sanction,
        post_level=level,
        organ=organ_of(scheme, row),
        on=NEW,
    )
    assert chain is not None
    assert (chain.code, [body for body, _ in chain.steps]) == (code, bodies)
    assert chain.steps[-1][1] == "decides"
