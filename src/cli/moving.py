"""`guantong move`: a jurisdiction closed in another installation and gone on with in this one."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli import places
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, Kafka, Postgres
from cli.terminal import progress, say, show_json
from domain.ids import JurisdictionCode
from processes import moving


def move(
    jurisdiction: Annotated[str, typer.Argument(help=text("move.jurisdiction"))],
    origin: Annotated[Path, typer.Option("--from", help=text("move.from"), file_okay=False)],
    from_kafka: Annotated[
        str | None, typer.Option("--from-kafka", help=text("move.from_kafka"))
    ] = None,
    from_postgres: Annotated[
        str | None, typer.Option("--from-postgres", help=text("move.from_postgres"))
    ] = None,
    partition: Annotated[
        int | None, typer.Option("--partition", min=0, help=text("move.partition"))
    ] = None,
    address: Annotated[str | None, typer.Option("--address", help=text("move.address"))] = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Move it here; run again, a move that was interrupted goes on."""
    here = places.find(data, kafka=kafka, postgres=postgres)
    there = places.find(origin, kafka=from_kafka, postgres=from_postgres)
    with progress(text("move.progress")) as advance:
        moved = moving.move(
            there,
            here,
            JurisdictionCode(jurisdiction),
            partition=partition,
            address=address,
            report=lambda position, total: advance(position, total, ""),
        )
    if as_json:
        show_json(asdict(moved))
    else:
        say(text("move.done", **asdict(moved)), style="green")
