"""Opening and filing a case, who handles it, and setting it right: the events."""

from dataclasses import dataclass

from domain.cases.events.common import CaseEvent
from domain.cases.values import Posts, Respondent
from domain.ids import PartyId, PersonId, StreamId
from domain.leads.values import RecusalGround, Source
from domain.model import Number, Occurred, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(CaseEvent):
    """The file of a case that is to be filed was opened, from leads whose end is filing.

    ``sources`` are the channels by which those leads came in.
    """

    leads: tuple[StreamId, ...]
    sources: tuple[Source, ...]
    persons: tuple[Respondent, ...]
    handlers: tuple[PersonId, ...]
    keeper: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(CaseEvent):
    """立案: the case took its number; the one-year clock runs (R 215)."""

    number: Number
    document: Text
    decision: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlersAssigned(CaseEvent):
    """Other people of the handling party handle the case from now on."""

    handlers: tuple[PersonId, ...]
    keeper: PersonId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDeclared(CaseEvent):
    """A person is said to have to keep out; ``decided_by`` decides, None where nobody can (R 296)."""

    person: PersonId
    decided_by: PartyId | None = None
    ground: RecusalGround
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalDecided(CaseEvent):
    """A recusal was decided on."""

    person: PersonId
    granted: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(CaseEvent):
    """撤销案件: the case as a whole was withdrawn (R 237)."""

    document: Text
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalReported(CaseEvent):
    """The withdrawal was filed upward (R 237)."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived(CaseEvent):
    """The file was closed with the case (R 220)."""

    volumes: int
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(CaseEvent):
    """更正: what stood at ``version`` is corrected; the original stays visible.

    With ``happened`` the obligations that arose from ``version`` get new due dates.
    """

    version: int
    reason: Text
    approved_by: PersonId
    happened: Occurred | None = None
    person: PersonId | None = None
    posts: Posts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(CaseEvent):
    """作废: the case does not count; its number is kept as annulled."""

    reason: Text
    approved_by: PersonId
    annulled_number: Number | None = None


FilingEvent = (
    Opened
    | Filed
    | HandlersAssigned
    | RecusalDeclared
    | RecusalDecided
    | Withdrawn
    | WithdrawalReported
    | Archived
    | Corrected
    | Annulled
)
"""Every event of this module."""
