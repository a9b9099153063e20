"""What follows when something is read on record.

Basis: the scope and the time of knowledge are limited and known (R 299); who looked at evidence is part of
its chain of custody (R 153, 160).
"""

from collections.abc import Iterable

from domain.context import Context
from domain.ids import CaseTag, StreamId, family_of
from domain.model import Draft
from domain.readings import guards
from domain.readings.account import Account
from domain.readings.commands import OpenAttachment
from domain.readings.events import AttachmentOpened
from domain.readings.state import Reading
from domain.streams import StreamState

Stream = StreamState[Reading]


def open_attachment(stream: Stream, command: OpenAttachment, context: Context) -> Iterable[Draft]:
    """Put on record that the actor reads an attachment. Raises `NoSuchAttachment`, `WrongState`."""
    matter = context.streams[command.matter]
    it = guards.open_to_actor(matter, command, context)
    account = Account(stream, matter, it, context)
    account.tell(
        AttachmentOpened(
            **account.plain(),
            matter=command.matter,
            attachment=command.attachment,
            digest=it.digest,
            by=account.acting,
        ),
        case=_case(command.matter, it.case, context),
    )
    return account


def _case(matter: StreamId, case: StreamId | None, context: Context) -> CaseTag | None:
    """Whoever keeps out of the case is not told who read what of it."""
    if context.catalogue.family[family_of(matter)].is_case:
        return CaseTag(matter)
    return None if case is None else CaseTag(case)
