"""The register of guidance contact (指导联系): office × group × leader, and the log of contacts."""

import datetime
from typing import Final, NamedTuple

from domain.guidance_links import events
from domain.model import Event, Recorded
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class GuidanceLink(NamedTuple):
    """A link: linked → ended, or annulled. ``contacts`` counts those that stand, ``latest`` is the last."""

    scope: str
    stage: str
    office: str
    stationed_group: str
    leader: str
    begins: datetime.date
    last_day: datetime.date | None
    document: str
    contacts: int
    latest: datetime.date | None
    reason: str | None


class GuidanceContact(NamedTuple):
    """A contact: recorded → sent_back → recorded, or annulled. ``text`` is a commitment."""

    scope: str
    contact: int
    stage: str
    office: str
    stationed_group: str
    recorded_by: str
    manner: str
    topics: str
    text: str
    contacted: datetime.date
    reason: str | None


GUIDANCE_LINKS: Final = Table(
    "guidance_links",
    GuidanceLink,
    classes=("guidance_link",),
    indexes=(("jurisdiction", "office", "stationed_group", "stream"),),
)
GUIDANCE_CONTACTS: Final = Table(
    "guidance_contacts",
    GuidanceContact,
    key=("contact",),
    classes=("guidance_link",),
    indexes=(("jurisdiction", "contacted", "stream", "contact"),),
)


def linked(rows: Rows, event: Recorded[events.Linked]) -> None:
    """An office was linked with a group."""
    e = event.event
    row = GuidanceLink(
        scope=e.concerns.visibility,
        stage="linked",
        office=e.office,
        stationed_group=e.group,
        leader=e.leader,
        begins=e.begins,
        last_day=None,
        document=e.document,
        contacts=0,
        latest=None,
        reason=None,
    )
    rows.put(GUIDANCE_LINKS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the link. One never made is a fault: `LookupError`."""
    rows.put(GUIDANCE_LINKS, _changed(_link(rows), event.event))


def _link(rows: Rows) -> GuidanceLink:
    row = rows.get(GUIDANCE_LINKS)
    if row is None:
        raise LookupError("the link was never made")
    return row


def _changed(row: GuidanceLink, e: Event) -> GuidanceLink:
    match e:
        case events.LeaderNamed():
            return row._replace(leader=e.leader, document=e.document)
        case events.Ended():
            return row._replace(stage="ended", last_day=e.last_day, reason=e.reason)
        case events.Annulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a guidance link: {type(e).__name__}")


def contacted(rows: Rows, event: Recorded[events.Contacted]) -> None:
    """The two were in contact."""
    e = event.event
    row = GuidanceContact(
        scope=e.concerns.visibility,
        contact=e.contact,
        stage="recorded",
        office=e.office,
        stationed_group=e.group,
        recorded_by=e.by,
        manner=e.manner,
        topics=e.topics,
        text=e.text,
        contacted=e.occurred.date,
        reason=None,
    )
    rows.put(GUIDANCE_CONTACTS, row)
    _count(rows)


def contact_changed(
    rows: Rows,
    event: Recorded[events.ContactSentBack | events.Corrected | events.ContactAnnulled],
) -> None:
    """A contact was sent back, recorded wrongly, or never took place."""
    e = event.event
    row = rows.get(GUIDANCE_CONTACTS, e.contact)
    if row is None:
        raise LookupError(f"contact {e.contact} was never a contact")
    match e:
        case events.ContactSentBack():
            row = row._replace(stage="sent_back", reason=e.reason)
        case events.Corrected():
            row = row._replace(topics=e.topics or row.topics, text=e.text or row.text)
            row = row._replace(stage="recorded", reason=None)
        case events.ContactAnnulled():
            row = row._replace(stage="annulled", reason=e.reason)
    rows.put(GUIDANCE_CONTACTS, row)
    _count(rows)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """The link does not count, nor do its contacts."""
    changed(rows, event)
    for row in rows.all(GUIDANCE_CONTACTS):
        rows.put(GUIDANCE_CONTACTS, row._replace(stage="annulled"))
    _count(rows)


def _count(rows: Rows) -> None:
    standing = [each for each in rows.all(GUIDANCE_CONTACTS) if each.stage == "recorded"]
    latest = max((each.contacted for each in standing), default=None)
    rows.put(GUIDANCE_LINKS, _link(rows)._replace(contacts=len(standing), latest=latest))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Linked: linked,
    events.LeaderNamed: changed,
    events.Contacted: contacted,
    events.Ended: changed,
    events.ContactSentBack: contact_changed,
    events.Corrected: contact_changed,
    events.ContactAnnulled: contact_changed,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="guidance_links",
    version=1,
    tables=(GUIDANCE_LINKS, GUIDANCE_CONTACTS),
    handlers=_HANDLERS,
)
