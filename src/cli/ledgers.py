"""`guantong import` and `guantong export`: ledgers in spreadsheets, in and out."""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import psycopg
import typer
from psycopg.rows import dict_row

from api.workbooks import write_workbook
from cli import jurisdictions, places
from cli.errors import MapOfAnotherRegister, UnknownRegister
from cli.exits import Exit
from cli.language import Language, language, text
from cli.options import DEFAULT_DATA, Data, Json, JurisdictionOption, Kafka, Postgres
from cli.recording import recording
from cli.stopping import stop_when_asked
from cli.terminal import note, progress, say, show_json
from domain.catalogue import ACTIONS
from domain.ids import PartyId, PersonId
from eventlog.settings import Settings
from processes.ledgers.importing import Imported, Importer, import_ledger, try_ledger
from processes.ledgers.mapping import read_map
from projections.queries import listings
from projections.queries.listing import Listing, Question
from projections.queries.reader import Reader

FAULTS_SHOWN_MAX = 50


def take_in(
    register: Annotated[str, typer.Argument(help=text("import.register"))],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=text("import.file"))],
    mapping: Annotated[
        Path, typer.Option("--map", exists=True, dir_okay=False, help=text("import.map"))
    ],
    person: Annotated[str, typer.Option("--person", help=text("option.person"))],
    party: Annotated[str, typer.Option("--party", help=text("option.party"))],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=text("import.dry_run"))] = False,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    as_json: Json = False,
) -> None:
    """Import a ledger; ends with `Exit.FAULTY` if rows have faults: the others are taken in."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    code = jurisdictions.choose(settings, jurisdiction)
    importer = Importer(jurisdiction=code, person=PersonId(person), party=PartyId(party))
    ledger = read_map(mapping)
    family, _ = ACTIONS[ledger.action]
    if family.collection != register:
        raise MapOfAnotherRegister(register=register, action=ledger.action)
    run = try_ledger if dry_run else import_ledger
    with stop_when_asked() as stop, progress(text("import.progress")) as advance:
        imported = run(
            settings,
            file,
            ledger,
            importer,
            report=lambda rows: advance(rows, rows, ""),
            stop=stop,
        )
    _show(imported, dry_run=dry_run, as_json=as_json)
    _end(imported, stop)


def _show(imported: Imported, *, dry_run: bool, as_json: bool) -> None:
    counts = {"taken": imported.taken, "known": imported.known, "faulty": len(imported.faulty)}
    if as_json:
        faults = [asdict(fault) for fault in imported.faults]
        show_json({"dry_run": dry_run, **counts, "faults": faults})
        return
    chinese = language() is Language.ZH
    for fault in imported.faults[:FAULTS_SHOWN_MAX]:
        why = fault.zh if chinese else fault.en
        note(text("import.fault", row=fault.row, column=fault.column or "–", why=why))
    if len(imported.faults) > FAULTS_SHOWN_MAX:
        note(text("import.more", count=len(imported.faults) - FAULTS_SHOWN_MAX))
    say(text("import.tried" if dry_run else "import.result", **counts))


def _end(imported: Imported, stop: threading.Event) -> None:
    if stop.is_set():
        raise typer.Exit(Exit.INTERRUPTED)
    if imported.faulty:
        raise typer.Exit(Exit.FAULTY)


def give_out(
    register: Annotated[str, typer.Argument(help=text("export.register"))],
    file: Annotated[Path, typer.Argument(dir_okay=False, help=text("export.file"))],
    person: Annotated[str, typer.Option("--person", help=text("option.person"))],
    party: Annotated[str, typer.Option("--party", help=text("option.party"))],
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    as_json: Json = False,
) -> None:
    """Write a register as a workbook, with what this person may read of it for this party."""
    found = {listing.path: listing for listing in listings.LISTINGS}
    if register not in found:
        raise UnknownRegister(register=register, known=", ".join(sorted(found)))
    settings = places.find(data, kafka=kafka, postgres=postgres)
    code = jurisdictions.choose(settings, jurisdiction)
    reader = Reader(code, PersonId(person), PartyId(party))
    with progress(text("export.progress")) as advance:
        rows = asyncio.run(
            _write(
                settings,
                found[register],
                reader,
                file,
                lambda done: advance(done, done, ""),
            )
        )
    if as_json:
        show_json({"register": register, "file": str(file), "rows": rows})
    else:
        say(text("export.result", register=register, file=file, rows=rows))


async def _write(
    settings: Settings, listing: Listing, reader: Reader, file: Path, report: Callable[[int], None]
) -> int:
    with recording(settings) as records:
        async with await psycopg.AsyncConnection.connect(
            settings.postgres, autocommit=True, row_factory=dict_row
        ) as connection:

            async def put(shown: Listing, rows: Sequence[Mapping[str, Any]]) -> None:
                await records.put(connection, shown, reader, rows, None)

            return await write_workbook(
                put,
                connection,
                listing,
                reader,
                Question(),
                file,
                language=language().value,
                report=report,
            )
