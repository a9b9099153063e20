"""Rows as clients see them: clear text for commitments, names of persons, tokens instead of positions."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from api.tokens import PositionTokens
from domain.ids import JurisdictionCode, family_of
from projections.queries.reader import Connection
from projections.queries.texts import (
    COMMITMENT,
    PERSON,
    opened,
    parties_named,
    people,
    strings_with,
    texts_of,
    with_subjects,
)
from projections.sentences import LANGUAGES, Names, sentence

NEVER_SHOWN: Final = frozenset({"scope", "position"})
"""Columns that no client sees."""


async def present(
    connection: Connection, jurisdiction: JurisdictionCode, rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """``{"items": […], "persons": {id: name}}``: rows with clear text, and who the ids in them are."""
    texts = await texts_of(connection, jurisdiction, strings_with(rows, COMMITMENT))
    names = await people(connection, jurisdiction, strings_with(rows, PERSON))
    rows = await with_subjects(connection, jurisdiction, rows)
    items = [opened(_shown(row), texts) for row in rows]
    return {"items": items, "persons": names}


async def present_events(
    connection: Connection,
    tokens: PositionTokens,
    jurisdiction: JurisdictionCode,
    rows: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Timeline rows in the public shape of an event, each with its sentences and its token.

    An event's version is for readers of the matter itself: at the edge of it (a hand-over, an obligation)
    it would tell how much happened inside.
    """
    texts = await texts_of(connection, jurisdiction, strings_with(rows, COMMITMENT))
    persons = await people(connection, jurisdiction, strings_with(rows, PERSON))
    parties = await parties_named(connection, jurisdiction)
    items = []
    for row in rows:
        item = opened(_shown(row), texts)
        if row["scope"] != family_of(row["stream"]):
            del item["version"]
        item["token"] = tokens.seal(jurisdiction, row["position"])
        for language in LANGUAGES:
            item[language] = sentence(
                row["type"],
                row["data"],
                actor=row["actor"],
                party=row["party"],
                names=Names(parties=parties[language], persons=persons, personal=texts),
                language=language,
            )
        items.append(item)
    return {"items": items, "persons": persons}


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in NEVER_SHOWN}
