"""The write path against a plain list, whatever order things arrive in; planted faults are found."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.eventlog.model import actors
from tests.eventlog.model.machine import Attacked, Log

QUICK = settings(
    max_examples=60,
    stateful_step_count=40,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    actors.connect(monkeypatch)


@pytest.mark.parametrize("machine", [Log, Attacked])
def test_what_counts_is_what_was_acknowledged(machine: type[RuleBasedStateMachine]) -> None:
    run_state_machine_as_test(machine, settings=QUICK)
