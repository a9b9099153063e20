"""The submission (呈批) of a disposal or an outcome: the commands."""

from dataclasses import dataclass

from domain.approvals.commands import (
    ConfirmPaper,
    Cosign,
    Opine,
    RecordOralOpinion,
    SignOralOpinion,
    SignPaper,
    WithdrawSubmission,
)
from domain.leads.values import Disposal
from domain.model import Command, Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDisposal(Command):
    """处置意见和方案: propose the way and its plan, and submit them for approval (R 204, RD 21)."""

    disposal: Disposal
    plan: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeOutcome(Command):
    """Propose what follows from a way taken; approved by the same route as its start (R 207)."""

    disposal: Disposal
    report: Personal


__all__ = [
    "ConfirmPaper",
    "Cosign",
    "Opine",
    "ProposeDisposal",
    "ProposeOutcome",
    "RecordOralOpinion",
    "SignOralOpinion",
    "SignPaper",
    "WithdrawSubmission",
]
