"""What parties do with a responsibility chain: open it, take its steps, send one back, except a level."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text
from domain.scheme_parts import ResponsibleLevel

StepCode = Annotated[str, MinLen(1), MaxLen(64)]
"""A step of the scheme: examine, take_up, improve, fulfil, shoulder, hold_to_account, review, report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Begin a chain for one risk of the unit; the steps are those of the scheme on that day.

    ``unit``: the unit itself where it is a party, at which the same group is stationed; it reads the chain.
    """

    risk: Text
    unit: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Take(Command):
    """A level of the unit took a step: who answers for it there, what it did, and the evidence.

    ``step``: the step under way where none is named; an earlier one is owed again after it came back.
    """

    step: StepCode | None = None
    level: ResponsibleLevel
    answers: PersonId
    text: Personal
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """What a level did does not do: the step is owed again, be it an earlier one or the last.

    ``step``: the step under way, or the last of a chain that is complete, where none is named.
    """

    step: StepCode | None = None
    level: ResponsibleLevel
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Except(Command):
    """A step is not asked of a level here, by approval: the chain goes on, and shows the gap."""

    step: StepCode | None = None
    level: ResponsibleLevel
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was told wrongly, with reason and approver; the original stays visible.

    What the risk is called; or of what a ``level`` took who ``answers`` for it, what it did, the evidence.
    ``step``: the step under way where none is named.
    """

    reason: Text
    approved_by: PersonId
    risk: Text | None = None
    step: StepCode | None = None
    level: ResponsibleLevel | None = None
    answers: PersonId | None = None
    text: Personal | None = None
    evidence: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the chain was opened by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
