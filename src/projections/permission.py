"""Who may read what: the one place where queries get it from. Content as of then, permission as of now.

First one row about the reader (``permission.sql``: keys of their offices, grants, bars), then a condition
over the rows ``t`` of a query. Whoever may read much is probed for row by row in the order of the list;
whoever may read little, PostgreSQL begins with that little. It cannot tell by itself: a few old matters in
a long list would have it read the whole list (measured: 4.5 s with a million events, now 2 ms).
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from psycopg.sql import SQL, Composable

from projections.model import Table
from projections.queries.reader import Connection, Reader

Level = Literal["content", "status"]

PERMISSION: Final = (
    "select * from read.permission("
    "%(jurisdiction)s, %(person)s, %(party)s, %(level)s, %(classes)s::text[])"
)
"""Asks for the one row from which ``permission_from`` is made."""

_MUCH: Final = SQL(
    "exists (select from read.access as a where a.jurisdiction = t.jurisdiction"
    " and a.stream = t.stream and a.scope = t.scope and a.until_position is null"
    " and a.lock = any(%(permission_keys)s)"
    " and (a.expires is null or a.expires >= %(permission_today)s))"
)
_LITTLE: Final = SQL(
    "(t.stream, t.scope) in (select stream, scope from"
    " unnest(%(permission_streams)s::text[], %(permission_scopes)s::text[]) as o (stream, scope))"
)
_GRANTED: Final = SQL(
    "(t.stream = any(%(permission_granted)s) and t.scope = split_part(t.stream, '/', 1))"
)
_NOT_BARRED: Final = SQL("t.stream <> all(%(permission_barred)s)")
_CASE_NOT_BARRED: Final = SQL("(t.case_tag is null or t.case_tag <> all(%(permission_barred)s))")
_NOT_HUSHED: Final = SQL(
    "(t.stream <> all(%(permission_hushed)s) or t.scope <> split_part(t.stream, '/', 1))"
)
_HEARD: Final = SQL(
    "(t.stream <> all(%(permission_unheard)s) or t.scope <> split_part(t.stream, '/', 1))"
)
_NOT_HUSHED_BUT_FOR_A_CASE: Final = SQL("({} or t.case_tag is not null)").format(_NOT_HUSHED)


@dataclass(frozen=True, slots=True)
class Permission:
    """What a reader may read of a table now. ``keys`` fit locks of ``read.access``: party/class/level.

    ``little`` are the (stream, scope) pairs they open, None if these are a thousand or more;
    ``granted`` are matters opened by name; ``barred`` streams of which they read nothing, nor of what is
    told elsewhere of that case: recused, named in it or its reporter. ``hushed`` are meetings that table
    such a one: of their own content only what is about another case is read. ``unheard`` are meetings on
    leads that were held without them. ``admitted``: whether they hold any office at all.
    """

    table: Table[Any]
    keys: tuple[str, ...] = ()
    little: tuple[tuple[str, str], ...] | None = ()
    granted: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    hushed: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    admitted: bool = False
    today: datetime.date = datetime.date.min

    @property
    def condition(self) -> Composable:
        """The condition under which a row ``t`` may be read."""
        if self.table.directory:
            return SQL("true" if self.admitted else "false")
        opened: Composable = _MUCH if self.little is None else _LITTLE
        if self.granted:
            opened = SQL("({} or {})").format(opened, _GRANTED)
        return SQL(" and ").join([opened, *self._kept_out()])

    def _kept_out(self) -> Iterator[Composable]:
        tagged = self.table.tells_case
        if self.barred:
            yield _NOT_BARRED
            if tagged:
                yield _CASE_NOT_BARRED
        if self.hushed:
            yield _NOT_HUSHED_BUT_FOR_A_CASE if tagged else _NOT_HUSHED
        if self.unheard:
            yield _HEARD

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of the condition, by name."""
        little = self.little or ()
        return {
            "permission_today": self.today,
            "permission_keys": list(self.keys),
            "permission_streams": [stream for stream, _ in little],
            "permission_scopes": [scope for _, scope in little],
            "permission_granted": list(self.granted),
            "permission_barred": list(self.barred),
            "permission_hushed": list(self.hushed),
            "permission_unheard": list(self.unheard),
        }


async def permission_of(
    connection: Connection, reader: Reader, table: Table[Any], level: Level
) -> Permission:
    """What a reader may read of a table now: its content, or only how it stands."""
    parameters = {**reader.parameters(), "level": level, "classes": list(table.classes)}
    cursor = await connection.execute(PERMISSION, parameters)
    return permission_from(await cursor.fetchone(), table)


async def permission_to_assess(
    connection: Connection, reader: Reader, table: Table[Any], body: str
) -> Permission:
    """All that a body is concerned with by content, less what the reader keeps out of.

    For who assesses the body, to count what it counted; which columns they see is for the caller.
    """
    own = await permission_of(connection, reader, table, "content")
    keys = tuple(f"{body}/{visibility}/content" for visibility in table.classes)
    return replace(own, keys=keys, little=None, granted=())


def permission_from(row: dict[str, Any] | None, table: Table[Any]) -> Permission:
    """The permission that a row of ``PERMISSION`` gives; without a row, none."""
    if row is None:
        return Permission(table)
    much = row["streams"] is None
    return Permission(
        table,
        keys=tuple(row["keys"]),
        little=None if much else tuple(zip(row["streams"], row["scopes"], strict=True)),
        granted=tuple(row["granted"]),
        barred=tuple(row["barred"]),
        hushed=tuple(row["hushed"]),
        unheard=tuple(meeting for meeting in row["unheard"] if meeting not in row["granted"]),
        admitted=True,
        today=row["today"],
    )
