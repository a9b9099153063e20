"""Personal text and names: what turns rows with commitments and codes into what people read."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from domain.ids import JurisdictionCode
from projections.queries.reader import Connection
from projections.sentences import LANGUAGES, Language

COMMITMENT: Final = "sha256:"
PERSON: Final = "person/"


async def texts_of(
    connection: Connection, jurisdiction: JurisdictionCode, commitments: Iterable[str]
) -> dict[str, str | None]:
    """The clear text of each commitment; None where it was erased.

    Ask only for commitments out of rows that the reader may see.
    """
    wanted = sorted(set(commitments))
    if not wanted:
        return {}
    cursor = await connection.execute(
        "select distinct on (commitment) commitment, text from read.names"
        " where jurisdiction = %s and until_position is null and commitment = any(%s)",
        (jurisdiction, wanted),
    )
    found = {row["commitment"]: row["text"] for row in await cursor.fetchall()}
    return {commitment: found.get(commitment) for commitment in wanted}


async def people(
    connection: Connection, jurisdiction: JurisdictionCode, persons: Iterable[str]
) -> dict[str, str | None]:
    """The names of registered persons by id: who acts is known to all who read at all."""
    wanted = sorted(set(persons))
    if not wanted:
        return {}
    cursor = await connection.execute(
        "select p.stream, n.text from read.persons as p"
        " left join read.names as n on n.jurisdiction = p.jurisdiction and n.commitment = p.name"
        " and n.until_position is null"
        " where p.jurisdiction = %s and p.until_position is null and p.stream = any(%s)",
        (jurisdiction, wanted),
    )
    return {row["stream"]: row["text"] for row in await cursor.fetchall()}


async def parties_named(
    connection: Connection, jurisdiction: JurisdictionCode
) -> dict[Language, dict[str, str]]:
    """How every party is called, by language and code."""
    cursor = await connection.execute(
        "select code, zh, en from read.parties where jurisdiction = %s and until_position is null",
        (jurisdiction,),
    )
    rows = await cursor.fetchall()
    return {language: {row["code"]: row[language] for row in rows} for language in LANGUAGES}


def strings_with(value: Any, prefix: str) -> Iterable[str]:
    """Every string in a JSON value that begins with ``prefix``."""
    if isinstance(value, str):
        if value.startswith(prefix):
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings_with(each, prefix)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from strings_with(each, prefix)


def opened(value: Any, texts: Mapping[str, str | None]) -> Any:
    """The same JSON value with clear text in place of commitments."""
    if isinstance(value, str):
        return texts.get(value, value) if value.startswith(COMMITMENT) else value
    if isinstance(value, Mapping):
        return {name: opened(each, texts) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [opened(each, texts) for each in value]
    return value
