"""How long one person waits: command → answer, → visible in the read models, → told by the stream."""

import asyncio
import contextlib
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import orjson

from benchmarks.http import CREATED, receive
from benchmarks.installation import LINYI, Running
from benchmarks.measuring import quantile
from benchmarks.requests import Connection
from benchmarks.rows import RUNS, Row
from benchmarks.site import Site
from domain.ids import derived_id

GROUP: Final = "one command: answered, visible, told"
COMMANDS: Final = 40
TOLD_SECONDS_MAX: Final = 60.0
OK: Final = 200
PAGE: Final = "page of the longest timeline"
STAGES: Final = ("answered", "visible", "told by the stream", PAGE)
_LEAD: Final = re.compile(rb"lead/([0-9a-f-]{36})")


@dataclass(slots=True)
class Told:
    """When the stream spoke of each lead first."""

    at: dict[str, float] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self, connection: Connection) -> None:
        """Read on for ever."""
        while line := await connection.reader.readline():
            for lead in _LEAD.findall(line):
                self.at.setdefault(lead.decode(), time.perf_counter())
            self.changed.set()

    async def of(self, lead: str) -> float:
        """Wait until it was spoken of; ``TimeoutError`` if it is not."""
        async with asyncio.timeout(TOLD_SECONDS_MAX):
            while lead not in self.at:
                self.changed.clear()
                await self.changed.wait()
        return self.at[lead]


@dataclass(frozen=True, slots=True)
class Trips:
    """Seconds of each stage, one list a run."""

    runs: Mapping[str, list[list[float]]]

    def quantiles_ms(self, stage: str, part: float) -> list[float]:
        """One figure a run, in milliseconds."""
        return [quantile(run, part) * 1_000 for run in self.runs[stage]]


def measure(site: Site, installation: Running) -> Trips:
    """Five runs of one client that waits for everything before it goes on, on a server at rest."""
    installation.settle()
    return asyncio.run(_measure(site, installation))


async def _measure(site: Site, installation: Running) -> Trips:
    headers = {
        "Authorization": f"Bearer {installation.token()}",
        "Content-Type": "application/json",
    }
    acting, streaming = [await Connection.open(installation.port) for _ in range(2)]
    told = Told()
    await streaming.send("GET", f"/v1/{LINYI}/stream", headers)
    listening = asyncio.create_task(told.listen(streaming))
    runs: dict[str, list[list[float]]] = {stage: [] for stage in STAGES}
    with site.task(GROUP, RUNS * COMMANDS) as task:
        for run in range(RUNS + 1):  # the first one warms up
            trips = []
            for _ in range(COMMANDS):
                trips.append(await _trip(installation, acting, told, headers))
                site.progress.advance(task)
            if run:
                for stage, seconds in zip(STAGES, zip(*trips, strict=True), strict=True):
                    runs[stage].append(list(seconds))
    listening.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await listening
    acting.close()
    streaming.close()
    return Trips(runs)


async def _trip(
    installation: Running, acting: Connection, told: Told, headers: Mapping[str, str]
) -> tuple[float, float, float, float]:
    command = uuid.uuid4()
    lead = str(derived_id(LINYI, installation.identity.person, command))
    path, body = receive()
    began = time.perf_counter()
    answer = await acting.request(
        "POST",
        f"/v1/{LINYI}/{path}",
        {**headers, "Idempotency-Key": str(command)},
        orjson.dumps(body),
    )
    answered = time.perf_counter()
    expect(answer.status, CREATED, answer.body)
    position = {"Guantong-Position": orjson.loads(answer.body)["token"]}
    answer = await acting.request("GET", f"/v1/{LINYI}/leads/{lead}", {**headers, **position})
    visible = time.perf_counter()
    expect(answer.status, OK, answer.body)
    spoken = await told.of(lead)
    asked = time.perf_counter()
    party = installation.identity.party
    answer = await acting.request("GET", f"/v1/{LINYI}/parties/{party}/timeline", dict(headers))
    expect(answer.status, OK, answer.body)
    return answered - began, visible - began, spoken - began, time.perf_counter() - asked


def expect(status: int, wanted: int, body: bytes) -> None:
    """Stop where an answer is not what it must be: a wrong answer is no measurement."""
    if status != wanted:
        raise RuntimeError(f"{status}: {body.decode()}")


def report(site: Site, trips: Trips, *, events: int) -> None:
    """The figures at one size of the log."""
    for stage in STAGES:
        p99 = sorted(trips.quantiles_ms(stage, 0.99))[RUNS // 2]
        site.report.add(
            Row(
                group=GROUP,
                name=f"{stage}, p50, log of {events:,}",
                unit="ms",
                figures=trips.quantiles_ms(stage, 0.5),
                note=f"p99 {p99:.3g} ms",
            )
        )
