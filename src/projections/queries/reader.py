"""Who reads, and from when: the two things every query is told."""

import contextlib
import datetime
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from domain.ids import JurisdictionCode, PartyId, PersonId

Connection = AsyncConnection[dict[str, Any]]
"""A connection whose rows are dictionaries (``psycopg.rows.dict_row``)."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A person who reads for a party of a jurisdiction; what they may read is found as of now."""

    jurisdiction: JurisdictionCode
    person: PersonId
    party: PartyId

    def parameters(self) -> dict[str, Any]:
        """The parameters that ``read.permission`` takes, by name."""
        return {"jurisdiction": self.jurisdiction, "person": self.person, "party": self.party}


async def position_at(
    connection: Connection, jurisdiction: JurisdictionCode, moment: datetime.datetime
) -> int:
    """The position of the last whole command recorded at or before ``moment``; 0 before the first."""
    return await _last(
        connection,
        "select last_position from read.commands"
        " where jurisdiction = %s and until_position is null and recorded <= %s"
        " order by recorded desc, last_position desc limit 1",
        (jurisdiction, moment),
    )


async def whole_command(
    connection: Connection, jurisdiction: JurisdictionCode, position: int
) -> int:
    """``position`` rounded down to the end of a whole command."""
    return await _last(
        connection,
        "select last_position from read.commands"
        " where jurisdiction = %s and until_position is null and last_position <= %s"
        " order by last_position desc limit 1",
        (jurisdiction, position),
    )


async def holds_role(connection: Connection, reader: Reader, role: str) -> bool:
    """Whether the reader holds a role in their party today."""
    cursor = await connection.execute(
        "select from read.roles_of(%(jurisdiction)s, %(person)s, %(party)s) where role = %(role)s",
        {**reader.parameters(), "role": role},
    )
    return await cursor.fetchone() is not None


async def versions_of(
    connection: Connection,
    jurisdiction: JurisdictionCode,
    streams: Sequence[str],
    as_of: int | None,
) -> dict[str, int]:
    """The version of each stream, its ETag: how many events it has (then, or now)."""
    cursor = await connection.execute(
        "select stream, max(version) as version from read.timeline where jurisdiction = %s"
        " and stream = any(%s) and (%s::bigint is null or position <= %s) group by stream",
        (jurisdiction, list(streams), as_of, as_of),
    )
    return {row["stream"]: row["version"] for row in await cursor.fetchall()}


async def parked_of(
    connection: Connection, jurisdiction: JurisdictionCode, streams: Sequence[str]
) -> frozenset[str]:
    """Those of the streams that a live read model could not fold."""
    cursor = await connection.execute(
        "select distinct p.stream from projections.parked as p"
        " join projections.registry as r using (schema_name)"
        " where p.jurisdiction = %s and p.stream = any(%s) and r.state = 'live'",
        (jurisdiction, list(streams)),
    )
    return frozenset(row["stream"] for row in await cursor.fetchall())


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction as it is called, its date today, and when what is shown was recorded, if not now."""

    title_zh: str
    title_en: str
    today: datetime.date
    then: datetime.datetime | None


async def place_of(
    connection: Connection, jurisdiction: JurisdictionCode, as_of: int | None
) -> Place:
    """The jurisdiction that is read, as of a position."""
    cursor = await connection.execute(
        "select j.title_zh, j.title_en, read.today(j.jurisdiction) as today,"
        " (select max(c.recorded) from read.commands as c where c.jurisdiction = j.jurisdiction"
        " and c.until_position is null and c.last_position <= %s) as then"
        " from read.jurisdictions as j where j.jurisdiction = %s and j.until_position is null",
        (as_of, jurisdiction),
    )
    (row,) = await cursor.fetchall()
    return Place(**row)


@contextlib.asynccontextmanager
async def snapshot(connection: Connection) -> AsyncIterator[None]:
    """All that is read within is of one moment."""
    async with connection.transaction():
        await connection.execute("set transaction isolation level repeatable read, read only")
        yield


async def command_of(
    connection: Connection, reader: Reader, command: UUID
) -> dict[str, Any] | None:
    """What became of one of the reader's own commands; None while it is not known.

    No version of its stream: the reader may stand at an edge of it.
    """
    parameters = {**reader.parameters(), "command": command}
    accepted = await connection.execute(
        "select command as command_id, 'accepted' as status, stream, events, last_position"
        " from read.commands where jurisdiction = %(jurisdiction)s and until_position is null"
        " and command = %(command)s and actor = %(person)s",
        parameters,
    )
    found = await accepted.fetchone()
    if found is not None:
        return found
    rejected = await connection.execute(
        "select command_id, 'rejected' as status, outcome -> 'problem' as problem"
        " from projections.rejections where jurisdiction = %(jurisdiction)s"
        " and command_id = %(command)s and actor = %(person)s",
        parameters,
    )
    return await rejected.fetchone()


async def _last(connection: Connection, query: str, parameters: tuple[Any, ...]) -> int:
    row = await (await connection.execute(query, parameters)).fetchone()
    return 0 if row is None else int(row["last_position"])
