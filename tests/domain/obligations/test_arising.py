"""When something is due: after a limit, on a day that the event names, or at the end of a period."""

import datetime
from dataclasses import replace

import pytest

from domain.calendar import Calendar, Due
from domain.jurisdiction import Jurisdiction
from domain.obligations.arising import due_of
from domain.obligations.paths import Setting
from domain.period_limits import PeriodLimit
from domain.scheme import Scheme
from tests.domain.errands import GROUP, SCHEME
from tests.domain.small import small

CALENDAR = small().jurisdiction.calendar


@pytest.mark.parametrize(
    ("due", "start", "expected"),
    [
        ("end of month", datetime.date(2026, 1, 5), datetime.date(2026, 1, 31)),
        ("end of quarter", datetime.date(2026, 1, 5), datetime.date(2026, 3, 31)),
        ("end of quarter", datetime.date(2026, 3, 31), datetime.date(2026, 3, 31)),
        ("end of half-year", datetime.date(2026, 3, 31), datetime.date(2026, 6, 30)),
        ("end of year", datetime.date(2026, 1, 5), datetime.date(2026, 12, 31)),
    ],
)
def test_the_end_of_a_period_is_its_own_last_day(
    due: str, start: datetime.date, expected: datetime.date
) -> None:
    """RC 18: «each quarter». 31 January 2026 is a Saturday: Monday would be another month."""
    assert isinstance(CALENDAR, Calendar)
    rule = replace(next(iter(Scheme.parse(SCHEME).rules.values())), due=due)
    setting = Setting(jurisdiction=Jurisdiction(code=small().jurisdiction.code), acting=GROUP)
    assert due_of(rule, start, setting=setting, calendar=CALENDAR) == Due(expected, False)


@pytest.mark.parametrize(
    ("due", "start", "expected"),
    [
        (
            "end of quarter plus 5 working days",
            datetime.date(2026, 1, 5),
            datetime.date(2026, 4, 8),
        ),
        (
            "end of quarter plus 5 working days",
            datetime.date(2026, 3, 31),
            datetime.date(2026, 4, 8),
        ),
        (
            "end of quarter plus 5 working days",
            datetime.date(2026, 4, 1),
            datetime.date(2026, 7, 7),
        ),
        ("end of month plus 1 day", datetime.date(2026, 1, 5), datetime.date(2026, 2, 2)),
        ("end of half-year plus 1 month", datetime.date(2026, 1, 5), datetime.date(2026, 7, 30)),
    ],
)
def test_a_limit_from_the_end_of_a_period_is_one_of_its_last_day(
    due: str, start: datetime.date, expected: datetime.date
) -> None:
    """Working days over Qingming (4 to 6 April), and off a rest day as any limit (R 327)."""
    assert isinstance(CALENDAR, Calendar)
    rule = replace(next(iter(Scheme.parse(SCHEME).rules.values())), due=PeriodLimit.parse(due))
    setting = Setting(jurisdiction=Jurisdiction(code=small().jurisdiction.code), acting=GROUP)
    assert due_of(rule, start, setting=setting, calendar=CALENDAR) == Due(expected, False)
