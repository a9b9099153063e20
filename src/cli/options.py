"""The options that several commands share, and how `--help` is worded."""

from pathlib import Path
from typing import Annotated, Final

import typer

from cli.language import messages, text

Data = Annotated[
    Path,
    typer.Option("--data", envvar="GUANTONG_DATA", help=text("option.data"), file_okay=False),
]
Kafka = Annotated[
    str | None, typer.Option("--kafka", envvar="GUANTONG_KAFKA", help=text("option.kafka"))
]
Postgres = Annotated[
    str | None,
    typer.Option("--postgres", envvar="GUANTONG_POSTGRES", help=text("option.postgres")),
]
Attachments = Annotated[
    str | None,
    typer.Option("--attachments", envvar="GUANTONG_ATTACHMENTS", help=text("option.attachments")),
]
Json = Annotated[bool, typer.Option("--json", help=text("option.json"))]
JurisdictionOption = Annotated[
    str | None, typer.Option("--jurisdiction", help=text("option.jurisdiction"))
]

DEFAULT_DATA: Final = Path("data")


def help_of(command: str) -> str:
    """The help of a command: what it does, and an example."""
    return f"{text(command)}\n\n{text('example')}: [bold]{messages()[command]['example']}[/]"
