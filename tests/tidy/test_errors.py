"""Every error says what happened and what to do next, in Chinese and in English."""

import importlib
import inspect
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

import pytest

import api
import domain
import eventlog
import projections
from api.errors import NotFound
from api.problems import TITLES, problem
from domain.errors import Explained
from tests.tidy.sources import PACKAGES, ROOT

HAN = re.compile(r"[\u4e00-\u9fff]")


def errors() -> Iterator[type[Exception]]:
    for package in PACKAGES:
        if (ROOT / "src" / package / "errors.py").exists():
            module = importlib.import_module(f"{package}.errors")
            for _, found in inspect.getmembers(module, inspect.isclass):
                own = found.__module__ == module.__name__
                if own and issubclass(found, Exception) and hasattr(found, "code"):
                    yield found


ERRORS = [pytest.param(error, id=f"{error.__module__}.{error.__name__}") for error in errors()]


def fields(sentence: str) -> set[str]:
    """Return the names a sentence wants filled in; `reason_zh` counts as `reason`."""
    found = {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}
    return {re.sub("_(zh|en)$", "", field) for field in found}


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_speaks_both_languages(error: type[Exception]) -> None:
    texts = inspect.getmembers(error)
    said = {key: value for key, value in texts if key in {"zh", "en", "next_zh", "next_en"}}
    assert len(said) == 4
    for key, sentence in said.items():
        assert bool(HAN.search(sentence)) == key.endswith("zh"), sentence
    assert fields(said["zh"]) == fields(said["en"])


def test_codes_are_plain_words_and_unique_in_a_package() -> None:
    coined = [error for error in errors() if "code" in vars(error)]
    codes = Counter((error.__module__, vars(error)["code"]) for error in coined)
    assert [code for _, code in codes if not re.fullmatch(r"[a-z][a-z0-9_]*", code)] == []
    assert [code for code, count in codes.items() if count > 1] == []


def told(*packages: ModuleType) -> Iterator[str]:
    """The code of every error of these packages that the interface may tell of."""
    names = {package.__name__ for package in packages}
    for package in packages:
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    todo = [Explained]
    while todo:
        error = todo.pop()
        todo += error.__subclasses__()
        if error.__module__.partition(".")[0] in names and "code" in vars(error):
            yield error.code


def test_every_kind_of_problem_has_a_title_in_both_languages() -> None:
    assert set(told(domain, eventlog, projections, api)) == set(TITLES)
    assert all(HAN.search(title) for title in TITLES.values())
    shown = problem(NotFound(what="x"))
    assert shown["title"] == shown["en"]["title"] == "not found"
    assert shown["zh"]["title"] == "没有或者无权知悉"
