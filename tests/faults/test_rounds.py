"""A sample of the full run (`make faults-full`): two rounds of requests broken and processes killed."""

from pathlib import Path

import pytest

from tests.faults import schedule
from tests.faults.proxy import PASSES, Api, Fate, Request
from tests.faults.rounds import run
from tests.faults.schedule import ROUNDS, Striker, round_of
from tests.faults.servers import mounting_is_allowed


@pytest.mark.parametrize("number", [0, 2])
def test_a_round(tmp_path: Path, seed: int, number: int) -> None:
    planned = round_of(str(seed), number)
    verdict = run(planned, tmp_path, lambda _: None)
    assert verdict.violations == []
    assert verdict.good, verdict.refusals
    done = [act for act, _ in verdict.acts]
    disks = mounting_is_allowed()
    assert done == [s.act for s in planned.steps if disks or s.act not in schedule.OF_DISKS]
    assert sum(verdict.strikes.values()) >= schedule.STRIKES


def test_a_round_follows_from_the_seed_and_nothing_else() -> None:
    assert [round_of("1", number) for number in range(ROUNDS)] == [
        round_of("1", number) for number in range(ROUNDS)
    ]
    assert round_of("1", 0) != round_of("2", 0)
    requests = [Request(api, 0, "") for api in Api for _ in range(300)]
    first, second = Striker("1/0"), Striker("1/0")
    for striker in (first, second):
        assert {striker(request) for request in requests} == {PASSES}
        striker.arm()
    struck = [first(request) for request in requests]
    assert struck == [second(request) for request in requests]
    assert first.done == second.done
    assert (Api.END_TXN, Fate.HOLD) in first.done


def test_a_full_run_has_every_act_often_enough() -> None:
    steps = [step for number in range(ROUNDS) for step in round_of("20260302", number).steps]
    assert sum(step.act not in schedule.OF_CONNECTIONS for step in steps) >= 100
    assert {step.act for step in steps} == set(schedule.Act)
    assert sum(round_of("1", number).strikes for number in range(ROUNDS)) >= 1_900
