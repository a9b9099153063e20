"""What parties do with a work report (工作报告): submit, return, accept, circulate, acknowledge."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.figures import Period
from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text, Value

Kind = Literal["monthly", "quarterly", "half_yearly", "topical"]
"""月度通报 · 季度报告 · 半年报告 · 专题报告 (the last is asked for as needed, not by a cadence)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Value):
    """The report as a file: its title and the SHA-256 of its bytes (lower-case hex)."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit(Command):
    """Hand in a report: into the stream that the cadence opened, or as a new topical report.

    Its figures are not said but counted, where the scheme has a form of it.
    """

    kind: Kind
    period: Period
    to: PartyId
    title: Text
    summary: Personal
    document: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """Send a report back to be made better."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Resubmit(Command):
    """Hand in the revised report, saying what was changed."""

    changes: Text
    summary: Personal
    document: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """Take the report as sufficient, with an instruction where there is one (批示)."""

    instruction: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulate(Command):
    """Pass an accepted report round to other parties, who acknowledge it."""

    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for a circulated report (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the report said wrongly, with reason and approver; the original stays visible.

    With ``recount`` its figures are counted anew: what was corrected or annulled since is in them.
    """

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    summary: Personal | None = None
    document: Document | None = None
    recount: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the report was entered by mistake; nothing of it counts, all of it stays visible."""

    reason: Text
    approved_by: PersonId
