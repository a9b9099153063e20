"""What a review looks at: a lead or a case, closed or running; what is found in it by itself."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from domain.cases import guards as cases
from domain.cases.state import CLOSED, Case
from domain.context import Context
from domain.ids import ObligationId, PartyId, PersonId, StreamId, family_of
from domain.leads import guards as leads
from domain.leads.state import Lead
from domain.obligations.state import Obligation
from domain.scheme_scoring import Criterion, Fault, Scoring
from domain.streams import StreamState

REVIEWED: Final = ("lead", "case")
"""The families whose matters are reviewed."""


class Detected(NamedTuple):
    """A fault found by itself: by which criterion, and what is overdue, if that is it."""

    criterion: Criterion
    fault: Fault
    obligation: ObligationId | None = None


def known_to(subject: StreamState[Any], body: PartyId, context: Context) -> bool:
    """Whether the matter exists, and the body is concerned with it."""
    family = context.catalogue.family.get(family_of(subject.stream))
    begun = family is not None and subject.state != family.initial
    return begun and any(body in circle for circle in subject.circles.values())


def keeping_out(subject: StreamId | None, context: Context) -> tuple[PersonId, ...]:
    """Who learns nothing of a review: those the matter names, and those recused from it (SL 67, R 299)."""
    if subject is None:
        return ()
    state = context.streams[subject].state
    match state:
        case Lead():
            return (*leads.named(state, context), *leads.recused(state, context))
        case Case():
            return (*cases.named(state, context), *cases.recused(state, context))
        case _:
            return ()


def ended(state: Any) -> bool:
    """Whether a matter under review has come to an end."""
    match state:
        case Lead():
            return state.ended
        case Case():
            return state.stage in CLOSED
        case _:
            return False


def handling(subject: StreamId, context: Context) -> tuple[PersonId, ...]:
    """Who handles or handled the matter, and so does not review it (R 289)."""
    state = context.streams[subject].state
    match state:
        case Lead():
            return state.handlers if state.keeper is None else (*state.handlers, state.keeper)
        case Case():
            return cases.investigators(state, context)
        case _:
            return ()


def detected(subject: StreamState[Any], body: PartyId, scoring: Scoring) -> Iterator[Detected]:
    """What is overdue, sent back, or not signed in time, as the matter stands (mechanism 6).

    What a criterion claims by its ``causes`` is found by that criterion alone.
    """
    late = [
        owed
        for owed in subject.obligations.values()
        if owed.owner == body and owed.status == "overdue"
    ]
    claimed = {cause for each in scoring.criteria.values() for cause in each.causes}
    for criterion in scoring.criteria.values():
        if criterion.detects == "returned" and _sent_back(subject.state, body):
            yield Detected(criterion, "returned")
        elif criterion.detects in ("overdue", "signature_missing"):
            for owed in late:
                if _falls_under(criterion, owed, claimed):
                    yield Detected(criterion, criterion.detects, owed.id)


def _falls_under(criterion: Criterion, owed: Obligation, claimed: set[str]) -> bool:
    cause = owed.arisen.cause
    return cause in criterion.causes if criterion.causes else cause not in claimed


def _sent_back(state: Any, body: PartyId) -> bool:
    """Whether what the body handed in of the matter came back and was not handed in again."""
    match state:
        case Lead(submission=submission) if submission is not None:
            return submission.status == "returned" and submission.party == body
        case Case(handling_party=party):
            return state.came_back and party == body
        case _:
            return False
