"""Which command was accepted, and where its events stand. Rejected ones expire: ``outcomes.py``."""

import datetime
from typing import Final, NamedTuple
from uuid import UUID

from domain.model import Event, Recorded
from projections.model import ReadModel, Table
from projections.rows import Rows


class AcceptedCommand(NamedTuple):
    """An accepted command, on the stream of its first event."""

    scope: str
    command: UUID
    actor: str
    party: str
    first_position: int
    last_position: int
    events: int
    recorded: datetime.datetime


COMMANDS: Final = Table(
    "commands",
    AcceptedCommand,
    key=("command",),
    append=True,
    indexes=(
        ("jurisdiction", "command"),
        ("jurisdiction", "last_position"),
        ("jurisdiction", "recorded"),
    ),
)


def accepted(rows: Rows, event: Recorded[Event]) -> None:
    """The first event tells it all."""
    if event.command_event > 1:
        return
    row = AcceptedCommand(
        event.event.concerns.visibility,
        event.command_id,
        event.actor,
        event.party,
        event.position,
        event.position + event.command_events - 1,
        event.command_events,
        event.time,
    )
    rows.put(COMMANDS, row)


MODEL: Final = ReadModel(name="commands", version=2, tables=(COMMANDS,), every=accepted)
