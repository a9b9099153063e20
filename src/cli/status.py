"""`guantong status`: how the system is, as tables or JSON."""

from dataclasses import asdict
from typing import Any, Final

import typer

from cli import places
from cli.exits import Exit
from cli.health import Health, examine
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, Kafka, Postgres
from cli.terminal import say, show_json, show_table

_PARTITION: Final = (
    "partition",
    "high_watermark",
    "unstable",
    "index_tail",
    "lag",
    "lag_seconds",
    "void",
)
_ATTACHMENT: Final = ("jurisdiction", "stream", "attachment", "damage", "since")
_JURISDICTION: Final = ("jurisdiction", "head", "projected")


def status(
    data: Data = DEFAULT_DATA, kafka: Kafka = None, postgres: Postgres = None, as_json: Json = False
) -> None:
    """Show how the system is; ends with `Exit.FAULTY` if something needs attention."""
    health = examine(places.find(data, kafka=kafka, postgres=postgres))
    if as_json:
        show_json(to_json(health))
    else:
        show(health)
    if health.attention:
        raise typer.Exit(Exit.FAULTY)


def to_json(health: Health) -> dict[str, Any]:
    """The document of `--json`."""
    return {"ok": not health.attention, "attention": health.attention, **asdict(health)}


def show(health: Health) -> None:
    """Print what there is to know, the worst last."""
    if isinstance(health.topics, int):
        say(f"{text('status.topics')}: {text('status.ok')}")
    else:
        say(f"{text('status.topics')}: {health.topics}", style="bold red")
    partitions = [asdict(each) for each in health.partitions]
    _table("partitions", _PARTITION, partitions)
    _table("jurisdictions", _JURISDICTION, health.jurisdictions)
    if health.parked:
        _table("parked", ("stream", "model", "error", "since"), health.parked)
    if health.stopped:
        _table("stopped", ("jurisdiction", "code", "error", "since"), health.stopped)
    if health.attachments:
        _table("attachments", _ATTACHMENT, health.attachments)
    if health.dispatches:
        columns = ("jurisdiction", "to_jurisdiction", "waiting", "failed", "oldest")
        _table("dispatches", columns, health.dispatches)
    if health.attention:
        say(f"{text('status.unwell')}: {', '.join(health.attention)}", style="bold red")
    else:
        say(text("status.well"), style="bold green")


def _table(title: str, columns: tuple[str, ...], rows: Any) -> None:
    show_table(
        text(f"status.{title}"),
        [text(f"status.columns.{column}") for column in columns],
        [[row[column] for column in columns] for row in rows],
    )
