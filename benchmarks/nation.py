"""A nation's year, one tenth: 33 cities and 280 counties on one machine, and what an event costs there.

Each has a founding of its own through the whole system; its matters are stamped (`benchmarks.stamping`),
indexed and folded; then more work is decided on top of it, the way every client sends it.
"""

import os
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil
import psycopg

from benchmarks.cases import cases, read_batches
from benchmarks.installation import Running, running
from benchmarks.readmodels import caught_up
from benchmarks.rows import Row, at_most
from benchmarks.site import Site
from benchmarks.stamping import Place, Press
from domain.ids import JurisdictionCode, PartyId, derived_id
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import OutcomeRecord
from eventlog.vault import FileVault
from processes.loading import READY_SECONDS_MAX
from processes.sending import Founding, Order, Sending, ensure_open, source_of
from processes.simulated_leads import STARTS, Town, staff
from processes.simulation import FOUNDER, beginning, code_of, simulate

SCALE: Final = int(os.environ.get("NATION_SCALE", "10"))
"""One event here stands for so many of the nation's."""
CITIES: Final = 333 // SCALE
COUNTIES: Final = 2_800 // SCALE
EVENTS: Final = 35_000_000 // SCALE
CITY: Final = 5
"""A city's year has so many times the events of a county's."""
COUNTY_EVENTS: Final = EVENTS // (CITY * CITIES + COUNTIES)
SEED: Final = 1
TEMPLATE_LEADS: Final = 200
"""Leads of the jurisdiction whose matters are stamped out."""
DECIDED_LEADS: Final = 400
"""Leads that come in when everything stands."""
CATCH_UP_SECONDS_MAX: Final = 20_000.0
PROCESSES: Final = ("writer", "projector", "api")
GROUP: Final = f"a nation's year, 1:{SCALE}"


def run(site: Site) -> None:
    """All rows of this module."""
    with running(site) as installation:
        installation.start(*PROCESSES)
        installation.await_ready()
        with site.task("the matters of one jurisdiction", TEMPLATE_LEADS):
            decide(installation, TEMPLATE_LEADS)
        template = Town(code_of(SEED, TEMPLATE_LEADS, 1))
        towns = [Town(JurisdictionCode(code)) for code in codes()]
        found_all(site, installation, towns)
        vault = FileVault(installation.settings.vault)
        found = cases(read_batches(installation.settings, template.code), vault)
        places = [place(installation, template, town) for town in towns]
        press = Press(installation.settings, found, vault, places)
        installation.stop()
        with site.task(f"a log of {EVENTS:,} events", EVENTS) as task:
            heads = press.fill(COUNTY_EVENTS, lambda more: site.progress.advance(task, more))
        events = sum(heads.values())
        before = costs(installation)
        installation.start(*PROCESSES)
        with site.task(f"{events:,} events into every read model", events) as task:
            seconds = caught_up(
                installation,
                heads,
                lambda reached: site.progress.update(task, completed=reached),
                limit_s=CATCH_UP_SECONDS_MAX,
            )
        told = Told(site, f"read, indexed and folded, {events:,} events")
        told.rate(events, seconds)
        told.spent(costs(installation), before, events)
        told.stored(installation, events)
        decided(site, installation, events)
        told.memory(installation)


def codes() -> Iterator[str]:
    """The codes of all places, cities first."""
    yield from (f"city-{number}" for number in range(1, CITIES + 1))
    yield from (f"county-{number}" for number in range(1, COUNTIES + 1))


def place(installation: Running, template: Town, town: Town) -> Place:
    """A place whose people stand where the template's stand."""
    names = {
        each.person(who): town.person(who) for who in (FOUNDER, *staff()) for each in [template]
    }
    common = {old.partition("/")[2]: new.partition("/")[2] for old, new in names.items()}
    schemes = [str(derived_id("simulated", each.code)) for each in (template, town)]
    return Place(
        code=town.code,
        source=source_of(installation.settings, town.code),
        common={**common, schemes[0]: schemes[1]},
        weight=CITY if town.code.startswith("city") else 1,
    )


def found_all(site: Site, installation: Running, towns: Sequence[Town]) -> None:
    """Open every place, adopt its scheme, register and appoint its people."""
    settings, intake = installation.settings, Intake(FileVault(installation.settings.vault))

    def told(order: Order, outcome: OutcomeRecord) -> None:
        if outcome.problem is not None:
            raise RuntimeError(f"{order.type}: {outcome.problem.detail_en}")

    with CommandClient(settings) as client, site.task("founding every place", len(towns)) as task:
        client.wait_ready(READY_SECONDS_MAX)
        for town in towns:
            founding = Founding(
                code=town.code,
                title_zh=f"模拟辖区{town.code}",
                title_en=f"Simulated {town.code}",
                starts=STARTS,
                founder=town.person(FOUNDER),
                founding_party=PartyId("commission"),
            )
            ensure_open(settings, client, intake, founding)
            source = source_of(settings, town.code)
            sending = Sending[Order](
                client, intake, jurisdiction=town.code, source=source, told=told
            )
            for order in beginning(town):
                sending.send(order, order)
            sending.drain()
            site.progress.advance(task)


