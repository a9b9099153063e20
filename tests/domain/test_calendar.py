"""Time limits over the statutory calendar (R 326-327), on days of the published years."""

import datetime
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    SHANGHAI,
    Calendar,
    Due,
    InvalidLimit,
    Limit,
    Pause,
    StatutoryClock,
    Unit,
    due_date,
    local_date,
    working_days_late,
)
from domain.errors import InvalidField

TEXT = (Path(__file__).parents[2] / "schemes/calendars/china.toml").read_text(encoding="utf-8")
CHINA = Calendar.parse(TEXT)
DAY = datetime.timedelta(days=1)

days = st.dates(date(2023, 1, 1), date(2028, 1, 1))
short_limits = st.builds(Limit, st.integers(1, 60), st.sampled_from(Unit))
any_limits = st.builds(Limit, st.integers(1, 999), st.sampled_from(Unit))


def due(start: date, limit: str, *, custody: bool = False) -> date:
    return due_date(start, Limit.parse(limit), calendar=CHINA, custody=custody).date


def clock(start: date, limit: str) -> StatutoryClock:
    return StatutoryClock(start=start, limit=Limit.parse(limit))


def clock_due(running: StatutoryClock) -> date | None:
    result = running.due(CHINA)
    return None if result is None else result.date


# The published years


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_its_weekdays_less_the_statutory_holidays(year: int, count: int) -> None:
    # 104 weekend days each; 11 statutory holidays until 2024, 13 since (放假办法, November 2024).
    assert CHINA.working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) == count


@pytest.mark.parametrize(("year", "count"), [(2024, 28), (2025, 28), (2026, 33)])
def test_a_notice_gives_as_many_days_off_as_it_says(year: int, count: int) -> None:
    assert sum(day.year == year for day in CHINA.holidays) == count


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 2, 13), True),  # Friday
        (date(2026, 2, 14), True),  # make-up Saturday before the Spring Festival
        (date(2026, 2, 15), False),  # the festival begins on a Sunday
        (date(2026, 2, 23), False),  # its last day, a Monday
        (date(2026, 2, 28), True),  # make-up Saturday
        (date(2026, 3, 1), False),  # plain Sunday
        (date(2024, 2, 9), True),  # New Year's Eve 2024: only recommended as a day off
        (date(2027, 1, 1), True),  # not published: only weekends are known
    ],
)
def test_a_day_is_worked_as_the_notice_says(day: date, *, worked: bool) -> None:
    assert CHINA.is_working_day(day) is worked


# Due dates


def test_the_start_day_is_not_counted_and_the_last_day_is() -> None:
    assert due(date(2026, 3, 2), "15 days") == date(2026, 3, 17)


def test_working_days_skip_weekends() -> None:
    assert due(date(2026, 3, 5), "3 working days") == date(2026, 3, 10)


def test_working_days_skip_the_spring_festival_and_count_make_up_saturdays() -> None:
    # From Thursday 12 February: Friday 13, make-up Saturday 14, nine days off, Tuesday 24.
    assert due(date(2026, 2, 12), "3 working days") == date(2026, 2, 24)


@pytest.mark.parametrize(
    ("start", "limit", "end"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),  # no 31st; a make-up Saturday
        (date(2024, 1, 31), "1 month", date(2024, 2, 29)),
        (date(2026, 2, 28), "1 month", date(2026, 3, 30)),  # 28 March is a Saturday
        (date(2025, 11, 30), "3 months", date(2026, 2, 28)),
        (date(2024, 2, 29), "1 year", date(2025, 2, 28)),
        (date(2025, 8, 31), "13 months", date(2026, 9, 30)),
        (date(2025, 12, 15), "1 month", date(2026, 1, 15)),
    ],
)
def test_months_and_years_end_on_the_same_day_number_else_at_month_end(
    start: date, limit: str, end: date
) -> None:
    assert due(start, limit) == end


def test_a_last_day_on_a_sunday_moves_to_monday() -> None:
    assert due(date(2026, 3, 7), "15 days") == date(2026, 3, 23)


def test_a_last_day_on_a_make_up_saturday_stays() -> None:
    assert due(date(2026, 4, 24), "15 days") == date(2026, 5, 9)


def test_a_last_day_in_the_spring_festival_moves_behind_it() -> None:
    assert due(date(2026, 1, 16), "1 month") == date(2026, 2, 24)


