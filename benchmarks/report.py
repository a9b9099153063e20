"""The report of a run: one table, ratios first, and the same as lines of JSON for machines."""

import datetime
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.rows import Row

RESULTS = Path(__file__).parents[1] / "bench-results"
"""Git-ignored: every run leaves a file of its own."""


@dataclass(slots=True)
class Report:
    """Rows as they come in; each is written to the file at once."""

    file: Path
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def begin(cls) -> "Report":
        """A report into a new file whose first line tells the hardware."""
        RESULTS.mkdir(exist_ok=True)
        now = datetime.datetime.now(datetime.UTC)
        report = cls(RESULTS / f"{now:%Y-%m-%dT%H%M%SZ}.jsonl")
        report._write({"hardware": hardware(), "began": now.isoformat(timespec="seconds")})
        return report

    def add(self, row: Row) -> None:
        """One more row."""
        self.rows.append(row)
        self._write(row.to_json())

    def _write(self, line: object) -> None:
        with self.file.open("ab") as file:
            file.write(orjson.dumps(line) + b"\n")


def hardware() -> str:
    """The machine in one line."""
    memory = psutil.virtual_memory().total / 2**30
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.machine()}, Python {python}"


def show(rows: Sequence[Row], console: Console) -> None:
    """Print the table."""
    table = Table(title=f"medians · {hardware()}", title_justify="left")
    for heading in ("ratio", "target", ""):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("what")
    table.add_column("ours", justify="right", no_wrap=True)
    table.add_column("peer", justify="right", no_wrap=True)
    table.add_column("unit", no_wrap=True)
    table.add_column("peer is, and notes", overflow="fold")
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            table.add_section()
            table.add_row("", "", "", f"[bold]{group}[/bold]")
        table.add_row(*cells(row), style="red" if row.reached is False else None)
    console.print(table)


def cells(row: Row) -> tuple[str, ...]:
    """One row as text, in the order of the columns."""
    verdict = {None: "", True: "✓", False: "✗"}[row.reached]
    notes = [row.peer, row.note]
    if len(row.figures) == 1:
        notes.append("one run")
    return (
        "" if row.ratio is None else f"{row.ratio:.2f}×",
        "" if row.target is None else str(row.target),
        verdict,
        row.name,
        amount(row.figure),
        "" if row.peer_figure is None else amount(row.peer_figure),
        row.unit,
        "; ".join(filter(None, notes)),
    )


def amount(value: float) -> str:
    """A figure with three significant digits or all before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
