"""How a lead assessment meeting changes a lead."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.meeting import MeetingEvent, ResolutionEvent
from domain.leads.state import Lead, Resolution


def evolve_meeting(lead: Lead, event: MeetingEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Tabled():
            return replace(lead, tabled=event.meeting)
        case events.Untabled():
            again = _standing(event) if event.asks == "tabling" else lead.resolution
            return replace(lead, tabled=None, resolution=again, deferred=None)
        case events.DisposalResolved():
            return replace(lead, tabled=None, resolution=_standing(event), deferred=None)
        case events.ResolutionPassedOn():
            return replace(lead, resolution=_standing(event))
        case events.ResolutionMet() if event.asks == "tabling":
            return replace(lead, resolution=None, deferred=_standing(event))
        case _:
            return replace(lead, resolution=None)


def _standing(event: ResolutionEvent) -> Resolution:
    return Resolution(
        meeting=event.meeting,
        convener=event.convener,
        way=event.way,
        asks=event.asks,
        owner=event.owner,
        due=event.due,
    )
