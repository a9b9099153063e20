"""Real servers for tests: one Kafka and one PostgreSQL a session, started by the first that asks."""

import logging
import uuid
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql

from embedded import Embedded

log = logging.getLogger(__name__)

# How long an example takes is no matter of tests: a slow machine fails none.
settings.register_profile("guantong", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("guantong")


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """Both servers, running for the whole session; tests that stop them start their own."""
    with Embedded(tmp_path_factory.mktemp("servers"), log.info) as running:
        yield running


@pytest.fixture(scope="session")
def kafka(servers: Embedded) -> str:
    """Where Kafka clients start from, `host:port`."""
    return servers.kafka_bootstrap


@pytest.fixture(scope="session")
def postgres(servers: Embedded) -> str:
    """The URL of the server's own database: for a test's data use `database`."""
    return servers.postgres_url


@pytest.fixture
def suffix() -> str:
    """A word no other test has, for names of topics, groups and transactions."""
    return uuid.uuid4().hex[:12]


@pytest.fixture
def topic_prefix(suffix: str) -> str:
    """The beginning of the names of a test's own topics."""
    return f"test-{suffix}."


@pytest.fixture
def database(postgres: str, suffix: str) -> Iterator[str]:
    """The URL of an empty database of the test's own."""
    name = f"test_{suffix}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield postgres.removesuffix("/postgres") + f"/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
