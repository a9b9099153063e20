"""Opening and filing a case, who handles it, and setting it right: the commands."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MaxLen, MinLen

from domain.cases.values import MeetingCorrection, Posts, Respondent
from domain.ids import PersonId, StreamId
from domain.leads.values import RecusalGround
from domain.model import Command, Occurred, Personal, Text

Handlers = Annotated[tuple[PersonId, ...], MinLen(2), MaxLen(100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Command):
    """Open the file of a case that is to be filed, from one or more leads whose end is filing."""

    leads: Annotated[tuple[StreamId, ...], MinLen(1), MaxLen(20)]
    persons: Annotated[tuple[Respondent, ...], MinLen(1), MaxLen(50)]
    handlers: Handlers
    keeper: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Command):
    """立案: give the case its number. The leads' filing decision was approved and recorded."""

    document: Text
    decision: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignHandlers(Command):
    """Name other people of the handling party."""

    handlers: Handlers
    keeper: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRecusal(Command):
    """Say that a person has to keep out of the case (SL 67, R 295)."""

    person: PersonId
    ground: RecusalGround
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRecusal(Command):
    """Decide on a recusal that was asked for (R 296)."""

    person: PersonId
    granted: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """撤销案件: the case as a whole is withdrawn; it is filed upward within 7 working days (R 237)."""

    document: Text
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWithdrawal(Command):
    """File the withdrawal of the case upward (R 237)."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Command):
    """归档: close the file with the case (R 220)."""

    volumes: Annotated[int, Ge(1)]
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what version ``version`` of the case says is corrected; the original stays visible.

    ``happened`` is the day on which the corrected act really took place; ``posts`` are the right
    posts of ``person``, before anything was decided for them; ``meeting`` says how members stood in a
    group meeting.
    """

    version: Annotated[int, Ge(1)]
    reason: Text
    approved_by: PersonId
    happened: Occurred | None = None
    person: PersonId | None = None
    posts: Posts | None = None
    meeting: MeetingCorrection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the case should not have been entered; its number is kept as annulled."""

    reason: Text
    approved_by: PersonId
