"""What an office and its group do about a quarter of working together: record, confirm, dispute."""

from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Form = Literal["joint_supervision", "shared_information", "joint_training", "shared_results"]
"""监督联动 · 信息联通 · 能力联升 · 成果联享: the four of the interview (Wuhu)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Command):
    """Record the first thing done together in a quarter; it counts once the other side confirms it.

    ``group`` is needed where the office records; a group has one office only. ``operation`` is the joint
    operation in which it was done, if it was one. The title names nobody.
    """

    form: Form
    title: Text
    text: Personal | None = None
    group: PartyId | None = None
    operation: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Command):
    """Record a further thing that the same pair did together in the same quarter.

    ``activity`` names one that came back: it is told anew, for the other side to confirm.
    """

    form: Form
    title: Text
    text: Personal | None = None
    operation: StreamId | None = None
    activity: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Command):
    """Confirm what the other side recorded: from now on it counts."""

    activity: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Command):
    """Send back what the other side recorded; it does not count as it stands."""

    activity: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible."""

    activity: Serial
    reason: Text
    approved_by: PersonId
    form: Form | None = None
    title: Text | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: an activity was recorded by mistake and does not count; the quarter goes on."""

    activity: Serial
    reason: Text
    approved_by: PersonId