def test_a_custody_clock_does_not_move() -> None:
    assert due(date(2025, 11, 17), "3 months", custody=True) == date(2026, 2, 17)
    assert due(date(2025, 11, 17), "3 months") == date(2026, 2, 24)


def test_a_due_date_beyond_publication_is_provisional_and_knows_weekends_only() -> None:
    limit = Limit.parse("1 month")
    assert due_date(date(2026, 12, 2), limit, calendar=CHINA) == Due(
        date(2027, 1, 4), provisional=True
    )
    assert due_date(date(2026, 11, 30), limit, calendar=CHINA).provisional is False


def test_a_last_day_that_moves_beyond_publication_is_provisional() -> None:
    short = Calendar.parse(TEXT.replace("through = 2026-12-31", "through = 2026-10-10"))
    limit = Limit.parse("1 day")
    assert due_date(date(2026, 10, 9), limit, calendar=short).provisional is False
    assert due_date(date(2026, 10, 10), limit, calendar=short) == Due(
        date(2026, 10, 12), provisional=True
    )


def test_a_count_begun_before_publication_is_provisional() -> None:
    count = due_date(date(2023, 12, 28), Limit.parse("3 working days"), calendar=CHINA)
    assert count == Due(date(2024, 1, 3), provisional=True)
    # Months ask only about the day on which they end.
    assert not due_date(date(2023, 12, 28), Limit.parse("1 month"), calendar=CHINA).provisional


def test_custody_in_months_asks_no_calendar_so_it_is_never_provisional() -> None:
    result = due_date(date(2026, 12, 1), Limit.parse("3 months"), calendar=CHINA, custody=True)
    assert result == Due(date(2027, 3, 1), provisional=False)


@given(start=days, limit=short_limits)
def test_no_due_date_is_a_rest_day_or_the_start_day(start: date, limit: Limit) -> None:
    result = due_date(start, limit, calendar=CHINA).date
    assert CHINA.is_working_day(result)
    assert result > start


@given(start=days, limit=short_limits)
def test_custody_is_never_later_and_moves_nothing(start: date, limit: Limit) -> None:
    fixed = due_date(start, limit, calendar=CHINA, custody=True).date
    moved = due_date(start, limit, calendar=CHINA).date
    assert fixed == limit.end(start, calendar=CHINA) <= moved
    assert CHINA.working_days_between(fixed, moved) == (0 if fixed == moved else 1)


@given(first=days, second=days, limit=short_limits)
def test_a_later_start_is_never_due_earlier(first: date, second: date, limit: Limit) -> None:
    early, late = sorted((first, second))
    assert due_date(early, limit, calendar=CHINA).date <= due_date(late, limit, calendar=CHINA).date


@given(start=days, count=st.integers(1, 60), unit=st.sampled_from(Unit))
def test_a_longer_limit_is_never_due_earlier(start: date, count: int, unit: Unit) -> None:
    shorter = due_date(start, Limit(count, unit), calendar=CHINA).date
    assert shorter <= due_date(start, Limit(count + 1, unit), calendar=CHINA).date


@given(start=days, count=st.integers(1, 60))
def test_a_working_day_limit_holds_exactly_that_many_working_days(start: date, count: int) -> None:
    result = due_date(start, Limit(count, Unit.WORKING_DAY), calendar=CHINA).date
    assert CHINA.working_days_between(start, result) == count


# Lateness


def test_on_the_due_date_is_on_time() -> None:
    assert working_days_late(date(2026, 3, 6), date(2026, 3, 6), CHINA) == 0


@pytest.mark.parametrize(
    ("fulfilled", "late"),
    [
        (date(2026, 3, 7), 1),  # Saturday after a Friday: late, as on Monday
        (date(2026, 3, 9), 1),
        (date(2026, 3, 10), 2),
        (date(2026, 3, 16), 6),
    ],
)
def test_lateness_counts_working_days(fulfilled: date, late: int) -> None:
    assert working_days_late(date(2026, 3, 6), fulfilled, CHINA) == late


@given(owed=days, earlier=st.integers(0, 400), later=st.integers(1, 400))
def test_lateness_is_zero_exactly_when_on_time_and_never_falls(
    owed: date, earlier: int, later: int
) -> None:
    assert working_days_late(owed, owed - earlier * DAY, CHINA) == 0
    late = working_days_late(owed, owed + later * DAY, CHINA)
    assert 1 <= late <= working_days_late(owed, owed + (later + 1) * DAY, CHINA)


