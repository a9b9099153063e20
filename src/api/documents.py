"""Matters as a document to print (DOCX): what their page shows this reader, and how it came about.

Each with the fields that its route gives as JSON, told as people read them (`api.wording`), the chain of what
was done and said about it as far as the reader may read it, and lines to sign. Everything in one document is
of one moment, and of the same permission and ``as_of`` as on the page. Who is shown which lead is on record
before the document is sent.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from starlette.responses import Response

from api.asking import Asked
from api.errors import Parked, TooManyToPrint
from api.files import Wanted, answer, text_of, to_be_sent
from api.presenting import present, present_events
from api.printing import Imprint, Matter, Step, write
from api.references import all_rows, called, titled
from api.wording import Wording, kind_of, matters_in, persons_told
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, family_of
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.listings import FIGURES, HISTORY
from projections.queries.reader import parked_of, place_of, snapshot, versions_of
from projections.queries.texts import parties_named, people
from projections.sentences import Language, Names

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
    items: list[dict[str, Any]] = body["items"]
    events, actors = await _events(ask, streams)
    others = matters_in([items, [event[language] for event in events]])
    matters, persons = await called(ask, others, streams, language)
    figures = FIGURES.get(listing.path)
    wording = Wording(
        language=language,
        parties=parties,
        titles=await titled(ask, streams, language),
        persons={**actors, **persons, **body["persons"], **persons_told(items)},
        matters=matters,
        figures=() if figures is None else figures.figures,
    )
    versions: Mapping[str, int] = {}
    if listing.level == "content":
        versions = await versions_of(ask.connection, ask.reader.jurisdiction, streams, ask.as_of)
    steps: dict[str, list[Step]] = {}
    for event in events:
        steps.setdefault(event["stream"], []).append(_step(event, wording))
    return {
        stream: Matter(
            title=_title(stream, item.get("number"), language),
            fields=wording.fields(family_of(stream), listing.path, item),
            steps=steps.get(stream, ()),
            archive=_archive(stream, versions.get(stream), language),
        )
        for stream, item in ((each.pop("stream"), each) for each in items)
    }


async def _events(
    ask: Asked, streams: Sequence[str]
) -> tuple[list[dict[str, Any]], dict[str, str | None]]:
    """What the reader may read of how the matters came about, from the beginning, and who acted."""
    rows = await all_rows(ask, HISTORY, streams)
    tokens, jurisdiction = ask.services.tokens, ask.reader.jurisdiction
    body = await present_events(ask.connection, tokens, jurisdiction, rows)
    return body["items"], body["persons"]


def _step(event: Mapping[str, Any], wording: Wording) -> Step:
    """An event as a sentence, and the words of whoever gave an opinion where that does not tell them."""
    language = wording.language
    said = event[language]
    words = event["data"].get("text")
    if isinstance(words, str) and words not in said:
        said = f"{said}\n{words}"
    system = _SYSTEM[language]
    party, person = event["party"], event["actor"]
    return Step(
        day=text_of(event["occurred"], language),
        party=system if party == SYSTEM_PARTY else wording.parties.get(party, party),
        person=system if person == SYSTEM_PERSON else wording.said(person),
        said=text_of(wording.said(said), language),
    )


def _parked(stream: str, language: Language) -> Matter:
    refusal = Parked(stream=stream)
    said = refusal.sentence_zh if language == "zh" else refusal.sentence_en
    return Matter(title=_title(stream, None, language), refusal=said)


def _title(stream: str, number: Any, language: Language) -> str:
    """What it is, and its number: ``问题线索 〔2026〕3号``."""
    kind = kind_of(stream, language)
    return f"{kind} {text_of(number, language)}" if isinstance(number, str) else kind


def _archive(stream: str, version: int | None, language: Language) -> str:
    """What a matter is found by exactly, and how far it had come; without a version for its status only."""
    if language == "zh":
        return f"档案标识:{stream}" + ("" if version is None else f",第{version}版")
    return f"On file as {stream}" + ("" if version is None else f", version {version}")


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
