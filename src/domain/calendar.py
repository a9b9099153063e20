"""The statutory calendar and the arithmetic of time limits.

Articles 326-327 of the Implementing Regulations of the Supervision Law (revised 2025-06-01):

- the day on which a limit begins is not counted;
- months and years end on the same day number, else on the month's last day;
- a last day that is a statutory rest day moves to the first day after the rest; the clock of a
  custody measure does not move;
- 以内 («within») includes the day itself: fulfilled on the due date is on time.

Weekends are taken as rest days, make-up days (调休上班) as working days. The calendar is data: an
adoption event carries its text, so no upgrade of the software moves a due date.
"""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Final, Literal, Self

from domain.calendar_text import SATURDAY, read_calendar
from domain.errors import InvalidField, Refusal, Status

SHANGHAI: Final = datetime.timezone(datetime.timedelta(hours=8), "Asia/Shanghai")
"""Chinese standard time. A fixed offset is exact (no daylight saving time since 1991) and, unlike
``zoneinfo``, does not depend on the time zone data of the machine that replays the log."""

ONE_DAY: Final = datetime.timedelta(days=1)


def local_date(instant: datetime.datetime) -> datetime.date:
    """Give the date in China at an aware ``instant``; a naive one is a ``ValueError``."""
    if instant.tzinfo is None:
        raise ValueError("a local date needs an aware instant; give it a time zone (UTC)")
    return instant.astimezone(SHANGHAI).date()


class InvalidLimit(Refusal):
    """A text is not a time limit in one of the accepted forms."""

    code = "invalid_limit"
    status = Status.UNPROCESSABLE
    zh = "“{text}”不是期限。"
    en = "«{text}» is not a time limit."
    next_zh = (
        "请写成“3 working days”(工作日)、“15 days”(日)、“1 month”(月)或“1 year”(年)的形式,"
        "数字为1至999,大于1时用复数。"
    )
    next_en = (
        "Write «3 working days», «15 days», «1 month» or «1 year»: "
        "a number from 1 to 999, one space, the unit (plural above 1)."
    )


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAY = "working day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit as schemes write it: «3 working days», «15 days», «1 month», «1 year».

    ``str`` gives the only accepted spelling back. Hours have no place here: they would need a
    time of day, which an act taken from paper often lacks.
    """

    count: int
    unit: Unit

    FORM: ClassVar = re.compile(r"([1-9][0-9]{0,2}) (working day|day|month|year)s?")

    def __post_init__(self) -> None:
        if not 1 <= self.count <= 999:
            raise InvalidLimit(text=str(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a limit; anything but the canonical spelling is refused with `InvalidLimit`."""
        form = cls.FORM.fullmatch(text)
        limit = cls(int(form[1]), Unit(form[2])) if form else None
        if limit is None or str(limit) != text:
            raise InvalidLimit(text=text)
        return limit

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}{'' if self.count == 1 else 's'}"

    def is_within(self, other: "Limit") -> bool:
        """Whether it ends no later than another from every day on, as far as the units tell.

        Years are twelve months; n days are within n working days. Other units are not compared.
        """
        months = {Unit.MONTH: 1, Unit.YEAR: 12}
        if self.unit in months and other.unit in months:
            return self.count * months[self.unit] <= other.count * months[other.unit]
        same = self.unit == other.unit
        days = (self.unit, other.unit) == (Unit.DAY, Unit.WORKING_DAY)
        return (same or days) and self.count <= other.count

    def end(self, start: datetime.date, *, calendar: "Calendar") -> datetime.date:
        """Give the last day before any move off a rest day; ``start`` is not counted (R 326)."""
        match self.unit:
            case Unit.WORKING_DAY:
                return calendar.working_day_after(start, self.count)
            case Unit.DAY:
                return start + self.count * ONE_DAY
            case Unit.MONTH:
                return _months_after(start, self.count)
            case Unit.YEAR:
                return _months_after(start, 12 * self.count)


def _months_after(start: datetime.date, count: int) -> datetime.date:
    """Give the same day number of a later month, else that month's last day (R 326)."""
    year, month_index = divmod(12 * start.year + start.month - 1 + count, 12)
    last = monthrange(year, month_index + 1)[1]
    return datetime.date(year, month_index + 1, min(start.day, last))


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which a limit is kept.

    ``provisional`` says that the calendar used had no published arrangement for days the result
    depends on, and plain weekends stood in; a later calendar revises it by an event.
    """

    date: datetime.date
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days on which the state rests, as published for a span of years.

    ``basis`` numbers the notices, ``holidays`` are the days off (weekends only where a notice
    names them), ``make_up_days`` the weekend days worked instead. Outside ``published_from`` to
    ``published_through`` only weekends are known.
    """

    id: str
    basis: tuple[str, ...]
    published_from: datetime.date
    published_through: datetime.date
    holidays: frozenset[datetime.date]
    make_up_days: frozenset[datetime.date]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a calendar from TOML; `InvalidCalendar` lists every fault with place and fix."""
        return cls(**read_calendar(text))

    def is_working_day(self, day: datetime.date) -> bool:
        """Say whether ``day`` is worked: make-up days are, holidays and other weekends are not."""
        if day in self.holidays:
            return False
        return day.weekday() < SATURDAY or day in self.make_up_days

    def is_published(self, day: datetime.date) -> bool:
        """Say whether the arrangement for ``day`` is known rather than assumed."""
        return self.published_from <= day <= self.published_through

    def first_working_day(self, day: datetime.date) -> datetime.date:
        """Give ``day`` if it is worked, else the first day after the rest (R 327)."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_day_after(self, start: datetime.date, count: int) -> datetime.date:
        """Give the ``count``-th working day after ``start``; with 0 it is ``start`` itself."""
        day = start
        for _ in range(count):
            day = self.first_working_day(day + ONE_DAY)
        return day

    def working_days_between(self, after: datetime.date, until: datetime.date) -> int:
        """Count the working days later than ``after`` and not later than ``until``."""
        span = range(1, (until - after).days + 1)
        return sum(self.is_working_day(after + days * ONE_DAY) for days in span)


