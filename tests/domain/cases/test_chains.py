"""The dated table of approval chains as shipped: post level × track × sanction × organ (PS 6-7; PGR 4)."""

import datetime
from typing import Any

import pytest

from domain.cases import events
from tests.domain.cases.docket import CITY, UNIT, Docket, disposition, respondent

OLD = datetime.date(2025, 5, 23)
NEW = datetime.date(2026, 3, 2)
GROUP_LIGHT = [("pg-education", "agrees"), ("adjudication", "reviews"), ("pg-education", "decides")]
GROUP_HEAVY = [*GROUP_LIGHT[:2], ("commission", "agrees"), ("pg-education", "decides")]
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
]


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
