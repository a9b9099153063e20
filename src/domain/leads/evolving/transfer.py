"""How a hand-over changes a lead."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.transfer import HandOverEvent
from domain.leads.state import HandOver, HandOverStatus, Lead


def evolve_transfer(lead: Lead, event: HandOverEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Transferred():
            leg = HandOver(
                serial=event.transfer,
                from_party=event.from_party,
                to_party=event.to_party,
                feedback_expected=event.feedback_expected,
            )
            return lead.with_transfer(leg)
        case events.TransferAcknowledged():
            return _moved(lead, event.transfer, "acknowledged")
        case events.PapersDemanded():
            leg = lead.transfers[event.transfer - 1]
            return lead.with_transfer(replace(leg, missing=event.papers))
        case events.Accepted() | events.PartAccepted():
            return _moved(lead, event.transfer, "accepted")
        case events.Returned():
            return _moved(lead, event.transfer, "returned")
        case events.ResultFedBack():
            return _moved(lead, event.transfer, "fed_back")
        case events.FeedbackConfirmed():
            return _moved(lead, event.transfer, "confirmed")
        case events.MilestoneReached():
            leg = lead.transfers[event.transfer - 1]
            return lead.with_transfer(replace(leg, milestone=event.milestone))


def _moved(lead: Lead, serial: int, status: HandOverStatus) -> Lead:
    return lead.with_transfer(replace(lead.transfers[serial - 1], status=status))
