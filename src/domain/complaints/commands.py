"""What is done with a complaint (检举控告): received, told apart, handed over, concluded, answered.

Matters of the level above are not entered here (RC 15): see `domain.unread_reports`.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen

from domain.ids import PartyId, PersonId, StreamId
from domain.leads.values import FeedbackResult, Reporter, ReportForm, Subject
from domain.model import Command, Occurred, Personal, Text
from domain.serials import Serial

Channel = Literal["letter", "visit", "phone", "web"]
"""来信 · 来访 · 电话 · 网络."""

Months = Annotated[int, Ge(1), Le(12)]
"""How many months a limit is extended by."""

Notice = Literal["accepted", "result"]
"""What a real-name reporter is told (R 209)."""

Ground = Literal["objection", "new_evidence"]
"""Why a concluded complaint is looked at again: 提出异议 · 提供新证据."""

Subjects = Annotated[tuple[Subject, ...], MaxLen(50)]
"""被反映人, each once; a report may name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Command):
    """接收: a report came in (R 198). ``about`` says what it is about and names nobody.

    ``sender`` passed it down from above; ``assigned``: with the duty to report how it ended (交办).
    """

    channel: Channel
    report: ReportForm
    about: Text
    content: Personal
    subjects: Subjects = ()
    reporter: Reporter | None = None
    sender: PartyId | None = None
    document: Text | None = None
    assigned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Command):
    """登记: enter it in the petitions office's register under the next number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """受理."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAccept(Command):
    """不予受理: not a matter of discipline or of duty, or nothing that could be looked into."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAsRepeat(Command):
    """重复件: it says again what an earlier one says; it is kept, and told of periodically (RC 14)."""

    of: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyRepeat(Command):
    """Tell who handles the earlier one that it was reported again (RC 14)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward(Command):
    """转送: it is another organ's to handle (R 199, 201), or a lower level's (RC 16)."""

    to: PartyId
    reason: Text
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(Command):
    """The organ it was forwarded to accepts it (RC 16)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnForward(Command):
    """The organ it was forwarded to sends it back, with the reason."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """移交承办: the petitions office hands an accepted report to who handles it (R 202)."""

    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """交办: hand it over with the duty to report in three months how it ended (RC 21)."""

    to: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """签收: the handling party signs for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """The party it was handed to gives it back, with the reason."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseLead(Command):
    """转为问题线索: the lead that was opened because of it."""

    lead: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """办结: the handling party is through with it, and says what came of it."""

    result: FeedbackResult
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnResult(Command):
    """反馈处理结果 to the petitions office (RC 18: each quarter those concluded)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """退回: the petitions office wants a better result, with the reason."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """The petitions office takes the result as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUp(Command):
    """上报结果: tell who assigned it from above how it ended (RC 21)."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendAssignment(Command):
    """延期: three months by the own head, who tells whoever assigned it; more by them (RC 21)."""

    assignment: Serial
    months: Months
    reason: Text
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRecheck(Command):
    """复核: the reporter objects, or brings new evidence, after it was concluded."""

    ground: Ground
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyReporter(Command):
    """告知 · 反馈: tell the real-name reporter (R 209)."""

    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantReporterAccess(Command):
    """Let the handling party's handlers know who reported, until a day (R 299, RC 47)."""

    approved_by: PersonId
    reason: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正, with reason and approver. ``happened``: the event at ``version`` was on another day."""

    reason: Text
    approved_by: PersonId
    about: Text | None = None
    content: Personal | None = None
    version: Annotated[int, Ge(1)] | None = None
    happened: Occurred | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: entered by mistake; its number is kept, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
