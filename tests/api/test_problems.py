"""What goes wrong behind the interface is told in the one shape of problems."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import psycopg

import api
import domain
import eventlog
import projections
from api.errors import NotFound
from api.problems import TITLES, problem
from domain.errors import Explained
from tests.api.installation import Installation, Member


def test_postgres_away_is_said_and_not_an_internal_error(
    installation: Installation, keeper: Member
) -> None:
    keeper.see("leads")
    with psycopg.connect(installation.settings.postgres, autocommit=True) as connection:
        ended = connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name = 'guantong-api'"
        ).fetchall()
    assert ended
    answers = [keeper.get("leads") for _ in ended]
    away = [answer for answer in answers if answer.status_code != 200]
    assert away
    for answer in away:
        assert answer.status_code == 503, answer.text
        assert answer.json()["code"] == "unavailable"
        assert answer.headers["Retry-After"]


def codes(*packages: ModuleType) -> Iterator[str]:
    """The code of every error of these packages."""
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
    assert set(codes(domain, eventlog, projections, api)) == set(TITLES)
    assert all(re.search("[\u4e00-\u9fff]", title) for title in TITLES.values())
    told = problem(NotFound(what="x"))
    assert told["title"] == told["en"]["title"] == "not found"
    assert told["zh"]["title"] == "没有或者无权知悉"
