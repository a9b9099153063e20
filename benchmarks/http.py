"""One command over HTTP from 1, 8 and 64 clients: ours against the same API over eventsourcing.postgres.

Two commands: to receive a lead, whose personal text is sealed under two new keys, and to call a meeting,
which names nobody. Both contestants run the same routes, checks, sealing and decisions.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from typing import Any, Final

import orjson

from benchmarks.installation import Running
from benchmarks.measuring import Load
from benchmarks.requests import Connection, by_clients
from benchmarks.rows import RUNS, Row, at_least
from benchmarks.site import Site

GROUP: Final = "one command over HTTP"
CLIENTS: Final = (1, 8, 64)
SECONDS: Final = 2.0
OURS: Final = "ours"
PEER: Final = "same API over eventsourcing.postgres"
CREATED: Final = 201

Command = Callable[[], tuple[str, Mapping[str, Any]]]


def receive() -> tuple[str, Mapping[str, Any]]:
    """A lead that nobody reported before: path and body."""
    name = f"张{uuid.uuid4().hex[:8]}"
    standing = {"post_level": "unit_managed", "unit": "education"}
    return "leads", {
        "source": "found_in_supervision",
        "regime": "both",
        "secrecy": "internal",
        "subjects": [{"name": name, "post": "某学校总务主任", "standing": standing}],
        "content": "监督检查发现:学校食堂采购存在虚报。",
        "materials": [{"title": "检查记录", "pages": 12}],
    }


def convene() -> tuple[str, Mapping[str, Any]]:
    """A meeting with one other party: path and body."""
    return "consultations", {
        "kind": "topical",
        "title": "会商整改进展",
        "parties": ["sg-education"],
        "planned": "2027-03-01",
    }


COMMANDS: Final[Mapping[str, Command]] = {"receive a lead": receive, "call a meeting": convene}


def sender(token: str, command: Command) -> Callable[[Connection], Awaitable[None]]:
    """Send a new command and wait until it is accepted."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    async def send(connection: Connection) -> None:
        path, body = command()
        key = {"Idempotency-Key": str(uuid.uuid4())}
        answer = await connection.request(
            "POST", f"/v1/linyi/{path}", headers | key, orjson.dumps(body)
        )
        if answer.status != CREATED:
            raise RuntimeError(answer.body.decode())

    return send


def run(site: Site, installation: Running) -> None:
    """All rows of this module."""
    token = installation.token()
    with (
        installation.peer(site.own_database()) as peer,
        site.task(GROUP, len(COMMANDS) * len(CLIENTS) * RUNS) as task,
    ):
        ports = {OURS: installation.port, PEER: peer}
        for name, command in COMMANDS.items():
            send = sender(token, command)
            for clients in CLIENTS:
                loads: dict[str, list[Load]] = {each: [] for each in ports}
                for _ in range(RUNS):
                    for each, port in ports.items():
                        loads[each].append(load(send, port, clients))
                    site.progress.advance(task)
                site.report.add(row(name, clients, loads))


def load(send: Callable[[Connection], Awaitable[None]], port: int, clients: int) -> Load:
    """One run."""
    return asyncio.run(by_clients(send, port=port, clients=clients, seconds=SECONDS))


def row(name: str, clients: int, loads: Mapping[str, list[Load]]) -> Row:
    """Throughput, with the latencies of both as a note."""
    told = [
        f"p50 {median(each.quantile_ms(0.5) for each in runs):.3g}"
        f" p99 {median(each.quantile_ms(0.99) for each in runs):.3g} ms"
        for runs in loads.values()
    ]
    return Row(
        group=GROUP,
        name=f"{name}, {clients} client{'s' if clients > 1 else ''}",
        unit="commands/s",
        figures=[each.per_second for each in loads[OURS]],
        peer=PEER,
        peer_figures=[each.per_second for each in loads[PEER]],
        target=at_least(1.5),
        note=f"{told[0]}, peer {told[1]}",
    )
