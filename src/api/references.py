"""What other matters and persons are called that a document names, as far as its reader may read them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from api.asking import Asked
from api.presenting import present
from api.wording import kind_of, persons_told
from domain import catalogue
from domain.ids import family_of
from projections.assessments.lists import ASSESSMENT_GRADES, ASSESSMENT_POINTS
from projections.cases.lists import CASE_PERSONS
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.listings import LISTINGS
from projections.sentences import Language

_COLLECTIONS: Final = {family.collection: family.name for family in catalogue.FAMILIES}
_MATTERS: Final[Mapping[str, Listing]] = {
    _COLLECTIONS[listing.path]: listing
    for listing in LISTINGS
    if listing.path in _COLLECTIONS and not listing.table.key
}
"""Family → its register."""
_TITLED: Final = ((ASSESSMENT_POINTS, "indicator"), (ASSESSMENT_GRADES, "grade"))
"""The lists that give words of a scheme with their titles."""
_ASSESSMENT: Final = "assessment"
_CASE: Final = "case"
_SHOWN: Final = 8
"""So much of an id stands for a matter of which its reader may know nothing else."""


async def called(
    ask: Asked, others: Collection[str], printed: Collection[str], language: Language
) -> tuple[dict[str, str], dict[str, str | None]]:
    """What other matters are called, and the persons whom they and the printed cases name: id → name."""
    matters = {stream: _unread(stream, language) for stream in others}
    persons: dict[str, str | None] = {}
    for family in sorted({family_of(stream) for stream in others} & _MATTERS.keys()):
        own = sorted(stream for stream in others if family_of(stream) == family)
        items, known = await _shown(ask, _MATTERS[family], own)
        persons |= known
        matters |= {each["stream"]: _read(each, language) for each in items}
    cases = sorted(each for each in {*others, *printed} if family_of(each) == _CASE)
    _, known = await _shown(ask, CASE_PERSONS, cases)
    return matters, persons | known


async def titled(ask: Asked, streams: Collection[str], language: Language) -> dict[str, str]:
    """What the words of a scheme that stand in matters are called: indicators, grades."""
    own = sorted(stream for stream in streams if family_of(stream) == _ASSESSMENT)
    return {
        row[column]: row[f"title_{language}"]
        for listing, column in _TITLED
        for row in await all_rows(ask, listing, own)
    }


async def _shown(
    ask: Asked, listing: Listing, streams: Sequence[str]
) -> tuple[list[dict[str, Any]], dict[str, str | None]]:
    rows = await all_rows(ask, listing, streams)
    body = await present(ask.connection, ask.reader.jurisdiction, rows)
    return body["items"], body["persons"] | persons_told(body["items"])


async def all_rows(ask: Asked, listing: Listing, streams: Sequence[str]) -> list[dict[str, Any]]:
    """Every row of some matters that the reader may read, put on record. Raises `ReadingNotRecorded`."""
    rows: list[dict[str, Any]] = []
    question = Question(as_of=ask.as_of, streams=streams, limit=PAGE_MAX)
    while streams:
        found = await page(ask.connection, listing, ask.reader, question)
        await ask.put_on_record(listing, found.rows)
        rows += found.rows
        if found.after is None:
            break
        question = replace(question, after=found.after)
    return rows


def _read(row: Mapping[str, Any], language: Language) -> str:
    kind = kind_of(row["stream"], language)
    if isinstance(row.get("number"), str):
        return f"{kind}{row['number']}" if language == "zh" else f"{kind} {row['number']}"
    if row.get("title"):
        return f"{kind}“{row['title']}”" if language == "zh" else f"{kind} “{row['title']}”"
    return _unread(row["stream"], language)


def _unread(stream: str, language: Language) -> str:
    kind, shown = kind_of(stream, language), stream.partition("/")[2][:_SHOWN]
    return f"{kind}({shown})" if language == "zh" else f"{kind} ({shown})"
