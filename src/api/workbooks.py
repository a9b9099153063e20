"""A register as a workbook (XLSX): the same rows, under the same permission, as its list shows as JSON.

Written page after page into a file, so that a register of any length takes the same memory; all pages are of
one snapshot. `guantong export` and the list routes write it alike.
"""

import asyncio
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from starlette.responses import Response

from api.files import Wanted, answer, columns_of, named, text_of, title_of, to_be_sent
from api.presenting import present
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.reader import Connection, Reader, snapshot
from projections.sentences import Language

SHEET_NAME_MAX: Final = 31
"""More characters the format does not allow in the name of a sheet."""

PLAIN: Final = (bool, int, datetime.date)
"""What a cell holds as it is; a time of day is written out, as it is in China."""


PutOnRecord = Callable[[Listing, Sequence[Mapping[str, Any]]], Awaitable[None]]
"""What is told of the rows of each page: who is shown which lead is on record before the file is sent."""


async def write_workbook(
    put_on_record: PutOnRecord,
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

    Raises what `put_on_record` raises: `ReadingNotRecorded`.
    """
    workbook = Workbook(write_only=True)
    name = listing.zh if language == "zh" else listing.en
    sheet = workbook.create_sheet(name[:SHEET_NAME_MAX])
    columns = columns_of(listing)
    sheet.append([title_of(column, language, listing.path) for column in columns])
    rows = 0
    async with snapshot(connection):
        async for items in _pages(put_on_record, connection, listing, reader, question):
            for item in items:
                sheet.append([_cell(sheet, item.get(column), language) for column in columns])
            rows += len(items)
            report(rows)
    await asyncio.to_thread(workbook.save, file)
    return rows


async def sent(
    put_on_record: PutOnRecord,
    connection: Connection,
    listing: Listing,
    reader: Reader,
    question: Question,
    form: Wanted,
) -> Response:
    """The answer to whoever asked for a workbook."""
    with to_be_sent() as file:
        await write_workbook(
            put_on_record, connection, listing, reader, question, file, language=form.language
        )
        return answer(file, form, listing.path)


async def _pages(
    put_on_record: PutOnRecord,
    connection: Connection,
    listing: Listing,
    reader: Reader,
    question: Question,
) -> AsyncIterator[Sequence[dict[str, Any]]]:
    question = replace(question, after=None, limit=PAGE_MAX)
    while True:
        found = await page(connection, listing, reader, question)
        await put_on_record(listing, found.rows)
        shown = await present(connection, reader.jurisdiction, found.rows)
        yield [named(item, shown["persons"]) for item in shown["items"]]
        if found.after is None:
            return
        question = replace(question, after=found.after)


def _cell(sheet: Any, value: Any, language: Language) -> Any:
    """A cell; what is no plain value is written as people read it. Text is never taken for a formula."""
    if value is not None and type(value) not in PLAIN:
        value = text_of(value, language)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
