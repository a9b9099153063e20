"""Words that have no place in the project's files."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.tidy.sources import name, python_files, tracked

# One letter stands in brackets, so that this file does not contain what it forbids.
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E])\b")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(work|tmp|root|home|Users)/\w")
REGISTRIES = re.compile(r"pyp[i]\.org|pythonhoste[d]|mave[n]\.(org|apache)|npmj[s]\.")
ESCAPES = re.compile(r"\b(skip|skipif|xfail|importorskip)\(|mark\.(skip|xfail)|\bsleep\(|\bmock\b")


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{name(path)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [UNFINISHED, MACHINE_PATHS, REGISTRIES])
def test_no_file_has(pattern: re.Pattern[str]) -> None:
    assert lines_with(pattern, tracked()) == []


def test_every_toml_file_can_be_read() -> None:
    """A table that stands twice is told with its line: two branches may each have added it."""
    wrong = {}
    for path in tracked():
        if path.suffix == ".toml":
            try:
                tomllib.loads(path.read_text("utf-8"))
            except tomllib.TOMLDecodeError as error:
                wrong[name(path)] = str(error)
    assert wrong == {}


def test_no_test_is_skipped_sleeps_or_pretends() -> None:
    files = [path for path in python_files("tests") if path != Path(__file__)]
    assert lines_with(ESCAPES, files) == []
