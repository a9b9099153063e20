"""What happened to a party. They follow from the adoption of a scheme, or from an action."""

from dataclasses import dataclass
from typing import ClassVar

from domain.ids import PartyId
from domain.model import Event, Text
from domain.scheme import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Event):
    """A party exists from now on. ``name_zh`` and ``name_en`` are the party's, for sentences."""

    organisational: ClassVar[bool] = True

    party: Party
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Event):
    """A party stands in the scheme in force otherwise than before: as it is from now on."""

    organisational: ClassVar[bool] = True

    party: Party
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Event):
    """The scheme in force has the party no more. What it owed it goes on owing."""

    organisational: ClassVar[bool] = True

    code: PartyId
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected(Event):
    """The party is on the system from now on."""

    organisational: ClassVar[bool] = True

    code: PartyId
    name_zh: str
    name_en: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Disconnected(Event):
    """The party is no longer on the system; its acts are entered for it."""

    organisational: ClassVar[bool] = True

    code: PartyId
    name_zh: str
    name_en: str
    reason: Text