def decide(installation: Running, leads: int) -> int:
    """One more jurisdiction with so many leads, through the whole system; the commands it took."""
    done = simulate(
        installation.settings,
        jurisdictions=1,
        leads=leads,
        seed=SEED,
        report=lambda _: None,
        stop=threading.Event(),
    )
    if done.rejected:
        raise RuntimeError(f"{done.problems[0]}")
    return done.accepted


def decided(site: Site, installation: Running, standing: int) -> None:
    """What work costs that is decided on top of everything that stands."""
    code, before = code_of(SEED, DECIDED_LEADS, 1), costs(installation)
    began = time.perf_counter()
    with site.task("deciding on top of it"):
        commands = decide(installation, DECIDED_LEADS)
    seconds = time.perf_counter() - began
    head = asked(installation, _HEAD, code)
    caught_up(installation, {code: head}, lambda _: None, limit_s=600)
    told = Told(site, f"decided, {commands:,} commands on {standing:,} events")
    told.rate(head, seconds)
    told.spent(costs(installation), before, head)


@dataclass(frozen=True, slots=True)
class Told:
    """Rows about one part of the run."""

    site: Site
    part: str

    def row(self, name: str, unit: str, figure: float, note: str = "", **more: object) -> None:
        """One figure."""
        target = at_most(300, of="figure") if more.get("limited") else None
        self.site.report.add(
            Row(
                group=GROUP,
                name=f"{self.part}: {name}",
                unit=unit,
                figures=[figure],
                note=note,
                target=target,
            )
        )

    def rate(self, events: int, seconds: float) -> None:
        """How fast it went."""
        self.row("rate", "events/s", events / seconds, f"{seconds / 60:,.1f} minutes")

    def spent(self, after: Mapping[str, float], before: Mapping[str, float], events: int) -> None:
        """CPU an event, process by process."""
        for name in sorted(after):
            spent = after[name] - before.get(name, 0.0)
            self.row(f"CPU of {name}", "µs/event", spent * 1e6 / events)

    def stored(self, installation: Running, events: int) -> None:
        """Bytes an event, store by store."""
        folder = self.site.folder / "data"
        index = asked(installation, _SIZE.format("= 'eventlog'"))
        models = asked(installation, _SIZE.format("not in ('eventlog', 'pg_catalog')"))
        sizes = {
            "Kafka's log": size(folder / "kafka"),
            "writer's index": index,
            "read models": models,
            "vault": size(installation.settings.vault),
        }
        for name, found in sizes.items():
            self.row(f"disk, {name}", "bytes/event", found / events, f"{found / 1e9:.2f} GB")

    def memory(self, installation: Running) -> None:
        """What each process holds of its own."""
        for name, megabytes in installation.memory_mb().items():
            self.row(f"memory of {name.partition('-')[0]}", "MB", megabytes, limited=True)


_HEAD: Final = "select max(position) from eventlog.events where jurisdiction = %s"
_SIZE: Final = (
    "select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class as c"
    " join pg_namespace as n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname {}"
)


def asked(installation: Running, query: str, *parameters: str) -> int:
    """One number."""
    with psycopg.connect(installation.settings.postgres) as connection:
        row = connection.execute(query.encode(), parameters or None).fetchone()
    return int(row[0]) if row else 0


def size(folder: Path) -> int:
    """Bytes that a folder takes on the disk."""
    files = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    return sum(file.stat().st_blocks * 512 for file in files if file.exists())


def costs(installation: Running) -> dict[str, float]:
    """Seconds of CPU that each kind of process has used until now."""
    names = {pid: name.partition("-")[0] for name, pid in installation.supervisor.pids().items()}
    found: dict[str, float] = {}
    for process in psutil.Process().children(recursive=True):
        try:
            name = names.get(process.pid) or _server(process)
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        found[name] = found.get(name, 0.0) + times.user + times.system
        if name == "postgres":  # backends that have ended count with who waited for them
            found[name] += times.children_user + times.children_system
    return found


def _server(process: psutil.Process) -> str:
    name = process.name()
    return {"java": "kafka"}.get(name, name)
