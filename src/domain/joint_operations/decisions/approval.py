"""呈批 of a joint operation, along the scheme's route; what follows the submitting is as in every family."""

from typing import Final

from domain import matters
from domain.account import Account
from domain.approvals.approving import Approving
from domain.ids import PersonId
from domain.joint_operations import events
from domain.joint_operations.state import JointOperation

ROUTE: Final = "joint-operation"
"""The name of the scheme's route: the leader in charge, unless a city says otherwise."""


def _kept_out(account: Account[JointOperation]) -> tuple[PersonId, ...]:
    """Nobody signs who keeps out of what it serves (SL 67, R 299)."""
    return matters.kept_out(account.state.matters, account.context)


def _await_opening(account: Account[JointOperation]) -> None:
    """Once it is approved the lead body is to open it."""
    proposer, lead_body = account.state.proposer, account.state.lead_body
    account.tell(events.OpeningAwaited(**account.plain(), proposer=proposer, lead_body=lead_body))


APPROVING: Final[Approving[JointOperation]] = Approving(
    steps=events.STEPS,
    approval=lambda state: state.approval,
    barred=_kept_out,
    then=_await_opening,
)