def due_date(
    start: datetime.date, limit: Limit, *, calendar: Calendar, custody: bool = False
) -> Due:
    """Give the due date of a limit that began on ``start`` (R 326-327).

    ``custody`` is for measures on the person: their last day does not move off a rest day.
    """
    clock = StatutoryClock(start=start, limit=limit, custody=custody)
    return _due(limit.end(start, calendar=calendar), clock=clock, calendar=calendar)


def working_days_late(due: datetime.date, fulfilled: datetime.date, calendar: Calendar) -> int:
    """Count the working days by which ``fulfilled`` misses ``due``; 0 exactly when it is on time.

    A rest day counts as the working day it leads to: due on Friday, done on Saturday is 1, like
    done on Monday. Otherwise late work would be reported as 0 days late.
    """
    if fulfilled <= due:
        return 0
    return calendar.working_days_between(due, calendar.first_working_day(fulfilled))


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count towards a limit, such as a supplementary investigation (R 226).

    The day it begins still counts; the day it ends does not, like any first day (R 326). While
    ``until`` is missing the clock stands.
    """

    since: datetime.date
    until: datetime.date | None = None

    def resume(self, end: datetime.date, unit: Unit, *, calendar: Calendar) -> datetime.date | None:
        """Give the new last day: what was left on ``since`` runs on after ``until``.

        What is left of a limit in months or years is counted in days. None while it stands.
        """
        if self.until is None:
            return None
        if unit is Unit.WORKING_DAY:
            left = calendar.working_days_between(self.since, end)
            return calendar.working_day_after(self.until, left)
        return self.until + max(end - self.since, datetime.timedelta(0))


ExtendedBy = Literal["nobody", "approval", "level_above"]
"""Who gives more time: nobody · 经批准, whom it is owed to or the commission · 上一级, the level above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryClock:
    """One running limit that may be extended, stopped, resumed and restarted.

    It answers only for now: to keep every earlier due date visible is the caller's part (an event
    for each change). An extension runs on from the last day of the time before it, taken **before**
    that day was moved off a rest day (R 327 moves the end of a limit, it does not lengthen it).
    """

    start: datetime.date
    limit: Limit
    custody: bool = False
    extensions: tuple[Limit, ...] = ()
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        known = self.start
        for pause in self.pauses:
            if pause.since < known or (pause.until or pause.since) < pause.since:
                raise InvalidField(
                    field="pauses",
                    reason_zh="中止须在起算之后,先止后起,互不重叠",
                    reason_en="pauses follow the start and each other, and end after they begin",
                )
            known = pause.until or datetime.date.max

    def extended(self, by: Limit) -> Self:
        """Give the clock with more time, in whatever unit the approval names."""
        return replace(self, extensions=(*self.extensions, by))

    def stopped(self, on: datetime.date) -> Self:
        """Give the clock standing from ``on``; `InvalidField` if it stands already."""
        return replace(self, pauses=(*self.pauses, Pause(on)))

    def resumed(self, on: datetime.date) -> Self:
        """Give the clock running again from ``on``; `InvalidField` if it does not stand."""
        *before, last = self.pauses or (Pause(on, on),)
        if last.until is not None:
            raise InvalidField(
                field="pauses", reason_zh="期限并未中止", reason_en="the limit is not stopped"
            )
        return replace(self, pauses=(*before, Pause(last.since, on)))

    def restarted(self, on: datetime.date) -> Self:
        """Give the clock begun anew on ``on`` (re-investigation, R 226; fugitive back, R 215).

        The full limit runs again; extensions and pauses of the first run do not carry over.
        """
        return replace(self, start=on, extensions=(), pauses=())

    def due(self, calendar: Calendar) -> Due | None:
        """Give the due date, or None while the clock stands: there is none until it resumes.

        A pause that begins only after the due date changes nothing.
        """
        end = self._end(calendar)
        return None if end is None else _due(end, clock=self, calendar=calendar)

    def _end(self, calendar: Calendar) -> datetime.date | None:
        """Give the last day before it is moved: each stretch of time in turn, with its pauses."""
        pauses = list(self.pauses)
        end = self.start
        for number, limit in enumerate(self.limits, 1):
            end = limit.end(end, calendar=calendar)
            is_last = number == len(self.limits)
            while pauses and pauses[0].since <= (self.settle(end, calendar) if is_last else end):
                resumed = pauses.pop(0).resume(end, limit.unit, calendar=calendar)
                if resumed is None:
                    return None
                end = resumed
        return end

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limit and its extensions, in the order in which they run."""
        return (self.limit, *self.extensions)

    def settle(self, end: datetime.date, calendar: Calendar) -> datetime.date:
        """Move a last day off a rest day, except for custody (R 327)."""
        return end if self.custody else calendar.first_working_day(end)


def _due(end: datetime.date, *, clock: StatutoryClock, calendar: Calendar) -> Due:
    """Settle the last day, and say whether any day that mattered lacks a published arrangement."""
    day = clock.settle(end, calendar)
    counts_working_days = any(limit.unit is Unit.WORKING_DAY for limit in clock.limits)
    if clock.custody and not counts_working_days:
        return Due(day, provisional=False)
    first_asked = clock.start + ONE_DAY if counts_working_days else end
    published = calendar.is_published(first_asked) and calendar.is_published(day)
    return Due(day, provisional=not published)
