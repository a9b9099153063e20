"""What the interface sends when it serves something that is read on record."""

from dataclasses import dataclass
from typing import Annotated, Final

from annotated_types import MaxLen, MinLen

from domain.ids import StreamId
from domain.model import Command, Value
from domain.serials import Serial

LEADS_MAX: Final = 200
"""As many as a page has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttachment(Command):
    """Read an attachment of a matter: nothing of it is served before this is accepted."""

    matter: StreamId
    attachment: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadShown(Value):
    """A lead as it was shown: ``version`` is how many events it had then."""

    lead: StreamId
    version: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLeads(Command):
    """The actor was shown the content of these leads: nothing of it is served before this is on the log."""

    leads: Annotated[tuple[LeadShown, ...], MinLen(1), MaxLen(LEADS_MAX)]
