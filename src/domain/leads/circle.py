"""Whom an event of a lead concerns: the circle as it stands after the event.

Defaults of DOMAIN.md §4 (R 299, RC 15 and 47): the content is for who holds and who handles the lead,
the approvers reached so far, and case supervision; senders and the office that supervises a
stationed group learn the status. A hand-over concerns its two ends only, reporter and duplicates have
circles of their own. That a department found it, or that a part came back to it, tells it what it has to hand
over: its liaison reads that.
"""

from collections.abc import Iterable

from domain.ids import PartyId
from domain.jurisdiction import Jurisdiction
from domain.leads import events
from domain.leads.state import Lead
from domain.model import Concerns, Event
from domain.scheme import PartyKind

OWN_REGISTER: tuple[PartyKind, ...] = ("countyCommission",)
"""A county commission is a party of the city for joint work, with a register of its own."""

DISCIPLINE_BODIES: tuple[PartyKind, ...] = (
    "commission",
    "generalOffice",
    "caseSupervisionOffice",
    "petitionsOffice",
    "supervisionOffice",
    "investigationOffice",
    "adjudicationOffice",
    "stationedGroup",
    "dispatchedBody",
    "workCommittee",
    "inspectionOffice",
    "inspectionTeam",
)
"""The commission's own line: what they hold, its case supervision office manages (R 198, RD 23)."""


def concerns(event: Event, lead: Lead, jurisdiction: Jurisdiction) -> Concerns:
    """Whom ``event`` concerns; ``lead`` is the state after it."""
    match event:
        case events.Referred():
            return Concerns(parties=(event.from_party,), visibility="referral")
        case events.Found(department=department):
            parties = _once(department, lead.holder)
            return Concerns(parties=parties, visibility="transfer:0")
        case events.PartRefused(holder=sender):
            return Concerns(parties=(sender,), visibility="transfer:0")
        case events.TransferEvent():
            return Concerns(
                parties=_once(event.from_party, event.to_party),
                visibility=f"transfer:{event.transfer}",
            )
        case events.ReporterRecorded() | events.ReporterNotified() | events.ReporterAccessGranted():
            granted = () if lead.confidence is None else lead.confidence.granted_to
            return Concerns(parties=_once(event.kept_by, *granted), visibility="reporter")
        case (
            events.DuplicateSuspected() | events.DuplicateConfirmed() | events.DuplicateDismissed()
        ):
            return Concerns(parties=(event.case_supervision,), visibility="duplicate")
        case _:
            return of_lead(lead, jurisdiction)


def of_lead(lead: Lead, jurisdiction: Jurisdiction) -> Concerns:
    """Whom the lead itself concerns: its content, and its status."""
    return Concerns(
        parties=insiders(lead, jurisdiction),
        visibility="lead",
        observers=_observers(lead, jurisdiction),
    )


def insiders(lead: Lead, jurisdiction: Jurisdiction) -> tuple[PartyId, ...]:
    """The parties concerned with the content of a lead."""
    return _once(
        lead.holder,
        lead.addressee,
        case_supervision(lead.holder, jurisdiction),
        lead.handling_party,
        *lead.approvers,
        *lead.recusal_deciders,
        *(signature.party for signature in lead.owed_signatures),
    )


def _observers(lead: Lead, jurisdiction: Jurisdiction) -> tuple[PartyId, ...]:
    """Who learns the status only: senders, and the office linked to a stationed group."""
    offices = (
        jurisdiction.party(party).supervising_office
        for party in (lead.holder, lead.handling_party)
        if party is not None
    )
    inside = insiders(lead, jurisdiction)
    return tuple(party for party in _once(*lead.senders, *offices) if party not in inside)


def case_supervision(party: PartyId | None, jurisdiction: Jurisdiction) -> PartyId | None:
    """Who manages what ``party`` holds: the case supervision office, or a county itself.

    None for a department or a unit: what it found is not the commission's before it hands it over.
    """
    if party is None:
        return None
    kind = jurisdiction.party(party).kind
    if kind in OWN_REGISTER:
        return party
    if kind not in DISCIPLINE_BODIES:
        return None
    offices = (
        other.code
        for other in jurisdiction.parties.values()
        if other.kind == "caseSupervisionOffice"
    )
    return next(offices, None)


def is_discipline_body(party: PartyId, jurisdiction: Jurisdiction) -> bool:
    """Whether a party is of the commission's own line, or a county commission (DOMAIN.md §1.15)."""
    return jurisdiction.party(party).kind in (*DISCIPLINE_BODIES, *OWN_REGISTER)


def _once(*parties: PartyId | None) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in _present(parties)))


def _present(parties: Iterable[PartyId | None]) -> Iterable[PartyId]:
    return (party for party in parties if party is not None)
