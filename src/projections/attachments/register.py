"""The register of attachments, and who had the originals: rows of the matter they belong to.

They stand in the stream of the matter and under the class of its content that they concern, so whoever
reads that reads them, as of now, and nobody else.
"""

import datetime
from typing import Final, NamedTuple

from domain.attachments import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Attachment(NamedTuple):
    """An attachment: standing → withdrawn | annulled; ``name`` is a commitment.

    ``holder`` has the original, ``under_way_to`` is to sign for it, ``owed_to`` gets it back by ``due``.
    ``damage`` is what is wrong with the file in the store, ``damages`` how often something was.
    """

    scope: str
    case_tag: str | None
    attachment: str
    stage: str
    kind: str
    name: str
    digest: str
    size: int
    media_type: str
    stored: str
    sealing: str
    added_by: str
    added: datetime.date
    original: str | None
    replaces: str | None
    holder: str | None
    under_way_to: str | None
    owed_to: str | None
    due: datetime.date | None
    damage: str | None
    damages: int
    damaged: datetime.date | None
    reason: str | None


class Custody(NamedTuple):
    """One hand-over of an original: handed_over → received | sent_back; ``given_back`` if it was owed."""

    scope: str
    case_tag: str | None
    attachment: str
    serial: int
    from_party: str
    to_party: str
    purpose: str
    status: str
    handed_over: datetime.date
    answered: datetime.date | None
    reason: str | None
    return_by: datetime.date | None
    given_back: datetime.date | None


ATTACHMENTS: Final = Table(
    "attachments",
    Attachment,
    key=("attachment",),
    indexes=(
        ("jurisdiction", "added", "stream", "attachment"),
        ("jurisdiction", "attachment"),
        ("jurisdiction", "digest"),
    ),
)
CUSTODY: Final = Table(
    "attachment_custody",
    Custody,
    key=("attachment", "serial"),
    indexes=(
        ("jurisdiction", "handed_over", "stream", "attachment", "serial"),
        ("jurisdiction", "attachment"),
    ),
)


def added(rows: Rows, event: Recorded[events.Added]) -> None:
    """A file was attached."""
    e = event.event
    row = Attachment(
        scope=e.concerns.visibility,
        case_tag=event.case,
        attachment=e.attachment,
        stage="standing",
        kind=e.kind,
        name=e.name,
        digest=e.digest,
        size=e.size,
        media_type=e.media_type,
        stored=e.stored,
        sealing=e.sealing,
        added_by=e.by,
        added=e.occurred.date,
        original=e.original,
        replaces=e.replaces,
        holder=None if e.original is None else e.by,
        under_way_to=None,
        owed_to=None,
        due=None,
        damage=None,
        damages=0,
        damaged=None,
        reason=None,
    )
    rows.put(ATTACHMENTS, row)


def changed(rows: Rows, event: Recorded[events.AttachmentEvent]) -> None:
    """Fold one event into the attachment. One never added is a fault: `LookupError`."""
    e = event.event
    row = rows.get(ATTACHMENTS, e.attachment)
    if row is None:
        raise LookupError("the attachment was never added")
    rows.put(ATTACHMENTS, _changed(row, e))
    _hand_over(rows, event)


def _changed(row: Attachment, e: events.AttachmentEvent) -> Attachment:
    match e:
        case events.Withdrawn():
            return row._replace(stage="withdrawn", reason=e.reason)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case events.Corrected():
            holder = row.holder or (None if e.original is None else row.added_by)
            original = e.original or row.original
            row = row._replace(kind=e.kind or row.kind, name=e.name or row.name)
            return row._replace(original=original, holder=holder)
        case events.DamageFound():
            return row._replace(damage=e.fault, damages=e.serial, damaged=e.occurred.date)
        case events.DamageMended():
            return row._replace(damage=None, damaged=None)
        case _:
            return _passed(row, e)


def _passed(row: Attachment, e: events.AttachmentEvent) -> Attachment:
    match e:
        case events.HandedOver():
            return row._replace(under_way_to=e.to)
        case events.ReturnAsked():
            return row._replace(owed_to=e.by, due=e.due)
        case events.Received():
            return row._replace(holder=e.by, under_way_to=None)
        case events.SentBack():
            return row._replace(under_way_to=None)
        case events.GivenBack():
            return row._replace(owed_to=None, due=None)
        case _:
            raise TypeError(f"no event of an attachment: {type(e).__name__}")


def _hand_over(rows: Rows, event: Recorded[events.AttachmentEvent]) -> None:
    """Fold an event into the hand-over that it is about, if it is about one."""
    e = event.event
    match e:
        case events.HandedOver():
            rows.put(CUSTODY, _handed_over(event.case, e))
        case events.Received():
            _answered(rows, e, status="received")
        case events.SentBack():
            _answered(rows, e, status="sent_back", reason=e.reason)
        case events.GivenBack():
            for row in rows.all(CUSTODY):
                owed = (row.attachment, row.to_party, row.status) == (
                    e.attachment,
                    e.by,
                    "received",
                )
                if owed and row.return_by is not None and row.given_back is None:
                    rows.put(CUSTODY, row._replace(given_back=e.occurred.date))
        case _:
            pass


def _handed_over(case: str | None, e: events.HandedOver) -> Custody:
    return Custody(
        scope=e.concerns.visibility,
        case_tag=case,
        attachment=e.attachment,
        serial=e.serial,
        from_party=e.by,
        to_party=e.to,
        purpose=e.purpose,
        status="handed_over",
        handed_over=e.occurred.date,
        answered=None,
        reason=None,
        return_by=e.return_by,
        given_back=None,
    )


def _answered(
    rows: Rows, e: events.Received | events.SentBack, *, status: str, reason: str | None = None
) -> None:
    row = rows.get(CUSTODY, e.attachment, e.serial)
    if row is None:
        raise LookupError("there was never a hand-over of that number")
    answered = row._replace(status=status, answered=e.occurred.date, reason=reason)
    rows.put(CUSTODY, answered)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Added: added,
    events.Withdrawn: changed,
    events.Corrected: changed,
    events.Annulled: changed,
    events.HandedOver: changed,
    events.ReturnAsked: changed,
    events.Received: changed,
    events.SentBack: changed,
    events.GivenBack: changed,
    events.DamageFound: changed,
    events.DamageMended: changed,
}

MODEL: Final = ReadModel(
    name="attachments", version=1, tables=(ATTACHMENTS, CUSTODY), handlers=_HANDLERS
)
