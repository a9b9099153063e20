"""A register as a workbook (XLSX): the same rows, under the same permission, as its list shows as JSON.

Written page after page into a file, so that a register of any length takes the same memory; all pages are of
one snapshot. `guantong export` and the list routes write it alike.
"""

import asyncio
import contextlib
import datetime
import tempfile
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import IO, Annotated, Any, Final, Literal

from fastapi import Depends, Header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from psycopg.sql import SQL
from starlette.responses import Response, StreamingResponse

from api.on_record import Records
from api.presenting import NEVER_SHOWN, present
from domain.calendar import SHANGHAI
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.reader import Connection, Reader

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PIECE_BYTES: Final = 64 * 1024
"""Of a file that is sent."""

SHEET_NAME_MAX: Final = 31
"""More characters the format does not allow in the name of a sheet."""

PLAIN: Final = (bool, int, datetime.date)
"""What a cell holds as it is; a time of day is written out, as it is in China."""

Language = Literal["zh", "en"]

COLUMNS: Final[Mapping[str, str]] = tomllib.loads(
    files("api").joinpath("columns.toml").read_text("utf-8")
)
"""What each column is called in Chinese; in English it is called by its name, in words."""


def wanted(
    accept: Annotated[
        str | None,
        Header(
            description=f"JSON; or `{MEDIA_TYPE}`: the whole list as a workbook, whatever `limit` and"
            " `after` say."
        ),
    ] = None,
    accept_language: Annotated[
        str | None, Header(description="How the columns of a workbook are titled: zh or en.")
    ] = None,
) -> Language | None:
    """The language of the workbook that a client asks for; None where it takes JSON.

    The first that ``Accept-Language`` names: Chinese unless that is English.
    """
    if MEDIA_TYPE not in (accept or "").lower():
        return None
    first = (accept_language or "").split(",")[0].strip().lower()
    return "en" if first.startswith("en") else "zh"


Wanted = Annotated[Language | None, Depends(wanted)]


def columns_of(listing: Listing) -> list[str]:
    """The columns of a list as clients see them: of its own, worked out when asked, beside it."""
    beside = (name for other in listing.beside for name in other.columns)
    shown = (*listing.columns, *listing.computed, *beside)
    return [column for column in dict.fromkeys(shown) if column not in NEVER_SHOWN]


def title_of(column: str, language: Language) -> str:
    """What a column is called: ``承办单位``, ``Handling party``."""
    words = column.replace("_", " ").capitalize()
    return COLUMNS.get(column, words) if language == "zh" else words


async def write_workbook(
    records: Records,
    connection: Connection,
    listing: Listing,
    reader: Reader,
    question: Question,
    file: Path | IO[bytes],
    *,
    language: Language,
    report: Callable[[int], None] = lambda _: None,
) -> int:
    """Write all that a question is about; gives the number of rows, as `report` tells it on the way.

    Who is shown which lead is on record before the file is there. Raises `ReadingNotRecorded`.
    """
    workbook = Workbook(write_only=True)
    name = listing.zh if language == "zh" else listing.en
    sheet = workbook.create_sheet(name[:SHEET_NAME_MAX])
    columns = columns_of(listing)
    sheet.append([title_of(column, language) for column in columns])
    rows = 0
    async with connection.transaction():
        await connection.execute(SQL("set transaction isolation level repeatable read, read only"))
        async for items in _pages(records, connection, listing, reader, question):
            for item in items:
                sheet.append([_cell(sheet, item.get(column)) for column in columns])
            rows += len(items)
            report(rows)
    await asyncio.to_thread(workbook.save, file)
    return rows


async def sent(
    records: Records,
    connection: Connection,
    listing: Listing,
    reader: Reader,
    question: Question,
    language: Language,
) -> Response:
    """The answer to whoever asked for a workbook: sent piece by piece, the file gone once it is sent."""
    with contextlib.ExitStack() as closing:
        file = closing.enter_context(tempfile.TemporaryFile())
        await write_workbook(
            records, connection, listing, reader, question, file, language=language
        )
        size = file.tell()
        closing.pop_all()
    headers = {
        "Content-Disposition": f'attachment; filename="{listing.path}.xlsx"',
        "Content-Language": language,
        "Content-Length": str(size),
        "Vary": "Accept, Accept-Language",
    }
    return StreamingResponse(_pieces(file), media_type=MEDIA_TYPE, headers=headers)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(PIECE_BYTES):
            yield piece


async def _pages(
    records: Records,
    connection: Connection,
    listing: Listing,
    reader: Reader,
    question: Question,
) -> AsyncIterator[Sequence[dict[str, Any]]]:
    question = replace(question, after=None, limit=PAGE_MAX)
    while True:
        found = await page(connection, listing, reader, question)
        await records.put(connection, listing, reader, found.rows, question.as_of)
        shown = await present(connection, reader.jurisdiction, found.rows)
        yield [_named(item, shown["persons"]) for item in shown["items"]]
        if found.after is None:
            return
        question = replace(question, after=found.after)


def _named(item: dict[str, Any], persons: dict[str, str]) -> dict[str, Any]:
    """A row with the names of the persons in it, where the reader may know them."""
    return {name: _name(value, persons) for name, value in item.items()}


def _name(value: Any, persons: dict[str, str]) -> Any:
    match value:
        case str():
            return persons.get(value, value)
        case list():
            return [_name(each, persons) for each in value]
        case dict():
            return {key: _name(each, persons) for key, each in value.items()}
        case _:
            return value


def _cell(sheet: Any, value: Any) -> Any:
    """A cell; what is no plain value is written as people read it. Text is never taken for a formula."""
    if value is not None and type(value) not in PLAIN:
        value = ILLEGAL_CHARACTERS_RE.sub("", _said(value))
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _said(value: Any) -> str:
    match value:
        case list() | tuple():
            return "; ".join(map(_said, value))
        case dict():
            told = ((name, each) for name, each in value.items() if each is not None)
            return ", ".join(f"{name}: {_said(each)}" for name, each in told)
        case datetime.datetime():
            return value.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
        case _:
            return str(value)
