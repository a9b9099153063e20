"""What has to be true before something is read on record; each guard raises the refusal it needs."""

from typing import Any

from domain.attachments import guards as attachments
from domain.attachments.errors import NoSuchAttachment
from domain.attachments.state import STAGE_NAMES, Attachment
from domain.checks import reads_scope
from domain.context import Context
from domain.errors import NotFound
from domain.ids import StreamId, family_of
from domain.persons.state import PersonState
from domain.readings.commands import OpenAttachment
from domain.streams import StreamState


def open_to_actor(
    matter: StreamState[Any], command: OpenAttachment, context: Context
) -> Attachment:
    """The attachment, if it stands and the actor may read its part of the matter, or was let read it.

    Raises `NoSuchAttachment`, `WrongState`.
    """
    it = matter.attachments.get(command.attachment)
    if it is None or not _reads(matter, it, context):
        raise NoSuchAttachment(attachment=command.attachment)
    if it.stage != "standing":
        zh, en = STAGE_NAMES[it.stage]
        raise context.wrong_state(zh=zh, en=en)
    return it


def a_lead(lead: StreamId, context: Context) -> StreamState[Any]:
    """A lead that has begun. Raises `NotFound`."""
    matter = context.streams[lead]
    if family_of(lead) != "lead" or matter.version == 0:
        raise NotFound(stream=lead)
    return matter


def _reads(matter: StreamState[Any], it: Attachment, context: Context) -> bool:
    opened = reads_scope(context, matter, it.scope) or _granted(matter, it, context)
    return opened and not attachments.keeps_out(matter, it.case, context)


def _granted(matter: StreamState[Any], it: Attachment, context: Context) -> bool:
    """Whether the actor was let read the matter's own class by name, until a day not gone by (R 299)."""
    if it.scope != family_of(matter.stream):
        return False
    person: PersonState = context.streams[StreamId(context.actor)].state
    return any(
        grant.stream == matter.stream
        and grant.scope == "content"
        and grant.expires >= context.today
        for grant in person.grants.values()
    )
