"""What can be done with a submission that is under way: the actions, the same in each family."""

from typing import Final, TypeVar

from domain.account import Known, by_step
from domain.approvals import commands
from domain.approvals.approving import Approving
from domain.mending import APPROVER
from domain.registry import Action

S = TypeVar("S")

OTHER: Final = "person/44444444-4444-4444-8444-444444444444"


def actions(approving: Approving[S], known: Known[S]) -> tuple[Action, ...]:
    """A family's actions of approval, from the opinion to the confirmed paper; it submits in its own way."""
    return (*_opinions(approving, known), *_by_other_means(approving, known))


def _opinions(approving: Approving[S], known: Known[S]) -> tuple[Action, ...]:
    return (
        Action(
            name="opine",
            command=commands.Opine,
            decide=by_step(known, approving.opine),
            zh="批示",
            en="give an opinion",
            example={"opinion": "agree"},
        ),
        Action(
            name="cosign",
            command=commands.Cosign,
            decide=by_step(known, approving.cosign),
            zh="会签",
            en="co-sign",
            example={"opinion": "agree"},
        ),
        Action(
            name="withdraw_submission",
            command=commands.WithdrawSubmission,
            decide=by_step(known, approving.withdraw),
            zh="撤回呈批",
            en="withdraw the submission",
            example={"reason": "补充材料"},
        ),
    )


def _by_other_means(approving: Approving[S], known: Known[S]) -> tuple[Action, ...]:
    """By word of mouth and on paper."""
    return (
        Action(
            name="record_oral_opinion",
            command=commands.RecordOralOpinion,
            decide=by_step(known, approving.record_oral),
            zh="登记口头意见",
            en="record an oral opinion",
            example={"signer": APPROVER, "opinion": "agree", "heard_by": OTHER},
        ),
        Action(
            name="sign_oral_opinion",
            command=commands.SignOralOpinion,
            decide=by_step(known, approving.sign_oral),
            zh="补签口头意见",
            en="sign an oral opinion",
            example={},
        ),
        Action(
            name="sign_paper",
            command=commands.SignPaper,
            decide=by_step(known, approving.sign_paper),
            zh="录入纸质签批",
            en="enter a signed paper",
            example={"signer": APPROVER, "opinion": "agree", "scan": "a" * 64},
        ),
        Action(
            name="confirm_paper",
            command=commands.ConfirmPaper,
            decide=by_step(known, approving.confirm_paper),
            zh="核对纸质签批",
            en="confirm a signed paper",
            example={"scan": "a" * 64},
        ),
    )
