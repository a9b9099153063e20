"""`guantong attachments`: what is attached, whether the store still holds it, and files written out."""

import asyncio
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import psycopg
import typer
from psycopg.rows import dict_row

from api.attachments import file_name
from api.presenting import present
from cli import jurisdictions, places
from cli.errors import FolderNotEmpty
from cli.exits import Exit
from cli.language import text
from cli.options import (
    DEFAULT_DATA,
    Attachments,
    Data,
    Json,
    JurisdictionOption,
    Kafka,
    Postgres,
)
from cli.terminal import progress, say, show_json, show_table
from domain.ids import PartyId, PersonId
from eventlog.attachments.checking import Checked, check, sweep
from eventlog.attachments.ledger import Named, read_log
from eventlog.attachments.store import Store
from eventlog.directory import Directory
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes import attachment_checks, attachment_export
from projections.attachments.lists import FILES
from projections.queries.listing import PAGE_MAX, Question, page
from projections.queries.reader import Reader

SHOWN_MAX: Final = 50
_COLUMNS: Final = ("attachment", "name", "kind", "size", "digest", "added_by", "stage", "damage")

Person = Annotated[str, typer.Option("--person", help=text("option.person"))]
Party = Annotated[str, typer.Option("--party", help=text("option.party"))]
Matter = Annotated[str | None, typer.Option("--matter", help=text("attachments.matter"))]


def show_list(
    person: Person,
    party: Party,
    matter: Matter = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    as_json: Json = False,
) -> None:
    """List what this person may read of it for this party; nothing is read on record by that."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    code = jurisdictions.choose(settings, jurisdiction)
    reader = Reader(code, PersonId(person), PartyId(party))
    rows = asyncio.run(_rows(settings.postgres, reader, matter))
    if as_json:
        hidden = {"stored", "sealing", "scope"}
        show_json([{k: v for k, v in row.items() if k not in hidden} for row in rows])
        return
    columns = [text(f"attachments.columns.{name}") for name in _COLUMNS]
    show_table(text("attachments.title"), columns, [[row[c] for c in _COLUMNS] for row in rows])


async def _rows(postgres: str, reader: Reader, matter: str | None) -> list[dict[str, Any]]:
    filters = {} if matter is None else {"matter": matter}
    found: list[dict[str, Any]] = []
    after: tuple[Any, ...] | None = None
    async with await psycopg.AsyncConnection.connect(
        postgres, autocommit=True, row_factory=dict_row
    ) as connection:
        while True:
            question = Question(filters=filters, after=after, limit=PAGE_MAX)
            got = await page(connection, FILES, reader, question)
            found += (await present(connection, reader.jurisdiction, got.rows))["items"]
            if got.after is None:
                return found
            after = got.after


def check_store(
    sweeping: Annotated[bool, typer.Option("--sweep", help=text("attachments.sweep"))] = False,
    store: Attachments = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Check every file of the log against the store; ends with `Exit.FAULTY` if one is not right."""
    settings = places.find(data, kafka=kafka, postgres=postgres, attachments=store)
    opened = Store(settings.store)
    with progress(text("attachments.reading")) as advance:
        ledger = read_log(settings, lambda done, total: advance(done, total, ""))
    with progress(text("attachments.checking")) as advance:
        checked = check(
            ledger,
            opened,
            FileVault(settings.vault),
            now=datetime.datetime.now(datetime.UTC),
            report=lambda done, total: advance(done, total, ""),
        )
    noted = attachment_checks.note(settings, checked)
    swept = sweep(opened, checked.orphans) if sweeping else 0
    halves = opened.clear_unfinished(datetime.datetime.now(datetime.UTC)) if sweeping else 0
    if as_json:
        document = _document(settings, checked, noted=noted)
        show_json({**document, "swept": swept, "unfinished_removed": halves})
    else:
        _show(settings, checked, noted=noted, swept=swept)
        if halves:
            say(text("attachments.unfinished", count=halves))
    if checked.damaged:
        raise typer.Exit(Exit.FAULTY)


def _document(settings: Settings, checked: Checked, *, noted: int | None) -> dict[str, Any]:
    return {
        "ok": not checked.damaged,
        "store": settings.store,
        "right": checked.right,
        "bytes": checked.bytes,
        **{
            name: [_told(each) for each in getattr(checked, name)]
            for name in ("missing", "altered", "erased", "mended")
        },
        "orphans": [each.address for each in checked.orphans],
        "waiting": checked.waiting,
        "noted": noted,
    }


def _told(each: Named) -> dict[str, str]:
    return {
        "jurisdiction": each.jurisdiction,
        "matter": each.matter,
        "attachment": each.file.attachment,
        "stored": each.stored,
    }


def _show(settings: Settings, checked: Checked, *, noted: int | None, swept: int) -> None:
    counts = {"right": checked.right, "bytes": checked.bytes, "erased": len(checked.erased)}
    say(text("attachments.checked", store=settings.store, **counts))
    for each, fault in checked.damaged[:SHOWN_MAX]:
        say(text(f"attachments.{fault}", **_told(each)), style="red")
    if len(checked.damaged) > SHOWN_MAX:
        say(text("attachments.more", count=len(checked.damaged) - SHOWN_MAX), style="red")
    if noted is None:
        say(text("attachments.not_noted"), style="yellow")
    elif noted:
        say(text("attachments.noted", count=noted))
    orphans = {"orphans": len(checked.orphans), "waiting": checked.waiting, "swept": swept}
    say(text("attachments.orphans", **orphans))


def export(
    folder: Annotated[Path, typer.Argument(help=text("attachments.folder"), file_okay=False)],
    person: Person,
    party: Party,
    matter: Matter = None,
    store: Attachments = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    as_json: Json = False,
) -> None:
    """Write the files out, each reading on record; ends with `Exit.FAULTY` if one could not be."""
    settings = places.find(data, kafka=kafka, postgres=postgres, attachments=store)
    code = jurisdictions.choose(settings, jurisdiction)
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(folder=folder)
    reader = Reader(code, PersonId(person), PartyId(party))
    rows = asyncio.run(_rows(settings.postgres, reader, matter))
    place = Directory(settings).find(code)
    with progress(text("attachments.exporting")) as advance:
        exported = attachment_export.export(
            settings,
            reader,
            list(attachment_export.named(rows, file_name)),
            folder,
            source="" if place is None else place.source,
            report=lambda done, total: advance(done, total, ""),
        )
    _tell(exported, folder, as_json=as_json)


def _tell(exported: attachment_export.Exported, folder: Path, *, as_json: bool) -> None:
    left_out: Sequence[tuple[str, str]] = exported.left_out
    if as_json:
        told = [{"attachment": name, "code": code} for name, code in left_out]
        counts = {"files": exported.files, "bytes": exported.bytes}
        show_json({"folder": str(folder), **counts, "left_out": told})
    else:
        for name, code in left_out:
            say(text("attachments.left_out", attachment=name, code=code), style="red")
        counts = {"files": exported.files, "bytes": exported.bytes}
        say(text("attachments.exported", folder=folder, **counts))
    if left_out:
        raise typer.Exit(Exit.FAULTY)
