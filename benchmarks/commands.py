"""Many commands at once through the whole write path, against the raw producer with the same bytes.

Records written are the events and the outcomes; the raw producer writes just these, and decides nothing.
"""

import time
import uuid
from collections.abc import Sequence
from typing import Final

import psycopg

from benchmarks.bulk import RAW, raw, raw_producer
from benchmarks.http import receive
from benchmarks.installation import LINYI, Running
from benchmarks.rows import RUNS, Row, Series, at_least
from benchmarks.site import Site
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.vault import FileVault

GROUP: Final = "append, in bulk"
COMMANDS: Final = 1_500
"""Below what a client may have in flight."""
OURS: Final = "ours"
DECIDED: Final = "decided"


def run(site: Site, installation: Running) -> None:
    """The rows of this module."""
    series = Series()
    own = site.own_topics()
    producer = raw_producer(site.kafka, f"{own.prefix}-0")
    with (
        CommandClient(installation.settings) as client,
        site.task("commands in bulk", RUNS) as task,
    ):
        client.wait_ready(60)
        for _ in range(RUNS):
            records = prepared(installation)
            began = time.perf_counter()
            futures = [client.submit(record) for record in records]
            outcomes = [future.result(120) for future in futures]
            seconds = time.perf_counter() - began
            written = bytes_of(installation, outcomes)
            series.add(DECIDED, COMMANDS / seconds)
            series.add(OURS, len(written) / seconds)
            series.add(RAW, len(written) / raw(producer, own.events, written))
            site.progress.advance(task)
    producer.close()
    site.report.add(
        Row(
            group=GROUP,
            name=f"{COMMANDS:,} commands at once: records written",
            unit="records/s",
            figures=series[OURS],
            peer=RAW,
            peer_figures=series[RAW],
            target=at_least(0.35),
        )
    )
    site.report.add(
        Row(
            group=GROUP,
            name=f"{COMMANDS:,} commands at once: decided",
            unit="commands/s",
            figures=series[DECIDED],
        )
    )


def prepared(installation: Running) -> Sequence[CommandRecord]:
    """Sealed commands; the keys are made before the clock runs."""
    intake = Intake(FileVault(installation.settings.vault))
    return [
        intake.prepare(
            jurisdiction=LINYI,
            source=f"{installation.settings.installation}/{LINYI}",
            type="guantong.lead.receive",
            target=None,
            data=receive()[1],
            actor=installation.identity.person,
            party=installation.identity.party,
            command_id=uuid.uuid4(),
        )
        for _ in range(COMMANDS)
    ]


def bytes_of(
    installation: Running, outcomes: Sequence[OutcomeRecord]
) -> Sequence[tuple[bytes, bytes]]:
    """Key and value of every record that the commands caused."""
    first = min(outcome.first_position or 0 for outcome in outcomes)
    last = max(outcome.last_position or 0 for outcome in outcomes)
    limit = time.perf_counter() + 60
    with psycopg.connect(installation.settings.postgres, autocommit=True) as connection:
        while time.perf_counter() < limit:
            rows = connection.execute(
                "select value from eventlog.events where jurisdiction = %s"
                " and position between %s and %s",
                (LINYI, first, last),
            ).fetchall()
            if len(rows) == last - first + 1:
                key = LINYI.encode()
                return [
                    *((key, value) for (value,) in rows),
                    *((key, outcome.value) for outcome in outcomes),
                ]
            time.sleep(0.05)
    raise TimeoutError
