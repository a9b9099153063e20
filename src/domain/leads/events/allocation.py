"""Who handles a lead: the events."""

from dataclasses import dataclass

from domain.ids import PartyId, PersonId
from domain.leads.events.common import LeadEvent, SubmissionEvent
from domain.leads.values import RecusalGround
from domain.model import Personal, Text
from domain.submission import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationProposed(SubmissionEvent):
    """Case supervision proposes who handles (RD 23)."""

    submitter: PersonId
    route: Route
    proposed_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReallocationProposed(SubmissionEvent):
    """Case supervision proposes another handling party."""

    submitter: PersonId
    route: Route
    proposed_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated(LeadEvent):
    """The principal head approved: ``handling_party`` handles."""

    handling_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reallocated(LeadEvent):
    """``handling_party`` handles instead of ``former_party``, which is no longer concerned."""

    handling_party: PartyId
    former_party: PartyId
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationReturned(LeadEvent):
    """The handling party gave the lead back to case supervision."""

    returned_by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(LeadEvent):
    """The handling party signed for the lead, with two handlers and one keeper (R 77, RD 23)."""

    handling_party: PartyId
    handlers: tuple[PersonId, ...]
    keeper: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlersAssigned(LeadEvent):
    """Other handlers or another keeper within the handling party."""

    handling_party: PartyId
    handlers: tuple[PersonId, ...]
    keeper: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDeclared(LeadEvent):
    """A person is said to have to keep out; until it is decided they do (SL 67).

    ``decided_by`` is the party whose principal head decides (R 296), if the scheme has one.
    """

    person: PersonId
    decided_by: PartyId | None = None
    ground: RecusalGround
    reason: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDecided(LeadEvent):
    """The recusal was granted or refused (R 296)."""

    person: PersonId
    granted: bool
    reason: Text


AllocationEvent = (
    AllocationProposed
    | ReallocationProposed
    | Allocated
    | Reallocated
    | AllocationReturned
    | Acknowledged
    | HandlersAssigned
    | RecusalDeclared
    | RecusalDecided
)
"""Every event of this module."""
