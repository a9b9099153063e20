"""What was read."""

from dataclasses import dataclass

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Digest, Event
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentOpened(Event):
    """Somebody opened an attachment, for a party. ``digest`` is that of the file served."""

    matter: StreamId
    attachment: StreamId
    digest: Digest
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadOpened(Event):
    """Somebody was shown a lead, for a party. ``version`` is how many events of it there were to see."""

    matter: StreamId
    version: Serial
    read_by: PersonId
    by: PartyId
