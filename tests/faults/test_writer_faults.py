"""Writers killed and paused at every step of a transaction, several at once, and in any order."""

import random
import signal

import pytest

from tests.faults.site import Site
from tests.faults.writer import INDEXING, STEPS, Failpoint

POINTS = [(step, when) for step in STEPS for when in ("before", "after")] + [(INDEXING, "after")]


@pytest.mark.parametrize(("step", "when"), POINTS)
def test_a_writer_killed_within_a_transaction(site: Site, seed: int, step: str, when: str) -> None:
    chance = random.Random(f"{seed}/kill/{step}/{when}")
    site.stop_writers()
    point = Failpoint(step, when, chance.randint(1, 12), signal.SIGKILL)
    with site.load:
        failing = site.start_writer(point)
        site.wait_killed(failing)
        site.start_writer()
        site.load.wait_answers(30)
    site.check()


@pytest.mark.parametrize(("step", "when"), POINTS)
def test_a_writer_paused_past_its_session_and_resumed(
    site: Site, seed: int, step: str, when: str
) -> None:
    chance = random.Random(f"{seed}/pause/{step}/{when}")
    site.stop_writers()
    point = Failpoint(step, when, chance.randint(1, 12), signal.SIGSTOP)
    with site.load:
        paused = site.start_writer(point)
        try:
            site.wait_paused(paused)
            site.start_writer()
            site.load.wait_answers(30)
        finally:
            paused.resume()
        site.load.wait_answers(60)
    site.check()


def test_several_writers_some_of_them_killed(site: Site, seed: int) -> None:
    chance = random.Random(f"{seed}/several")
    with site.load:
        writers = [site.start_writer() for _ in range(2)]
        for _ in range(3):
            site.load.wait_answers(40)
            victim = chance.choice(writers)
            victim.kill()
            writers.remove(victim)
            writers.append(site.start_writer())
        site.load.wait_answers(60)
    site.check()
    site.check_index()
