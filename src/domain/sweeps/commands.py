"""What parties do in a sweep (集中排查、联合排查): hand in, check for repeats, register, conclude."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial
from domain.sweeps.values import Kind, Matters


@dataclass(frozen=True, slots=True, kw_only=True)
class Convene(Command):
    """Call a sweep of what came up between two days; each party hands in by ``due``."""

    kind: Kind
    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    begins: datetime.date
    ends: datetime.date
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn(Command):
    """Hand in leads, or matters that may become leads."""

    matters: Matters


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish(Command):
    """Say that everything was handed in; nothing at all is an answer too (零报告)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHandIn(Command):
    """Have a party look again: what it handed in is not all, or not clear."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse(Command):
    """Let a party off, with an approval: the sweep is concluded without it."""

    party: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmRepeat(Command):
    """Case supervision says what a matter repeats: a lead, or an earlier matter of the sweep."""

    matter: Serial
    lead: StreamId | None = None
    earlier: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissRepeat(Command):
    """Case supervision looked: same persons perhaps, not the same matter."""

    matter: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Command):
    """The matter stands in the register as this lead."""

    matter: Serial
    lead: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop(Command):
    """The matter is no lead, and why."""

    matter: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Conclude it; coverage and hits are counted."""

    summary: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the title, or the day by which those who did not hand in yet do so."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulMatter(Command):
    """作废 of one matter: it was handed in by mistake."""

    matter: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the sweep was entered by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
