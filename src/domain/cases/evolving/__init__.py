"""How each event changes a case: total over the events, one module per concern."""

from domain.cases.events.adjudication import InvestigationEvent
from domain.cases.events.decision import DecisionEvent
from domain.cases.events.filing import FilingEvent
from domain.cases.events.sign_off import SignOffEvent
from domain.cases.evolving.adjudication import evolve_adjudication
from domain.cases.evolving.decision import evolve_decision
from domain.cases.evolving.filing import evolve_filing
from domain.cases.evolving.sign_off import evolve_sign_off
from domain.cases.state import Case
from domain.model import Event


def evolve(case: Case, event: Event) -> Case:
    """Fold one event into a case. An event of another family is a fault of the log: `TypeError`."""
    if isinstance(event, FilingEvent):
        return evolve_filing(case, event)
    if isinstance(event, SignOffEvent):
        return evolve_sign_off(case, event)
    if isinstance(event, InvestigationEvent):
        return evolve_adjudication(case, event)
    if isinstance(event, DecisionEvent):
        return evolve_decision(case, event)
    raise TypeError(f"not an event of cases: {type(event).__name__}")
