"""How each event changes a lead: total over the events, one module per concern."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.allocation import AllocationEvent
from domain.leads.events.approval import ApprovalEvent
from domain.leads.events.between import BetweenEvent
from domain.leads.events.handling import HandlingEvent
from domain.leads.events.intake import IntakeEvent
from domain.leads.events.meeting import MeetingEvent
from domain.leads.events.oversight import OversightEvent
from domain.leads.events.structure import StructureEvent
from domain.leads.events.transfer import HandOverEvent
from domain.leads.evolving.allocation import evolve_allocation
from domain.leads.evolving.approval import evolve_approval
from domain.leads.evolving.between import evolve_between
from domain.leads.evolving.handling import evolve_handling
from domain.leads.evolving.intake import evolve_intake
from domain.leads.evolving.meeting import evolve_meeting
from domain.leads.evolving.oversight import evolve_oversight
from domain.leads.evolving.structure import evolve_structure
from domain.leads.evolving.transfer import evolve_transfer
from domain.leads.state import Lead
from domain.model import Event


def evolve(lead: Lead, event: Event) -> Lead:
    """Fold one event into a lead. An event of another family is a fault of the log: `TypeError`."""
    if isinstance(event, events.LeadEvent):
        lead = replace(lead, holder=event.holder, handling_party=event.handling_party)
    if isinstance(event, IntakeEvent):
        return evolve_intake(lead, event)
    if isinstance(event, AllocationEvent):
        return evolve_allocation(lead, event)
    if isinstance(event, ApprovalEvent):
        return evolve_approval(lead, event)
    if isinstance(event, HandlingEvent):
        return evolve_handling(lead, event)
    if isinstance(event, HandOverEvent):
        return evolve_transfer(lead, event)
    if isinstance(event, BetweenEvent):
        return evolve_between(lead, event)
    if isinstance(event, StructureEvent):
        return evolve_structure(lead, event)
    if isinstance(event, OversightEvent):
        return evolve_oversight(lead, event)
    if isinstance(event, MeetingEvent):
        return evolve_meeting(lead, event)
    raise TypeError(f"not an event of leads: {type(event).__name__}")
