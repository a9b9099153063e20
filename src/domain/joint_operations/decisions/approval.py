"""呈批 of a joint operation, along the scheme's route: the decisions, as every family has them."""

from collections.abc import Iterable
from typing import Final

from domain import matters
from domain.approvals import commands as approvals
from domain.approvals.approving import Approving
from domain.context import Context
from domain.joint_operations import events, guards
from domain.joint_operations.account import Account
from domain.joint_operations.state import JointOperation
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointOperation]

ROUTE: Final = "joint-operation"
"""The name of the scheme's route: the leader in charge, unless a city says otherwise."""


def approving(account: Account) -> Approving[JointOperation]:
    """How it is approved: nobody signs who keeps out of what it serves (SL 67, R 299)."""
    return Approving(
        steps=events.STEPS,
        approval=lambda state: state.approval,
        barred=lambda state: matters.kept_out(state.matters, account.context),
    )


def _await_opening(account: Account) -> None:
    """Once it is approved the lead body is to open it."""
    if account.state.stage == "approved":
        account.tell(events.OpeningAwaited(**account.frame()))


def opine(stream: Stream, command: approvals.Opine, context: Context) -> Iterable[Draft]:
    """Sign at the awaited level. Raises `NotYourTurn`, `SignerBarred`, `MandateNotInForce`."""
    account = guards.known(stream, context)
    approving(account).opine(account, command)
    _await_opening(account)
    return account


def cosign(stream: Stream, command: approvals.Cosign, context: Context) -> Iterable[Draft]:
    """会签."""
    account = guards.known(stream, context)
    approving(account).cosign(account, command)
    _await_opening(account)
    return account


def withdraw_submission(
    stream: Stream, command: approvals.WithdrawSubmission, context: Context
) -> Iterable[Draft]:
    """撤回; it may be proposed anew."""
    account = guards.known(stream, context)
    approving(account).withdraw(account, command)
    return account


def record_oral_opinion(
    stream: Stream, command: approvals.RecordOralOpinion, context: Context
) -> Iterable[Draft]:
    """口头同意, to be signed afterwards."""
    account = guards.known(stream, context)
    approving(account).record_oral(account, command)
    _await_opening(account)
    return account


def sign_oral_opinion(
    stream: Stream, _: approvals.SignOralOpinion, context: Context
) -> Iterable[Draft]:
    """补签."""
    account = guards.known(stream, context)
    approving(account).sign_oral(account)
    return account


def sign_paper(stream: Stream, command: approvals.SignPaper, context: Context) -> Iterable[Draft]:
    """Enter a signed paper."""
    account = guards.known(stream, context)
    approving(account).sign_paper(account, command)
    return account


def confirm_paper(
    stream: Stream, command: approvals.ConfirmPaper, context: Context
) -> Iterable[Draft]:
    """A second person confirms it."""
    account = guards.known(stream, context)
    approving(account).confirm_paper(account, command)
    _await_opening(account)
    return account
