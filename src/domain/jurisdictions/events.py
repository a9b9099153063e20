"""What happened to a jurisdiction as a whole."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from domain.ids import JurisdictionCode, PartyId, PersonId
from domain.jurisdiction import ClockKind
from domain.model import Event, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """In the installation log: a jurisdiction exists, on this partition, under this source."""

    organisational: ClassVar[bool] = True

    code: JurisdictionCode
    title_zh: Text
    title_en: Text
    source: str
    partition: int
    clock: ClockKind
    starts: datetime.datetime | None = None
    founder: PersonId
    founding_party: PartyId
    operator: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun(Event):
    """The first event of a jurisdiction's own log."""

    organisational: ClassVar[bool] = True

    code: JurisdictionCode
    title_zh: Text
    title_en: Text
    source: str
    clock: ClockKind
    starts: datetime.datetime | None = None
    founder: PersonId
    founding_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockAdvanced(Event):
    """The simulated clock shows this instant from now on."""

    organisational: ClassVar[bool] = True

    to: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """The last event in this installation: the log goes on in installation ``to``, at ``address``."""

    organisational: ClassVar[bool] = True

    to: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """The first event in the installation that the jurisdiction was moved to; it follows ``Closed``."""

    organisational: ClassVar[bool] = True

    installation: str
