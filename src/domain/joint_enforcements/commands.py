"""What parties do in a joint enforcement (联合监督执纪): plan it, take shares, report, release, conclude."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text
from domain.serials import Serial

Count = Annotated[int, Ge(0), Le(1_000_000)]
"""How many: problems found, persons dealt with."""

Partners = Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Command):
    """Plan it and ask the partners to join. The title names nobody; the text stays with the group."""

    title: Text
    text: Personal
    partners: Partners
    begins: datetime.date
    ends: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree(Command):
    """Join."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """Do not join."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignShare(Command):
    """Give a share of the work to the group itself or to a partner that joined. It names nobody."""

    owner: PartyId
    text: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportShare(Command):
    """Report a share as done, with what it found and how many persons were dealt with."""

    share: Serial
    text: Personal
    problems: Count
    handled: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnShare(Command):
    """Send a report back, with reason and a new day."""

    share: Serial
    reason: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptShare(Command):
    """Take a report as sufficient."""

    share: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseShare(Command):
    """Let a partner read a share that is not its own."""

    share: Serial
    to: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(Command):
    """Conclude it once every share is accepted; the figures are counted from the shares."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseResult(Command):
    """Let a partner read the result."""

    to: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the title, or the figures of one share; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    share: Serial | None = None
    problems: Count | None = None
    handled: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: planned by mistake; the number is kept, nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
