"""One obvious place for everything."""

from pathlib import Path

from tests.tidy.sources import PACKAGES, ROOT, name, python_files

PROMISES = {
    "tests/api/test_fair_share.py",
    "tests/api/test_growth.py",
    "tests/api/test_leaks.py",
    "tests/api/test_sealed_everywhere.py",
    "tests/domain/leads/test_registration_owed.py",
    "tests/domain/leads/test_ways_owed.py",
    "tests/domain/obligations/test_extending.py",
    "tests/domain/test_statutory_clocks.py",
    "tests/eventlog/test_fair_share.py",
    "tests/eventlog/test_lost.py",
    "tests/projections/test_agreement.py",
    "tests/projections/test_any_permission.py",
    "tests/eventlog/test_model.py",
    "tests/processes/test_numbers.py",
    "tests/projections/test_every_event.py",
}
"""Tests of a promise that the package keeps as a whole, no one source of it."""


def mirrored(test: Path) -> bool:
    """Tell whether `tests/a/b/test_c.py` has a source `src/a/b/c.py`, a package, or c.sql."""
    inner = test.relative_to(ROOT / "tests")
    source = ROOT / "src" / inner.parent / inner.stem.removeprefix("test_")
    return source.is_dir() or source.with_suffix(".py").exists()


def test_test_files_mirror_sources() -> None:
    tests = [path for path in python_files("tests") if path.name.startswith("test_")]
    of_packages = [path for path in tests if path.relative_to(ROOT / "tests").parts[0] in PACKAGES]
    assert {name(path) for path in of_packages if not mirrored(path)} == PROMISES


def test_tests_are_packages_all_the_way_down() -> None:
    folders = {path.parent for path in python_files("tests")}
    assert [name(path) for path in folders if not (path / "__init__.py").exists()] == []
