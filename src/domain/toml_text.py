"""Reads a text that people write in TOML, and collects every fault with place, reason and fix.

``tomllib`` keeps no positions, so lines are found by the usual spelling: one key a line, tables and
arrays of tables under headers of their own.
"""

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from textwrap import shorten
from typing import Any, Final, TypeVar

from domain.errors import Fault

T = TypeVar("T")

SHOWN_MAX: Final = 40
"""How many characters of a value a fault repeats."""

_TEXT: Final = ("加引号的文字", "a text in quotes")
_DATE: Final = ("日期(如 2026-02-15,不加引号)", "a date such as 2026-02-15, without quotes")

_HEADER: Final = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(#.*)?$")
_FIRST: Final = re.compile(r"[.\[]")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


def listed(faults: Sequence[Fault]) -> Mapping[str, object]:
    """The details of a refusal that lists faults: ``count``, ``list_zh``, ``list_en``."""
    return {
        "count": len(faults),
        "list_zh": " ".join(f"{fault.path}: {fault.zh}{fault.fix_zh}" for fault in faults),
        "list_en": " ".join(str(fault) for fault in faults),
    }


class TomlText:
    """A text with its faults. ``table`` is the whole as a `Table`, None if it is no TOML at all."""

    def __init__(self, text: str, *, name: str) -> None:
        self.faults: list[Fault] = []
        self._lines = dict(_positions(text))
        try:
            self.table: Table | None = Table(self, tomllib.loads(text), where="", shown="")
        except tomllib.TOMLDecodeError as error:
            self.table = None
            found = re.search(r"at line ([0-9]+)", str(error))
            line = int(found[1]) if found else text.count("\n") + 1
            self.faults.append(
                Fault(
                    path=name,
                    line=line,
                    zh=f"不是有效的 TOML({error})。",
                    en=f"This is not TOML: {error}.",
                    fix_zh="请更正该处的写法。",
                    fix_en="Correct the notation there.",
                )
            )

    def line(self, where: str) -> int | None:
        """The line of a key or header, else of the nearest table around it."""
        while where:
            if where in self._lines:
                return self._lines[where]
            where = where.rpartition(".")[0]
        return None


def _positions(text: str) -> Iterator[tuple[str, int]]:
    """Give where each header and key stands: ``mechanism[2].obligation[0].due`` → its line."""
    counts: dict[str, int] = {}
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            within = _indexed(header[1].strip(), line.lstrip().startswith("[["), counts)
            yield within, number
        elif key := _KEY.match(line):
            yield f"{within}.{key[1]}" if within else key[1], number


def _indexed(name: str, is_array: bool, counts: dict[str, int]) -> str:
    """The header's path with the place of each array of tables it lies in."""
    path = ""
    parts = name.split(".")
    for depth, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if is_array and depth == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
            for inner in [key for key in counts if key.startswith(f"{path}[")]:
                del counts[inner]
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path


class Table:
    """One table of the text. Values are taken out by kind; what was never taken is a fault.

    A value that is missing or of another kind is noted, and something empty stands in for it: so
    the other faults are found too, and nobody uses what has faults. ``shown`` is the path as faults
    name it: by ids rather than by places in arrays. ``homes`` are the tables in which keys stand that
    do not stand in this one.
    """

    def __init__(self, text: TomlText, data: Mapping[str, Any], *, where: str, shown: str) -> None:
        self._text = text
        self._data = data
        self._where = where
        self.shown = shown
        self._taken: set[str] = set()
        self.homes: Mapping[str, Table] = {}

    def with_those_of(self, other: "Table", keys: Iterable[str]) -> "Table":
        """This table with some keys as another has them: faults in those are told there."""
        given = other.given(keys)
        found = Table(self._text, {**self._data, **given}, where=self._where, shown=self.shown)
        found.homes = dict.fromkeys(given, other)
        return found

    def given(self, keys: Iterable[str]) -> Mapping[str, Any]:
        """What stands under keys, for another table to read."""
        found = {key: self._data[key] for key in keys}
        self._taken.update(found)
        return found

    def _home(self, key: str) -> "Table":
        """The table in which a key stands in the text."""
        return self.homes.get(_FIRST.split(key, maxsplit=1)[0], self)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that stand in the table."""
        return tuple(self._data)

    def note(self, key: str, *, says: tuple[str, str], fix: tuple[str, str]) -> None:
        """Note a fault at a key; ``says`` and ``fix`` are (Chinese, English)."""
        if (home := self._home(key)) is not self:
            home.note(key, says=says, fix=fix)
            return
        where = f"{self._where}.{key}" if self._where and key else self._where or key
        self._text.faults.append(
            Fault(
                path=f"{self.shown}.{key}" if self.shown and key else self.shown or key,
                line=self._text.line(where),
                zh=says[0],
                en=says[1],
                fix_zh=fix[0],
                fix_en=fix[1],
            )
        )

    def _take(self, key: str, kind: type, what: tuple[str, str], *, needed: bool) -> Any:
        self._taken.add(key)
        value = self._data.get(key)
        if value is None:
            if needed:
                self.note(
                    key,
                    says=("缺少此项。", "It is missing."),
                    fix=(f"请补上{what[0]}。", f"Add {what[1]}."),
                )
            return None
        return self._of_kind(key, value, kind, what)

    def _of_kind(self, key: str, value: Any, kind: type[T], what: tuple[str, str]) -> T | None:
        """The value, if it is exactly of that kind (a date with a time is no date)."""
        if type(value) is kind and value != "":
            return value
        found = shorten(str(value), SHOWN_MAX, placeholder="…")
        self.note(
            key,
            says=(f"“{found}”不是{what[0]}。", f"«{found}» is not {what[1]}."),
            fix=(f"请写成{what[0]}。", f"Write {what[1]}."),
        )
        return None

    def text(self, key: str) -> str:
        """A text that is not empty."""
        return self.maybe_text(key, needed=True) or ""

    def maybe_text(self, key: str, *, needed: bool = False) -> str | None:
        """A text, or None where there is none."""
        found: str | None = self._take(key, str, _TEXT, needed=needed)
        return found

    def flag(self, key: str, *, default: bool) -> bool:
        """``true`` or ``false``."""
        found = self._take(key, bool, ("true 或 false", "true or false"), needed=False)
        return default if found is None else bool(found)

    def maybe_whole(self, key: str, *, least: int, needed: bool = False) -> int | None:
        """A whole number, not below ``least``; None where there is none."""
        what = (f"不小于{least}的整数", f"a whole number, {least} or more")
        found: int | None = self._take(key, int, what, needed=needed)
        if found is not None and found < least:
            self._of_kind(key, str(found), int, what)
        return found

    def whole(self, key: str, *, least: int) -> int:
        """A whole number, not below ``least``."""
        return self.maybe_whole(key, least=least, needed=True) or 0

    def date(self, key: str) -> datetime.date:
        """A date without quotes."""
        return self.maybe_date(key, needed=True) or datetime.date.min

    def maybe_date(self, key: str, *, needed: bool = False) -> datetime.date | None:
        """A date, or None where there is none."""
        found: datetime.date | None = self._take(key, datetime.date, _DATE, needed=needed)
        return found

    def span(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The effective dates ``from`` and ``until`` (included), both optional."""
        begins, ends = self.maybe_date("from"), self.maybe_date("until")
        if begins is not None and ends is not None and ends < begins:
            self.note(
                "until",
                says=(f"{ends}早于{begins}。", f"{ends} is before {begins}."),
                fix=("until 不得早于 from。", "Let «until» be on or after «from»."),
            )
        return begins, ends

    def choice(self, key: str, known: Iterable[str]) -> str:
        """One of the known words."""
        return self.maybe_choice(key, known, needed=True) or ""

    def maybe_choice(self, key: str, known: Iterable[str], *, needed: bool = False) -> str | None:
        """One of the known words, or None where there is none."""
        found, known = self.maybe_text(key, needed=needed), tuple(known)
        if found is not None and found not in known:
            self.unknown(key, found, known)
            return None
        return found

    def unknown(self, key: str, found: str, known: Iterable[str]) -> None:
        """Note a word that means nothing here, with the nearest of those that do."""
        near = get_close_matches(found, known := sorted(known), n=3, cutoff=0.5) or known[:12]
        self.note(
            key,
            says=(f"没有“{found}”。", f"There is no «{found}»."),
            fix=(f"可用: {'、'.join(near)}。", f"Use one of: {', '.join(near)}."),
        )

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        self._taken.add(key)
        value = self._data.get(key)
        if isinstance(value, str) and value:
            return (value,)
        what = ("方括号中的文字列表", "a list of texts in square brackets")
        found = self._take(key, list, what, needed=needed) or ()
        if not all(isinstance(item, str) and item for item in found):
            self.note(
                key,
                says=("列表中有不是文字的项。", "Something in the list is not a text."),
                fix=("每一项都加引号。", "Put every item in quotes."),
            )
            return ()
        return tuple(found)

    def list_of_texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that has to be there, if only empty."""
        return self._list(key, str, _TEXT)

    def list_of_dates(self, key: str) -> tuple[datetime.date, ...]:
        """A list of dates that has to be there, if only empty."""
        return self._list(key, datetime.date, _DATE)

    def _list(self, key: str, kind: type[T], what: tuple[str, str]) -> tuple[T, ...]:
        """The items of that kind; each of the others is noted."""
        values = self._take(key, list, ("方括号中的列表", "a list in square brackets"), needed=True)
        items = (self._of_kind(key, value, kind, what) for value in values or ())
        return tuple(item for item in items if item is not None)

    def plain(self, key: str) -> Mapping[str, str | int | bool]:
        """A table of plain values: texts, whole numbers, ``true`` and ``false``."""
        found = self._take(key, dict, ("一个表", "a table"), needed=False) or {}
        for name, value in found.items():
            if not isinstance(value, str | int | bool):
                self.note(
                    f"{key}.{name}",
                    says=(f"“{value}”不是简单的值。", f"«{value}» is not a plain value."),
                    fix=(
                        "请写成文字、整数或 true/false。",
                        "Write a text, a number, true or false.",
                    ),
                )
        return {n: v for n, v in found.items() if isinstance(v, str | int | bool)}

    def table(self, key: str) -> "Table":
        """A table within this one; an empty one where it is missing."""
        found = self._take(key, dict, ("一个表", "a table"), needed=True)
        return self.inner(found or {}, key, key)

    def named_tables(self, key: str) -> Mapping[str, "Table"]:
        """The tables ``[key.<name>]`` by their names."""
        outer = self.table(key) if key in self else self.inner({}, key, key)
        return {name: outer.table(name) for name in outer.keys}

    def tables(self, key: str, *, named: str | None = None) -> tuple["Table", ...]:
        """An array of tables; faults name each by the value of ``named``, else by its place."""
        what = ("[[…]] 形式的表", "tables under [[…]] headers")
        found = self._take(key, list, what, needed=False) or ()
        inner = []
        for place, item in enumerate(found):
            if not isinstance(item, dict):
                self.note(
                    key,
                    says=(f"“{item}”不是表。", f"«{item}» is not a table."),
                    fix=("请写成 { … }。", "Write { … }."),
                )
                continue
            name = item.get(named) if named else None
            shown = f"{key}.{name}" if isinstance(name, str) and name else f"{key}[{place}]"
            inner.append(self.inner(item, f"{key}[{place}]", shown))
        return tuple(inner)

    def inner(self, data: Mapping[str, Any], where: str, shown: str) -> "Table":
        """A table that lies in this one, at ``where`` in the text and ``shown`` so in faults."""
        if (home := self._home(where)) is not self:
            return home.inner(data, where, shown)
        return Table(
            self._text,
            data,
            where=f"{self._where}.{where}" if self._where else where,
            shown=f"{self.shown}.{shown}" if self.shown else shown,
        )

    def refuse_rest(self) -> None:
        """Note every key that nothing reads: mostly a slip of spelling."""
        for key in self._data:
            if key not in self._taken:
                known = sorted(self._taken)
                self.note(
                    key,
                    says=("没有此项。", "There is no such key."),
                    fix=(f"可用: {'、'.join(known)}。", f"Use one of: {', '.join(known)}."),
                )
