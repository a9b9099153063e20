"""Cadences: what is owed for each period by each party of a kind."""

import datetime
from dataclasses import replace

from domain.obligations.events import Fulfilled
from domain.obligations.periodic import openings
from tests.domain.errands import GROUP, GROUP_2, MONDAY, OFFICE, Errands, person


def test_each_party_owes_its_share_in_a_stream_that_everybody_finds() -> None:
    """DESIGN: a periodic obligation lives in the stream derived from mechanism, period and pair."""
    world = Errands.opened()
    found = list(openings(world.jurisdiction, after=None, until=MONDAY))
    assert [(o.party, o.period.code) for o in found] == [(GROUP, "2026-Q1"), (GROUP_2, "2026-Q1")]
    again = openings(world.jurisdiction, after=None, until=MONDAY)
    assert [o.stream for o in again] == [o.stream for o in found]
    assert {o.stream.partition("/")[0] for o in found} == {"errand"}
    assert len({o.stream for o in found}) == 2


def test_the_limit_runs_after_the_end_of_the_period() -> None:
    """Ten working days after 31 March 2026, over Tomb-sweeping Day: 15 April."""
    world = Errands.opened()
    world.settle()
    found = next(openings(world.jurisdiction, after=None, until=MONDAY))
    (owed,) = world.owed(found.stream)
    assert (owed.owner, owed.owed_to) == (GROUP, OFFICE)
    assert (owed.arisen.start, owed.due) == (
        datetime.date(2026, 3, 31),
        datetime.date(2026, 4, 15),
    )
    assert (owed.arisen.period, owed.arisen.cause) == ("2026-Q1", None)
    assert owed.arisen.occurred.date == MONDAY


def test_the_families_own_opening_act_goes_into_the_stream_and_fulfils() -> None:
    """The stream was opened by the clock; for its family nothing has begun there yet."""
    world = Errands.opened()
    world.settle()
    found = next(openings(world.jurisdiction, after=None, until=MONDAY))
    events = world.tell(
        "done", stream=found.stream, actor="group-head", party=GROUP, task=1, by=GROUP, well=False
    )
    assert any(isinstance(event, Fulfilled) for event in events)
    assert world.owed(found.stream) == []


def test_the_clock_asks_for_what_began_since_it_last_looked() -> None:
    world = Errands.opened()
    april = datetime.date(2026, 4, 1)
    since = openings(world.jurisdiction, after=MONDAY, until=april)
    assert [o.period.code for o in since] == ["2026-Q2", "2026-Q2"]
    assert list(openings(world.jurisdiction, after=april, until=april)) == []
    every = openings(world.jurisdiction, after=None, until=april)
    assert [o.period.code for o in every] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q2"]


def test_before_there_is_a_scheme_or_a_beginning_nothing_is_owed() -> None:
    place = Errands.opened().jurisdiction
    for empty in (replace(place, scheme=None), replace(place, begun=None)):
        assert list(openings(empty, after=None, until=MONDAY)) == []
    assert person("chief") in place.persons
