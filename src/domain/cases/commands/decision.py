"""Approval, decision, execution, and setting a sanction right: the commands."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge

from domain.cases.values import Meeting, RecoveryKind, Track
from domain.ids import PersonId
from domain.model import Code, Command, Fen, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveApproval(Command):
    """A body decides collectively on the step of the chain that awaits it (PS 5; PGR 3)."""

    person: PersonId
    track: Track
    opinion: Literal["agree", "return"]
    meeting: Meeting
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeDecision(Command):
    """处分决定送达: to the person and to the organ that manages the deciding post (R 233)."""

    person: PersonId
    track: Track
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportExecution(Command):
    """处分决定执行: announced, entered in the file, pay and post adjusted (R 233)."""

    person: PersonId
    track: Track
    announced: bool
    report: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRecovery(Command):
    """Order that money is confiscated, recovered or given back (R 240)."""

    person: PersonId
    kind: RecoveryKind
    amount: Fen
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRecovery(Command):
    """Money came in on an order; it is complete once all of it is there."""

    recovery: Serial
    amount: Annotated[int, Ge(1)]
    receipt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferToProcuratorate(Command):
    """移送检察机关: for a person for whom it was decided."""

    person: PersonId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectSanction(Command):
    """更正: a sanction was entered wrongly; the right one has to have the same approval chain."""

    person: PersonId
    track: Track
    sanction: Code
    reason: Text
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulSanction(Command):
    """撤销处分: it no longer counts; its number is kept."""

    person: PersonId
    track: Track
    reason: Text
    document: Text
    approved_by: PersonId
