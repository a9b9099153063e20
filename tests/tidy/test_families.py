"""Who opens any two families finds the same order of things (ARCHITECTURE.md, «A family»)."""

import ast
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from domain.catalogue import CATALOGUE
from domain.registry import Family
from tests.tidy.sources import ROOT, name

DOMAIN: Final = ROOT / "src" / "domain"
PROJECTIONS: Final = ROOT / "src" / "projections"

ROOMS: Final = (
    *("account", "actions", "commands", "decisions", "events", "guards", "sentences", "state"),
)
"""What every family has in `domain`; more where it needs more, never under another name."""

LASTS: Final = {
    "actions.py": ("ACTIONS",),
    "sentences.py": ("EVENTS",),
    "register.py": ("_HANDLERS", "MODEL"),
    "flows.py": ("HANDLERS",),
    "inbox.py": ("HANDLERS",),
}
"""With what a file ends: the table that the registry or the projector takes from it."""

FOUNDING: Final = ("jurisdictions", "schemes", "parties", "persons")
"""What a jurisdiction is founded on: shown by `projections.organisation`, with few actions each."""


def folder_of(family: Family) -> Path:
    """Where the family stands in `domain`: where its first command does."""
    return DOMAIN / family.actions[0].command.__module__.split(".")[1]


FAMILIES: Final = {
    folder_of(family).name: family
    for family in CATALOGUE.families
    if folder_of(family).name not in (*FOUNDING, "obligations")
}


def top(path: Path) -> list[tuple[str, str]]:
    """Kind and name of what a module defines, in its order; imports and texts are left out."""
    found = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            found.append(("value", ast.unparse(target)))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            found.append((kind, node.name))
    return found


def modules(folder: Path, room: str) -> list[Path]:
    """A room is a module, or a folder of them where there is much."""
    one = folder / f"{room}.py"
    return [one] if one.exists() else sorted((folder / room).glob("*.py"))


def strays(found: Iterable[str], order: Sequence[str]) -> list[str]:
    """Those of a module's names that stand before one that comes earlier."""
    known = [each for each in found if each in order]
    return [first for first, second in pairwise(known) if order.index(first) > order.index(second)]


@pytest.mark.parametrize("folder", FAMILIES)
def test_every_family_has_the_same_rooms(folder: str) -> None:
    assert [room for room in ROOMS if not modules(DOMAIN / folder, room)] == []
    for room in ("__init__", "register", "lists"):
        assert (PROJECTIONS / folder / f"{room}.py").exists(), room
    tests = ROOT / "tests" / "domain" / folder
    assert (tests / "test_state.py").exists() or (tests / "test_evolving.py").exists()
    assert (tests / "test_decisions.py").exists() or (tests / "decisions").is_dir()


@pytest.mark.parametrize("folder", FAMILIES)
def test_commands_events_and_decisions_stand_in_the_order_of_the_registry(folder: str) -> None:
    """The order is that in which a matter meets its actions."""
    family = FAMILIES[folder]
    orders = {
        "commands": [action.command.__name__ for action in family.actions],
        "decisions": [action.decide.__name__ for action in family.actions],
        "events": [each.event.__name__ for each in family.events],
    }
    for room, order in orders.items():
        for path in modules(DOMAIN / folder, room):
            found = strays((each for _, each in top(path)), order)
            assert found == [], name(path)


@pytest.mark.parametrize("folder", FAMILIES)
def test_every_file_ends_with_what_others_take_from_it(folder: str) -> None:
    for home in (DOMAIN, PROJECTIONS):
        for path in (home / folder).glob("*.py"):
            if path.name in LASTS:
                wanted = LASTS[path.name]
                last = tuple(each for _, each in top(path)[-len(wanted) :])
                assert last == wanted, name(path)
    assert ("value", "FAMILY") in top(DOMAIN / folder / "__init__.py")
    assert ("value", "PROJECTION") in top(PROJECTIONS / folder / "__init__.py")


@pytest.mark.parametrize("folder", FAMILIES)
def test_a_state_comes_before_how_it_changes(folder: str) -> None:
    """Words, then the state, then `evolve`; behind it only what that needs."""
    found = top(DOMAIN / folder / "state.py")
    if ("function", "evolve") in found:
        assert {kind for kind, _ in found[found.index(("function", "evolve")) :]} == {"function"}
