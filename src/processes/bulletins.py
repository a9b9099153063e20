"""Which running matters a bulletin has to tell of: asked once a day, for the clock to send."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import psycopg
from psycopg.rows import dict_row

from domain.ids import JurisdictionCode, PartyId, StreamId
from domain.quality_bulletins.commands import RUNNING_MAX
from domain.quality_bulletins.running import HANDLING, noted_in
from processes.statements import statements

_STATEMENTS: Final = statements("processes", "due.sql")

Note = tuple[StreamId, dict[str, Any]]
"""The stream in which it is noted, and the data of the command."""


def notes(connection: psycopg.Connection[Any], about: Mapping[str, Any]) -> Iterator[Note]:
    """What is to be noted in ``jurisdiction`` (a code), for each bulletin that is owed."""
    code = JurisdictionCode(about["jurisdiction"])
    with connection.cursor(row_factory=dict_row) as cursor:
        owed = cursor.execute(_STATEMENTS["bulletins"], about).fetchall()
        if not owed:
            return
        sought = {**about, "handling": list(HANDLING), "limit": RUNNING_MAX}
        matters = [row["stream"] for row in cursor.execute(_STATEMENTS["running"], sought)]
    for row in owed:
        issuer, period = PartyId(row["owner"]), str(row["period"])
        data = {"issuer": issuer, "period": period, "matters": matters}
        yield noted_in(code, issuer, period), data
