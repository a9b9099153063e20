"""A writer is killed while another stands by: how long until commands are decided again."""

import asyncio
import os
import re
import signal
import time
import uuid
from datetime import datetime
from typing import Final

import orjson

from benchmarks.http import CREATED, receive
from benchmarks.installation import LINYI, Running
from benchmarks.latency import expect
from benchmarks.requests import Connection
from benchmarks.rows import RUNS, Row
from benchmarks.site import Site
from cli.supervisor import guantong

GROUP: Final = "takeover"
JOIN_SECONDS: Final = 4.0
"""Until a standby has joined the group; it says nothing when it has."""
_LINE: Final = re.compile(r"(\S+ \S+) \w+ eventlog\.writer: Partition \d+(.*)")


def run(site: Site, installation: Running, *, events: int) -> None:
    """Both rows of this module; ends with one writer, as it began."""
    assigned: list[float] = []
    answered: list[float] = []
    active = "writer"
    with site.task("takeover", RUNS) as task:
        for number in range(RUNS):
            standby = f"writer-{number}"
            installation.supervisor.start(standby, guantong("serve", "writer"))
            time.sleep(JOIN_SECONDS)
            os.kill(installation.supervisor.pids()[active], signal.SIGKILL)
            answered.append(asyncio.run(first_answer(installation)))
            assigned.append(settled_ms(installation, standby))
            active = standby
            site.progress.advance(task)
    name = f"assignment → first decision, log of {events:,}"
    site.report.add(Row(group=GROUP, name=name, unit="ms", figures=assigned))
    site.report.add(
        Row(
            group=GROUP,
            name="kill -9 → first answer from a standby",
            unit="s",
            figures=answered,
            note="the group's session time-out of 6 s is in it",
        )
    )


async def first_answer(installation: Running) -> float:
    """Seconds until a new command is accepted."""
    connection = await Connection.open(installation.port)
    path, body = receive()
    headers = {
        "Authorization": f"Bearer {installation.token()}",
        "Content-Type": "application/json",
        "Idempotency-Key": str(uuid.uuid4()),
        "Prefer": "wait=60",
    }
    began = time.perf_counter()
    answer = await connection.request("POST", f"/v1/{LINYI}/{path}", headers, orjson.dumps(body))
    seconds = time.perf_counter() - began
    expect(answer.status, CREATED, answer.body)
    connection.close()
    return seconds


def settled_ms(installation: Running, writer: str) -> float:
    """From «is ours» to «deciding» in a writer's own log."""
    log = (installation.folder / "logs" / f"{writer}.log").read_text()
    ours, deciding = None, None
    for at, what in _LINE.findall(log):
        moment = datetime.strptime(at, "%Y-%m-%d %H:%M:%S,%f")  # noqa: DTZ007 - a difference only
        if "is ours" in what:
            ours = moment
        elif "deciding" in what:
            deciding = moment
    if ours is None or deciding is None:
        raise RuntimeError(log)
    return (deciding - ours).total_seconds() * 1_000
