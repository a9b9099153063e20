"""What a pooled group does with its people: assign them to units and matters, release them."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Units = Annotated[tuple[PartyId, ...], MinLen(2), MaxLen(50)]
"""One group : n units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Establish(Command):
    """Pool a group for several units, in one office (集中办公); the commission does."""

    group: PartyId
    units: Units
    office: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUnit(Command):
    """The group supervises one more unit."""

    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class DropUnit(Command):
    """The group supervises a unit no longer; whoever was assigned to it is released."""

    unit: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """Assign one of the group's people to a unit, or to a lead, a case or a campaign until a day.

    Whoever is assigned to a matter reads it as long; ``approved_by`` approves that (R 299).
    """

    person: PersonId
    duty: Text
    unit: PartyId | None = None
    matter: StreamId | None = None
    until: datetime.date | None = None
    approved_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """The commission sends an assignment to a unit back: it does not hold, the group assigns anew."""

    assignment: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Command):
    """Release somebody from an assignment."""

    assignment: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRecusal(Command):
    """A person must keep out of a unit (SL 67, R 295); what they have there ends."""

    person: PersonId
    unit: PartyId
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve(Command):
    """The pool ends, and with it every assignment."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible.

    The commission corrects the office; the group of an ``assignment`` the duty, and the last day where it
    is to a unit.
    """

    reason: Text
    approved_by: PersonId
    office: Text | None = None
    assignment: Serial | None = None
    duty: Text | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: recorded by mistake; nothing of it counts, every assignment ends."""

    reason: Text
    approved_by: PersonId
