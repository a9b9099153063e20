"""Who may read what: the one place where queries get it from. Content as of then, permission as of now.

First one row about the reader (``permission.sql``: keys of their offices, grants, bars), then a condition
over the rows ``t`` of a query. With the keys at hand PostgreSQL knows how many rows they open, and either
probes row by row in the order of a list or begins with the few that are open.
"""

import datetime
from dataclasses import dataclass
from typing import Any, Final, Literal

from psycopg.sql import SQL, Composable

from projections.model import Table
from projections.queries.reader import Connection, Reader

Level = Literal["content", "status"]

PERMISSION: Final = "select * from read.permission(%(jurisdiction)s, %(person)s, %(party)s)"
"""Asks for the one row from which ``permission_from`` is made."""


@dataclass(frozen=True, slots=True)
class Permission:
    """What a reader may read now. ``keys`` fit the locks of ``read.access``: party/class/level.

    ``granted`` are matters opened by name; ``barred`` streams of which they read nothing: recused, or
    named in it. ``admitted``: whether they hold any office at all.
    """

    keys: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    admitted: bool = False
    today: datetime.date = datetime.date.min

    def condition(self, table: Table[Any]) -> Composable:
        """The condition under which a row ``t`` of ``table`` may be read; see ``parameters``."""
        if table.directory:
            return SQL("true" if self.admitted else "false")
        opened: Composable = SQL(
            "exists (select from read.access as a where a.jurisdiction = t.jurisdiction"
            " and a.stream = t.stream and a.scope = t.scope and a.until_position is null"
            " and a.lock = any(%(permission_keys)s)"
            " and (a.expires is null or a.expires >= %(permission_today)s))"
        )
        if self.granted:
            opened = SQL(
                "({} or (t.stream = any(%(permission_granted)s)"
                " and t.scope = split_part(t.stream, '/', 1)))"
            ).format(opened)
        if self.barred:
            opened = SQL("{} and t.stream <> all(%(permission_barred)s)").format(opened)
        return opened

    def parameters(self) -> dict[str, Any]:
        """The parameters of the condition, by name."""
        return {
            "permission_today": self.today,
            "permission_keys": list(self.keys),
            "permission_granted": list(self.granted),
            "permission_barred": list(self.barred),
        }


NOTHING = Permission()
"""What somebody without office may read."""


async def permission_of(connection: Connection, reader: Reader, level: Level) -> Permission:
    """What a reader may read now: its content, or only how it stands."""
    cursor = await connection.execute(PERMISSION, reader.parameters())
    return permission_from(await cursor.fetchone(), level)


def permission_from(row: dict[str, Any] | None, level: Level) -> Permission:
    """The permission that a row of ``PERMISSION`` gives; without a row, none."""
    if row is None:
        return NOTHING
    return Permission(
        keys=tuple(row[f"{level}_keys"]),
        granted=tuple(row[f"granted_{level}"]),
        barred=tuple(row["barred"]),
        admitted=True,
        today=row["today"],
    )
