"""Receiving, registering and checking for duplicates: the commands."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.leads.values import Material, Regime, Reporter, ReportForm, Secrecy, Source, Subject
from domain.model import Command, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Command):
    """受理: open a lead at the acting party (R 198, 202).

    ``sender`` is the organisation whose letter it came with: the hand-over from it then waits for
    an answer. ``rule`` names the rule of a ``data_rule`` lead; ``document`` the incoming letter.
    ``found_on`` is the day on which a department with a procedure found it (today, where it enters its
    own): from then on runs its time for handing over.
    """

    source: Source
    regime: Regime
    secrecy: Secrecy
    subjects: Annotated[tuple[Subject, ...], MinLen(1)]
    content: Personal
    report: ReportForm | None = None
    reporter: Reporter | None = None
    sender: PartyId | None = None
    document: Text | None = None
    materials: tuple[Material, ...] = ()
    rule: Text | None = None
    found_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Command):
    """登记编号: enter it in the organ's register; duplicates are looked for (R 203, RD 23)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmDuplicate(Command):
    """Case supervision confirms that a lead repeats an earlier one (RC 14)."""

    of: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissDuplicate(Command):
    """Case supervision looked: same persons perhaps, but not the same matter."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyReporter(Command):
    """Tell a real-name reporter that it was accepted, or how it ended (R 209: 15 wd each)."""

    notice: Literal["accepted", "result"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantReporterAccess(Command):
    """Let the handling party know who reported, by approval only (R 299, RC 47)."""

    approved_by: PersonId
    reason: Text
    until: datetime.date
