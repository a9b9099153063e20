"""A connection of a projector to an empty database."""

from collections.abc import Iterator

import pytest

from projections.connection import connect
from tests.projections.making import Connection


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    """The projector's own connection, to a database of the test's own."""
    with connect(database) as open_connection:
        yield open_connection
