"""The register of readings: who opened an attachment or was shown a lead, for which party, when."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.readings import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Reading(NamedTuple):
    """One reading; ``recorded`` by the jurisdiction's clock.

    Of an attachment with the ``digest`` of its file, of a lead with the ``version`` that was to be seen.
    """

    scope: str
    serial: int
    case_tag: str | None
    matter: str
    attachment: str | None
    digest: str | None
    version: int | None
    person: str
    party: str
    opened: datetime.date
    recorded: datetime.datetime


READINGS: Final = Table(
    "readings",
    Reading,
    key=("serial",),
    append=True,
    classes=("reading",),
    indexes=(
        ("jurisdiction", "recorded", "stream"),
        ("jurisdiction", "matter", "person"),
        ("jurisdiction", "attachment"),
    ),
)


def attachment_opened(rows: Rows, event: Recorded[events.AttachmentOpened]) -> None:
    """Somebody opened an attachment."""
    e = event.event
    _add(rows, event, event.actor, attachment=e.attachment, digest=e.digest)


def lead_opened(rows: Rows, event: Recorded[events.LeadOpened]) -> None:
    """Somebody was shown a lead."""
    _add(rows, event, event.event.read_by, version=event.event.version)


def _add(
    rows: Rows,
    event: Recorded[events.AttachmentOpened] | Recorded[events.LeadOpened],
    person: str,
    *,
    attachment: str | None = None,
    digest: str | None = None,
    version: int | None = None,
) -> None:
    e = event.event
    row = Reading(
        scope=e.concerns.visibility,
        serial=event.originator_version,
        case_tag=event.case,
        matter=e.matter,
        attachment=attachment,
        digest=digest,
        version=version,
        person=person,
        party=e.by,
        opened=e.occurred.date,
        recorded=event.time,
    )
    rows.put(READINGS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.AttachmentOpened: attachment_opened,
    events.LeadOpened: lead_opened,
}

MODEL: Final = ReadModel(name="readings", version=1, tables=(READINGS,), handlers=_HANDLERS)
