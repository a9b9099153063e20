"""Random histories: whatever happens in whatever order, the obligations keep their promises."""

import datetime
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command, Event, Occurred
from domain.obligations import Obligation, commands
from domain.obligations.events import Fulfilled, ObligationEvent, Overdue
from tests.domain import histories
from tests.domain.errands import GROUP, GROUP_2, MONDAY, OFFICE, Errands, errand, person

TASKS = st.integers(1, 3)
STREAMS = st.sampled_from(["1", "2"])
GROUPS = st.sampled_from([GROUP, GROUP_2])
DAYS = st.integers(0, 40).map(lambda days: MONDAY + datetime.timedelta(days))


def step(name: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, Any]]:
    return st.tuples(st.just(name), st.fixed_dictionaries(dict(fields)))


STEPS = st.one_of(
    step("asked", task=TASKS, to_party=GROUPS, asker=st.just(OFFICE)),
    step("done", task=TASKS, by=GROUPS, well=st.booleans(), thanks_by=DAYS),
    step("thanked", task=TASKS, manner=st.sampled_from(["aloud", "silently"])),
    step("circulated", readers=st.lists(GROUPS, max_size=3).map(tuple)),
    step("read"),
    step("reviewed"),
    step("paused"),
    step("resumed"),
    step("restarted"),
    step("cancelled"),
    step("annulled"),
    step("referred", to_party=GROUPS),
    step("settled_elsewhere", errand=STREAMS.map(errand)),
    step("corrected", version=st.integers(1, 9), happened=DAYS.map(lambda d: Occurred(date=d))),
    step("pass", days=st.integers(1, 12)),
    step("extend", which=st.integers(0, 5), by=st.sampled_from(["1 working day", "1 month"])),
    step("withdraw", which=st.integers(0, 5)),
    step("close_as_missed", which=st.integers(0, 5)),
)


def play(world: Errands, name: str, stream: str, fields: dict[str, Any]) -> None:
    """One step; what the domain refuses changes nothing."""
    match name:
        case "pass":
            world.pass_to(world.today + datetime.timedelta(fields["days"]))
        case "extend" | "withdraw":
            decide(world, name, world.owed(errand(stream)), **fields)
        case "close_as_missed":
            everywhere = [owed for each in sorted(world.streams) for owed in world.owed(each)]
            periodic = [owed for owed in everywhere if owed.arisen.period is not None]
            decide(world, name, periodic, **fields)
        case _:
            with suppress(Refusal):
                actor, party = ("group-head", GROUP) if name == "read" else ("director", OFFICE)
                world.tell(name, stream=errand(stream), actor=actor, party=party, **fields)


def decide(world: Errands, name: str, owed: list[Obligation], *, which: int, **fields: Any) -> None:
    """The director of the office decides about one of what is owed, if that is for the office to do."""
    if not owed:
        return
    obligation = owed[which % len(owed)]
    approved: dict[str, Any] = {
        "obligation": obligation.id,
        "reason": "复杂",
        "approved_by": person("chief"),
    }
    command: Command
    match name:
        case "extend":
            command = commands.Extend(**approved, **fields, document="文")
        case "withdraw":
            command = commands.Withdraw(**approved)
        case _:
            decided: dict[str, Any] = {"document": "文", "decided_on": world.today}
            command = commands.CloseAsMissed(**approved, **decided)
    (stream,) = (each for each in world.streams if obligation in world.owed(each))
    with suppress(Refusal):
        world.ask(f"obligation.{name}", stream, command, actor=person("director"), party=OFFICE)


@settings(max_examples=60)
@given(st.lists(st.tuples(STREAMS, STEPS), max_size=30))
def test_an_obligation_ends_at_most_once_and_folding_on_equals_folding_afresh(
    steps: list[tuple[str, tuple[str, dict[str, Any]]]],
) -> None:
    """DESIGN: overdue is no end; old state and event give the freshly folded state."""
    world = Errands.opened()
    for stream, (name, fields) in steps:
        play(world, name, stream, fields)
    histories.check(world)
    check_overdue_is_no_end([told.event for told in world.told])


def check_overdue_is_no_end(events: list[Event]) -> None:
    """What is overdue stays owed until it ends; and what is fulfilled late says by how much."""
    overdue = {event.obligation for event in events if isinstance(event, Overdue)}
    last = {e.obligation: e for e in events if isinstance(e, ObligationEvent)}
    assert all(obligation in last for obligation in overdue)
    for event in events:
        if isinstance(event, Fulfilled) and event.late_working_days:
            assert event.occurred.date > event.due
