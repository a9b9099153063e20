"""What appears on the terminal: tables, JSON, progress, and errors as code, sentence and next step."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from cli.language import Explains, advice, sentence

Advance = Callable[[int, int, str], None]
"""`advance(done, total, detail)`: how far something has come."""

STEPS_WITHOUT_TERMINAL: Final = 10

WIDTH_WITHOUT_TERMINAL: Final = 250
"""Columns of what is piped: ids stay in one piece, for those who search."""

out: Final = Console(
    highlight=False,
    soft_wrap=True,
    width=None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL,
)
err: Final = Console(stderr=True, highlight=False, soft_wrap=True)


def say(line: str, *, style: str = "") -> None:
    """Print one line."""
    out.print(Text(line, style=style))


def note(line: str) -> None:
    """Print one line about what is going on, apart from the result: on standard error."""
    err.print(Text(line, style="dim"))


def show_json(data: Any) -> None:
    """Print a JSON document: keys in order, dates as ISO text."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z
    typer.echo(orjson.dumps(data, option=options, default=str).decode())


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; None is shown as a dash."""
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, header_style="dim", overflow="fold")
    for row in rows:
        table.add_row(*("–" if value is None else str(value) for value in row))
    out.print(table)


def show_error(error: Explains) -> None:
    """Print an error: its code, what is wrong, and what to do next."""
    err.print(Text.assemble((str(error.code), "bold red"), "  ", sentence(error)))
    err.print(Text(advice(error)))


@contextlib.contextmanager
def progress(title: str) -> Iterator[Advance]:
    """Show how far something has come; without a terminal, a line for each tenth."""
    if not err.is_terminal:
        yield _Tenths(title)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[detail]}"),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(title, total=None, detail="")

        def advance(done: int, total: int, detail: str) -> None:
            bar.update(task, completed=done, total=total, detail=detail)

        yield advance


class _Tenths:
    def __init__(self, title: str) -> None:
        self._title = title
        self._told = -1

    def __call__(self, done: int, total: int, detail: str) -> None:
        step = done * STEPS_WITHOUT_TERMINAL // max(total, 1)
        if step != self._told:
            self._told = step
            note(f"{self._title} {done}/{total} {detail}".rstrip())
