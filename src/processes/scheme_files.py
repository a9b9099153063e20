"""A scheme as it stands in files: a city's own, and the mechanisms it shares with others.

A city's file names what it includes, by paths from its folder::

    include = ["mechanisms/cases.toml", "mechanisms/complaints.toml"]

What is adopted is one text: the city's file, then each included one. An event keeps it whole, so
that nothing which happens to a file later changes what was adopted.
"""

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from processes.errors import IncludedFileMissing

_STATEMENT: Final = re.compile(r"^include\s*=\s*\[[^\]]*\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SchemeText:
    """The joined text, and the line on which each file begins in it, from 1."""

    text: str
    files: tuple[tuple[int, Path], ...]

    def place(self, line: int) -> tuple[Path, int]:
        """The file that a line of the text comes from, and its number there."""
        first, file = self.files[bisect_right([begins for begins, _ in self.files], line) - 1]
        return file, line - first + 1


def read_scheme_files(file: Path) -> SchemeText:
    """Join a scheme's file and those it includes. Raises `IncludedFileMissing`, `OSError`.

    A file that is no TOML is given as it is: whoever reads the scheme says what is wrong with it.
    """
    own = file.read_text("utf-8")
    texts = [_STATEMENT.sub(_commented, own)]
    files = [(1, file)]
    for name in _included(own):
        part = file.parent / name
        if not part.is_file():
            raise IncludedFileMissing(file=file.name, included=name)
        files.append((1 + sum(text.count("\n") for text in texts), part))
        texts.append(part.read_text("utf-8").rstrip() + "\n")
    return SchemeText("".join(texts), tuple(files))


def _included(text: str) -> tuple[str, ...]:
    try:
        names = tomllib.loads(text).get("include", [])
    except tomllib.TOMLDecodeError:
        return ()
    return tuple(names) if all(isinstance(name, str) for name in names) else ()


def _commented(statement: re.Match[str]) -> str:
    """The statement as a comment: the joined text says what it was joined from, on the same lines."""
    return "\n".join(f"# {line}" for line in statement.group().splitlines())
