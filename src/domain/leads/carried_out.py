"""What an event of a lead makes of the resolution that stands on it: met, departed from, passed on."""

from collections.abc import Iterator
from typing import Any, Final

from domain.leads import events
from domain.leads.events.meeting import ResolutionEvent
from domain.leads.state import Lead, Resolution
from domain.leads.values import SHELVED
from domain.model import Event

_REPORTS: Final = (
    events.AppropriateInquiryReported,
    events.VerificationReported,
    events.OutcomeProposed,
    events.ShelvingReviewed,
    events.CaseFiled,
    events.Transferred,
)
"""What brings the way in hand to its report, or carries it out."""

REOPENED: Final = "reopened"
"""What was decided where a shelved lead is taken up although it was to stay shelved."""

Told = tuple[type[ResolutionEvent], dict[str, Any]]


def follows(event: Event, lead: Lead) -> Iterator[Told]:
    """Give the events that follow for the standing resolution, as type and fields; ``lead`` is after it."""
    standing = lead.resolution
    if standing is None:
        return
    match event:
        case events.DisposalApproved() | events.OutcomeApproved():
            yield _decided(standing, event.way)
        case events.Reopened() if standing.way == SHELVED:
            yield _decided(standing, REOPENED)
        case events.Allocated() | events.Reallocated():
            if event.handling_party != standing.owner:
                yield events.ResolutionPassedOn, fields(standing) | {"owner": event.handling_party}
        case events.Tabled() if standing.asks == "tabling":
            yield events.ResolutionMet, fields(standing)
        case _:
            if standing.asks == "report" and isinstance(event, _REPORTS):
                yield events.ResolutionMet, fields(standing)


def _decided(standing: Resolution, way: str) -> Told:
    if way == standing.way:
        return events.ResolutionMet, fields(standing)
    return events.ResolutionDepartedFrom, fields(standing) | {"decided": way}


def fields(resolution: Resolution) -> dict[str, Any]:
    """The fields that every event about a resolution has."""
    return {name: getattr(resolution, name) for name in Resolution.__dataclass_fields__}
