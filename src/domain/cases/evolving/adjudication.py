"""How investigation and adjudication change a case."""

from dataclasses import replace
from typing import Any, Final

from domain.cases import events
from domain.cases.events.adjudication import InvestigationEvent
from domain.cases.state import Case, Person, Sanction, Stage
from domain.ids import PersonId

_STAGES: Final[dict[type[events.CaseEvent], Stage]] = {
    events.AdjudicationReturned: "investigating",
    events.SupplementRequired: "supplementing",
    events.SupplementCompleted: "adjudicating",
    events.ReinvestigationCompleted: "adjudicating",
    events.AdjudicationReported: "reported",
}


def evolve_adjudication(case: Case, event: InvestigationEvent) -> Case:
    """Fold one event of this concern."""
    match event:
        case events.InvestigationSuspended(person=person, ground=ground):
            return _changed(case, person, suspended=ground)
        case events.SuspensionEnded(person=person):
            return _changed(case, person, suspended=None)
        case events.InvestigationRestarted():
            return case
        case events.FactsShown(person=person):
            return _changed(case, person, facts_shown=True)
        case events.SanctionsProposed():
            return replace(case, proposed=True).with_used("sanction")
        case events.Sent(to=to):
            sent = replace(case, stage="sent", adjudicator=to, adjudicators=())
            return sent.with_used("sending")
        case events.AdjudicationAccepted(adjudicators=adjudicators):
            return replace(case, stage="adjudicating", adjudicators=adjudicators)
        case events.AdjudicatorsAssigned(adjudicators=adjudicators):
            return replace(case, adjudicators=adjudicators)
        case events.ReinvestigationRequired():
            return _investigated_anew(case)
        case events.Deliberated():
            return _deliberated(case, event)
        case _:
            return replace(case, stage=_STAGES[type(event)])


def _changed(case: Case, person: PersonId, **changes: Any) -> Case:
    known = case.person(person)
    return case if known is None else case.with_person(replace(known, **changes))


def _investigated_anew(case: Case) -> Case:
    """Facts are put to everybody still open anew (R 217, 226)."""
    persons = tuple(
        replace(each, facts_shown=False) if each.stage == "open" else each for each in case.persons
    )
    return replace(case, stage="reinvestigating", persons=persons)


def _deliberated(case: Case, event: events.Deliberated) -> Case:
    for disposition in event.dispositions:
        known = case.person(disposition.person)
        if known is None:
            continue
        case = case.with_person(
            replace(
                known,
                stage="deliberated",
                disposition=disposition,
                sanctions=(*_standing(known), *_laid(known, event)),
            )
        )
    done = not case.open_persons
    return replace(case, stage="deliberated" if done else case.stage)


def _standing(person: Person) -> tuple[Sanction, ...]:
    return tuple(each for each in person.sanctions if each.status == "decided")


def _laid(person: Person, event: events.Deliberated) -> tuple[Sanction, ...]:
    """The sanctions that begin to climb, each with its chain."""
    return tuple(
        Sanction(
            track=each.track,
            sanction=each.sanction,
            chain=each.chain,
            laid_out=event.occurred.date,
        )
        for each in event.chains
        if each.person == person.person
    )
