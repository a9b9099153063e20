"""What parties do around a secondment: propose it, agree, take the person in, send them back appraised."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text

Kind = Literal["work", "case", "inspection", "exchange"]
"""以干代训 · 以案代训 · 以巡代训 · 干部交流: learning by daily work, by a case, by an inspection; an
exchange between organ, groups and inspection (机关、派驻、巡察干部交流)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose(Command):
    """Propose that a person of ``home`` learns at ``host``. The purpose names nobody."""

    person: PersonId
    kind: Kind
    home: PartyId
    host: PartyId
    begins: datetime.date
    until: datetime.date
    purpose: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree(Command):
    """The home body lets the person go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """The home body sends the proposal back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """Propose other days, after it came back."""

    begins: datetime.date
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin(Command):
    """The person arrived at the host, who gives them a mentor (导师帮带)."""

    mentor: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(Command):
    """The person stays until another day."""

    until: datetime.date
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """The person goes back, with an appraisal by the host."""

    appraisal: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """The organiser withdraws a proposal, before the person arrived."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was recorded wrongly, with reason and approver; the original stays visible.

    The host corrects its appraisal and who is mentor, the organiser the purpose and the days.
    """

    reason: Text
    approved_by: PersonId
    appraisal: Personal | None = None
    mentor: PersonId | None = None
    purpose: Text | None = None
    begins: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was entered by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
