"""Marks in scenarios: which sentence of the interview a line shows.

A comment directly above the line, one or several numbers of the scenario's own city::

    # interview: linyi 3, 4
    2026-02-02 sg-education/handler-1  dossier.open  DOSSIER-EDU  unit=education
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.catalogue import ACTIONS
from processes.scenario_text import files_of

BEGINNING = "# interview"
MARK = re.compile(r"# interview: (?P<city>[a-z]+) (?P<numbers>[0-9]+(?:, [0-9]+)*)")
EACH = "@each "


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked line. ``place`` is where it stands, ``table`` the table that fills it in, if any."""

    city: str
    number: int
    file: str
    place: str
    day: str
    action: str
    table: str | None

    @property
    def family(self) -> str:
        return self.action.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A mark that marks nothing, and why."""

    place: str
    reason: str


def marks_of(folder: Path) -> Iterator[Mark | Misplaced]:
    """Every mark of a city's scenario, in the order in which they stand."""
    for file in files_of(folder):
        yield from _marks(folder.name, file.name, file.read_text("utf-8").splitlines())


def _marks(city: str, file: str, lines: list[str]) -> Iterator[Mark | Misplaced]:
    table: str | None = None
    for number, line in enumerate(lines):
        if line.startswith((EACH, "@end")):
            table = line.removeprefix(EACH).split()[0] if line.startswith(EACH) else None
        if line.lstrip().startswith(BEGINNING):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            yield from _marked(city, file, number + 1, (line, below), table)


def _marked(
    city: str, file: str, number: int, lines: tuple[str, str], table: str | None
) -> Iterator[Mark | Misplaced]:
    mark, place = MARK.fullmatch(lines[0]), f"{file}:{number}"
    words = lines[1].split()
    action = words[2] if len(words) > 2 else ""
    if mark is None:
        yield Misplaced(place, "is not written «# interview: CITY N, N» at the margin")
    elif mark["city"] != city:
        yield Misplaced(place, f"names {mark['city']}, but the scenario is of {city}")
    elif lines[1][:1].isspace() or f"guantong.{action}" not in ACTIONS:
        yield Misplaced(place, "does not stand directly above the line of an action")
    else:
        for each in mark["numbers"].split(", "):
            yield Mark(city, int(each), file, place, words[0], action, table)
