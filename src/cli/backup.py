"""`guantong backup`: the truth copied to a folder, once or as long as it runs; and such a copy checked."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from cli import places
from cli.exits import Exit
from cli.language import text
from cli.options import DEFAULT_DATA, Attachments, Data, Json, Kafka, Postgres
from cli.stopping import stop_when_asked
from cli.terminal import Advance, progress, say, show_error, show_json, show_table
from eventlog.attachments.store import Store
from eventlog.backup import checking, making
from eventlog.backup.checking import Checked, Missing
from eventlog.backup.errors import BackupDamaged
from eventlog.backup.making import Made

TO: Final = "to"
"""`guantong backup FOLDER` is short for `guantong backup to FOLDER`."""
MISSING_SHOWN_MAX: Final = 20

Folder = Annotated[Path, typer.Argument(help=text("backup.folder"), file_okay=False)]
Vault = Annotated[Path | None, typer.Option("--vault", help=text("backup.vault"), file_okay=False)]


class Group(TyperGroup):
    """A group whose first command need not be named; `Any` are types that typer keeps to itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Name it where no command is named."""
        return super().parse_args(ctx, self._named(args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the arguments mean."""
        return super().resolve_command(ctx, self._named(args))

    def _named(self, args: list[str]) -> list[str]:
        return args if args and args[0] in self.commands else [TO, *args]


def to(
    folder: Folder,
    follow: Annotated[bool, typer.Option("--follow", help=text("backup.follow"))] = False,
    vault: Vault = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Bring a backup up to date, or keep it so; asked to stop before it is, it ends `INTERRUPTED`."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    with stop_when_asked() as stop, progress(text("backup.progress")) as advance:
        backed = making.back_up(
            settings, folder, stop=stop, follow=follow, vault=vault, report=_told(advance)
        )
    if as_json:
        show_json(asdict(backed))
    else:
        say(text("backup.done", events=backed.events, until=backed.complete_until))
    if stop.is_set() and not follow:
        raise typer.Exit(Exit.INTERRUPTED)


def verify(
    folder: Folder, vault: Vault = None, attachments: Attachments = None, as_json: Json = False
) -> None:
    """Check every byte; ends with `Exit.FAULTY` if something is damaged, keys or attachments are missing."""
    store = None if attachments is None else Store(attachments)
    try:
        with progress(text("backup.checking")) as advance:
            checked = checking.check(
                folder, vault=vault, store=store, report=told_of_bytes(advance)
            )
    except BackupDamaged as error:
        if as_json:
            show_json({"ok": False, "code": error.code, **error.details})
        else:
            show_error(error)
        raise typer.Exit(Exit.FAULTY) from None
    lacking = bool(checked.keys_missing or checked.attachments_missing)
    if as_json:
        show_json({"ok": not lacking, **asdict(checked)})
    else:
        show(checked, store=attachments)
    if lacking:
        raise typer.Exit(Exit.FAULTY)


def show(checked: Checked, *, store: str | None = None) -> None:
    """Print what a backup holds: how far each jurisdiction, up to when all of it, and what it lacks."""
    columns = [
        text(f"backup.columns.{name}") for name in ("jurisdiction", "position", "time", "appended")
    ]
    rows = [
        (each.jurisdiction, each.position, each.time, each.appended)
        for each in checked.jurisdictions
    ]
    show_table(text("backup.holds"), columns, rows)
    counts: dict[str, Any] = {
        name: getattr(checked, name) for name in ("events", "rejected", "segments", "bytes", "sum")
    }
    say(text("backup.counts", **counts))
    say(text("backup.until", until=checked.complete_until))
    if checked.unfinished:
        say(text("backup.unfinished", bytes=checked.unfinished))
    if checked.keys is not None:
        say(text("backup.keys", keys=checked.keys))
    for keyid in checked.keys_missing[:MISSING_SHOWN_MAX]:
        say(text("backup.key_missing", keyid=keyid), style="red")
    _show_attachments(checked, store)


def _show_attachments(checked: Checked, store: str | None) -> None:
    if checked.attachments:
        counts = {"count": checked.attachments, "bytes": checked.attachment_bytes}
        say(text("backup.attachments", **counts))
    show_missing(checked.attachments_missing or (), store)


def show_missing(missing: Sequence[Missing], store: str | None) -> None:
    """Print which attachments a store lacks, and where they come from."""
    for each in missing[:MISSING_SHOWN_MAX]:
        told = {"attachment": each.attachment, "stored": each.stored}
        say(text("backup.attachment_missing", **told), style="red")
    if missing:
        say(text("backup.attachments_missing", store=store, count=len(missing)), style="yellow")


def told_of_bytes(advance: Advance) -> checking.Report:
    """Show how far a check is."""

    def report(done: int, total: int, events: int) -> None:
        advance(done, total, text("backup.events", events=events))

    return report


def _told(advance: Advance) -> Callable[[Made], None]:
    def report(made: Made) -> None:
        advance(made.read, made.total, text("backup.events", events=made.events))

    return report
