"""Cadence periods: every day lies in exactly one, and a code reads back."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidField
from domain.periods import Cadence, CadencePeriod, periods_between

days = st.dates(date(1949, 10, 1), date(2150, 1, 1))
cadences = st.sampled_from(Cadence)


@pytest.mark.parametrize(
    ("cadence", "code", "first", "last"),
    [
        (Cadence.MONTH, "2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        (Cadence.QUARTER, "2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        (Cadence.HALF_YEAR, "2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        (Cadence.YEAR, "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_its_period(cadence: Cadence, code: str, first: date, last: date) -> None:
    period = CadencePeriod.containing(cadence, date(2026, 2, 28))
    assert (period.code, period.first_day, period.last_day) == (code, first, last)


def test_a_leap_february_has_29_days() -> None:
    assert CadencePeriod.parse("2024-02").last_day == date(2024, 2, 29)


@given(cadence=cadences, day=days)
def test_the_period_holds_the_day_and_its_code_reads_back(cadence: Cadence, day: date) -> None:
    period = CadencePeriod.containing(cadence, day)
    assert period.first_day <= day <= period.last_day
    assert CadencePeriod.parse(period.code) == period
    assert str(period) == period.code


@given(cadence=cadences, day=days)
def test_periods_meet_without_gap_or_overlap(cadence: Cadence, day: date) -> None:
    period = CadencePeriod.containing(cadence, day)
    assert period.next().first_day == period.last_day + timedelta(days=1)
    assert period.next().previous() == period
    assert period.previous().next() == period


@given(cadence=cadences, first=days, length=st.integers(0, 3000))
def test_periods_between_two_days_cover_them_in_order(
    cadence: Cadence, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    periods = list(periods_between(cadence, first, last))
    assert periods[0] == CadencePeriod.containing(cadence, first)
    assert periods[-1] == CadencePeriod.containing(cadence, last)
    assert all(earlier.next() == later for earlier, later in pairwise(periods))
    assert [period.code for period in periods] == sorted(period.code for period in periods)


def test_no_period_lies_between_days_in_the_wrong_order() -> None:
    later, earlier = date(2026, 5, 1), date(2026, 3, 31)
    assert list(periods_between(Cadence.QUARTER, later, earlier)) == []


def test_a_backward_span_inside_one_period_holds_nothing() -> None:
    assert list(periods_between(Cadence.QUARTER, date(2026, 3, 31), date(2026, 3, 1))) == []


@pytest.mark.parametrize(
    "code",
    ["", "26", "2026-", "2026-00", "2026-13", "2026-3", "2026-Q0", "2026-Q5", "2026-q1", "2026-H3",
     "2026Q1", " 2026", "2026\n", "２０２６", "0000", "02026"],
)  # fmt: skip
def test_any_other_code_is_refused(code: str) -> None:
    with pytest.raises(InvalidField, match="2026-Q1"):
        CadencePeriod.parse(code)


@pytest.mark.parametrize(
    ("cadence", "number"),
    [(Cadence.MONTH, 13), (Cadence.QUARTER, 5), (Cadence.HALF_YEAR, 3), (Cadence.YEAR, 2)],
)
def test_a_year_has_no_more_periods_than_it_has(cadence: Cadence, number: int) -> None:
    with pytest.raises(InvalidField):
        CadencePeriod(cadence, 2026, number)
    with pytest.raises(InvalidField):
        CadencePeriod(cadence, 2026, 0)
