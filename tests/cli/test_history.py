"""Moments as people write them."""

import datetime

import pytest

from cli.history import moment_or_position

UTC = datetime.UTC


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("120", 120),
        ("2026-03-31", datetime.datetime(2026, 3, 31, 15, 59, 59, 999999, tzinfo=UTC)),
        ("2026-03-31T09:30", datetime.datetime(2026, 3, 31, 1, 30, tzinfo=UTC)),
        ("2026-03-31T09:30:00Z", datetime.datetime(2026, 3, 31, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_date_includes_its_day_and_a_time_without_zone_is_that_of_shanghai(
    given: str, expected: int | datetime.datetime
) -> None:
    assert moment_or_position(given) == expected


@pytest.mark.parametrize("given", ["yesterday", "2026-02-30", "-5", "٣", "2026-3-1"])
def test_anything_else_is_no_moment(given: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller tells it in the user's language
        moment_or_position(given)
