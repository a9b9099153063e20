"""Whether two builds of a read model hold the same rows, as of where the newer one is.

Rows carry their positions, so both can be asked for the same past while the live one moves on: what began
later is left out, what ended later counts as current.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal

from projections.model import Table
from projections.schema import Built

SHOWN_MAX: Final = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """A table whose rows differ: how many on either side, and some of the rows that only one has."""

    table: str
    rows_before: int
    rows_after: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def differences(
    connection: Connection[Any], before: Built, after: Built, reader: str
) -> Iterator[Difference]:
    """Each table in which the two builds differ as of the heads of ``reader``.

    Streams that are parked in either build are left out: there they differ rightly.
    """
    with connection.transaction():
        for name in ("seqscan", "hashjoin", "mergejoin"):  # whole tables are read here
            connection.execute(SQL("set local {} = on").format(Identifier(f"enable_{name}")))
        yield from _differences(connection, before, after, reader)


def _differences(
    connection: Connection[Any], before: Built, after: Built, reader: str
) -> Iterator[Difference]:
    for table in after.model.tables:
        old, new = (
            _rows(built.schema, table, (before, after), reader) for built in (before, after)
        )
        (count_before, sum_before), (count_after, sum_after) = (
            _count_and_sum(connection, rows) for rows in (old, new)
        )
        if (count_before, sum_before) != (count_after, sum_after):
            yield Difference(
                table.name,
                count_before,
                count_after,
                _only_in(connection, old, new),
                _only_in(connection, new, old),
            )


def _rows(schema: str, table: Table[Any], builds: tuple[Built, Built], reader: str) -> Composed:
    columns = SQL(", ").join(SQL("t.{}").format(Identifier(c.name)) for c in table.columns)
    return SQL(
        "select t.jurisdiction, t.stream, {columns}, t.from_position,"
        " case when t.until_position <= h.position then t.until_position end as until_position"
        " from {table} as t join projections.heads as h"
        " on h.reader = {reader} and h.jurisdiction = t.jurisdiction"
        " where t.from_position <= h.position and not exists (select from projections.parked as p"
        " where p.schema_name in ({builds}) and p.jurisdiction = t.jurisdiction and p.stream = t.stream)"
    ).format(
        columns=columns,
        table=Identifier(schema, table.name),
        reader=Literal(reader),
        builds=SQL(", ").join(Literal(built.schema) for built in builds),
    )


def _count_and_sum(connection: Connection[Any], rows: Composed) -> tuple[int, Any]:
    """How many rows, and a checksum over their text in whatever order."""
    query = SQL("select count(*), sum(hashtextextended(r::text, 0)::numeric) from ({}) as r")
    ((count, checksum),) = connection.execute(query.format(rows))
    return count, checksum


def _only_in(connection: Connection[Any], these: Composed, others: Composed) -> tuple[str, ...]:
    query = SQL("select r::text from ({} except all {}) as r order by 1 limit {}").format(
        these, others, Literal(SHOWN_MAX)
    )
    return tuple(text for (text,) in connection.execute(query))
