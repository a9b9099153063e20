"""The register of readings: who opened an attachment, for which party, when."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.readings import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Reading(NamedTuple):
    """One reading; ``recorded`` by the jurisdiction's clock."""

    scope: str
    case_tag: str | None
    matter: str
    attachment: str
    digest: str
    person: str
    party: str
    opened: datetime.date
    recorded: datetime.datetime


READINGS: Final = Table(
    "readings",
    Reading,
    classes=("reading",),
    indexes=(
        ("jurisdiction", "recorded", "stream"),
        ("jurisdiction", "matter"),
        ("jurisdiction", "attachment"),
    ),
)


def opened(rows: Rows, event: Recorded[events.AttachmentOpened]) -> None:
    """Somebody opened an attachment."""
    e = event.event
    row = Reading(
        scope=e.concerns.visibility,
        case_tag=event.case,
        matter=e.matter,
        attachment=e.attachment,
        digest=e.digest,
        person=event.actor,
        party=e.by,
        opened=e.occurred.date,
        recorded=event.time,
    )
    rows.put(READINGS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {events.AttachmentOpened: opened}

MODEL: Final = ReadModel(name="readings", version=1, tables=(READINGS,), handlers=_HANDLERS)
