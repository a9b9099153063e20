"""``make bench-peers``: ours and other event stores under the same work; one table, ratios first."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.measuring import Load
from benchmarks.report import Report, show
from benchmarks.rows import RUNS, Row, Series
from benchmarks.site import Site, started
from benchmarks.stores import emmett, limits, workload
from benchmarks.stores.emmett import Emmett
from benchmarks.stores.stores import OURS, Contestant, Store, contestants
from benchmarks.stores.workload import WRITERS, Contended

TABLE_WIDTH: Final = 130


@dataclass(frozen=True, slots=True)
class Worker:
    """What a store is asked to do, whoever does it."""

    name: str
    append: Callable[[int], Load]
    conflicts: Callable[[], Contended]
    own_writes: Callable[[], Load]
    read_all: Callable[[], float]
    crash: Callable[[], float]


def run(site: Site) -> None:
    """All rows."""
    with contextlib.ExitStack() as stack:
        peers = stack.enter_context(contestants(site))
        node = Emmett(site)
        with contextlib.ExitStack() as opened:
            workers = [_worker(each, opened.enter_context(each.open())) for each in peers]
            workers.append(_of_emmett(node))
            _throughput(site, workers)
            _conflicts(site, workers)
            _own_writes(site, workers)
        _each(site, "read everything, from opening the store", "events/s", workers, "read_all")
        _each(site, "kill -9 of the server → next acknowledged event", "s", workers, "crash")


def _worker(contestant: Contestant, store: Store) -> Worker:
    return Worker(
        contestant.name,
        lambda writers: workload.append(store, writers),
        lambda: workload.conflicts(store),
        lambda: workload.own_writes(store),
        lambda: workload.read_all(contestant),
        lambda: workload.crash(contestant),
    )


def _of_emmett(node: Emmett) -> Worker:
    return Worker(
        emmett.NAME,
        node.append,
        node.conflicts,
        node.own_writes,
        node.read_all,
        node.crash,
    )


def _throughput(site: Site, workers: Sequence[Worker]) -> None:
    for writers in WRITERS:
        loads: dict[str, list[Load]] = {}
        with site.task(f"{writers} writers", RUNS + 1) as task:
            for _ in range(RUNS + 1):
                for worker in workers:
                    loads.setdefault(worker.name, []).append(worker.append(writers))
                loads.setdefault(limits.RAW, []).append(limits.raw(site, writers))
                site.progress.advance(task)
        loads = {name: each[1:] for name, each in loads.items()}  # the first one warms up
        rates = {name: [load.per_second for load in each] for name, each in loads.items()}
        p99 = {
            name: median([load.quantile_ms(0.99) for load in each]) for name, each in loads.items()
        }
        note = ", ".join(f"{name} p99 {each:.3g} ms" for name, each in p99.items())
        what = "writer" if writers == 1 else "writers"
        for row in _rows("append, conditional, 256 B", f"{writers} {what}", "events/s", rates):
            site.report.add(row if row.peer != limits.RAW else replace(row, note=note))
    floods = [limits.flood(site) for _ in range(RUNS)]
    group = "append, conditional, 256 B"
    tool = f"{limits.TOOL}: no conditions"
    site.report.add(
        Row(
            group=group,
            name="64 writers",
            unit="events/s",
            figures=rates[OURS],
            peer=tool,
            peer_figures=floods,
        )
    )


def _conflicts(site: Site, workers: Sequence[Worker]) -> None:
    series, lost = Series(), Series()
    for _ in range(RUNS):
        for worker in workers:
            found = worker.conflicts()
            series.add(worker.name, found.per_second)
            lost.add(worker.name, found.conflicts)
    for row in _rows("8 writers on one stream", "appended", "events/s", series.figures):
        note = (
            f"conflicts for each: ours {median(lost[OURS]):.2g}, peer {median(lost[row.peer]):.2g}"
        )
        site.report.add(replace(row, note=note))


def _own_writes(site: Site, workers: Sequence[Worker]) -> None:
    series = Series()
    for _ in range(RUNS):
        for worker in workers:
            series.add(worker.name, worker.own_writes().quantile_ms(0.5))
    for row in _rows("read one's own write", "append, then see it, p50", "ms", series.figures):
        site.report.add(row)


def _each(site: Site, group: str, unit: str, workers: Sequence[Worker], what: str) -> None:
    series = Series()
    with site.task(group, RUNS) as task:
        for _ in range(RUNS):
            for worker in workers:
                series.add(worker.name, getattr(worker, what)())
            site.progress.advance(task)
    for row in _rows(
        group, "nothing acknowledged is lost" if unit == "s" else "", unit, series.figures
    ):
        site.report.add(row)


def _rows(group: str, name: str, unit: str, figures: dict[str, list[float]]) -> Iterator[Row]:
    for peer, theirs in figures.items():
        if peer != OURS:
            yield Row(
                group=group,
                name=name,
                unit=unit,
                figures=figures[OURS],
                peer=peer,
                peer_figures=theirs,
            )


def main() -> None:
    """Measure, and print one table."""
    console = Console(width=TABLE_WIDTH)
    report = Report.begin()
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: show(report.rows, console))
        progress = stack.enter_context(Progress(*columns, console=console, transient=True))
        run(stack.enter_context(started(report, progress)))
    console.print(f"every figure is in {report.file.name}")


if __name__ == "__main__":
    main()
