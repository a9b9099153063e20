"""ARCHITECTURE.md names functions and places that exist."""

import importlib
import re
from typing import Any

import pytest

from tests.docs.commands import ROOT
from tests.tidy.sources import PACKAGES

TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
NAMES = sorted(
    name
    for name in re.findall(r"`([a-z]\w*(?:\.\w+)+)`", TEXT)
    if name.partition(".")[0] in PACKAGES
)
PATHS = sorted(
    set(re.findall(r"`((?:src|tests|schemes|docs)/[\w./-]*|[\w-]+\.(?:json|toml))`", TEXT))
)


def found(name: str) -> Any:
    """What a dotted name stands for: a module, and then attributes of it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            place: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            place = getattr(place, part)
        return place
    raise ModuleNotFoundError(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_function_named_exists(name: str) -> None:
    assert found(name) is not None


@pytest.mark.parametrize("path", PATHS)
def test_every_file_named_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_way_of_one_action_is_told_without_a_gap() -> None:
    steps = [int(step) for step in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) > 10
