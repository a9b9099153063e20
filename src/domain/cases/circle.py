"""Whom an event of a case concerns: the circle as it stands after the event.

Defaults of DOMAIN.md §4 (R 299; PGR 4). The file is for who handles it, who adjudicates once it was
sent there, and the discipline bodies of its approval chains once their turn comes; case supervision
and the commission that dispatched the group learn the status only. A sheet of the sign-off goes with
the case. A body of a chain learns what it is asked, a Party organisation the decision served on it:
neither sees the file.
"""

from domain.cases import events
from domain.cases.state import Case
from domain.ids import PartyId
from domain.jurisdiction import Jurisdiction
from domain.leads.circle import DISCIPLINE_BODIES, OWN_REGISTER, case_supervision
from domain.model import Concerns, Event


def concerns(event: Event, case: Case, jurisdiction: Jurisdiction) -> Concerns:
    """Whom ``event`` concerns; ``case`` is the state after it."""
    match event:
        case events.SignOffEvent(sheet=serial):
            sheet = case.sheet(serial)
            beside = () if sheet is None else sheet.forwarded_to
            reviewer = None if sheet is None or sheet.reviewer is None else sheet.reviewer.party
            return Concerns(
                parties=_once(case.handling_party, reviewer, *beside),
                visibility=f"case_sign_off:{serial}",
            )
        case events.ApprovalEvent(body=body):
            return Concerns(
                parties=_once(case.handling_party, case.adjudicator, body),
                visibility=f"case_approval:{body}",
            )
        case events.DecisionServed(organ=organ) | events.ExecutionReported(organ=organ):
            return Concerns(
                parties=_once(case.handling_party, organ), visibility=f"case_decision:{organ}"
            )
        case _:
            inside = insiders(case, jurisdiction)
            return Concerns(
                parties=inside,
                visibility="case",
                observers=tuple(
                    party for party in _watching(case, jurisdiction) if party not in inside
                ),
            )


def insiders(case: Case, jurisdiction: Jurisdiction) -> tuple[PartyId, ...]:
    """The parties concerned with the file."""
    own = (*DISCIPLINE_BODIES, *OWN_REGISTER)
    approvers = (body for body in case.approvers if jurisdiction.party(body).kind in own)
    return _once(case.handling_party, case.adjudicator, *approvers, *case.recusal_deciders)


def _watching(case: Case, jurisdiction: Jurisdiction) -> tuple[PartyId, ...]:
    """Who learns how it stands: case supervision, and the commission that dispatched the group."""
    office = case_supervision(case.handling_party, jurisdiction)
    return _once(office, jurisdiction.founding_party)


def _once(*parties: PartyId | None) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in parties if party is not None))
