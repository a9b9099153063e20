"""呈批 of a recommendation, along the scheme's route; what follows the submitting is as in every family."""

from collections.abc import Iterable
from typing import Final

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
    barred=lambda account: account.state.drafters,
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
