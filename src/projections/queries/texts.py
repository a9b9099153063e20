"""Personal text and names: what turns rows with commitments and codes into what people read."""

from collections.abc import Iterable, Mapping, Sequence
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


_SUBJECTS: Final = """
with recursive lineage (lead, stream) as (
    select l collate "C", l collate "C" from unnest(%(leads)s::text[]) as l
    union
    select lineage.lead, s.other
      from lineage
      join read.sources as s on s.jurisdiction = %(jurisdiction)s
       and s.until_position is null and s.stream = lineage.stream
)
select distinct on (lineage.lead, wanted.person, field)
       lineage.lead, wanted.person, substring(n.path from '[a-z]+$') as field, n.text
  from (select person, source || '/' || person as keyid
          from unnest(%(persons)s::text[]) as person, read.jurisdictions
         where jurisdiction = %(jurisdiction)s and until_position is null) as wanted
  join read.names as n on n.jurisdiction = %(jurisdiction)s
   and n.until_position is null and n.keyid = wanted.keyid
  join lineage on lineage.stream = n.stream
 where n.path ~ '^/subjects/[0-9]+/(name|post)$'
 order by lineage.lead, wanted.person, field, n.from_position desc
"""


async def with_subjects(
    connection: Connection, jurisdiction: JurisdictionCode, rows: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """The rows with name and post of reported persons who came from another lead (split, merged).

    They stand sealed where they came in. Looked up along the lead's own origin only: what another
    matter says of the same person is not this reader's to know.
    """
    nameless = [
        (row["stream"], subject["person"])
        for row in rows
        for subject in row.get("subjects") or ()
        if subject["name"] is None and subject["person"] is not None
    ]
    if not nameless:
        return rows
    leads, persons = (sorted(set(each)) for each in zip(*nameless, strict=True))
    cursor = await connection.execute(
        _SUBJECTS, {"jurisdiction": jurisdiction, "leads": leads, "persons": persons}
    )
    found: dict[tuple[str, str], dict[str, str | None]] = {}
    for each in await cursor.fetchall():
        found.setdefault((each["lead"], each["person"]), {})[each["field"]] = each["text"]
    return [
        {
            **row,
            "subjects": [
                subject | found.get((row["stream"], subject["person"]), {})
                if subject["name"] is None
                else subject
                for subject in row["subjects"]
            ],
        }
        if row.get("subjects")
        else row
        for row in rows
    ]


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
