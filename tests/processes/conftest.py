"""A small city for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes.city import City, running, settings_of


@pytest.fixture
def city(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[City]:
    """The city before it is opened."""
    with running(settings_of(tmp_path, kafka, database, f"test-{suffix}")) as city:
        yield city
