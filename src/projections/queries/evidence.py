"""What a figure counts that a party told, for whom it told: references, days, kinds, and no content.

The party alone reads all of its own (R 299); what it told must be checked all the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from projections.permission import permission_to_assess
from projections.queries.figures import Figure
from projections.queries.listing import Question, statement
from projections.queries.reader import Connection, Reader

ITEMS_MAX: Final = 10_000
"""More than a body does in a year; whoever counts more sees the newest."""


async def evidence(
    connection: Connection,
    figure: Figure,
    reader: Reader,
    *,
    matter: Mapping[str, Any],
    by: str,
    shown: Sequence[str],
    as_of: int | None,
) -> list[dict[str, Any]]:
    """The rows that the party ``by`` counts in a matter, each by its stream and the columns ``shown``."""
    listing = figure.listing
    hidden = tuple(each.name for each in listing.table.columns if each.name not in shown)
    told = replace(listing, hidden=hidden, computed={}, beside=())
    permission = await permission_to_assess(connection, reader, listing.table, by)
    question = Question(filters=figure.filled(matter), as_of=as_of, limit=ITEMS_MAX)
    query, parameters = statement(told, reader, permission, question)
    rows = await (await connection.execute(query, parameters)).fetchall()
    return [{"stream": row["stream"], **{name: row[name] for name in shown}} for row in rows]
