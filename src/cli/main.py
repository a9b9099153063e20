"""`guantong`: all its commands, and the one place where their errors are caught."""

import importlib.metadata
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final, cast

import click
import psycopg
import typer
from kafka.errors import KafkaError
from typer.core import TyperGroup

from cli import loading, rebuild, replay, schemes, serve, status, tokens, topics, unpark, up
from cli.errors import CliError, KafkaAway, PostgresAway, Unforeseen
from cli.exits import CODES, Exit
from cli.language import Explains, Language, speak, text
from cli.options import DATA, help_of
from cli.places import LOGS
from cli.terminal import show_error
from domain.errors import Explained
from embedded.errors import EmbeddedError

LOG_NAME: Final = "guantong.log"


class Guarded(TyperGroup):
    """A group whose errors are told as code, sentence and next step, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error ends the program with the exit code that belongs to it."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None
        except Exception as error:  # noqa: BLE001 - the outermost frame: nothing may pass it untold
            told, code = explained(error, ctx)
            show_error(told)
            raise typer.Exit(code) from error


def explained(error: Exception, context: click.Context) -> tuple[Explains, Exit]:
    """An error as people are told it, and the exit code; what nobody foresaw goes to the log."""
    match error:
        case CliError():
            return error, error.exit
        case EmbeddedError():
            return cast(Explains, error), Exit.OBSTRUCTED
        case Explained():
            return error, Exit.AWAY if error.status == 503 else Exit.REFUSED
        case KafkaError():
            return KafkaAway(reason=type(error).__name__), Exit.AWAY
        case psycopg.OperationalError():
            return PostgresAway(reason=str(error).splitlines()[0]), Exit.AWAY
        case _:
            log = write_log(error, context.meta.get(DATA))
            return Unforeseen(kind=type(error).__name__, log=log), Exit.INTERNAL


def write_log(error: Exception, data: Path | None) -> Path:
    """Write a traceback to the log in the data folder, or the system's temporary one; gives the file."""
    folder = Path(tempfile.gettempdir()) if data is None else data / LOGS
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / LOG_NAME
    with log.open("a") as file:
        file.write(f"{datetime.now(UTC).isoformat()}\n{''.join(traceback.format_exception(error))}\n")
    return log


def _epilog() -> str:
    lines = (f"{code.value} {text(f'exits.{code.name.lower()}')}" for code in CODES)
    return f"{text('exits.title')}:\n\n" + "\n\n".join(lines)


app = typer.Typer(
    cls=Guarded,
    name="guantong",
    help=help_of("guantong"),
    epilog=_epilog(),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's signature
    if wanted:
        typer.echo(importlib.metadata.version("guantong"))
        raise typer.Exit


@app.callback()
def root(
    lang: Annotated[Language | None, typer.Option("--lang", help=text("option.lang"))] = None,
    version: Annotated[  # noqa: ARG001 - its callback prints it
        bool, typer.Option("--version", help=text("option.version"), callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Choose the language before any command runs."""
    if lang is not None:
        speak(lang)


def _group(name: str) -> typer.Typer:
    group = typer.Typer(
        cls=TyperGroup, help=help_of(name), no_args_is_help=True, rich_markup_mode="markdown"
    )
    app.add_typer(group, name=name)
    return group


app.command("up", help=help_of("up"))(up.up)
app.command("load", help=help_of("load"))(loading.load)
app.command("simulate", help=help_of("simulate"))(loading.simulate)
app.command("status", help=help_of("status"))(status.status)
app.command("rebuild", help=help_of("rebuild"))(rebuild.rebuild)
app.command("replay", help=help_of("replay"))(replay.replay)
app.command("topics", help=help_of("topics"))(topics.topics)
app.command("token", help=help_of("token"))(tokens.token)
app.command("unpark", help=help_of("unpark"))(unpark.unpark)

_serve = _group("serve")
_serve.command("api", help=help_of("serve_api"))(serve.api)
_serve.command("writer", help=help_of("serve_writer"))(serve.writer)
_serve.command("projector", help=help_of("serve_projector"))(serve.projector)
_serve.command("clock", help=help_of("serve_clock"))(serve.tick)

_scheme = _group("scheme")
_scheme.command("check", help=help_of("scheme_check"))(schemes.check)
