"""What was read."""

from dataclasses import dataclass

from domain.ids import PartyId, StreamId
from domain.model import Digest, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentOpened(Event):
    """Somebody opened an attachment, for a party. ``digest`` is that of the file served."""

    matter: StreamId
    attachment: StreamId
    digest: Digest
    by: PartyId
