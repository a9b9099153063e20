"""Reads the text of a calendar; every fault is collected with its table path, line and fix."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, TypedDict, TypeVar

from domain.errors import Fault, Refusal, Status

T = TypeVar("T")

SATURDAY: Final = 5
"""``date.weekday()`` of the first day of the weekend."""

LONGEST_HOLIDAY_DAYS: Final = 31
"""Far above any arrangement yet (9 days); it catches a wrong year or month in a range."""

KINDS: Final[Mapping[type[Any], tuple[str, str]]] = {
    str: ("加引号的文字", "a text in quotes"),
    list: ("方括号中的列表", "a list in square brackets"),
    dict: ("一个表", "a table"),
    datetime.date: ("日期(如 2026-02-15,不加引号)", "a date such as 2026-02-15, without quotes"),
}


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
        list_zh = " ".join(f"{fault.path}: {fault.zh}{fault.fix_zh}" for fault in self.faults)
        list_en = " ".join(str(fault) for fault in self.faults)
        super().__init__(count=len(self.faults), list_zh=list_zh, list_en=list_en)


def read_calendar(text: str) -> CalendarFields:
    """Read the TOML text of a calendar.

    Keys: ``id``, ``basis`` (notice numbers), ``published_from``, ``published_through`` (dates), and
    one table ``holiday.<id>`` for each range of days off: ``name`` (zh, en), ``from`` and ``to``
    (both included), ``make_up`` (weekend days worked instead). Raises `InvalidCalendar` with all
    faults, or with the first one where the text is not TOML at all.
    """
    reader = _Reader(text)
    fields = reader.calendar(_load(text))
    if fields is None or reader.faults:
        raise InvalidCalendar(reader.faults)
    return fields


def _load(text: str) -> dict[str, Any]:
    """Parse the TOML; ``tomllib`` stops at the first fault and names its line in its message."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line ([0-9]+)", str(error))
        fault = Fault(
            path="calendar",
            line=int(line[1]) if line else None,
            zh=f"不是有效的 TOML({error})。",
            en=f"This is not TOML: {error}.",
            fix_zh="请更正该处的写法。",
            fix_en="Correct the notation there.",
        )
        raise InvalidCalendar([fault]) from error


