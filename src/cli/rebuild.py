"""`guantong rebuild`: read models built anew beside the live ones, compared, and swapped in."""

from dataclasses import asdict
from typing import Annotated

import typer

from cli import places
from cli.exits import Exit
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, Kafka, Postgres
from cli.terminal import Advance, progress, say, show_json
from projections import rebuild as building
from projections.rebuild import RebuildProgress, Rebuilt, Report


def rebuild(
    models: Annotated[list[str] | None, typer.Argument(help=text("rebuild.models"))] = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Rebuild these read models, or all; ends with `Exit.FAULTY` if rows came out otherwise."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    with progress(text("rebuild.progress")) as advance:
        rebuilt = building.rebuild(settings, models or (), report=_told(advance))
    if as_json:
        show_json({"ok": not rebuilt.differences, **asdict(rebuilt)})
    else:
        show(rebuilt)
    if rebuilt.differences:
        raise typer.Exit(Exit.FAULTY)


def show(rebuilt: Rebuilt) -> None:
    """Print what was built and what came out otherwise than before."""
    counts = {"events": rebuilt.events, "seconds": round(rebuilt.seconds, 1)}
    say(text("rebuild.built", models=", ".join(rebuilt.models), **counts))
    for difference in rebuilt.differences:
        say(text("rebuild.different", **asdict(difference)), style="bold red")
    if not rebuilt.differences:
        say(text("rebuild.identical"), style="green")


def _told(advance: Advance) -> Report:
    def report(told: RebuildProgress) -> None:
        advance(told.events, told.total, text(f"rebuild.{told.phase}", rate=round(told.per_second)))

    return report
