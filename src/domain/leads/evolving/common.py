"""What several concerns need to fold a lead."""

from dataclasses import replace
from typing import TypeVar

from domain.ids import PersonId
from domain.leads import events
from domain.leads.state import Course, Lead, Pending
from domain.submission import Submission

T = TypeVar("T")


def each_once(items: tuple[T, ...], item: T | None) -> tuple[T, ...]:
    """The items and one more, each once; nothing more for None."""
    return items if item is None or item in items else (*items, item)


def kept_out(lead: Lead, persons: tuple[PersonId, ...]) -> Lead:
    """The lead with these persons recused: they handle and keep it no longer."""
    return replace(
        lead,
        recused=tuple(dict.fromkeys((*lead.recused, *persons))),
        handlers=tuple(person for person in lead.handlers if person not in persons),
        keeper=None if lead.keeper in persons else lead.keeper,
    )


def opened(
    lead: Lead,
    event: events.AllocationProposed
    | events.ReallocationProposed
    | events.DisposalProposed
    | events.OutcomeProposed,
    pending: Pending,
) -> Lead:
    """The lead with a submission under way, and what it asks for."""
    submission = Submission(route=event.route, party=event.submitted_by, submitter=event.submitter)
    return replace(lead, submission=submission, pending=pending)


def set_out_anew(lead: Lead) -> Lead:
    """Who handled it before leaves no trace in who handles and approves from now on."""
    return replace(
        lead,
        handlers=(),
        keeper=None,
        submission=None,
        pending=None,
        awaited=(),
        approvers=(),
        route=None,
        disposal=None,
        course=Course(),
    )
