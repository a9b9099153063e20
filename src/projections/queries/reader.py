"""Who reads, and from when: the two things every query is told."""

import datetime
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


async def version_of(
    connection: Connection, jurisdiction: JurisdictionCode, stream: str, as_of: int | None
) -> int:
    """The version of a stream, its ETag: how many events it has (then, or now)."""
    cursor = await connection.execute(
        "select max(version) as version from read.timeline where jurisdiction = %s and stream = %s"
        " and (%s::bigint is null or position <= %s)",
        (jurisdiction, stream, as_of, as_of),
    )
    row = await cursor.fetchone()
    return 0 if row is None else int(row["version"] or 0)


async def is_parked(connection: Connection, jurisdiction: JurisdictionCode, stream: str) -> bool:
    """Whether a live read model could not fold this stream."""
    cursor = await connection.execute(
        "select from projections.parked as p join projections.registry as r using (schema_name)"
        " where p.jurisdiction = %s and p.stream = %s and r.state = 'live'",
        (jurisdiction, stream),
    )
    return await cursor.fetchone() is not None


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
