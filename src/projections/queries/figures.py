"""Figures: numbers about a matter that are counted, never written.

Each is the rows of a list under filters, so that whoever asks for it can open what it counts. As every
list it counts what the reader may read now, as it was true then (``as_of``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from psycopg.sql import SQL, Identifier

from projections.permission import permission_of, permission_to_assess
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
class Reported:
    """Figures that the matter itself told when it was decided, counted by the writer.

    The column ``values`` of its row says how much, by name; no others are counted of it. The party in ``by``
    told them to the one in ``to``: these two count them anew, as the first may read. ``shown`` are the
    columns of each list that stand for what a figure counts, and say nothing of its content.
    """

    values: str
    by: str
    to: str
    shown: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of the matters of a collection, for whoever may read the row of one in ``of``."""

    of: Listing
    figures: Sequence[Figure]
    reported: Reported | None = None

    def told(self, matter: Mapping[str, Any]) -> Mapping[str, int]:
        """What the matter told, by the name of the figure; nothing where it tells none."""
        return {} if self.reported is None else matter[self.reported.values]

    def on_behalf(self, matter: Mapping[str, Any], reader: Reader) -> str | None:
        """As whom the reader counts what the matter told; None: as nobody but themselves, or not at all."""
        if self.reported is None:
            return None
        ends = (matter[self.reported.by], matter[self.reported.to])
        return ends[0] if reader.party in ends else None

    def asked(self, matter: Mapping[str, Any]) -> Sequence[Figure]:
        """The figures that the matter has: all, or those that it told."""
        if self.reported is None:
            return self.figures
        told = self.told(matter)
        return [figure for figure in self.figures if figure.name in told]


async def counted(
    connection: Connection,
    figure: Figure,
    reader: Reader,
    *,
    matter: Mapping[str, Any],
    as_of: int | None,
    by: str | None = None,
) -> int | None:
    """The number, as the reader may know it; ``by`` a party that told it: of what that one may read.

    None where the reader, by their office, may know nothing of such things at all.
    """
    table, level = figure.listing.table, figure.listing.level
    if by is None:
        permission = await permission_of(connection, reader, table, level)
    else:
        permission = await permission_to_assess(connection, reader, table, by)
        if not permission.admitted:
            return None
    question = Question(filters=figure.filled(matter), as_of=as_of)
    rows, parameters = rows_of(figure.listing, reader, permission, question)
    aggregate = _AGGREGATES[figure.aggregate].format(
        column=SQL("t.{}").format(Identifier(figure.column))
    )
    query = SQL("select {aggregate} as value {rows}").format(aggregate=aggregate, rows=rows)
    row = await (await connection.execute(query, parameters)).fetchone()
    return 0 if row is None else int(row["value"])
