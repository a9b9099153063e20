"""What parties do around a training session: plan it, name who comes, hold it."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text, Value

Persons = Annotated[tuple[PersonId, ...], MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Value):
    """Who of one invited body came; nobody, where none did."""

    party: PartyId
    persons: Persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Value):
    """What was taught from: title and SHA-256 of the file (lower-case hex)."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Command):
    """Plan a session of a brand of the scheme. The title names nobody.

    ``parties`` are invited, and name by ``name_by`` who of theirs comes.
    """

    brand: Text
    title: Text
    lecturer: Personal | None = None
    planned: datetime.date
    name_by: datetime.date
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAttendees(Command):
    """Say who of the acting body comes, also anew."""

    persons: Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNames(Command):
    """Send back whom a body named, for better or more."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(Command):
    """It is held on another day."""

    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Command):
    """It was held: who came from where, and from what was taught."""

    attendance: Annotated[tuple[Attendance, ...], MaxLen(60)]
    material: Annotated[tuple[Material, ...], MaxLen(50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Command):
    """It is not held."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: title, day, or who came from one body, with reason and approver."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    held: datetime.date | None = None
    attendance: Attendance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was entered by mistake; it trained nobody, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
