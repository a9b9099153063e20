"""What parties do around a talent pool: open it, nominate, admit, study in groups, draw, release."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Code, Command, Personal, Text
from domain.serials import Serial

Members = Annotated[tuple[Serial, ...], MinLen(1), MaxLen(50)]
"""Members by the number of their nomination."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Open a pool: which bodies nominate until when, and how many it takes. The title names nobody.

    ``area`` is an area of the scheme (片区) whose lead group keeps the pool: until the day ``until`` joint
    operations within it draw on the people of its groups who were taken.
    """

    title: Text
    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(100)]
    nominate_by: datetime.date
    places: Annotated[int, Ge(1), Le(500)]
    area: Code | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominate(Command):
    """Nominate a person of one's own."""

    person: PersonId
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Waive(Command):
    """Nominate nobody, and say why."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnNomination(Command):
    """Send a nomination back to be made better."""

    member: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """Say the merits anew, after the nomination came back."""

    member: Serial
    merits: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit(Command):
    """Take the person into the pool (入库)."""

    member: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """Do not take the person, and say why."""

    member: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup(Command):
    """Form a study group (学习小组) of members, led by a body whose person is its mentor (导师帮带)."""

    title: Text
    leader: PartyId
    mentor: PersonId
    members: Members


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMentor(Command):
    """Another person of the leading body is the mentor."""

    group: Serial
    mentor: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSession(Command):
    """The group studied together (分组共学): what, and which of its members came."""

    group: Serial
    topic: Text
    came: Members
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisbandGroup(Command):
    """The group studies no longer."""

    group: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw(Command):
    """Draw a member from the pool: for a secondment of theirs (实践锻炼)."""

    member: Serial
    secondment: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Command):
    """The member leaves the pool (出库)."""

    member: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the title of the pool, or what was studied and who came, with reason and approver."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    session: Serial | None = None
    topic: Text | None = None
    came: Members | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: one session that was not held, or the whole pool."""

    reason: Text
    approved_by: PersonId
    session: Serial | None = None
