"""A decision that never comes back is broken off; what comes back in time is not."""

import itertools

import pytest

from eventlog.writer_limit import DecisionTooSlow, decision_limit


def test_an_endless_loop_is_broken_off() -> None:
    with pytest.raises(DecisionTooSlow), decision_limit(0.05):
        for _ in itertools.count():
            pass


def test_what_comes_back_in_time_is_left_alone() -> None:
    for _ in range(50):
        with decision_limit(30):
            pass
