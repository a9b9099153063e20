"""What a read model is: typed tables whose rows are true from one position until another, and handlers.

A row is a ``NamedTuple`` whose first field is ``scope``, the visibility class of what it shows (or
``obligation:<id>``); its annotations are the columns. The store adds jurisdiction, stream,
``from_position`` and ``until_position`` (null: current).
"""

import datetime
import hashlib
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

from domain.model import Event, Recorded

if TYPE_CHECKING:
    from projections.rows import Rows

R = TypeVar("R", bound=tuple[Any, ...])

Key = Any
"""One value, or a tuple of values where a key has several columns; ``()`` where a stream has one row."""

Handler = Callable[["Rows", Recorded[Any]], None]
"""``handler(rows, event)``: reads and changes the rows of the event's own stream, and nothing else.

It is pure but for ``rows``: the same rows and event give the same rows, on every machine, for ever.
"""

TEXT: Final = 'text collate "C"'
SQL_TYPES: Final[Mapping[Any, str]] = {
    str: TEXT,
    int: "bigint",
    bool: "boolean",
    UUID: "uuid",
    datetime.date: "date",
    datetime.datetime: "timestamptz",
    tuple[str, ...]: "text[]",
    list: "jsonb",
    dict: "jsonb",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as PostgreSQL is told: name, type, and whether it may be null."""

    name: str
    sql_type: str
    nullable: bool


@dataclass(frozen=True)
class Table(Generic[R]):
    """A temporal table. ``key`` names the fields that, within a stream, identify a row.

    ``append`` says that rows are only ever added, so there is nothing to look up before a batch;
    ``directory`` that they are open to whoever holds an office. ``classes`` are the only visibility
    classes its rows have (empty: any): keys to others open nothing. ``indexes`` are over current rows,
    ``as_of_indexes`` over all versions (for lists as of the past); each begins with the jurisdiction.
    """

    name: str
    row: type[R]
    key: tuple[str, ...] = ()
    append: bool = False
    directory: bool = False
    classes: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    as_of_indexes: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The row's own columns, from its annotations."""
        return tuple(_column(name, hint) for name, hint in get_type_hints(self.row).items())

    @cached_property
    def tells_case(self) -> bool:
        """Whether its rows say which case they are about, in whatever stream they stand."""
        return any(column.name == "case_tag" for column in self.columns)

    @cached_property
    def key_of(self) -> Callable[[R], Key]:
        """The key of a row."""
        names = [column.name for column in self.columns]
        if not self.key:
            return lambda _row: ()
        return itemgetter(*(names.index(name) for name in self.key))

    @cached_property
    def arrays(self) -> tuple[int, ...]:
        """Where in a row the arrays are: PostgreSQL answers with lists, rows hold tuples."""
        return tuple(i for i, column in enumerate(self.columns) if column.sql_type.endswith("[]"))


@dataclass(frozen=True)
class ReadModel:
    """A read model: its tables, and the handlers of the events it is folded from.

    ``version`` is raised whenever a handler gives other rows than before: the model is then built anew
    beside the live one. ``parks`` is false only for ``access``: where it fails, nobody may see anything.
    """

    name: str
    version: int
    tables: tuple[Table[Any], ...]
    handlers: Mapping[type[Event], Handler] = field(default_factory=dict)
    every: Handler | None = None
    """A handler that sees every event, before the one of its class."""
    parks: bool = True

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits over columns, keys, indexes and version: part of the schema's name."""
        shape = [(t.name, t.columns, t.key, t.indexes, t.as_of_indexes) for t in self.tables]
        return hashlib.sha256(repr((self.version, shape)).encode()).hexdigest()[:12]

    def handlers_of(self, event: type[Event]) -> tuple[Handler, ...]:
        """The handlers that fold an event of this class, in order; none if the model does not look at it."""
        own = self.handlers.get(event)
        return tuple(handler for handler in (self.every, own) if handler is not None)


def _column(name: str, hint: Any) -> Column:
    nullable = False
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [part for part in get_args(hint) if part is not types.NoneType]
        nullable, hint = True, inner[0]
    hint = getattr(hint, "__supertype__", hint)
    kept = hint if get_origin(hint) is tuple else get_origin(hint) or hint
    if kept not in SQL_TYPES:
        raise TypeError(
            f"column {name}: {hint} would not come back from PostgreSQL as it went in;"
            " several texts are a tuple[str, ...], several objects a list[dict[str, Any]]"
        )
    return Column(name, SQL_TYPES[kept], nullable)
