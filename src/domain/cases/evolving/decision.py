"""How approval, decision, execution and setting right change a case."""

from collections.abc import Callable
from dataclasses import replace

from domain.cases import events
from domain.cases.events.decision import DecisionEvent
from domain.cases.state import Case, Recovery, Sanction


def evolve_decision(case: Case, event: DecisionEvent) -> Case:
    """Fold one event of this concern."""
    match event:
        case events.ApprovalAwaited(body=body):
            return replace(case, approvers=tuple(dict.fromkeys((*case.approvers, body))))
        case events.ApprovalGiven():
            return _approved(case, event)
        case events.SanctionDecided(number=number):
            return _on(case, event, lambda it: replace(it, status="decided", number=number))
        case events.PersonDecided(person=person):
            known = case.person(person)
            return case if known is None else case.with_person(replace(known, stage="decided"))
        case events.Decided():
            return replace(case, stage="decided")
        case events.RecoveryOrdered(recovery=serial, amount=amount):
            order = Recovery(serial=serial, ordered=amount)
            return replace(case, recoveries=(*case.recoveries, order))
        case events.RecoveryRecorded(recovery=serial, total=total):
            recoveries = tuple(
                replace(each, received=total) if each.serial == serial else each
                for each in case.recoveries
            )
            return replace(case, recoveries=recoveries)
        case events.RecoveryCompleted() | events.ApprovalWithdrawn():
            return case
        case events.TransferredToProcuratorate(person=person):
            known = case.person(person)
            return case if known is None else case.with_person(replace(known, transferred=True))
        case _:
            return _sanction(case, event)


def _sanction(
    case: Case,
    event: events.DecisionServed
    | events.ExecutionReported
    | events.SanctionCorrected
    | events.SanctionAnnulled,
) -> Case:
    match event:
        case events.DecisionServed():
            return _on(case, event, lambda it: replace(it, served_on=event.occurred.date))
        case events.ExecutionReported():
            return _on(case, event, lambda it: replace(it, executed=True))
        case events.SanctionCorrected(sanction=right):
            return _on(case, event, lambda it: replace(it, sanction=right))
        case events.SanctionAnnulled():
            return _on(case, event, lambda it: replace(it, status="annulled"))


def _on(case: Case, event: events.SanctionEvent, change: Callable[[Sanction], Sanction]) -> Case:
    """The case with the sanction changed that an event is about."""
    person = case.person(event.person)
    known = None if person is None else person.sanction(event.track)
    if person is None or known is None:
        return case
    return case.with_person(person.with_sanction(change(known)))


def _approved(case: Case, event: events.ApprovalGiven) -> Case:
    """One step higher; or back to whoever deliberated, for this person."""
    if event.opinion == "agree":
        return _on(case, event, _climbed)
    person = case.person(event.person)
    if person is None:
        return case
    standing = tuple(each for each in person.sanctions if each.status == "decided")
    opened = replace(person, stage="open", disposition=None, sanctions=standing)
    return replace(case.with_person(opened), stage="reported")


def _climbed(sanction: Sanction) -> Sanction:
    return sanction if sanction.at_last_step else replace(sanction, step=sanction.step + 1)
