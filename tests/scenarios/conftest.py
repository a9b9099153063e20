"""Linyi's year, run once for all that ask what came of it."""

import pytest

from domain.calendar import local_date
from processes.scenario import read
from tests.scenarios.year import LINYI, Year, run


@pytest.fixture(scope="package")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The whole year, to its last day."""
    found = run(read(LINYI), tmp_path_factory.mktemp("vault"))
    found.world.pass_to(local_date(found.scenario.ends))
    return found
