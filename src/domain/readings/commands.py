"""What the interface sends before it serves something that is read on record."""

from dataclasses import dataclass

from domain.ids import StreamId
from domain.model import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttachment(Command):
    """Read an attachment of a matter: nothing of it is served before this is accepted."""

    matter: StreamId
    attachment: StreamId
