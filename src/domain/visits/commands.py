"""What parties do around a visit to a group: record it, raise concerns, pass on, settle, confirm them."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text, Value
from domain.serials import Serial

Kind = Literal["work", "life", "health", "family", "growth"]
"""工作 · 生活 · 健康 · 家庭 · 成长: what weighs on the cadres (所思所困、所忧所盼)."""

Outcome = Literal["settled", "explained"]
"""已解决 · 政策范围内不能解决,已说明."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Value):
    """A concern: of which kind, what, and which party is to see to it by when."""

    kind: Kind
    text: Personal
    owner: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Command):
    """A group was visited, by whom, and what was talked about."""

    group: PartyId
    visitors: Annotated[tuple[PersonId, ...], MinLen(1), MaxLen(20)]
    summary: Personal
    concerns: Annotated[tuple[Entry, ...], MaxLen(50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise(Command):
    """A further concern, by the visitor or by the group itself."""

    concern: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Command):
    """A concern is another party's to see to: ``owner`` has it from now on, by ``due``."""

    concern: Serial
    owner: PartyId
    due: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle(Command):
    """Say what was done about a concern, or why it cannot be."""

    concern: Serial
    outcome: Outcome
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Command):
    """The group takes it as settled."""

    concern: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """The group says that it is not settled."""

    concern: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the visit said wrongly, with reason and approver; the original stays visible.

    The summary; or of a ``concern`` its kind, its text, or the day by which it is seen to.
    """

    reason: Text
    approved_by: PersonId
    summary: Personal | None = None
    concern: Serial | None = None
    kind: Kind | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was entered by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
