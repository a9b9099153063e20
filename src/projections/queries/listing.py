"""Lists over temporal tables: which table, in which order, with which filters – and the one way to ask.

A row shows if its scope of its stream may be read *now* (``permission``) and it was true *then*
(``as_of``). Pages go on behind the last row's keys (keyset), so that nothing is missed or shown twice
while rows are added.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Placeholder

from projections.model import Table
from projections.permission import Level, Permission, permission_of
from projections.queries.reader import Connection, Reader

PAGE_MAX: Final = 200
PAGE_DEFAULT: Final = 50


class Pseudonym(str):
    """The kind of a filter that is asked by a name and compares its keyed pseudonym."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A query parameter and its condition over the row ``t``; ``{value}`` stands for the parameter."""

    condition: str
    kind: type = str
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns of another listing of the same streams, for whoever may read that one too; else null.

    ``columns`` gives, by its name beside, the column it is there.
    """

    listing: "Listing"
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that can be read: ``path`` is its place under the jurisdiction.

    ``order`` names columns; with ``newest_first`` all run downwards. Together with the stream and the
    table's key they are unique. ``level`` is what a reader needs to see a row at all.
    """

    path: str
    table: Table[Any]
    zh: str
    en: str
    order: tuple[str, ...] = ()
    newest_first: bool = True
    filters: Mapping[str, Filter] = field(default_factory=dict)
    level: Level = "content"
    hidden: tuple[str, ...] = ()
    """Columns that are not shown: positions and other volume."""
    computed: Mapping[str, str] = field(default_factory=dict)
    """Columns worked out when asked, over the row ``t`` and ``{day}``: today, or that day's date then."""
    computed_types: Mapping[str, str] = field(default_factory=dict)
    """The SQL types of those worked out that are no whole numbers."""
    beside: tuple[Beside, ...] = ()
    on_record: bool = False
    """Whether it shows what leads say, so that it is read on record (R 299, ADR 0009)."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that order the rows, the last of them making it unique."""
        own = tuple(key for key in self.table.key if key not in self.order)
        return (*self.order, *(() if "stream" in self.order else ("stream",)), *own)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns shown, the stream first."""
        return ("stream", *(c.name for c in self.table.columns if c.name not in self.hidden))


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and the keys behind which the next page begins; None on the last page."""

    rows: Sequence[dict[str, Any]]
    after: tuple[Any, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a listing: filters by name, as of which position (None: now), behind which keys."""

    filters: Mapping[str, Any] = field(default_factory=dict)
    as_of: int | None = None
    after: tuple[Any, ...] | None = None
    limit: int = PAGE_DEFAULT
    stream: str | None = None
    streams: Sequence[str] | None = None


async def page(
    connection: Connection, listing: Listing, reader: Reader, question: Question
) -> Page:
    """One page of a listing, as the reader may see it."""
    permission = await permission_of(connection, reader, listing.table, listing.level)
    query, parameters = statement(listing, reader, permission, question)
    rows = await (await connection.execute(query, parameters)).fetchall()
    more = len(rows) > question.limit
    shown = rows[: question.limit]
    after = tuple(shown[-1][f"key_{i}"] for i in range(len(listing.keys))) if more else None
    told = [_without_keys(row) for row in shown]
    for beside in listing.beside:
        await _add_beside(connection, beside, reader, question.as_of, told)
    return Page(told, after)


async def _add_beside(
    connection: Connection,
    beside: Beside,
    reader: Reader,
    as_of: int | None,
    rows: Sequence[dict[str, Any]],
) -> None:
    """Add the columns of another listing, as far as the reader may read it."""
    streams = [row["stream"] for row in rows]
    found = await page(
        connection, beside.listing, reader, Question(as_of=as_of, streams=streams, limit=PAGE_MAX)
    )
    known = {row["stream"]: row for row in found.rows}
    for row in rows:
        other = known.get(row["stream"], {})
        row.update({name: other.get(column) for name, column in beside.columns.items()})


def statement(
    listing: Listing, reader: Reader, permission: Permission, question: Question
) -> tuple[Composed, dict[str, Any]]:
    """The SQL of a page (one row more than asked, to know whether there is a next) and its parameters."""
    rows, parameters = rows_of(listing, reader, permission, question)
    query = SQL("select {columns} {rows} order by {order} limit %(limit)s").format(
        columns=_columns(listing, question.as_of), rows=rows, order=_order(listing)
    )
    return query, parameters


def rows_of(
    listing: Listing, reader: Reader, permission: Permission, question: Question
) -> tuple[Composed, dict[str, Any]]:
    """The rows that a question is about: ``from … where …``, and the parameters."""
    parameters = {
        "jurisdiction": reader.jurisdiction,
        **permission.parameters,
        "limit": question.limit + 1,
        "as_of": question.as_of,
        "stream": question.stream,
        "streams": None if question.streams is None else list(question.streams),
    }
    conditions = [true_then(question.as_of)]
    for name, value in question.filters.items():
        parameters[f"filter_{name}"] = value
        conditions.append(_filter(listing.filters[name], name))
    if question.stream is not None:
        conditions.append(SQL("t.stream = %(stream)s"))
    if question.streams is not None:
        conditions.append(SQL("t.stream = any(%(streams)s)"))
    if question.after is not None:
        conditions.append(_behind(listing, question.after, parameters))
    rows = SQL(
        "from {table} as t where t.jurisdiction = %(jurisdiction)s and {permission} and {conditions}"
    ).format(
        table=Identifier("read", listing.table.name),
        permission=permission.condition,
        conditions=SQL(" and ").join(conditions),
    )
    return rows, parameters


def _columns(listing: Listing, as_of: int | None) -> Composed:
    shown = [SQL("t.{}").format(Identifier(name)) for name in listing.columns]
    keys = [
        SQL("t.{} as {}").format(Identifier(name), Identifier(f"key_{i}"))
        for i, name in enumerate(listing.keys)
    ]
    day = SQL("%(permission_today)s::date") if as_of is None else _DAY_THEN
    computed = [
        SQL("{} as {}").format(SQL(expression).format(day=day), Identifier(name))
        for name, expression in listing.computed.items()
    ]
    return SQL(", ").join([*shown, *computed, *keys])


_DAY_THEN: Final = SQL(
    "(select (c.recorded at time zone 'Asia/Shanghai')::date from read.commands as c"
    " where c.jurisdiction = %(jurisdiction)s and c.until_position is null"
    " and c.last_position <= %(as_of)s order by c.last_position desc limit 1)"
)
"""The date on the jurisdiction's clock at the position asked for."""


def _order(listing: Listing) -> Composed:
    direction = SQL("desc" if listing.newest_first else "asc")
    return SQL(", ").join(
        SQL("t.{} {}").format(Identifier(name), direction) for name in listing.keys
    )


def _behind(listing: Listing, after: tuple[Any, ...], parameters: dict[str, Any]) -> Composed:
    names = [f"after_{i}" for i in range(len(after))]
    parameters.update(zip(names, after, strict=True))
    left = SQL(", ").join(SQL("t.{}").format(Identifier(key)) for key in listing.keys)
    right = SQL(", ").join(Placeholder(name) for name in names)
    return SQL("({}) {} ({})").format(left, SQL("<" if listing.newest_first else ">"), right)


def _filter(chosen: Filter, name: str) -> Composable:
    return SQL("({})").format(SQL(chosen.condition.replace("{value}", f"%(filter_{name})s")))


def true_then(as_of: int | None) -> Composable:
    """The condition under which a row ``t`` was true at a position; None: is true now."""
    if as_of is None:
        return SQL("t.until_position is null")
    return SQL(
        "t.from_position <= %(as_of)s and (t.until_position is null or t.until_position > %(as_of)s)"
    )


def _without_keys(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not name.startswith("key_")}


def key_from_json(value: Any) -> Any:
    """A key as it comes back from a cursor: dates and times are ISO text there."""
    if isinstance(value, str):
        for parse in (datetime.date.fromisoformat, datetime.datetime.fromisoformat):
            try:
                return parse(value)
            except ValueError:
                continue
    return value
