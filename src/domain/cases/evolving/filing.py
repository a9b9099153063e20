"""How opening, filing and setting right change a case."""

from dataclasses import replace

from domain.cases import events
from domain.cases.events.filing import FilingEvent
from domain.cases.state import Case, Person, each_once
from domain.ids import PersonId


def evolve_filing(case: Case, event: FilingEvent) -> Case:
    """Fold one event of this concern."""
    match event:
        case events.Opened():
            return _opened(event)
        case events.Filed():
            filed = replace(case, stage="investigating", number=event.number)
            return replace(filed, filed=event.occurred.date).with_used("filing")
        case events.HandlersAssigned(handlers=handlers, keeper=keeper):
            handled = each_once(case.handled, (*handlers, keeper))
            return replace(case, handlers=handlers, keeper=keeper, handled=handled)
        case events.RecusalDeclared() | events.RecusalDecided():
            return _recusing(case, event)
        case events.Withdrawn():
            return replace(case, stage="withdrawn")
        case events.WithdrawalReported():
            return case
        case events.Archived():
            return replace(case, stage="archived")
        case events.Corrected():
            return _corrected(case, event)
        case events.Annulled():
            return replace(case, stage="annulled")


def _opened(event: events.Opened) -> Case:
    people = (*event.handlers, event.keeper)
    return Case(
        stage="opened",
        handling_party=event.handling_party,
        leads=event.leads,
        persons=tuple(
            Person(
                person=each.person,
                posts=each.posts,
                party_member=each.party_member,
                public_official=each.public_official,
            )
            for each in event.persons
        ),
        handlers=event.handlers,
        keeper=event.keeper,
        handled=each_once((), people),
    )


def _recusing(case: Case, event: events.RecusalDeclared | events.RecusalDecided) -> Case:
    match event:
        case events.RecusalDeclared(person=person, decided_by=decider):
            deciders = case.recusal_deciders if decider is None else (decider,)
            return replace(
                case,
                recusals_asked=each_once(case.recusals_asked, (person,)),
                recusal_deciders=tuple(dict.fromkeys((*case.recusal_deciders, *deciders))),
            )
        case events.RecusalDecided(person=person, granted=granted):
            asked = tuple(each for each in case.recusals_asked if each != person)
            case = replace(case, recusals_asked=asked)
            return _kept_out(case, person) if granted else case


def _kept_out(case: Case, person: PersonId) -> Case:
    """Who is recused handles, keeps and adjudicates no longer."""
    return replace(
        case,
        recused=each_once(case.recused, (person,)),
        handlers=tuple(each for each in case.handlers if each != person),
        keeper=None if case.keeper == person else case.keeper,
        adjudicators=tuple(each for each in case.adjudicators if each != person),
    )


def _corrected(case: Case, event: events.Corrected) -> Case:
    person = None if event.person is None else case.person(event.person)
    if person is None or event.posts is None:
        return case
    return case.with_person(replace(person, posts=event.posts))
