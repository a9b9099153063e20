"""Load from threads, and quantiles."""

import pytest

from benchmarks.measuring import Load, by_threads, quantile
from benchmarks.stamping import renamed


def test_a_quantile_is_by_nearest_rank() -> None:
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert [quantile(values, part) for part in (0.0, 0.5, 0.99)] == [1.0, 3.0, 5.0]


def test_a_load_counts_what_was_answered() -> None:
    load = Load(2.0, [0.1, 0.2, 0.3, 0.4])
    assert load.per_second == 2.0
    assert load.quantile_ms(0.5) == pytest.approx(300)


def test_what_fails_in_a_thread_is_raised() -> None:
    def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        by_threads(fail, threads=2, seconds=1)


def test_ids_of_copies_keep_their_form_and_never_meet() -> None:
    old = "6f1c2a52-4c5b-4d8e-9a51-2f3a9f6f0c11"
    new = {renamed(old, serial) for serial in range(100)}
    assert len(new) == 100
    assert {(len(each), each[:-12]) for each in new} == {(len(old), old[:-12])}