# Stopping, restarting, extending


def test_a_stopped_clock_has_no_due_date() -> None:
    assert clock_due(clock(date(2026, 3, 2), "1 month").stopped(date(2026, 3, 10))) is None


def test_what_was_left_runs_on_after_the_pause() -> None:
    # 23 days were left on 10 March (end: 2 April); 13 April and 23 days.
    running = clock(date(2026, 3, 2), "1 month").stopped(date(2026, 3, 10))
    assert clock_due(running.resumed(date(2026, 4, 13))) == date(2026, 5, 6)


def test_working_days_left_are_counted_after_the_pause() -> None:
    # Monday; Tuesday and Wednesday count; three left after Friday the 20th.
    running = clock(date(2026, 3, 9), "5 working days").stopped(date(2026, 3, 11))
    assert clock_due(running.resumed(date(2026, 3, 20))) == date(2026, 3, 25)


def test_several_pauses_add_up() -> None:
    running = clock(date(2026, 3, 2), "30 days")  # to 1 April
    running = running.stopped(date(2026, 3, 4)).resumed(date(2026, 3, 6))
    running = running.stopped(date(2026, 3, 10)).resumed(date(2026, 3, 13))
    assert clock_due(running) == date(2026, 4, 7)  # 6 April is a day off


def test_a_pause_on_the_moved_due_date_still_stops_the_clock() -> None:
    running = clock(date(2026, 3, 7), "15 days").stopped(date(2026, 3, 23))  # Sunday, so Monday
    assert clock_due(running) is None
    assert clock_due(running.resumed(date(2026, 4, 9))) == date(2026, 4, 9)


def test_a_pause_after_the_due_date_changes_nothing() -> None:
    overdue = clock(date(2026, 3, 2), "15 days").stopped(date(2026, 3, 18))
    assert clock_due(overdue) == date(2026, 3, 17)
    assert clock_due(overdue.resumed(date(2026, 4, 1))) == date(2026, 3, 17)


def test_reinvestigation_restarts_the_full_limit() -> None:
    running = clock(date(2026, 3, 2), "1 month").extended(Limit.parse("1 month"))
    running = running.stopped(date(2026, 3, 9)).restarted(date(2026, 3, 16))
    assert running == clock(date(2026, 3, 16), "1 month")
    assert clock_due(running) == date(2026, 4, 16)


def test_an_extension_runs_from_the_end_before_it_was_moved() -> None:
    running = clock(date(2026, 1, 16), "1 month")  # ends 16 February, moved to the 24th
    assert clock_due(running.extended(Limit.parse("1 month"))) == date(2026, 3, 16)


def test_an_extension_may_be_in_another_unit() -> None:
    running = clock(date(2026, 3, 2), "15 days").extended(Limit.parse("3 working days"))
    assert clock_due(running) == date(2026, 3, 20)


def test_a_pause_counts_in_the_stretch_in_which_it_begins() -> None:
    # 15 days to 17 March, stopped there for a week in the extension that follows.
    running = clock(date(2026, 3, 2), "15 days").extended(Limit.parse("10 days"))
    running = running.stopped(date(2026, 3, 20)).resumed(date(2026, 3, 27))
    assert clock_due(running) == date(2026, 4, 3)


def test_a_stop_on_the_moved_day_of_an_extended_limit_belongs_to_the_extension() -> None:
    # 15 days to Sunday 22 March, 10 more to 1 April; nine of them are left on the 23rd.
    running = clock(date(2026, 3, 7), "15 days").extended(Limit.parse("10 days"))
    running = running.stopped(date(2026, 3, 23)).resumed(date(2026, 3, 30))
    assert clock_due(running) == date(2026, 4, 8)


def test_a_clock_extended_by_working_days_beyond_publication_is_provisional() -> None:
    running = clock(date(2026, 12, 1), "1 month").extended(Limit.parse("2 working days"))
    assert running.due(CHINA) == Due(date(2027, 1, 5), provisional=True)


