"""One installation for all tests of the interface, with Linyi opened in it."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from tests.api.installation import Installation, Member, running


@pytest.fixture(scope="package")
def installation(
    tmp_path_factory: pytest.TempPathFactory, kafka: str, postgres: str
) -> Iterator[Installation]:
    """A running installation in which a few people of Linyi are in office."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("create database test_api"))
    database = postgres.removesuffix("/postgres") + "/test_api"
    folder = tmp_path_factory.mktemp("api")
    with running(folder, kafka=kafka, postgres=database, prefix="test-api") as running_one:
        founder = running_one.found()
        running_one.members["founder"] = founder
        running_one.appoint(founder, "周管", "cs", "keeper", "handler")
        running_one.appoint(founder, "吴主任", "cs", "head")
        running_one.appoint(founder, "郑组长", "sg-education", "head")
        running_one.appoint(founder, "王办", "sg-education", "handler")
        running_one.appoint(founder, "冯组长", "sg-health", "head")
        running_one.appoint(founder, "陈科长", "audit", "liaison", "head")
        for member in running_one.members.values():
            member.see("parties")  # they are known before anybody listens
        yield running_one


@pytest.fixture
def keeper(installation: Installation) -> Member:
    """The keeper of the register in case supervision."""
    return installation.members["周管"]


@pytest.fixture
def stranger(installation: Installation) -> Member:
    """The head of a stationed group that has nothing to do with the leads of the tests."""
    return installation.members["冯组长"]
