"""What is done with a jurisdiction as a whole: open it, begin it, move its simulated clock, or itself."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import JurisdictionCode, PartyId, PersonId
from domain.jurisdiction import ClockKind
from domain.model import Command, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Open a jurisdiction in the installation log, and fix where its own log stands.

    ``partition`` is the partition of the topics, ``source`` the CloudEvents source that its events
    carry for ever. ``founder`` acts for ``founding_party`` until an administrator is appointed.
    ``starts`` is what a simulated clock shows first; a real clock has none.
    """

    code: JurisdictionCode
    title_zh: Text
    title_en: Text
    source: Annotated[str, MinLen(1), MaxLen(200)]
    partition: Annotated[int, Ge(0)]
    clock: ClockKind
    starts: datetime.datetime | None = None
    founder: PersonId
    founding_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin(Command):
    """Begin the jurisdiction's own log, as it was opened: the same facts, the first event."""

    title_zh: Text
    title_en: Text
    source: Annotated[str, MinLen(1), MaxLen(200)]
    clock: ClockKind
    starts: datetime.datetime | None = None
    founding_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceClock(Command):
    """Move the simulated clock forward to an instant (aware, UTC)."""

    to: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """Close the jurisdiction's log here, for it is moved to installation ``to`` (ADR 0004).

    ``address`` tells people where they find it from now on.
    """

    to: Annotated[str, MinLen(1), MaxLen(200)]
    address: Annotated[str, MinLen(1), MaxLen(200)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Command):
    """Go on with a jurisdiction's log in the installation that it was moved to."""
