"""What a group records of its daily supervision at a unit: what it did, what came of it, what it told."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text, Value
from domain.task_orders.commands import Supervision

Method = Literal[
    "meeting_attended", "talk", "file_check", "site_check", "stay", "integrity_opinion"
]
"""列席“三重一大”会议 · 谈话 · 查阅资料 · 现场检查 · 驻点监督 · 廉政意见."""

Focus = Literal["key_few", "key_function", "key_node"]
"""关键少数 · 关键职能 · 关键节点."""

FOCUSES: Final[tuple[Focus, ...]] = get_args(Focus)

Focuses = Annotated[tuple[Focus, ...], MinLen(1), MaxLen(3)]

Outcome = Literal["lead", "problem", "reminder", "nothing"]
"""问题线索 · 整改问题 · 提醒 · 未发现问题."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(Value):
    """驻点: the days on which a team stayed at the unit, both included."""

    begins: datetime.date
    ends: datetime.date
    team: Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Value):
    """One thing that came of it; ``matter`` is the lead, rectification or notice in which it goes on."""

    outcome: Outcome
    text: Personal
    matter: StreamId | None = None


Results = Annotated[tuple[Result, ...], MinLen(1), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Command):
    """What was done at a unit. The title names nobody; ``opinion`` is the integrity opinion given.

    ``supervision`` is which of the four it serves: a group's own is stationed supervision, unless it looks
    for another, such as at the rectification of an inspection.
    """

    unit: PartyId
    method: Method
    focuses: Focuses
    title: Text
    findings: Personal
    stay: Stay | None = None
    opinion: StreamId | None = None
    supervision: Supervision = "stationed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """What came of it: leads, problems, reminders; or nothing."""

    results: Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """What came of it does not do: the linked office has the group say so anew."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBack(Command):
    """Tell the unit, or its Party group or committee, what it is to know of it."""

    to: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeFeedback(Command):
    """Sign for the feedback (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the record said wrongly, with reason and approver; the original stays visible.

    A ``stay`` goes with its method as in the record; ``results`` replace what was said to have come of it.
    """

    reason: Text
    approved_by: PersonId
    unit: PartyId | None = None
    method: Method | None = None
    focuses: Focuses | None = None
    title: Text | None = None
    findings: Personal | None = None
    stay: Stay | None = None
    opinion: StreamId | None = None
    results: Results | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was recorded by mistake; it counts nowhere, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
