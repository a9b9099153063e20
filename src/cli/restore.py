"""`guantong restore`: a backup written into an empty cluster, after which everything goes on."""

from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from cli import places
from cli.backup import Folder, show, show_missing, told_of_bytes
from cli.errors import NotRunning
from cli.language import text
from cli.options import DEFAULT_DATA, Attachments, Data, Json, Kafka, Postgres
from cli.places import Running
from cli.terminal import note, progress, say, show_json
from embedded import Embedded
from eventlog.attachments.errors import StoreAway
from eventlog.attachments.ledger import read_log
from eventlog.attachments.store import Store
from eventlog.backup import checking, restoring
from eventlog.backup.checking import Missing
from eventlog.index import Index
from eventlog.reading import Tracking
from eventlog.settings import Settings
from projections import schema, tracking
from projections.connection import connect
from projections.schema import LIVE


def restore(
    folder: Folder,
    vault: Annotated[
        Path | None, typer.Option("--vault", help=text("restore.vault"), file_okay=False)
    ] = None,
    attachments: Attachments = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Check it, write it, and tell exactly what is there now; nothing is written into a cluster in use."""
    with ExitStack() as stack:
        settings = _settings(stack, data, kafka=kafka, postgres=postgres)
        if attachments is not None:
            settings = replace(settings, attachments=attachments)
        looking = stack.enter_context(progress(text("backup.checking")))
        writing = stack.enter_context(progress(text("restore.progress")))
        restored = restoring.restore(
            settings,
            folder,
            vault=vault,
            derived=_derived(settings),
            checking_report=told_of_bytes(looking),
            report=lambda events, total: writing(events, total, ""),
        )
        missing = _missing(settings)
    if as_json:
        told = None if missing is None else [asdict(each) for each in missing]
        show_json({**asdict(restored), "attachments_missing": told})
        return
    show(restored.checked)
    if missing is None:
        say(text("restore.store_away", store=settings.store), style="yellow")
    else:
        show_missing(missing, settings.store)
    say(text("restore.done", events=restored.events, rejected=restored.rejected), style="green")
    say(text("restore.next"))


def _settings(stack: ExitStack, data: Path, *, kafka: str | None, postgres: str | None) -> Settings:
    """Those of the services that are named or run; else embedded ones, started for as long as it takes."""
    try:
        return places.find(data, kafka=kafka, postgres=postgres)
    except NotRunning:
        servers = stack.enter_context(Embedded(data, note))
        started = Running(
            kafka=servers.kafka_bootstrap,
            postgres=servers.postgres_url,
            installation=places.installation(),
            url="",
        )
        return started.settings(data)


def _missing(settings: Settings) -> tuple[Missing, ...] | None:
    """The attachments of the restored log that the store lacks; None while it does not answer."""
    try:
        return checking.missing(read_log(settings), Store(settings.store))
    except StoreAway:
        return None


def _derived(settings: Settings) -> list[Tracking]:
    """How far the index and the live read models are, in a database that survived; none in an empty one."""
    with Index(settings.postgres) as index:
        index.create()
        indexed = index.trackings()
    with connect(settings.postgres) as connection:
        schema.prepare(connection)
        return [*indexed, *tracking.load(connection, LIVE)]
