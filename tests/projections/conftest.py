"""A connection of a projector to an empty database; an installation with topics of its own."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from eventlog import topics
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import Vault
from projections import access, organisation, timeline
from projections.connection import connect
from tests.projections.city import CLERK, GROUP, HEAD, City
from tests.projections.making import Connection, build


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    """The projector's own connection, to a database of the test's own."""
    with connect(database) as open_connection:
        yield open_connection


@pytest.fixture
def city(connection: Connection, database: str) -> Iterator[City]:
    """A city with a head and a member of one stationed group."""
    with psycopg.connect(database, autocommit=True) as reading:
        city = City(
            connection,
            reading,
            build(connection, [access.MODEL, organisation.MODEL, timeline.MODEL]),
        )
        city.begin()
        city.appoint(HEAD, GROUP, "head")
        city.appoint(CLERK, GROUP, "member")
        yield city


@pytest.fixture
def settings(kafka: str, database: str, topic_prefix: str, tmp_path: Path) -> Settings:
    """An installation with topics of its own."""
    prefix = topic_prefix.removesuffix(".")
    topics.create(kafka, Topics(prefix))
    return Settings(
        kafka=kafka,
        postgres=database,
        vault=tmp_path / "vault",
        installation="test",
        prefix=prefix,
    )


class _UnusedVault:
    """A vault for events made by hand, which carry no seals."""

    def key(self, keyid: str, *, create: bool = False) -> bytes | None:
        raise AssertionError(keyid, create)

    def erase(self, keyid: str) -> None:
        raise AssertionError(keyid)

    def matching_key(self, jurisdiction: str) -> bytes:
        raise AssertionError(jurisdiction)


@pytest.fixture
def unused_vault() -> Vault:
    """A vault that nobody may ask."""
    return _UnusedVault()
