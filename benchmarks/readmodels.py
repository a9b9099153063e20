"""Folding events into read models: one, all, and a whole rebuild, against plain COPY of the same events."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import psycopg
from rich.progress import TaskID

from benchmarks.installation import LINYI, Running
from benchmarks.rows import RUNS, Row, Series, at_least
from benchmarks.site import Site
from domain.ids import JurisdictionCode
from projections.rebuild import RebuildProgress, Rebuilt, rebuild

GROUP: Final = "read models"
ONE: Final = "leads"
COPY: Final = "plain COPY"


def run(site: Site, installation: Running, *, events: int) -> None:
    """All rows of this module; the projector must have reached the end of the log."""
    gc.freeze()  # a rebuild has a process of its own: what this one holds must not slow it down
    series = Series()
    records = values(installation)
    with site.task(GROUP, None) as task:
        for number in range(RUNS):
            series.add(COPY, copied(installation, records))
            for name, models in (("one", [ONE]), ("all", [])):
                rate, built = folded(site, installation, models, task, f"{name} {number + 1}")
                series.add(name, rate)
                series.add(f"{name} in all", built.seconds)
                if built.differences:
                    raise RuntimeError(f"rebuilt rows differ: {built.differences[:3]}")
    targets = {"one": at_least(15_000, of="figure"), "all": at_least(3_000, of="figure")}
    names = {"one": f"one ({ONE})", "all": "all"}
    for each, name in names.items():
        site.report.add(
            Row(
                group=GROUP,
                name=f"{name}, log of {events:,}",
                unit="events/s",
                figures=series[each],
                peer=f"{COPY} of the events",
                peer_figures=series[COPY],
                target=targets[each],
            )
        )
        site.report.add(
            Row(
                group=GROUP,
                name=f"rebuild {name}: fold, compare, swap",
                unit="s",
                figures=series[f"{each} in all"],
                note="rows identical to the live ones",
            )
        )


def values(installation: Running) -> Sequence[tuple[int, str, str, bytes]]:
    """The events as the index has them."""
    with psycopg.connect(installation.settings.postgres) as connection:
        return connection.execute(
            "select position, stream, type, value from eventlog.events"
            " where jurisdiction = %s order by position",
            (LINYI,),
        ).fetchall()


def copied(installation: Running, records: Sequence[tuple[int, str, str, bytes]]) -> float:
    """Events a second into a table without indexes."""
    with psycopg.connect(installation.settings.postgres) as connection:
        connection.execute(
            "create temporary table plain (position bigint, stream text, type text, value bytea)"
        )
        began = time.perf_counter()
        with connection.cursor().copy("copy plain from stdin (format binary)") as copy:
            copy.set_types(["int8", "text", "text", "bytea"])
            for record in records:
                copy.write_row(record)
        connection.commit()
        return len(records) / (time.perf_counter() - began)


def folded(
    site: Site, installation: Running, models: Sequence[str], task: TaskID, what: str
) -> tuple[float, Rebuilt]:
    """Events a second while folding, and the whole rebuild."""
    rates: list[float] = []

    def told(progress: RebuildProgress) -> None:
        if progress.phase == "folding":
            rates.append(progress.per_second)
        site.progress.update(
            task,
            description=f"{GROUP}, {what}: {progress.phase}",
            completed=progress.events,
            total=progress.total,
        )

    built = rebuild(installation.settings, models, report=told)
    return rates[-1], built


def caught_up(
    installation: Running,
    heads: Mapping[JurisdictionCode, int],
    advance: Callable[[int], object],
    *,
    limit_s: float,
) -> float:
    """Seconds until the live read models have reached the head of every jurisdiction."""
    began = time.perf_counter()
    with psycopg.connect(installation.settings.postgres, autocommit=True) as connection:
        while time.perf_counter() < began + limit_s:
            if connection.execute("select to_regclass('projections.heads')").fetchone() == (None,):
                continue
            reached: dict[JurisdictionCode, int] = dict(
                connection.execute(
                    "select jurisdiction, max(position) from projections.heads"
                    " where reader = 'live' group by jurisdiction"
                ).fetchall()
            )
            advance(sum(reached.get(code, 0) for code in heads))
            if all(reached.get(code, 0) >= head for code, head in heads.items()):
                return time.perf_counter() - began
            time.sleep(0.2)
    raise TimeoutError
