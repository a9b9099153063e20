"""呈批 of a recommendation, along the scheme's route: the decisions, as every family has them."""

from collections.abc import Iterable
from typing import Final

from domain.approvals import commands as approvals
from domain.approvals.approving import Approving
from domain.context import Context
from domain.model import Draft
from domain.recommendations import commands, events, guards
from domain.recommendations.state import Recommendation
from domain.streams import StreamState

Stream = StreamState[Recommendation]

ROUTE: Final = "recommendation"
"""The name of the scheme's route."""

APPROVING: Final[Approving[Recommendation]] = Approving(
    steps=events.STEPS,
    approval=lambda state: state.approval,
    barred=lambda state: state.drafters,
)


def submit_for_approval(
    stream: Stream, _: commands.SubmitForApproval, context: Context
) -> Iterable[Draft]:
    """Submit the draft; who did not answer by its day is not waited for.

    Raises `ConsultationPending`, `NoRoute`.
    """
    account = guards.inside(stream, context)
    guards.at(account, "drafted")
    guards.by_issuer(account)
    guards.consulted(account)
    for department in account.state.unanswered:
        account.tell(
            events.ConsultationClosed(
                **account.plain(), issuer=account.acting, department=department
            )
        )
    APPROVING.submit(account, ROUTE)
    return account


def opine(stream: Stream, command: approvals.Opine, context: Context) -> Iterable[Draft]:
    """Sign at the awaited level; who drafted it cannot (R 289)."""
    account = guards.inside(stream, context)
    APPROVING.opine(account, command)
    return account


def cosign(stream: Stream, command: approvals.Cosign, context: Context) -> Iterable[Draft]:
    """会签."""
    account = guards.inside(stream, context)
    APPROVING.cosign(account, command)
    return account


def withdraw_submission(
    stream: Stream, command: approvals.WithdrawSubmission, context: Context
) -> Iterable[Draft]:
    """撤回; it may be written anew."""
    account = guards.inside(stream, context)
    APPROVING.withdraw(account, command)
    return account


def record_oral_opinion(
    stream: Stream, command: approvals.RecordOralOpinion, context: Context
) -> Iterable[Draft]:
    """口头同意, to be signed afterwards."""
    account = guards.inside(stream, context)
    APPROVING.record_oral(account, command)
    return account


def sign_oral_opinion(
    stream: Stream, _: approvals.SignOralOpinion, context: Context
) -> Iterable[Draft]:
    """补签."""
    account = guards.inside(stream, context)
    APPROVING.sign_oral(account)
    return account


def sign_paper(stream: Stream, command: approvals.SignPaper, context: Context) -> Iterable[Draft]:
    """Enter a signed paper."""
    account = guards.inside(stream, context)
    APPROVING.sign_paper(account, command)
    return account


def confirm_paper(
    stream: Stream, command: approvals.ConfirmPaper, context: Context
) -> Iterable[Draft]:
    """A second person confirms it."""
    account = guards.inside(stream, context)
    APPROVING.confirm_paper(account, command)
    return account
