"""What parties do with a task order (任务单): issue, acknowledge, feed back, follow up, close."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain import asking_legs
from domain.attachments.commands import Bringings, Releases
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Digest, Personal, Text, Value

Supervision = Literal["discipline", "supervisory", "stationed", "inspection"]
"""Which of the four supervisions it serves: 纪律监督 · 监察监督 · 派驻监督 · 巡察监督."""

Result = Literal["done", "partly_done", "not_done"]
"""What a feedback form says became of the task: 已完成 · 部分完成 · 未完成."""

Progress = Literal["carried_out", "partly_carried_out", "not_carried_out"]
"""How far a department has carried its task out, as its stationed group sees it."""

Parties = Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(60)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Value):
    """The order or the feedback as a file: its title and the SHA-256 of its bytes (lower-case hex)."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """Order bodies to do something and to feed back by a day. The title names nobody.

    ``basis`` is the document or decision it rests on; where a meeting decided it, ``meeting`` and the
    number of the ``item`` decided. ``departments`` are those whose carrying-out of the task is to be
    followed up by the group stationed there. ``cycle_ends`` is the day by which all is closed, such
    as the last before the next meeting.
    """

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    meeting: StreamId | None = None
    item: Annotated[int, Ge(1)] | None = None
    parties: Parties
    departments: Annotated[tuple[PartyId, ...], MaxLen(60)] = ()
    due: datetime.date
    cycle_ends: datetime.date | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the order (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFeedback(Command):
    """Hand in the feedback form (反馈单), also anew after it came back."""

    result: Result
    text: Personal
    form: Form | None = None
    attachments: Releases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFeedback(Command):
    """Send a party's feedback form back to be made better."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptFeedback(Command):
    """Take a party's feedback form as sufficient."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Command):
    """The stationed group says how its department carries the task out (跟进监督)."""

    department: PartyId
    progress: Progress
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFollowUp(Command):
    """Send what was said of a department back to the group that follows it up, to be made better."""

    department: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """Close the order: everything asked because of it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the order said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the order was issued by mistake; its number is kept, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFiles(asking_legs.SendFiles):
    """发送附件: files after an order that reached another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(asking_legs.Resend):
    """再次发送: an order, or what was told of it, that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(asking_legs.Recall):
    """撤回: an order that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(asking_legs.TakeIn):
    """Enter an order that came from another jurisdiction."""

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(asking_legs.TakeNews):
    """Enter what the other end tells: a feedback form, or a correction."""

    result: Result | None = None
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None
    form: Form | None = None
    attachments: Bringings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(asking_legs.ReportFailure):
    """Say that an order, or news of it, did not reach another jurisdiction."""
