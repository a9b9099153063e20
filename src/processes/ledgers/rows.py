"""The rows of a ledger as commands: every cell read by the map, and what is wrong with it by column.

Rows come one at a time, so that a ledger of any length takes the same memory.
"""

import contextlib
import datetime
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from processes.ledgers.errors import ColumnsMissing, NotAWorkbook, SheetMissing
from processes.ledgers.mapping import Column, LedgerMap

ERROR_CELL: Final = "e"
"""How openpyxl marks a cell that holds a spreadsheet's error: #REF!, #N/A …"""
_UNREADABLE: Final = (OSError, KeyError, ValueError, zipfile.BadZipFile, InvalidFileException)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """One thing wrong with a row: its number in the sheet, the column where known, and why."""

    row: int
    column: str | None
    zh: str
    en: str


@dataclass(slots=True)
class Row:
    """A row of the ledger: its number, its key, the fields of its command by name, and its faults."""

    number: int
    key: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        """The data of its command."""
        found: dict[str, Any] = nested(self.fields)
        return found

    def note(self, column: str | None, zh: str, en: str) -> None:
        """Note what is wrong."""
        self.faults.append(RowFault(row=self.number, column=column, zh=zh, en=en))


def read_rows(file: Path, ledger: LedgerMap) -> Iterator[Row]:
    """Every row below the header that is not empty.

    Raises `NotAWorkbook`, `SheetMissing`, `ColumnsMissing` before the first.
    """
    with _opened(file) as workbook:
        sheet = ledger.sheet or workbook.sheetnames[0]
        if sheet not in workbook.sheetnames:
            raise SheetMissing(sheet=sheet, known="、".join(workbook.sheetnames))
        lines = workbook[sheet].iter_rows(min_row=ledger.header)
        titles = [_text(cell.value) for cell in next(lines, ())]
        missing = [title for title in ledger.titles if title not in titles]
        if missing:
            raise ColumnsMissing(row=ledger.header, columns="、".join(missing))
        places = {title: titles.index(title) for title in ledger.titles}
        seen: dict[tuple[str, ...], int] = {}
        for number, cells in enumerate(lines, start=ledger.header + 1):
            if any(cell.value is not None for cell in cells):
                yield _row(number, cells, places, ledger, seen)


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[Workbook]:
    try:
        workbook = load_workbook(file, read_only=True, data_only=True)
    except _UNREADABLE as error:
        raise NotAWorkbook(file=file.name, reason=error) from error
    with contextlib.closing(workbook):
        try:
            yield workbook
        except ParseError as error:  # a sheet is read while its rows are taken
            raise NotAWorkbook(file=file.name, reason=error) from error


def _row(
    number: int,
    cells: Sequence[Cell | MergedCell],
    places: Mapping[str, int],
    ledger: LedgerMap,
    seen: dict[tuple[str, ...], int],
) -> Row:
    row = Row(number)
    found = {title: cells[at] for title, at in places.items() if at < len(cells)}
    row.key = tuple(_text(found[title].value) if title in found else "" for title in ledger.key)
    if not all(row.key):
        row.note(ledger.key[row.key.index("")], "关键列不能为空。", "A key column is empty.")
    elif row.key in seen:
        first = seen[row.key]
        row.note(ledger.key[0], f"与第{first}行重复。", f"It repeats row {first}.")
    else:
        seen[row.key] = number
    row.fields.update(ledger.fixed)
    for column in ledger.columns:
        if column.title in found:
            _read(found[column.title], column, row)
    return row


def _read(cell: Cell | MergedCell, column: Column, row: Row) -> None:
    """Put what a cell says where the column puts it; an empty one says nothing."""
    if getattr(cell, "data_type", None) == ERROR_CELL:
        row.note(
            column.title,
            f"单元格为公式错误“{cell.value}”。",
            f"The cell holds the error «{cell.value}».",
        )
        return
    text = _text(cell.value)
    if not text:
        return
    if column.values:
        if text not in column.values:
            known = "、".join(column.values)
            row.note(column.title, f"“{text}”不在 {known} 之中。", f"«{text}» is none of {known}.")
            return
        row.fields[column.field] = column.values[text]
        return
    value = _of_kind(text, column)
    if value is None:
        zh, en = _KINDS[column.kind]
        row.note(column.title, f"“{text}”不是{zh}。", f"«{text}» is not {en}.")
        return
    row.fields[column.field] = value


_KINDS: Final = {
    "text": ("文字", "a text"),
    "integer": ("整数", "a whole number"),
    "date": ("日期(如 2026-03-02)", "a date such as 2026-03-02"),
}
_DATES: Final = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")


def _of_kind(text: str, column: Column) -> str | int | None:
    match column.kind:
        case "text":
            return text
        case "integer":
            return int(text) if text.removeprefix("-").isdecimal() else None
        case "date":
            for form in _DATES:
                with contextlib.suppress(ValueError):
                    return datetime.datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
            return None


def _text(value: object) -> str:
    """A cell as people read it: days without time, whole numbers without a point."""
    match value:
        case None:
            return ""
        case datetime.datetime():
            return value.date().isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def nested(fields: Mapping[str, Any]) -> Any:
    """Objects and arrays of names such as ``subjects.0.name``."""
    groups: dict[str, dict[str, Any]] = {}
    for name, value in fields.items():
        head, _, rest = name.partition(".")
        groups.setdefault(head, {})[rest] = value
    made = {head: each[""] if "" in each else nested(each) for head, each in groups.items()}
    if made and all(map(str.isdecimal, made)):
        return [made[head] for head in sorted(made, key=int)]
    return made
