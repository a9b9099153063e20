"""What supervision bodies and departments do: ask for data, share a finding, answer, judge the answer."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain import asking_legs
from domain.attachments.commands import Bringings, Releases
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text, Value

Kind = Literal["data", "finding"]
"""Data are asked of a department (调取数据) · a finding is shared with whoever should know (通报发现)."""

Office = Literal["organisation", "petitions", "audit", "finance", "legal"]
"""The department within a host unit that is to answer: 组织人事 · 信访 · 审计 · 财务 · 法务."""

Ground = Literal["wrong_department", "papers_missing"]
"""Why it comes back unanswered: 不属本部门职责 · 材料不全."""

Outcome = Literal["lead", "supervision", "rectification", "noted"]
"""What a finding was taken up as; more its sharer does not learn: 转线索 · 列入监督 · 督促整改 · 已知悉."""

FieldCode = Annotated[str, MinLen(1), MaxLen(64)]
"""What is asked for, by the code of the scheme or one agreed upon."""

FieldCodes = Annotated[tuple[FieldCode, ...], MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Value):
    """One field as supplied: its text, or the reason why there is none (which names nobody)."""

    field: FieldCode
    text: Personal | None = None
    reason: Text | None = None


Items = Annotated[tuple[Item, ...], MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """Ask a party for ``fields`` (kind ``data``), or tell it ``items`` (``finding``); it answers by a day.

    ``office`` is the department within a host unit that is to see to it. The title names nobody.
    """

    kind: Kind
    title: Text
    text: Personal
    basis: Text
    to: PartyId
    office: Office | None = None
    fields: FieldCodes = ()
    items: Items = ()
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for it (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """Send it back unanswered (退件): it is for another department, or papers are missing."""

    ground: Ground
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Command):
    """Supply what is asked, field by field; or say what became of a finding, and which ``lead``."""

    text: Personal | None = None
    items: Items = ()
    outcome: Outcome | None = None
    lead: StreamId | None = None
    attachments: Releases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAnswer(Command):
    """Send the answer back to be made better."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(Command):
    """Take the answer as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was written wrongly, with reason and approver; the original stays visible.

    What came back goes out again with a new day, to another ``office`` of the unit if need be.
    """

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    office: Office | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: sent by mistake; its number is kept, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFiles(asking_legs.SendFiles):
    """发送附件: files after a request that reached another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(asking_legs.Resend):
    """再次发送: a request, or what was told of it, that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(asking_legs.Recall):
    """撤回: a request that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(asking_legs.TakeIn):
    """Enter a request, or a finding, that came from another jurisdiction."""

    kind: Kind
    title: Text
    text: Personal
    basis: Text
    fields: FieldCodes = ()
    items: Items = ()
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(asking_legs.TakeNews):
    """Enter what the other end tells: an answer, or a correction."""

    text: Personal | None = None
    items: Items = ()
    outcome: Outcome | None = None
    title: Text | None = None
    due: datetime.date | None = None
    attachments: Bringings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(asking_legs.ReportFailure):
    """Say that a request, or news of it, did not reach another jurisdiction."""
