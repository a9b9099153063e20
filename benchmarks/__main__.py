"""``python -m benchmarks``: run everything on fresh servers and print one table."""

import contextlib
import logging
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Final

import psycopg
import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import (
    attachments,
    bulk,
    commands,
    direct,
    growth,
    http,
    latency,
    memory,
    nation,
    readmodels,
    takeover,
)
from benchmarks.cases import cases, read_batches
from benchmarks.installation import LINYI, Running, load_year, running
from benchmarks.report import Report, show
from benchmarks.rows import Row
from benchmarks.site import Site, started
from benchmarks.stamping import Place, Press
from eventlog.vault import FileVault
from processes.sending import source_of

MEDIUM: Final = 30_000
"""Events in the log on which read models are measured."""
LARGE: Final = 1_000_000
CATCH_UP_SECONDS_MAX: Final = 1_500.0
TABLE_WIDTH: Final = 150
"""Columns of the table where the output is no terminal."""
PROCESSES: Final = ("writer", "projector", "api")


@contextlib.contextmanager
def loaded(site: Site) -> Iterator[Running]:
    """A whole installation that serves Linyi's year."""
    with running(site) as installation:
        installation.start(*PROCESSES)
        installation.await_ready()
        with site.task("loading Linyi's year") as task:
            load_year(
                installation,
                lambda done, total: site.progress.update(task, completed=done, total=total),
            )
        yield installation


def installed(site: Site, *, long: bool) -> None:
    """The rows that need a whole installation; ``long``: also those on the log of a million."""
    with loaded(site) as installation:
        http.run(site, installation)
        commands.run(site, installation)
        attachments.run(site, installation)
        if long:
            grown(site, installation)


def attached(site: Site) -> None:
    """The rows of attachments alone."""
    with loaded(site) as installation:
        attachments.run(site, installation)


def grown(site: Site, installation: Running) -> None:
    """The rows at 10⁴, 30,000 and 10⁶ events."""
    small, small_events = latency.measure(site, installation), head(installation)
    latency.report(site, small, events=small_events)
    vault = FileVault(installation.settings.vault)
    found = cases(read_batches(installation.settings, LINYI), vault)
    linyi = Place(code=LINYI, source=source_of(installation.settings, LINYI))
    press = Press(installation.settings, found, vault, [linyi])
    extend(site, installation, press, MEDIUM)
    readmodels.run(site, installation, events=head(installation))
    seconds = extend(site, installation, press, LARGE)
    events = head(installation)
    site.report.add(
        Row(
            group=readmodels.GROUP,
            name=f"all, live, while the writer indexes too, up to {events:,}",
            unit="events/s",
            figures=[(LARGE - MEDIUM) / seconds],
        )
    )
    large = latency.measure(site, installation)
    latency.report(site, large, events=events)
    party = concerned(installation)
    growth.report(site, small, large, sizes=(small_events, events), party=party)
    memory.run(site, installation, events=events)
    takeover.run(site, installation, events=events)


def extend(site: Site, installation: Running, press: Press, events: int) -> float:
    """Stamp the log to so many events while its writer is away; seconds until all is read again."""
    installation.stop()
    with site.task(f"a log of {events:,} events", events) as task:
        heads = press.fill(events, lambda more: site.progress.advance(task, more))
    installation.start(*PROCESSES)
    with site.task(f"{events:,} events into every read model", events) as task:
        seconds = readmodels.caught_up(
            installation,
            heads,
            lambda reached: site.progress.update(task, completed=reached),
            limit_s=CATCH_UP_SECONDS_MAX,
        )
    installation.await_ready()
    return seconds


def head(installation: Running) -> int:
    """Events in the log, as the index has them."""
    return asked(installation, "select max(position) from eventlog.events where jurisdiction = %s")


def concerned(installation: Running) -> int:
    """Events in the timeline of the party that asks."""
    return asked(
        installation,
        "select count(*) from read.timeline as t join read.access as a"
        " using (jurisdiction, stream, scope) where jurisdiction = %s"
        " and a.until_position is null and a.party = 'cs'",
    )


def asked(installation: Running, query: str) -> int:
    """One number."""
    with psycopg.connect(installation.settings.postgres) as connection:
        row = connection.execute(query.encode(), (LINYI,)).fetchone()
    return int(row[0]) if row else 0


PARTS: Final[Mapping[str, Callable[[Site], None]]] = {
    "direct": direct.run,
    "bulk": bulk.run,
    "attachments": attached,
    "http": lambda site: installed(site, long=False),
    "growth": lambda site: installed(site, long=True),
    "nation": nation.run,
}
"""What ``--only`` takes. Everything is direct, bulk and growth, which has http and attachments in it."""


def main(
    only: Annotated[str, typer.Option("--only", help=f"One of {', '.join(PARTS)}.")] = "",
) -> None:
    """Measure, and print one table."""
    logging.getLogger("kafka").setLevel(logging.ERROR)
    console = Console(width=None if sys.stdout.isatty() else TABLE_WIDTH)
    parts = [only] if only else ["direct", "bulk", "growth"]
    report = Report.begin()
    began = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: show(report.rows, console))
        progress = stack.enter_context(Progress(*columns, console=console, transient=True))
        site = stack.enter_context(started(report, progress))
        for part in parts:
            PARTS[part](site)
    minutes = (time.monotonic() - began) / 60
    console.print(f"{minutes:.0f} minutes; every figure is in {report.file.name}")


if __name__ == "__main__":
    typer.run(main)
