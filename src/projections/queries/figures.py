"""Figures: numbers about a matter that are counted, never written.

Each is the rows of a list under filters, so that whoever asks for it can open what it counts. As every
list it counts what the reader may read now, as it was true then (``as_of``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from psycopg.sql import SQL, Identifier

from projections.permission import permission_of
from projections.queries.listing import Listing, Question, rows_of
from projections.queries.reader import Connection, Reader


@dataclass(frozen=True, slots=True)
class Column:
    """The value of a filter that stands for a column of the row of the matter asked about."""

    name: str


MATTER: Final = Column("stream")
"""The matter itself."""

Aggregate = Literal["count", "sum", "distinct"]

_AGGREGATES: Final[Mapping[Aggregate, SQL]] = {
    "count": SQL("count(*)"),
    "sum": SQL("coalesce(sum({column}), 0)::bigint"),
    "distinct": SQL("count(distinct {column})"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number: how many rows of a list under ``filters``, how much of a ``column``, how many different."""

    name: str
    zh: str
    en: str
    listing: Listing
    filters: Mapping[str, Any] = field(default_factory=dict)
    aggregate: Aggregate = "count"
    column: str = "stream"

    def filled(self, matter: Mapping[str, Any]) -> dict[str, Any]:
        """The filters about one matter, by its row."""
        return {
            name: matter[value.name] if isinstance(value, Column) else value
            for name, value in self.filters.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of the matters of a collection, for whoever may read the row of one in ``of``."""

    of: Listing
    figures: Sequence[Figure]


async def counted(
    connection: Connection,
    figure: Figure,
    reader: Reader,
    *,
    matter: Mapping[str, Any],
    as_of: int | None,
) -> int:
    """The number, as the reader may know it."""
    permission = await permission_of(connection, reader, figure.listing.table, figure.listing.level)
    question = Question(filters=figure.filled(matter), as_of=as_of)
    rows, parameters = rows_of(figure.listing, reader, permission, question)
    aggregate = _AGGREGATES[figure.aggregate].format(
        column=SQL("t.{}").format(Identifier(figure.column))
    )
    query = SQL("select {aggregate} as value {rows}").format(aggregate=aggregate, rows=rows)
    row = await (await connection.execute(query, parameters)).fetchone()
    return 0 if row is None else int(row["value"])
