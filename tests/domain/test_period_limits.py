"""A limit from the end of a period: one spelling, and the day from which it counts."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import InvalidLimit, Limit, Unit
from domain.period_limits import PeriodLimit, counting
from domain.periods import Cadence

DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))
LIMITS = st.builds(Limit, st.integers(1, 999), st.sampled_from(Unit))


@given(st.sampled_from(Cadence), LIMITS, st.booleans())
def test_it_is_read_as_it_is_written(cadence: Cadence, limit: Limit, start: bool) -> None:
    found = PeriodLimit(cadence, limit, "start" if start else "end")
    assert PeriodLimit.parse(str(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "end of quarter",
        "end of week plus 3 days",
        "end of quarter plus 0 days",
        "end of quarter plus 3 day",
        "end of quarter plus soon",
        "End of quarter plus 3 days",
        "start of year",
        "middle of year plus 3 days",
        "3 days",
    ],
)
def test_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(InvalidLimit):
        PeriodLimit.parse(text)


@given(DAYS, st.sampled_from(Cadence))
def test_it_counts_from_the_last_day_of_the_period(day: datetime.date, cadence: Cadence) -> None:
    """Anchoring twice is anchoring once: the last day of a period lies in it."""
    found = PeriodLimit(cadence, Limit(1, Unit.DAY))
    start = found.counts_from(day)
    assert start >= day
    assert (start + datetime.timedelta(1)).day == 1
    assert found.counts_from(start) == start
    assert counting(str(found), day) == (start, found.limit)


@given(DAYS, st.sampled_from(Cadence))
def test_or_from_its_first_day(day: datetime.date, cadence: Cadence) -> None:
    found = PeriodLimit(cadence, Limit(1, Unit.DAY), "start")
    start = found.counts_from(day)
    assert start <= day
    assert start.day == 1
    assert found.counts_from(start) == start
    assert counting(str(found), day) == (start, found.limit)


def test_a_plain_limit_counts_from_its_own_day() -> None:
    day = datetime.date(2026, 2, 3)
    assert counting("3 working days", day) == (day, Limit(3, Unit.WORKING_DAY))
