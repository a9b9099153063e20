"""What people left in a party without a list: asked once a day of the read models, for the clock to send."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import psycopg
from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.work_hand_overs.left import stream_of
from processes.statements import statements
from projections.queries.work_in_hand import FAMILIES

MATTERS_MAX: Final = 200
"""Matters that one command names: that any is left is what counts."""

_STATEMENTS: Final = statements("processes", "due.sql")
_IN_HAND: Final = """
select g.leaver, t.*
  from unnest(%(leavers)s::text[]) as g (leaver)
  join read.{table} as t
    on t.jurisdiction = %(jurisdiction)s and t.until_position is null and {condition}
 order by t.stream
"""

Note = tuple[str, StreamId, dict[str, Any]]
"""What to send: the action, the stream it goes to, its data."""


def notes(connection: psycopg.Connection[Any], about: Mapping[str, Any]) -> Iterator[Note]:
    """What is to be noted in ``jurisdiction`` (a code) as of ``today``: work left behind, and settled."""
    code = JurisdictionCode(about["jurisdiction"])
    with connection.cursor(row_factory=dict_row) as cursor:
        gone = cursor.execute(_STATEMENTS["leavers"], about).fetchall()
        listed = {row["matter"] for row in cursor.execute(_STATEMENTS["listed"], about)}
        noted = [StreamId(row["stream"]) for row in cursor.execute(_STATEMENTS["left"], about)]
        held = _held(
            cursor, code, {(PartyId(row["office"]), PersonId(row["leaver"])) for row in gone}
        )
    streams = {stream_of(code, *who): (who, matters) for who, matters in held.items()}
    for stream, ((office, leaver), matters) in streams.items():
        found = [each for each in matters if each not in listed]
        if found and stream not in noted:
            data = {"office": office, "leaver": leaver, "matters": found[:MATTERS_MAX]}
            yield "note_work_left", stream, data
    for stream in noted:
        if stream not in streams:
            yield "note_left_work_settled", stream, {}


def _held(
    cursor: psycopg.Cursor[dict[str, Any]],
    code: JurisdictionCode,
    gone: set[tuple[PartyId, PersonId]],
) -> dict[tuple[PartyId, PersonId], list[StreamId]]:
    """By party and person who left it: the matters still in their hands."""
    held: dict[tuple[PartyId, PersonId], list[StreamId]] = {}
    leavers = sorted({leaver for _, leaver in gone})
    for family in FAMILIES.values() if leavers else ():
        condition = family.listing.filters["in_hand_of"].condition.format(value="g.leaver")
        query = SQL(_IN_HAND).format(
            table=Identifier(family.listing.table.name), condition=SQL(condition)
        )
        for row in cursor.execute(query, {"leavers": leavers, "jurisdiction": code}):
            leaver = PersonId(row["leaver"])
            for office in {PartyId(office) for _, office in family.parts(row, leaver)}:
                if (office, leaver) in gone:
                    held.setdefault((office, leaver), []).append(StreamId(row["stream"]))
    return held
