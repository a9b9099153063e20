"""The lines of a scenario as people write them, before they mean anything.

A scenario is one ``.scenario`` file or a folder of them. One action a line::

    # a comment
    2026-03-04 case-supervision/zhang  lead.receive  L17  source=audit document=临审移〔2026〕3号
        subjects: name=王某 post=基建科长 standing.post_level=section_head
        @expect wrong_state

Day (``T15:30`` may follow), party/person, action, the handle of what is acted on, then fields: each
value runs to the next ``name=``. Indented lines belong to the action above: ``field: …`` adds one
item of a list, or a text of its own, and ``posts.organ=…`` is in the one item of a list inside; ``@expect``
names the refusal that is expected; ``@makes L18 part-1`` gives a handle to a further stream that the
action opens (``@makes R1 rectification/1`` to one of another family). ``+3wd`` behind a day counts working
days, ``+3d`` days, one after the other. ``scan=file:files/sheet.pdf`` is the SHA-256 of that file, from the
folder of the scenario, ``scan=sha256:…`` that of the text that follows. What begins with ``@`` at the margin
sets the stage. ``@each`` … ``@end`` repeats lines for each row of a table, with its columns in braces::

    @each public-posts.table where outcome=filed
    {day}+20wd sg-employment/sun  lead.file_case  {lead}  document=临驻人社立〔2026〕{number}号
    @end

A table has a line of column names, then a row a line; two spaces or more part the columns.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from domain.errors import Fault
from processes.errors import ScenarioInvalid

SUFFIX: Final = ".scenario"
_WHERE: Final = re.compile(r"(?P<column>[\w-]+)=(?P<value>\S+)")
_COLUMN: Final = re.compile(r"\{([\w-]+)\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands. ``row`` is the row of the table that fills it in, from 1."""

    file: str
    number: int
    row: int | None = None

    def __str__(self) -> str:
        row = "" if self.row is None else f" (row {self.row})"
        return f"{self.file}:{self.number}{row}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line at the margin with the indented lines under it."""

    place: Place
    text: str
    under: tuple[tuple[Place, str], ...] = ()

    @property
    def whole(self) -> str:
        """The text with what is under it, as ids are derived from it."""
        return "\n".join((self.text, *(text for _, text in self.under)))


@dataclass
class Faults:
    """The faults found so far; a scenario is refused with all of them."""

    found: list[Fault] = field(default_factory=list)

    def add(self, place: Place, *, zh: str, en: str, fix: tuple[str, str]) -> None:
        """Note one: what is wrong at a place and what to do, each in Chinese and English."""
        path = place.file if place.row is None else f"{place.file} (row {place.row})"
        self.found.append(Fault(path, zh, en, *fix, line=place.number))

    def refuse(self) -> None:
        """Raise `ScenarioInvalid` if there are any."""
        if self.found:
            raise ScenarioInvalid(self.found)


def files_of(path: Path) -> tuple[Path, ...]:
    """The files of a scenario: itself, or those of a folder by name."""
    return tuple(sorted(path.glob(f"*{SUFFIX}"))) if path.is_dir() else (path,)


def entries(path: Path, faults: Faults) -> Iterator[Entry]:
    """Every entry of one file, tables filled in."""
    lines = path.read_text("utf-8").splitlines()
    plain = _gathered(_numbered(lines, path.name), faults)
    yield from _repeated(plain, path.parent, faults)


def _numbered(lines: Iterable[str], file: str) -> Iterator[tuple[Place, str]]:
    """Lines with their places, without comments and empty ones."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield Place(file, number), line.rstrip()


def _gathered(lines: Iterable[tuple[Place, str]], faults: Faults) -> Iterator[Entry]:
    """Join indented lines to the one at the margin above."""
    entry: Entry | None = None
    for place, line in lines:
        if not line[0].isspace():
            if entry is not None:
                yield entry
            entry = Entry(place, line)
        elif entry is None:
            faults.add(
                place,
                zh="缩进行上方没有办理事项。",
                en="No action stands above this indented line.",
                fix=("请顶格书写,或移到所属事项之下。", "Begin it at the margin, or move it."),
            )
        else:
            entry = Entry(entry.place, entry.text, (*entry.under, (place, line.strip())))
    if entry is not None:
        yield entry


def _repeated(plain: Iterable[Entry], folder: Path, faults: Faults) -> Iterator[Entry]:
    """Fill what stands between ``@each`` and ``@end`` in, once for each row of the table."""
    rows: tuple[tuple[int, Mapping[str, str]], ...] | None = None
    for entry in plain:
        if entry.text.startswith("@each "):
            rows = tuple(_rows(entry, folder, faults))
        elif entry.text == "@end":
            rows = None
        elif rows is None:
            yield entry
        else:
            for number, row in rows:
                yield _filled(entry, number, row, faults)


def _rows(each: Entry, folder: Path, faults: Faults) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table for which every ``column=value`` after ``where`` holds, numbered from 1."""
    name, _, where = each.text.removeprefix("@each ").partition(" where ")
    path = folder / name.strip()
    if not path.is_file():
        faults.add(
            each.place,
            zh=f"没有表“{name.strip()}”。",
            en=f"There is no table «{name.strip()}».",
            fix=("请把表放在同一文件夹。", "Put it into the folder of this file."),
        )
        return
    wanted = {match["column"]: match["value"] for match in _WHERE.finditer(where)}
    for number, row in enumerate(table(path, faults), 1):
        if all(row.get(column) == value for column, value in wanted.items()):
            yield number, row


def table(path: Path, faults: Faults) -> Iterator[Mapping[str, str]]:
    """The rows of a table file, by column name."""
    lines = _numbered(path.read_text("utf-8").splitlines(), path.name)
    columns: list[str] = []
    for place, line in lines:
        cells = re.split(r"\s{2,}", line.strip())
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            faults.add(
                place,
                zh=f"应有{len(columns)}栏,实有{len(cells)}栏。",
                en=f"{len(columns)} columns are wanted, {len(cells)} stand here.",
                fix=("各栏之间至少空两格。", "Part columns by two spaces or more."),
            )
        else:
            yield dict(zip(columns, cells, strict=True))


def _filled(entry: Entry, number: int, row: Mapping[str, str], faults: Faults) -> Entry:
    def fill(place: Place, text: str) -> tuple[Place, str]:
        for column in _COLUMN.findall(text):
            if column not in row:
                faults.add(
                    place,
                    zh=f"表中没有“{column}”栏。",
                    en=f"The table has no column «{column}».",
                    fix=(f"可用:{'、'.join(row)}。", f"Use one of: {', '.join(row)}."),
                )
        filled = _COLUMN.sub(lambda match: row.get(match[1], ""), text)
        return Place(place.file, place.number, number), filled

    place, text = fill(entry.place, entry.text)
    return Entry(place, text, tuple(fill(*line) for line in entry.under))
