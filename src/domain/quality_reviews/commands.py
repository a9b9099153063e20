"""What is done about the quality of a case: reviewed, found, answered, objected to (案件质量评查)."""

from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Command, Personal, Text
from domain.serials import Serial

Kind = Literal["daily", "full", "special"]
"""日常评查 · 全面评查 (every five years all bodies) · 专项评查 (QR)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """开展评查: look at a case or lead of a body, closed or running. The title names nobody.

    What is overdue, sent back or not signed in time there is found at once, without being told.
    """

    kind: Kind
    subject: StreamId
    body: PartyId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRepair(Command):
    """自查自纠: the body says what it put right itself, before anybody found it."""

    criterion: Code
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFinding(Command):
    """发现问题, by a criterion of the scheme. Whether it was found before is not said: it is known."""

    criterion: Code
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete(Command):
    """完成评查: the score follows from the findings, and each finding is to be answered."""

    opinion: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Command):
    """反馈: the body says how it puts a finding right; also anew, after it came back."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReply(Command):
    """退回反馈, with the reason."""

    finding: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReply(Command):
    """采纳反馈: the finding is settled."""

    finding: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Command):
    """提出异议: the body holds that a finding is wrong."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideObjection(Command):
    """Uphold an objection: the finding does not count, and the score follows. Or refuse it."""

    finding: Serial
    upheld: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正, with reason and approver: the title, or how a finding is put. The score follows neither."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    finding: Serial | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: none of its findings counts, here or as a fault found before."""

    reason: Text
    approved_by: PersonId
