"""A town for each test that asks for one."""

from pathlib import Path

import pytest

from tests.eventlog.town import Town, town_in


@pytest.fixture
def town(tmp_path: Path, kafka: str, database: str, suffix: str) -> Town:
    """An installation of the test's own, its topics created."""
    town = town_in(tmp_path, kafka=kafka, postgres=database, prefix=f"test-{suffix}")
    town.create()
    return town
