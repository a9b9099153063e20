"""`guantong`: all its commands, and the one place where their errors are caught."""

import functools
import importlib.metadata
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import psycopg
import typer
from kafka.errors import KafkaError
from typer.core import TyperGroup

from cli import (
    attachments,
    backup,
    ledgers,
    loading,
    mechanisms,
    moving,
    rebuild,
    replay,
    restore,
    schemes,
    serve,
    status,
    tokens,
    topics,
    unpark,
    up,
)
from cli.errors import CliError, KafkaAway, PostgresAway, Unforeseen
from cli.exits import CODES, Exit
from cli.language import Explains, Language, speak, text
from cli.options import help_of
from cli.places import LOGS
from cli.terminal import show_error
from domain.errors import Explained
from embedded.errors import EmbeddedError

LOG_NAME: Final = "guantong.log"

Command = Callable[..., None]


def guarded(command: Command) -> Command:
    """A command whose errors are told as code, sentence and next step, never as a traceback."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        try:
            command(**arguments)
        except (typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None
        except BrokenPipeError:  # whoever reads has read enough: `guantong replay … | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except Exception as error:
            told, code = explained(error, arguments.get("data"))
            show_error(told)
            raise typer.Exit(code) from error

    return run


def explained(error: Exception, data: Path | None) -> tuple[Explains, Exit]:
    """An error as people are told it, and the exit code; what nobody foresaw goes to the log."""
    match error:
        case CliError():
            return error, error.exit
        case EmbeddedError():
            return error, Exit.OBSTRUCTED
        case Explained():
            return error, Exit.AWAY if error.status == 503 else Exit.REFUSED
        case KafkaError():
            return KafkaAway(reason=type(error).__name__), Exit.AWAY
        case psycopg.OperationalError():
            return PostgresAway(reason=str(error).splitlines()[0]), Exit.AWAY
        case _:
            log = write_log(error, data)
            return Unforeseen(kind=type(error).__name__, log=log), Exit.INTERNAL


def write_log(error: Exception, data: Path | None) -> Path:
    """Write a traceback to the log in the data folder, or the system's temporary one; gives the file."""
    folder = Path(tempfile.gettempdir()) if data is None else data / LOGS
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / LOG_NAME
    with log.open("a") as file:
        file.write(
            f"{datetime.now(UTC).isoformat()}\n{''.join(traceback.format_exception(error))}\n"
        )
    return log


def _epilog() -> str:
    lines = (f"{code.value:>3}  {text(f'exits.{code.name.lower()}')}" for code in CODES)
    return "\n".join((f"{text('exits.title')}:", *lines))


app = typer.Typer(
    name="guantong",
    help=help_of("guantong"),
    epilog=_epilog(),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(importlib.metadata.version("guantong"))
        raise typer.Exit


@app.callback()
def root(
    lang: Annotated[Language | None, typer.Option("--lang", help=text("option.lang"))] = None,
    version: Annotated[  # noqa: ARG001 - its callback prints it
        bool,
        typer.Option("--version", help=text("option.version"), callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Choose the language before any command runs."""
    if lang is not None:
        speak(lang)


def _add(group: typer.Typer, name: str, command: Command, *, messages: str | None = None) -> None:
    group.command(name, help=help_of(messages or name))(guarded(command))


def _group(name: str, kind: type[TyperGroup] = TyperGroup) -> typer.Typer:
    group = typer.Typer(
        cls=kind,
        help=help_of(name),
        no_args_is_help=kind is TyperGroup,
        rich_markup_mode="rich",
    )
    app.add_typer(group, name=name)
    return group


_add(app, "up", up.up)
_add(app, "load", loading.load)
_add(app, "simulate", loading.simulate)
_add(app, "import", ledgers.take_in)
_add(app, "export", ledgers.give_out)
_add(app, "status", status.status)
_add(app, "mechanisms", mechanisms.mechanisms)
_add(app, "rebuild", rebuild.rebuild)
_add(app, "replay", replay.replay)
_add(app, "restore", restore.restore)
_add(app, "topics", topics.topics)
_add(app, "move", moving.move)
_add(app, "token", tokens.token)
_add(app, "unpark", unpark.unpark)

_serve = _group("serve")
_add(_serve, "api", serve.api, messages="serve_api")
_add(_serve, "writer", serve.writer, messages="serve_writer")
_add(_serve, "projector", serve.projector, messages="serve_projector")
_add(_serve, "clock", serve.tick, messages="serve_clock")
_add(_serve, "courier", serve.courier, messages="serve_courier")

_backup = _group("backup", backup.Group)
_add(_backup, backup.TO, backup.to, messages="backup")
_add(_backup, "verify", backup.verify, messages="backup_verify")

_attachments = _group("attachments")
_add(_attachments, "list", attachments.show_list, messages="attachments_list")
_add(_attachments, "check", attachments.check_store, messages="attachments_check")
_add(_attachments, "export", attachments.export, messages="attachments_export")

_scheme = _group("scheme")
_add(_scheme, "new", schemes.new, messages="scheme_new")
_add(_scheme, "check", schemes.check, messages="scheme_check")
_add(_scheme, "text", schemes.show_text, messages="scheme_text")
