"""Which command was accepted, and where its events stand. Rejected ones expire: ``outcomes.py``."""

import datetime
from typing import Final, NamedTuple
from uuid import UUID

from domain.model import Event, Recorded
from projections.model import ReadModel, Table
from projections.rows import Rows


class AcceptedCommand(NamedTuple):
    """An accepted command, on the stream of its first event; ``version`` is that stream's after it."""

    scope: str
    command: UUID
    actor: str
    party: str
    first_position: int
    last_position: int
    version: int
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
    """The first event opens the row, later ones of the same stream raise its version."""
    if event.command_event == 1:
        row = AcceptedCommand(
            event.event.concerns.visibility,
            event.command_id,
            event.actor,
            event.party,
            event.position,
            event.position + event.command_events - 1,
            event.originator_version,
            event.command_events,
            event.time,
        )
        rows.put(COMMANDS, row)
        return
    known = rows.get(COMMANDS, event.command_id)
    if known is not None:
        rows.put(COMMANDS, known._replace(version=event.originator_version))


MODEL: Final = ReadModel(name="commands", version=1, tables=(COMMANDS,), every=accepted)
