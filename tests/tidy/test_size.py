"""Files and functions small enough to be read in one go."""

import ast
from functools import cache
from pathlib import Path
from statistics import median

from tests.tidy.sources import name, python_files

FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 59
FUNCTION_LINES_MEDIAN_MAX = 8


@cache
def functions(path: Path) -> dict[str, int]:
    """The functions of a file, by place and name, and how many lines each has."""
    found = {}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            place = f"{name(path)}:{node.lineno} {node.name}"
            found[place] = node.end_lineno - node.lineno + 1
    return found


def test_files_are_short() -> None:
    lines = {name(path): len(path.read_text().splitlines()) for path in python_files(".")}
    assert {file: length for file, length in lines.items() if length > FILE_LINES_MAX} == {}


def test_functions_are_short() -> None:
    lengths: dict[str, int] = {}
    for path in python_files("."):
        lengths |= functions(path)
    assert {place: long for place, long in lengths.items() if long > FUNCTION_LINES_MAX} == {}


def test_most_functions_are_very_short() -> None:
    lengths = [length for path in python_files("src") for length in functions(path).values()]
    assert median(lengths) <= FUNCTION_LINES_MEDIAN_MAX
