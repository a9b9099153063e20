"""Who handles a lead: the commands."""

from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.leads.values import RecusalGround
from domain.model import Command, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAllocation(Command):
    """拟办: case supervision proposes who handles; the principal head decides (RD 23).

    ``handlers`` and ``keeper`` may be left to the handling party, which then names them when it
    acknowledges.
    """

    handling_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocate(Command):
    """分办: the approver agrees to the proposed allocation as it stands (batch form of «opine»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeReallocation(Command):
    """Propose that another party handles from now on; approved like an allocation."""

    handling_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """签收: the handling party takes the lead; two handlers and one keeper must be named by now."""

    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLead(Command):
    """退还: the handling party gives an allocated lead back to case supervision."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignHandlers(Command):
    """Name other handlers or another keeper within the handling party (a leaver, a recusal)."""

    handlers: tuple[PersonId, ...]
    keeper: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRecusal(Command):
    """A person must keep out, by their own word or another's (SL 67, R 295)."""

    person: PersonId
    ground: RecusalGround
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRecusal(Command):
    """The principal head decides; on the principal head the level above does (R 296)."""

    person: PersonId
    granted: bool
    reason: Text
