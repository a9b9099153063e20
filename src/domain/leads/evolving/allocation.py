"""How allocation and recusal change a lead."""

from dataclasses import replace

from domain.ids import PartyId
from domain.leads import events
from domain.leads.events.allocation import AllocationEvent
from domain.leads.evolving.common import each_once, kept_out, opened, set_out_anew
from domain.leads.state import Lead, Pending
from domain.leads.values import Matter
from domain.submission import Submission


def evolve_allocation(lead: Lead, event: AllocationEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.AllocationProposed():
            return opened(lead, event, _allocating(event, "allocation"))
        case events.ReallocationProposed():
            return opened(lead, event, _allocating(event, "reallocation"))
        case events.Allocated() | events.Reallocated():
            return replace(
                set_out_anew(lead),
                stage="allocated",
                handlers=event.handlers,
                keeper=event.keeper,
                approvers=_signers(lead.submission),
            )
        case events.AllocationReturned():
            return replace(set_out_anew(lead), stage="registered")
        case events.Acknowledged():
            return replace(lead, stage="acknowledged", handlers=event.handlers, keeper=event.keeper)
        case events.HandlersAssigned():
            return replace(lead, handlers=event.handlers, keeper=event.keeper)
        case events.RecusalDeclared():
            return replace(
                lead,
                recusals_asked=each_once(lead.recusals_asked, event.person),
                recusal_deciders=each_once(lead.recusal_deciders, event.decided_by),
            )
        case events.RecusalDecided():
            return _recusal_decided(lead, event)


def _recusal_decided(lead: Lead, event: events.RecusalDecided) -> Lead:
    asked = tuple(person for person in lead.recusals_asked if person != event.person)
    lead = lead if asked else replace(lead, recusal_deciders=())
    if not event.granted:
        return replace(lead, recusals_asked=asked)
    return kept_out(replace(lead, recusals_asked=asked), (event.person,))


def _allocating(
    event: events.AllocationProposed | events.ReallocationProposed, matter: Matter
) -> Pending:
    return Pending(
        matter=matter, party=event.proposed_party, handlers=event.handlers, keeper=event.keeper
    )


def _signers(submission: Submission | None) -> tuple[PartyId, ...]:
    signatures = () if submission is None else submission.signatures
    return tuple(dict.fromkeys(signature.party for signature in signatures))
