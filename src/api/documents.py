"""Matters as a document to print (DOCX): what their page shows this reader, and how it came about.

Each with the fields that its route gives as JSON, the chain of what was done and said about it as far as the
reader may read it, and lines to sign. Everything in one document is of one moment, and of the same permission
and ``as_of`` as on the page. Who is shown which lead is on record before the document is sent.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from starlette.responses import Response

from api.asking import Asked
from api.errors import Parked, TooManyToPrint
from api.files import Wanted, answer, named, text_of, title_of, to_be_sent
from api.presenting import present, present_events
from api.printing import Imprint, Matter, Step, write
from domain.catalogue import FAMILY
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, family_of
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.listings import HISTORY
from projections.queries.reader import parked_of, place_of, snapshot, versions_of
from projections.queries.texts import parties_named, people
from projections.sentences import Language, Names, word

MATTERS_MAX: Final = PAGE_MAX
"""In one document."""

_SYSTEM: Final[Mapping[Language, str]] = {"zh": "系统", "en": "The system"}
_Rows = Sequence[Mapping[str, Any]]


async def all_of(ask: Asked, listing: Listing, question: Question, form: Wanted) -> Response:
    """The answer with all matters that a question is about, each beginning a page; none of them changes.

    Raises `TooManyToPrint`, `ReadingNotRecorded`.
    """
    async with snapshot(ask.connection):
        question = replace(question, limit=MATTERS_MAX)
        found = await page(ask.connection, listing, ask.reader, question)
        if found.after is not None:
            raise TooManyToPrint(limit=MATTERS_MAX)
        return await sent(ask, listing, found.rows, form)


async def sent(ask: Asked, listing: Listing, rows: _Rows, form: Wanted) -> Response:
    """The answer with the matters of these rows of a list. Raises `ReadingNotRecorded`.

    A matter whose view is parked says so in its place.
    """
    streams = [row["stream"] for row in rows]
    parked = await parked_of(ask.connection, ask.reader.jurisdiction, streams)
    parties = (await parties_named(ask.connection, ask.reader.jurisdiction))[form.language]
    whole = [row for row in rows if row["stream"] not in parked]
    shown = await _shown(ask, listing, whole, parties, form.language)
    matters = [shown.get(stream) or _parked(stream, form.language) for stream in streams]
    imprint = await _imprint(ask, parties, form.language)
    with to_be_sent() as file:
        await asyncio.to_thread(write, matters, imprint, file, form.language)
        return answer(file, form, listing.path)


async def _shown(
    ask: Asked, listing: Listing, rows: _Rows, parties: Mapping[str, str], language: Language
) -> dict[str, Matter]:
    """Each matter by its stream."""
    await ask.put_on_record(listing, rows)
    streams = [row["stream"] for row in rows]
    body = await present(ask.connection, ask.reader.jurisdiction, rows)
    steps = await _steps(ask, streams, parties, language)
    if listing.level == "content":
        versions = await versions_of(ask.connection, ask.reader.jurisdiction, streams, ask.as_of)
        for item in body["items"]:
            item["version"] = versions[item["stream"]]
    names = {**parties, **body["persons"]}
    return {
        item["stream"]: Matter(
            title=_title(item["stream"], item.get("number"), language),
            fields=[
                (title_of(name, language), _told(name, value, names, language))
                for name, value in item.items()
            ],
            steps=steps.get(item["stream"], ()),
        )
        for item in body["items"]
    }


def _told(name: str, value: Any, names: Mapping[str, str | None], language: Language) -> str:
    """A field for people: codes in their words, persons and parties by name."""
    return text_of(named(_worded(name, value, language), names), language)


def _worded(name: str, value: Any, language: Language) -> Any:
    match value:
        case str():
            return word(name, value, language)
        case list() | tuple():
            return [_worded(name, each, language) for each in value]
        case dict():
            return {inner: _worded(inner, each, language) for inner, each in value.items()}
        case _:
            return value


async def _steps(
    ask: Asked, streams: Sequence[str], parties: Mapping[str, str], language: Language
) -> dict[str, list[Step]]:
    """What the reader may read of how each matter came about, from its beginning."""
    services, jurisdiction = ask.services, ask.reader.jurisdiction
    steps: dict[str, list[Step]] = {}
    question = Question(as_of=ask.as_of, streams=streams, limit=PAGE_MAX)
    while True:
        found = await page(ask.connection, HISTORY, ask.reader, question)
        await ask.put_on_record(HISTORY, found.rows)
        body = await present_events(ask.connection, services.tokens, jurisdiction, found.rows)
        names = Names(parties=parties, persons=body["persons"])
        for event in body["items"]:
            steps.setdefault(event["stream"], []).append(_step(event, names, language))
        if found.after is None:
            return steps
        question = replace(question, after=found.after)


def _step(event: Mapping[str, Any], names: Names, language: Language) -> Step:
    """An event as a sentence, and the words of whoever gave an opinion where that does not tell them."""
    said = event[language]
    words = event["data"].get("text")
    if isinstance(words, str) and words not in said:
        said = f"{said}\n{words}"
    system = _SYSTEM[language]
    return Step(
        day=text_of(event["occurred"], language),
        party=system if event["party"] == SYSTEM_PARTY else names.party(event["party"]),
        person=system if event["actor"] == SYSTEM_PERSON else names.person(event["actor"]),
        said=text_of(said, language),
    )


def _parked(stream: str, language: Language) -> Matter:
    refusal = Parked(stream=stream)
    said = refusal.sentence_zh if language == "zh" else refusal.sentence_en
    return Matter(title=_title(stream, None, language), refusal=said)


def _title(stream: str, number: str | None, language: Language) -> str:
    """What it is, and its number: ``问题线索 〔2026〕3号``."""
    family = FAMILY[family_of(stream)]
    kind = family.zh if language == "zh" else family.en[:1].upper() + family.en[1:]
    return kind if number is None else f"{kind} {text_of(number, language)}"


async def _imprint(ask: Asked, parties: Mapping[str, str], language: Language) -> Imprint:
    reader = ask.reader
    place = await place_of(ask.connection, reader.jurisdiction, ask.as_of)
    persons = await people(ask.connection, reader.jurisdiction, [reader.person])
    names = Names(parties=parties, persons=persons)
    return Imprint(
        jurisdiction=text_of(place.title_zh if language == "zh" else place.title_en, language),
        printed=text_of(place.today, language),
        by=text_of(names.person(reader.person), language),
        party=names.party(reader.party),
        then=text_of(place.then, language),
    )
