"""What happened to reports of the level above."""

from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.model import Event
from domain.unread_reports.commands import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadEvent(Event):
    """Who keeps them, and how many they are. There is no field in which anything else could stand."""

    kept_by: PartyId
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(UnreadEvent):
    """So many came in on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedUp(UnreadEvent):
    """They went up, unread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(UnreadEvent):
    """There were as many as this."""

    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(UnreadEvent):
    """They were entered by mistake."""

    approved_by: PersonId
