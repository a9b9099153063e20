"""Reads the text of a calendar (TOML), with every fault it has."""

import datetime
from collections.abc import Iterable
from typing import Final, TypedDict

from domain.errors import Fault, Refusal, Status
from domain.toml_text import Table, TomlText, listed

SATURDAY: Final = 5
"""``date.weekday()`` of the first day of the weekend."""

LONGEST_HOLIDAY_DAYS: Final = 31
"""Far above any arrangement yet (9 days); it catches a wrong year or month in a range."""


class CalendarFields(TypedDict):
    """What the text of a calendar says: the fields of `domain.calendar.Calendar`."""

    id: str
    basis: tuple[str, ...]
    published_from: datetime.date
    published_through: datetime.date
    holidays: frozenset[datetime.date]
    make_up_days: frozenset[datetime.date]


class InvalidCalendar(Refusal):
    """The text of a calendar has faults: ``faults`` lists all of them, each with place and fix."""

    code = "invalid_calendar"
    status = Status.UNPROCESSABLE
    zh = "日历文本有{count}处错误。{list_zh}"
    en = "The text of the calendar has {count} fault(s). {list_en}"
    next_zh = "请逐处更正后重新提交。"
    next_en = "Correct each of them and send the text again."

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(**listed(self.faults))


def read_calendar(text: str) -> CalendarFields:
    """Read the TOML text of a calendar.

    Keys: ``id``, ``basis`` (notice numbers), ``published_from``, ``published_through`` (dates), and
    one table ``holiday.<id>`` for each range of days off: ``name`` (zh, en), ``from`` and ``to``
    (both included), ``make_up`` (weekend days worked instead). Raises `InvalidCalendar` with all
    faults, or with the first one where the text is not TOML at all.
    """
    whole = TomlText(text, name="calendar")
    if whole.table is None:
        raise InvalidCalendar(whole.faults)
    fields = _Reader(whole.table).calendar()
    if whole.faults:
        raise InvalidCalendar(whole.faults)
    return fields


Entry = tuple[Table, str]
"""Where a day is listed: a table and its key."""


def _path(entry: Entry) -> str:
    table, key = entry
    return f"{table.shown}.{key}"


class _Reader:
    """Reads holiday after holiday, and keeps where each day is listed."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.holidays: dict[datetime.date, Entry] = {}
        self.make_up_days: dict[datetime.date, Entry] = {}

    def calendar(self) -> CalendarFields:
        """The whole. Where a part of it has faults, something empty stands in for it."""
        table = self.table
        name, basis = table.text("id"), table.list_of_texts("basis")
        first = table.maybe_date("published_from", needed=True)
        last = table.maybe_date("published_through", needed=True)
        holidays = table.table("holiday")
        for key in holidays.keys:
            self.holiday(holidays.table(key))
        if not basis and "basis" in table:
            table.note(
                "basis",
                says=("没有依据。", "It names no notice."),
                fix=("请列出发布通知的文号。", "List the number of each notice."),
            )
        self.check_make_up_days()
        if first is not None and last is not None:
            self.check_span(first, last)
        table.refuse_rest()
        return CalendarFields(
            id=name,
            basis=basis,
            published_from=first or datetime.date.min,
            published_through=last or datetime.date.min,
            holidays=frozenset(self.holidays),
            make_up_days=frozenset(self.make_up_days),
        )

    def holiday(self, table: Table) -> None:
        """Read one range of days off with its make-up days."""
        name = table.table("name")
        name.text("zh")
        name.text("en")
        name.refuse_rest()
        for day in table.list_of_dates("make_up"):
            _claim(day, (table, "make_up"), self.make_up_days)
        first = table.maybe_date("from", needed=True)
        last = table.maybe_date("to", needed=True)
        table.refuse_rest()
        if first is None or last is None:
            return
        if not 0 <= (last - first).days < LONGEST_HOLIDAY_DAYS:
            table.note(
                "to",
                says=(
                    f"{first}至{last}不是一个假期。",
                    f"{first} to {last} is not the span of a holiday.",
                ),
                fix=(
                    f"to 不早于 from,全长不超过{LONGEST_HOLIDAY_DAYS}日。",
                    f"Let it end on or after «from», within {LONGEST_HOLIDAY_DAYS} days.",
                ),
            )
            return
        for number in range((last - first).days + 1):
            _claim(first + datetime.timedelta(number), (table, "from"), self.holidays)

    def check_make_up_days(self) -> None:
        """Check that each make-up day is a weekend day that no holiday takes."""
        for day, (table, key) in self.make_up_days.items():
            if day.weekday() < SATURDAY:
                table.note(
                    key,
                    says=(f"{day}本是工作日。", f"{day} is a weekday and worked anyway."),
                    fix=("只列调休上班的周末日。", "List only weekend days that are worked."),
                )
            elif day in self.holidays:
                path = _path(self.holidays[day])
                table.note(
                    key,
                    says=(
                        f"{day}又在 {path} 中列为休息日。",
                        f"{day} is also a day off in {path}.",
                    ),
                    fix=("请按通知更正其一。", "Correct one of them after the notice."),
                )

    def check_span(self, first: datetime.date, last: datetime.date) -> None:
        """Check that no day lies outside the published span and no year of it is bare."""
        for day, (table, key) in (self.holidays | self.make_up_days).items():
            if not first <= day <= last:
                table.note(
                    key,
                    says=(
                        f"{day}不在{first}至{last}之间。",
                        f"{day} is outside {first} to {last}.",
                    ),
                    fix=(
                        "请更正该日期,或 published_from、published_through。",
                        "Correct the day, or published_from and published_through.",
                    ),
                )
        years = {day.year for day in self.holidays}
        bare = next((year for year in range(first.year, last.year + 1) if year not in years), None)
        if last < first or bare is not None:
            self.table.note(
                "published_through",
                says=(
                    f"{first}至{last}并非均已公布(无假期年份: {bare or '全部'})。",
                    f"{first} to {last} is not all published: no holiday in {bare or 'it'}.",
                ),
                fix=(
                    "请补上该年通知,或改为已公布的最后一日。",
                    "Add that year's notice, or name the last day that is published.",
                ),
            )


def _claim(day: datetime.date, entry: Entry, days: dict[datetime.date, Entry]) -> None:
    """Enter a day once; a second entry is a fault of the second."""
    if day in days:
        table, key = entry
        path = _path(days[day])
        table.note(
            key,
            says=(f"{day}已在 {path} 中列出。", f"{day} is listed already in {path}."),
            fix=("每日只列一次。", "List each day once."),
        )
    days.setdefault(day, entry)
