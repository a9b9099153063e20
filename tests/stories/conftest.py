"""One installation for all stories; each takes place in a jurisdiction of its own."""

import re
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from tests.api.installation import Installation, running
from tests.stories.place import Place


@pytest.fixture(scope="package")
def installation(
    tmp_path_factory: pytest.TempPathFactory, kafka: str, postgres: str
) -> Iterator[Installation]:
    """A running installation, nothing opened in it."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("create database test_stories"))
    database = postgres.removesuffix("/postgres") + "/test_stories"
    folder = tmp_path_factory.mktemp("stories")
    with running(folder, kafka=kafka, postgres=database, prefix="stories") as running_one:
        yield running_one


@pytest.fixture
def place(installation: Installation, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A city under Linyi's scheme on Monday, 2 March 2026."""
    with Place.found(installation, _code(request)) as found:
        yield found


@pytest.fixture
def wuhu(installation: Installation, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A city under Wuhu's scheme on the same day."""
    with Place.found(installation, _code(request), city="wuhu") as found:
        yield found


@pytest.fixture
def liuzhou(installation: Installation, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A city under Liuzhou's scheme on the same day."""
    with Place.found(installation, _code(request), city="liuzhou") as found:
        yield found


def _code(request: pytest.FixtureRequest) -> str:
    """The code of a jurisdiction, by the name of the story."""
    return re.sub("[^a-z0-9]+", "-", request.node.name.removeprefix("test_"))[:60].strip("-")
