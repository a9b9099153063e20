"""What happened to a person of the log: registration, offices, grants of reading, identity."""

import datetime
from dataclasses import dataclass
from typing import Annotated, ClassVar

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, PseudonymOf, Text
from domain.persons.commands import RoleCode, Scope
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Event):
    """The person may be appointed from now on."""

    organisational: ClassVar[bool] = True

    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed(Event):
    """The person holds a role in a party, between these days (both included)."""

    organisational: ClassVar[bool] = True

    appointment: Serial
    member_of: PartyId
    role: RoleCode
    begins: datetime.date
    ends: datetime.date | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentEnded(Event):
    """The appointment held until this day, itself included."""

    organisational: ClassVar[bool] = True

    appointment: Serial
    member_of: PartyId
    role: RoleCode
    begins: datetime.date
    last_day: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingGranted(Event):
    """The person may read one matter until a day: reason, giver, scope and expiry are on record."""

    grant: Serial
    stream: StreamId
    scope: Scope
    reason: Text
    given_by: PersonId
    approved_by: PersonId
    expires: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRevoked(Event):
    """The grant holds no more."""

    grant: Serial
    stream: StreamId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent(Event):
    """With what they may read (``grant``) the person may do in the matter what a handler of ``to`` does.

    They act from ``home``, where they are in office, until a day; they never approve.
    """

    organisational: ClassVar[bool] = True

    grant: Serial
    stream: StreamId
    home: PartyId
    to: PartyId
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class LendingEnded(Event):
    """The person does nothing more in the matter."""

    organisational: ClassVar[bool] = True

    grant: Serial
    stream: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(Event):
    """This person and the other are one natural person."""

    organisational: ClassVar[bool] = True

    other: PersonId
    reason: Text