class _Reader:
    """Takes values out of the parsed text and notes what is wrong with them."""

    KEYS: ClassVar = ("id", "basis", "published_from", "published_through", "holiday")
    HOLIDAY_KEYS: ClassVar = ("name", "from", "to", "make_up")

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.holidays: dict[datetime.date, str] = {}
        self.make_up_days: dict[datetime.date, str] = {}

    def calendar(self, table: Mapping[str, Any]) -> CalendarFields | None:
        """Read the whole; None where a part of it cannot be had."""
        self.refuse_unknown(table, "calendar", self.KEYS)
        name = self.take(table, "id", str)
        basis = self.take_all(table, "basis", str)
        first = self.take(table, "published_from", datetime.date)
        last = self.take(table, "published_through", datetime.date)
        holidays = self.take(table, "holiday", dict)
        for key, value in (holidays or {}).items():
            if (holiday := self.of_kind(value, f"holiday.{key}", dict)) is not None:
                self.holiday(holiday, f"holiday.{key}")
        if basis == []:
            self.note(
                "basis",
                says=("没有依据。", "It names no notice."),
                fix=("请列出发布通知的文号。", "List the number of each notice."),
            )
        self.check_make_up_days()
        if name is None or basis is None or first is None or last is None or holidays is None:
            return None
        self.check_span(first, last)
        return CalendarFields(
            id=name,
            basis=tuple(basis),
            published_from=first,
            published_through=last,
            holidays=frozenset(self.holidays),
            make_up_days=frozenset(self.make_up_days),
        )

    def holiday(self, table: Mapping[str, Any], path: str) -> None:
        """Read one range of days off with its make-up days."""
        self.refuse_unknown(table, path, self.HOLIDAY_KEYS)
        if (name := self.take(table, f"{path}.name", dict)) is not None:
            self.refuse_unknown(name, f"{path}.name", ("zh", "en"))
            self.take(name, f"{path}.name.zh", str)
            self.take(name, f"{path}.name.en", str)
        for day in self.take_all(table, f"{path}.make_up", datetime.date) or ():
            self.claim(day, f"{path}.make_up", self.make_up_days)
        first = self.take(table, f"{path}.from", datetime.date)
        last = self.take(table, f"{path}.to", datetime.date)
        if first is None or last is None:
            return
        if not 0 <= (last - first).days < LONGEST_HOLIDAY_DAYS:
            self.note(
                f"{path}.to",
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
            self.claim(first + datetime.timedelta(number), f"{path}.from", self.holidays)

    def claim(self, day: datetime.date, path: str, days: dict[datetime.date, str]) -> None:
        """Enter a day once; a second entry is a fault of the second."""
        if day in days:
            self.note(
                path,
                says=(
                    f"{day}已在 {days[day]} 中列出。",
                    f"{day} is listed already in {days[day]}.",
                ),
                fix=("每日只列一次。", "List each day once."),
            )
        days.setdefault(day, path)

    def check_make_up_days(self) -> None:
        """Check that each make-up day is a weekend day that no holiday takes."""
        for day, path in self.make_up_days.items():
            if day.weekday() < SATURDAY:
                self.note(
                    path,
                    says=(f"{day}本是工作日。", f"{day} is a weekday and worked anyway."),
                    fix=("只列调休上班的周末日。", "List only weekend days that are worked."),
                )
            elif day in self.holidays:
                self.note(
                    path,
                    says=(
                        f"{day}又在 {self.holidays[day]} 中列为休息日。",
                        f"{day} is also a day off in {self.holidays[day]}.",
                    ),
                    fix=("请按通知更正其一。", "Correct one of them after the notice."),
                )

    def check_span(self, first: datetime.date, last: datetime.date) -> None:
        """Check that no day lies outside the published span and no year of it is bare."""
        for day, path in (self.holidays | self.make_up_days).items():
            if not first <= day <= last:
                self.note(
                    path,
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
            self.note(
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

    def take(self, table: Mapping[str, Any], path: str, kind: type[T]) -> T | None:
        """Give the value at ``path`` if it is of that kind; else note what should stand there."""
        key = path.rpartition(".")[2]
        if key in table:
            return self.of_kind(table[key], path, kind)
        zh, en = KINDS[kind]
        self.note(path, says=("缺少此项。", "It is missing."), fix=(f"请补上{zh}。", f"Add {en}."))
        return None

    def take_all(self, table: Mapping[str, Any], path: str, kind: type[T]) -> list[T] | None:
        """Give the list at ``path``, without the items that are not of that kind."""
        values = self.take(table, path, list)
        if values is None:
            return None
        items = [self.of_kind(value, path, kind) for value in values]
        return [item for item in items if item is not None]

    def of_kind(self, value: object, path: str, kind: type[T]) -> T | None:
        """Give ``value`` if it is exactly of that kind (a date with a time is no date)."""
        if type(value) is kind and value != "":
            return value
        zh, en = KINDS[kind]
        self.note(
            path,
            says=(f"“{value}”不是{zh}。", f"«{value}» is not {en}."),
            fix=(f"请写成{zh}。", f"Write {en}."),
        )
        return None

    def refuse_unknown(self, table: Mapping[str, Any], path: str, known: tuple[str, ...]) -> None:
        """Note every key that nothing reads: mostly a slip of spelling."""
        for key in table:
            if key not in known:
                self.note(
                    key if path == "calendar" else f"{path}.{key}",
                    says=("没有此项。", "There is no such key."),
                    fix=(f"可用: {'、'.join(known)}。", f"Use one of: {', '.join(known)}."),
                )

    def note(self, path: str, *, says: tuple[str, str], fix: tuple[str, str]) -> None:
        """Keep a fault; ``says`` and ``fix`` are (Chinese, English)."""
        self.faults.append(
            Fault(
                path=path,
                line=self.line(path),
                zh=says[0],
                en=says[1],
                fix_zh=fix[0],
                fix_en=fix[1],
            )
        )

    def line(self, path: str) -> int | None:
        """Give the line (from 1) of a key or table header; of the nearest table if it is absent.

        ``tomllib`` keeps no positions, so this looks for the usual spelling of one key a line.
        """
        if (header := self.header(path)) is not None or not path:
            return header
        parent, _, key = path.rpartition(".")
        opening = self.header(parent) if parent else 0
        if opening is None:
            return self.line(parent)
        for number, line in enumerate(self.lines[opening:], opening + 1):
            if line.startswith("["):
                break
            if line.partition("=")[0].strip() == key:
                return number
        return opening or None

    def header(self, path: str) -> int | None:
        """Give the line of the header of a table."""
        heads = (line.partition("#")[0].strip() for line in self.lines)
        return next((number for number, head in enumerate(heads, 1) if head == f"[{path}]"), None)
