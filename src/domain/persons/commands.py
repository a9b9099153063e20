"""What is done with the people who work on the system, and with who is whom."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, PseudonymOf, Text

RoleCode = Annotated[str, MinLen(1), MaxLen(64)]
"""A role that the scheme defines."""

Scope = Literal["content", "status"]
"""What a grant lets a person read: the matter itself, or only how it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Command):
    """Register a person who will act on the system. The name is sealed under the person's own key."""

    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint(Command):
    """Appoint a person to a role in a party, from ``begins`` to ``ends`` (both included)."""

    party: PartyId
    role: RoleCode
    begins: datetime.date
    ends: datetime.date | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppointment(Command):
    """End an appointment; ``last_day`` is the last day on which it holds."""

    appointment: Annotated[int, Ge(1)]
    last_day: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantReading(Command):
    """Let a person read one matter (R 299: limited in scope and in time), by approval."""

    stream: StreamId
    scope: Scope
    reason: Text
    expires: datetime.date
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeReading(Command):
    """Take a grant of reading back before it expires."""

    grant: Annotated[int, Ge(1)]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Command):
    """Record that two persons of the log are one natural person: linked by an event, never merged."""

    other: PersonId
    reason: Text
