"""Real servers for tests: one Kafka and one PostgreSQL a session, started by the first that asks."""

import gc
import logging
import os
import shutil
import tempfile
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql

from embedded import Embedded

log = logging.getLogger(__name__)

# How long an example takes is no matter of tests: a slow machine fails none.
settings.register_profile("guantong", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("guantong")

_ROOT: Final = "PYTEST_DEBUG_TEMPROOT"
_OWN_ROOT: Final = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give this session a root of its own for temporary folders, which its workers share.

    Else all sessions of a user share one, and each that begins closes it to other users: run by root,
    that shuts the PostgreSQL of every other session out of its data.
    """
    if _ROOT not in os.environ:
        config.stash[_OWN_ROOT] = Path(tempfile.mkdtemp(prefix="guantong-tests-"))
        os.environ[_ROOT] = str(config.stash[_OWN_ROOT])


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among what is imported, which stays: that takes as long as the importing."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep temporary folders of what failed only."""
    root = session.config.stash.get(_OWN_ROOT, None)
    if root is not None and exitstatus == pytest.ExitCode.OK:
        shutil.rmtree(root, ignore_errors=True)


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
