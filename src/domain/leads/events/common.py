"""What the events of a lead have in common."""

from dataclasses import dataclass

from domain.ids import PartyId
from domain.leads.values import Matter
from domain.model import Event
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadEvent(Event):
    """Something about the lead itself: who holds and who handles it, as it stands afterwards.

    ``holder`` manages the lead at its level (case supervision, or the body that found it);
    ``handling_party`` is set once it is allocated.
    """

    holder: PartyId
    handling_party: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionEvent(LeadEvent):
    """A step of the submission under way: what it asks approval for, and which party submitted it."""

    matter: Matter
    submitted_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferEvent(Event):
    """A step of one hand-over between organisations: nothing here tells how the lead is handled."""

    transfer: Serial
    from_party: PartyId
    to_party: PartyId
