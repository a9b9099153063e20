"""What can be done about an obligation: by the clock, and by those to whom it is owed."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import ObligationId, PartyId, PersonId
from domain.model import Command, Text

LimitText = Annotated[str, MinLen(5), MaxLen(20)]
"""A time limit as schemes write it: ``3 working days``, ``15 days``, ``1 month``, ``1 year``."""

RuleKey = Annotated[str, MinLen(3), MaxLen(130)]
"""A rule of the scheme: ``mechanism.rule``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse(Command):
    """The due date has passed: record that the obligation is overdue."""

    obligation: ObligationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate(Command):
    """The next step of escalation is due. ``step`` counts from 1."""

    obligation: ObligationId
    step: Annotated[int, Ge(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """A period of a cadence has begun: open the stream in which one party owes its share.

    The target is `domain.obligations.periodic.Opening.stream`; ``period`` is a code: ``2026-Q1``.
    """

    rule: RuleKey
    period: Annotated[str, MinLen(4), MaxLen(10)]
    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """A newer calendar is in force: compute a provisional due date again."""

    obligation: ObligationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(Command):
    """延期: give more time, by a document that says so; every earlier due date stays visible."""

    obligation: ObligationId
    by: LimitText
    reason: Text
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """撤销: it is no longer owed, with the reason and who approved."""

    obligation: ObligationId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAsMissed(Command):
    """A period of a cadence is closed as missed by a signed decision; nothing else can miss an end."""

    obligation: ObligationId
    reason: Text
    document: Text
    decided_on: datetime.date
    approved_by: PersonId
