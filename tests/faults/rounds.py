"""A round: one site under load and attack until all that was planned has happened; then the verdict."""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tests.faults.acts import Attacker
from tests.faults.load import Load, Registrations
from tests.faults.proxy import Api, Fate
from tests.faults.schedule import OF_DISKS, Act, Round, Striker
from tests.faults.servers import Servers, mounting_is_allowed
from tests.faults.site import REFUSALS, Site
from tests.history.checker import Violation

ANSWERS_AFTER: Final = 40
"""Answers in quiet, before the verdict."""
STUCK_S: Final = 240.0
TEND_S: Final = 1.0
UNDECIDED: Final = {"command_failed"}
"""What a command may be told at which writers were killed again and again (ADR 0002, 7)."""


@dataclass(frozen=True)
class Verdict:
    """What a round did and what came of it."""

    round: Round
    strikes: Mapping[tuple[Api, Fate], int]
    acts: Sequence[tuple[Act, float | None]]
    """With the seconds until a command sent after its beginning was acknowledged."""
    violations: Sequence[Violation]
    ended: Sequence[tuple[int, str]]
    """Writers that ended by themselves."""
    commands: int
    acknowledged: int
    events: int
    refusals: Mapping[str, int]
    seconds: float

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations and self.refusals.keys() <= REFUSALS | UNDECIDED


def run(planned: Round, folder: Path, report: Callable[[str], None]) -> Verdict:
    """Run a round in an empty folder."""
    begun = time.monotonic()
    striker = Striker(planned.seed)
    load = Registrations if planned.projecting else Load
    disks = mounting_is_allowed() and any(step.act in OF_DISKS for step in planned.steps)
    with (
        Servers(
            folder, report, brokers=planned.brokers, small_disks=disks, strike=striker
        ) as servers,
        Site(folder, servers, seed=planned.seed, load=load) as site,
    ):
        attacker = Attacker(site, servers)
        attacker.tend()
        if planned.projecting:
            site.start_projector()
        with site.load, site.onlooker():
            steps = [step for step in planned.steps if disks or step.act not in OF_DISKS]
            acts = _attack(replace(planned, steps=tuple(steps)), site, attacker, striker, report)
        found = site.violations(index=True, read_models=planned.projecting)
        return _verdict(planned, site, striker, attacker, acts, found, time.monotonic() - begun)


def _attack(
    planned: Round,
    site: Site,
    attacker: Attacker,
    striker: Striker,
    report: Callable[[str], None],
) -> list[tuple[Act, float]]:
    """All that is planned; gives what was done when."""
    done: list[tuple[Act, float]] = []
    striker.arm()
    for step in planned.steps:
        _go_on(site, attacker, step.after)
        report(f"{step.act} ({step.amount:.2f})")
        done.append((step.act, time.monotonic()))
        attacker.do(step.act, step.amount)
    while striker.done.total() < planned.strikes:
        _go_on(site, attacker, 5)
    striker.arm(False)
    _go_on(site, attacker, ANSWERS_AFTER)
    return done


def _go_on(site: Site, attacker: Attacker, answers: int) -> None:
    """Wait for further answers, while what ends by itself is started again."""
    goal, limit = site.load.answers + answers, time.monotonic() + STUCK_S
    while not site.load.wait_for(goal, TEND_S):
        attacker.tend()
        if time.monotonic() > limit:
            raise AssertionError(f"no {answers} answers within {STUCK_S} s\n{site.testimony()}")


def _verdict(
    planned: Round,
    site: Site,
    striker: Striker,
    attacker: Attacker,
    acts: Sequence[tuple[Act, float]],
    found: Sequence[Violation],
    seconds: float,
) -> Verdict:
    history = site.history
    return Verdict(
        round=planned,
        strikes=striker.done,
        acts=[(act, history.recovery(at)) for act, at in acts],
        violations=found,
        ended=attacker.ended,
        commands=len(history.digests),
        acknowledged=len(history.answers()),
        events=len(history.passed["fresh"]),
        refusals=Counter(code for codes in history.refused.values() for code in codes),
        seconds=seconds,
    )
