"""One installation for all stories; each takes place in a jurisdiction of its own."""

import re
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.vault import FileVault
from processes.clock import Clock
from processes.loading import READY_SECONDS_MAX
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


@pytest.fixture(scope="package")
def clock(installation: Installation) -> Iterator[Clock]:
    """The one clock of all jurisdictions, which each story winds for its own."""
    settings = installation.settings
    with CommandClient(settings) as client:
        client.wait_ready(READY_SECONDS_MAX)
        intake = Intake(FileVault(settings.vault))
        with Clock(client=client, intake=intake, postgres=settings.postgres) as clock:
            yield clock


@pytest.fixture
def place(installation: Installation, clock: Clock, request: pytest.FixtureRequest) -> Place:
    """A city under Linyi's scheme on Monday, 2 March 2026."""
    return Place.found(installation, clock, _code(request))


@pytest.fixture
def wuhu(installation: Installation, clock: Clock, request: pytest.FixtureRequest) -> Place:
    """A city under Wuhu's scheme on the same day."""
    return Place.found(installation, clock, _code(request), city="wuhu")


@pytest.fixture
def liuzhou(installation: Installation, clock: Clock, request: pytest.FixtureRequest) -> Place:
    """A city under Liuzhou's scheme on the same day."""
    return Place.found(installation, clock, _code(request), city="liuzhou")


@pytest.fixture
def fanchang(installation: Installation, clock: Clock, request: pytest.FixtureRequest) -> Place:
    """A district of Wuhu under its own scheme on the same day."""
    return Place.found(installation, clock, _code(request), city="fanchang")


def _code(request: pytest.FixtureRequest) -> str:
    """The code of a jurisdiction, by the name of the story."""
    return re.sub("[^a-z0-9]+", "-", request.node.name.removeprefix("test_"))[:60].strip("-")
