"""How a submission on a lead climbs: opened, awaited, signed, decided – whatever it asks for."""

from typing import Any

from domain.ids import PartyId, PersonId
from domain.leads import events, guards
from domain.leads.account import Account
from domain.leads.decisions import effects
from domain.leads.state import Lead
from domain.leads.values import Matter
from domain.model import Occurred
from domain.submission import (
    Mandate,
    NoRoute,
    NoSubmission,
    Opinion,
    Route,
    Seat,
    Signers,
    Submission,
)

ALLOCATION_ROUTE = "lead-allocation"
DISPOSAL_ROUTE = "lead-disposal"
DISPOSAL_BY_APPROVAL_ROUTE = "lead-disposal-by-approval"
"""Where the handling party may handle such persons by approval only (DOMAIN.md §1.16)."""


def opening(account: Account, matter: Matter) -> dict[str, Any]:
    """The fields of the event that opens a submission: what, by whom, along which route."""
    return {
        "matter": matter,
        "submitted_by": account.context.acting,
        "submitter": account.context.actor,
        "route": _route(account, matter),
    }


def _route(account: Account, matter: Matter) -> Route:
    """The route of a matter for the acting party; an outcome climbs as its start did (R 207)."""
    lead, party = account.lead, account.jurisdiction.party(account.context.acting)
    match matter:
        case "allocation" | "reallocation":
            name = ALLOCATION_ROUTE
        case "disposal":
            answer = guards.competence(account, party.code, lead.subjects)
            name = DISPOSAL_ROUTE if answer == "competent" else DISPOSAL_BY_APPROVAL_ROUTE
        case "outcome":
            if lead.route is not None:
                return lead.route
            name = DISPOSAL_ROUTE
    found = account.scheme.route(name, submitter=party)
    if found is None or not found.levels:
        raise NoRoute(route=name, party=party.code)
    return found


def signers(account: Account, lead: Lead | None = None) -> Signers:
    """Who may sign about a lead on the day of the act.

    Barred are its handlers, who ever was lent to them, the group that verifies, who submitted, and
    whoever must keep out of the lead (approver ≠ handler: R 77, 222, 289; SL 67).
    """
    context = account.context
    standing = lead or account.lead
    involved, lent = _involved(standing), context.jurisdiction.ever_lent(account.stream)
    return Signers(
        holders=lambda seat: context.jurisdiction.holders(
            seat.party, (seat.role,), context.occurred.date
        ),
        barred=lambda person: (
            guards.is_any(person, (*involved, *lent), context)
            or guards.barred(person, standing, context)
        ),
        on_paper=lambda party: not context.jurisdiction.party(party).on_system,
    )


def _involved(lead: Lead) -> tuple[PersonId, ...]:
    pending, submission = lead.pending, lead.submission
    proposed = () if pending is None else pending.handlers
    groups = (
        disposal.group
        for disposal in (lead.disposal, None if pending is None else pending.disposal)
        if disposal is not None
    )
    submitter = () if submission is None else (submission.submitter,)
    return (*lead.handlers, *proposed, *submitter, *(one for group in groups for one in group))


def await_next(account: Account) -> None:
    """Say whose signature is awaited now, or that nobody may sign."""
    submission = account.lead.climbing
    if submission is None:
        return
    awaited = signers(account).awaited(submission)
    if not awaited:
        account.tell(events.SubmissionStuck(**_step(account, submission), level=submission.level))
    for level, seat in awaited:
        if (level, seat) not in account.lead.awaited:
            account.tell(
                events.SignatureAwaited(
                    **_step(account, submission),
                    level=level,
                    signer_party=seat.party,
                    signer_role=seat.role,
                )
            )


def await_again(account: Account) -> None:
    """Say it anew where the guards now let others sign than before (a recusal, other handlers)."""
    submission = account.lead.climbing
    if submission is None:
        return
    awaited = signers(account).awaited(submission)
    if set(awaited) != set(account.lead.awaited):
        await_next(account)


def _step(
    account: Account, submission: Submission, occurred: Occurred | None = None
) -> dict[str, Any]:
    matter = "allocation" if account.lead.pending is None else account.lead.pending.matter
    return {
        **account.frame(occurred=occurred),
        "matter": matter,
        "submitted_by": submission.party,
    }


def climbing(account: Account) -> Submission:
    """The submission under way; raises `NoSubmission`."""
    if account.lead.climbing is None:
        raise NoSubmission
    return account.lead.climbing


def step(account: Account, occurred: Occurred | None = None) -> dict[str, Any]:
    """The fields of an event about the submission under way."""
    return _step(account, climbing(account), occurred)


def turn(account: Account, party: str) -> tuple[int, Seat]:
    """The level whose opinion is awaited, if it is the party's turn; raises `NotYourTurn`."""
    return signers(account).turn(climbing(account), PartyId(party), account.context.actor)


def opine(account: Account, opinion: Opinion, *, text: str | None, mandate: Mandate | None) -> None:
    """Give the opinion of the awaited level as the actor, and go on from it."""
    context = account.context
    level, seat = turn(account, context.acting)
    signers(account).check(seat, context.actor, mandate=mandate, on=context.occurred.date)
    account.tell(
        events.OpinionGiven(
            **step(account),
            level=level,
            signer=context.actor,
            signer_party=seat.party,
            opinion=opinion,
            text=text,
            mandate=mandate,
        )
    )
    settle(account, seat.party)


def settle(account: Account, by: PartyId, occurred: Occurred | None = None) -> None:
    """What follows from the opinion of a party: the next level is awaited, or it is decided.

    ``occurred`` is the day of the opinion where that is not the day of the act (a signed paper).
    """
    submission, pending = account.lead.submission, account.lead.pending
    if submission is None or pending is None:
        return
    match submission.status:
        case "climbing":
            await_next(account)
        case "returned":
            account.tell(
                events.SubmissionReturned(
                    **_step(account, submission, occurred),
                    returned_by=by,
                )
            )
        case "approved":
            effects.carry(account, pending, occurred)
        case "withdrawn":
            pass