@pytest.mark.parametrize(
    "pauses",
    [
        (Pause(date(2026, 3, 1), date(2026, 3, 5)),),  # before the start
        (Pause(date(2026, 3, 5), date(2026, 3, 4)),),  # ends before it begins
        (Pause(date(2026, 3, 5)), Pause(date(2026, 3, 9))),  # the first is still open
        (Pause(date(2026, 3, 5), date(2026, 3, 9)), Pause(date(2026, 3, 8))),  # overlap
    ],
)
def test_pauses_out_of_order_are_refused(pauses: tuple[Pause, ...]) -> None:
    with pytest.raises(InvalidField, match="pauses follow the start"):
        StatutoryClock(start=date(2026, 3, 2), limit=Limit.parse("1 month"), pauses=pauses)


def test_a_running_clock_cannot_be_resumed() -> None:
    running = clock(date(2026, 3, 2), "1 month")
    with pytest.raises(InvalidField, match="not stopped"):
        running.resumed(date(2026, 3, 9))
    with pytest.raises(InvalidField, match="not stopped"):
        running.stopped(date(2026, 3, 3)).resumed(date(2026, 3, 4)).resumed(date(2026, 3, 9))


@given(start=days, limit=short_limits, before=st.integers(0, 90), length=st.integers(0, 90))
def test_after_a_pause_there_is_as_much_left_as_there_was_before(
    start: date, limit: Limit, before: int, length: int
) -> None:
    plain = StatutoryClock(start=start, limit=limit)
    since = start + before * DAY
    paused = plain.stopped(since).resumed(since + length * DAY)
    until, unmoved = since + length * DAY, limit.end(start, calendar=CHINA)
    end, later = clock_due(plain), clock_due(paused)
    assert end is not None
    assert later is not None
    assert later >= end
    if since > end:
        assert later == end
    elif since >= unmoved:
        assert later == CHINA.first_working_day(until)
    elif limit.unit is Unit.WORKING_DAY:
        left = CHINA.working_days_between(since, end)
        assert CHINA.working_days_between(until, later) == left
    else:
        assert later == CHINA.first_working_day(unmoved + length * DAY)


@given(start=days, limit=short_limits, by=short_limits)
def test_an_extension_is_never_due_earlier(start: date, limit: Limit, by: Limit) -> None:
    plain = StatutoryClock(start=start, limit=limit)
    end, later = clock_due(plain), clock_due(plain.extended(by))
    assert end is not None
    assert later is not None
    assert later >= end


# Limits as text


@given(limit=any_limits)
def test_a_limit_reads_back_as_it_was_written(limit: Limit) -> None:
    assert Limit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    "text", ["3 working days", "1 working day", "15 days", "1 day", "1 month", "3 months", "1 year"]
)
def test_the_forms_that_schemes_use_are_accepted(text: str) -> None:
    assert str(Limit.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "3", "days", "0 days", "+3 days", "03 days", "1 days", "3 day", "3  days", " 3 days",
     "3 days\n", "３ days", "3 Days", "1000 days", "24 hours", "1.5 days", "3个工作日", "-3 days"],
)  # fmt: skip
def test_any_other_form_is_refused_and_the_forms_are_named(text: str) -> None:
    with pytest.raises(InvalidLimit) as caught:
        Limit.parse(text)
    assert "3 working days" in caught.value.next_en
    assert "1 month" in caught.value.next_zh


@pytest.mark.parametrize("count", [0, -1, 1000])
def test_a_limit_out_of_range_cannot_be_made(count: int) -> None:
    with pytest.raises(InvalidLimit):
        Limit(count, Unit.DAY)


# Local dates


def test_the_local_date_turns_at_sixteen_hours_utc() -> None:
    assert local_date(datetime.datetime(2026, 3, 1, 15, 59, 59, tzinfo=datetime.UTC)) == date(
        2026, 3, 1
    )
    assert local_date(datetime.datetime(2026, 3, 1, 16, tzinfo=datetime.UTC)) == date(2026, 3, 2)


def test_a_naive_instant_has_no_local_date() -> None:
    with pytest.raises(ValueError, match="aware"):
        local_date(datetime.datetime(2026, 3, 1, 16))  # noqa: DTZ001 - the fault under test


@given(instant=st.datetimes(min_value=datetime.datetime(1992, 1, 1), timezones=st.just(SHANGHAI)))  # noqa: DTZ001
def test_the_local_date_is_the_one_on_the_wall(instant: datetime.datetime) -> None:
    assert local_date(instant.astimezone(datetime.UTC)) == instant.date()
