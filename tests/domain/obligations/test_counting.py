"""What counts in a period wherever it happened: who did nothing owes it, who did owes it no more."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled
from domain.scheme import Scheme
from tests.domain.errands import (
    ERRANDS,
    GROUP,
    GROUP_2,
    MONDAY,
    OFFICE,
    SCHEME,
    UNIT,
    Errands,
    errand,
)

RULE = """
[[mechanism.obligation]]
id = "any"
title = { zh = "任何差事", en = "Any errand at all" }
every = "quarter"
for = "each stationedGroup or supervisionOffice"
counts_for = "event.by"
owner = "each"
owed_to = "each.supervising_office"
due = "end of quarter"
fulfilled_by = ["errand.done"]
requires = { well = true }
"""
PLAN = """
[[mechanism.obligation]]
id = "plan"
title = { zh = "年度计划", en = "Plan of the year" }
every = "year"
for = "each stationedGroup"
counts_for = "event.by"
counts_in = "event.task"
owner = "each"
owed_to = "each.supervising_office"
due = "start of year plus 10 working days"
fulfilled_by = ["errand.done"]
"""


def under(rule: str, *, on: datetime.date = MONDAY) -> Errands:
    """The place of errands under one rule more; the clock has opened what began."""
    world = Errands.opened(on=on)
    world.jurisdiction = replace(world.jurisdiction, scheme=Scheme.parse(SCHEME + rule, ERRANDS))
    world.settle()
    return world


def shares(world: Errands, rule: str = "any") -> dict[tuple[str, str | None], str]:
    """What became of each share: how it stands, or how late it was, by party and period."""
    rows: dict[tuple[str, str | None], str] = {}
    arisen: dict[str, Arisen] = {}
    for told in world.told:
        event = told.event
        if isinstance(event, Arisen) and event.rule == rule:
            arisen[event.obligation] = event
            rows[event.owner, event.period] = "owed"
        elif isinstance(event, Fulfilled) and event.obligation in arisen:
            of = arisen[event.obligation]
            rows[of.owner, of.period] = f"{event.late_working_days} late"
    return rows


def did(world: Errands, name: str, by: PartyId = GROUP, **fields: Any) -> None:
    """A group did an errand, in a stream of its own."""
    head = "group-head" if by == GROUP else "other-head"
    fields = {"task": 1, "by": by, "well": True, **fields}
    world.tell("done", stream=errand(name), actor=head, party=by, **fields)


def test_who_did_nothing_owes_it_and_who_did_it_anywhere_does_not() -> None:
    """Also of several kinds; nothing is owed where nobody is to be owed: the office has none above it."""
    world = under(RULE)
    assert shares(world) == {(GROUP, "2026-Q1"): "owed", (GROUP_2, "2026-Q1"): "owed"}
    did(world, "here")
    did(world, "not well", by=GROUP_2, well=False)
    assert shares(world) == {(GROUP, "2026-Q1"): "0 late", (GROUP_2, "2026-Q1"): "owed"}
    did(world, "again")
    assert shares(world)[GROUP, "2026-Q1"] == "0 late"


def test_it_is_the_share_of_whom_the_event_names_whoever_acts() -> None:
    world = under(RULE)
    world.tell("done", stream=errand("for it"), actor="director", task=1, by=GROUP_2, well=True)
    world.tell("done", stream=errand("for the unit"), actor="director", task=1, by=UNIT, well=True)
    assert shares(world) == {(GROUP, "2026-Q1"): "owed", (GROUP_2, "2026-Q1"): "0 late"}


def test_what_was_still_owed_for_the_period_before_comes_first() -> None:
    """One act counts once: what is late for the first quarter is nothing for the second."""
    world = under(RULE)
    world.pass_to(datetime.date(2026, 4, 3))
    did(world, "late")
    assert shares(world)[GROUP, "2026-Q1"] == "3 late"
    assert shares(world)[GROUP, "2026-Q2"] == "owed"
    did(world, "and one more")
    assert shares(world)[GROUP, "2026-Q2"] == "0 late"
    assert shares(world)[GROUP_2, "2026-Q1"] == "owed"


def test_what_happens_before_the_clock_opened_the_period_opens_it() -> None:
    """The clock finds it done: it opens nothing there."""
    world = Errands.opened()
    world.jurisdiction = replace(world.jurisdiction, scheme=Scheme.parse(SCHEME + RULE, ERRANDS))
    did(world, "at once")
    assert shares(world) == {(GROUP, "2026-Q1"): "0 late"}
    world.settle()
    assert shares(world) == {(GROUP, "2026-Q1"): "0 late", (GROUP_2, "2026-Q1"): "owed"}
    did(world, "not well", by=GROUP_2, well=False)
    assert shares(world)[GROUP_2, "2026-Q1"] == "owed"


@pytest.mark.parametrize(
    ("year", "day", "expected"),
    [
        (2026, MONDAY, {"2026": "0 late"}),
        (2026, datetime.date(2026, 1, 21), {"2026": "2 late"}),
        (2027, MONDAY, {"2026": "owed", "2027": "0 late"}),
        (1, MONDAY, {"2026": "owed"}),
        (2025, MONDAY, {"2026": "owed"}),
    ],
)
def test_a_plan_counts_for_the_period_it_names_early_or_late(
    year: int, day: datetime.date, expected: dict[str, str]
) -> None:
    """Ten working days from the day on which the city began, 5 January; none for a year before it."""
    world = under(PLAN)
    world.pass_to(day)
    did(world, "plan", task=year)
    found = {
        period: how for (party, period), how in shares(world, "plan").items() if party == GROUP
    }
    assert found == expected


def test_a_limit_from_the_start_of_a_year_counts_from_its_first_day() -> None:
    """In the second year from New Year's Day, which is a holiday; the first was begun on 5 January."""
    world = under(PLAN)
    world.pass_to(datetime.date(2027, 1, 1))
    arisen = [told.event for told in world.told if isinstance(told.event, Arisen)]
    plans = [event for event in arisen if (event.rule, event.owner) == ("plan", GROUP)]
    assert [(plan.period, plan.start, plan.due, plan.limit) for plan in plans] == [
        ("2026", MONDAY, datetime.date(2026, 1, 19), "10 working days"),
        ("2027", datetime.date(2027, 1, 1), plans[1].due, "10 working days"),
    ]
    assert plans[1].due > datetime.date(2027, 1, 10)
    assert {plan.owed_to for plan in plans} == {OFFICE}
