"""What parties do with a talk: plan it, hold it, follow up what was promised."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text, Value
from domain.oversight import KeyPerson
from domain.serials import Serial

Kind = Literal["peer", "first_hand"]
"""同级谈心谈话 (the group's head with a leading member) · 与“一把手”谈话 (that head, or a leader above)."""

Kept = Literal["kept", "partly", "not_kept"]
"""已兑现 · 部分兑现 · 未兑现."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Value):
    """What the person talked to undertook, and by when one looks again."""

    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Command):
    """Plan a talk with a leading member of a unit. The topics name nobody."""

    unit: PartyId
    person: KeyPerson
    kind: Kind
    planned: datetime.date
    topics: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone(Command):
    """It is held on another day."""

    planned: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Command):
    """It was held: what was said, and what was promised."""

    text: Personal
    promises: Annotated[tuple[Promise, ...], MaxLen(50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRecord(Command):
    """Send the record of the talk back to who held it, to be made better by ``due``."""

    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseRecord(Command):
    """Say anew what was said, after the record came back."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRecord(Command):
    """Take the record as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Command):
    """Whether a promise was kept; one that was not is looked at again by ``due``."""

    promise: Serial
    kept: Kept
    text: Personal
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Command):
    """It is not held."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver: the day, or what was said.

    Of a ``promise`` its text, or the day by which one looks again.
    """

    reason: Text
    approved_by: PersonId
    held: datetime.date | None = None
    promise: Serial | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was entered by mistake; it counts nowhere, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
