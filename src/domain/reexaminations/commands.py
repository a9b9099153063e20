"""What can be done with a re-examination (复审) or a review (复核)."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.cases.values import Meeting, Track
from domain.ids import PersonId, StreamId
from domain.model import Code, Command, Occurred, Personal, Text

Kind = Literal["re_examination", "review"]
"""复审 by the organ that is competent first, 复核 by the level above (SL 56)."""

Outcome = Literal["upheld", "changed", "revoked"]
"""维持 · 变更 · 撤销."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply(Command):
    """Enter the application of a sanctioned person, who is not satisfied with a decision on a track.

    A review names the re-examination it follows, ``prior``.
    """

    kind: Kind
    case: StreamId
    person: PersonId
    track: Track
    prior: StreamId | None = None
    grounds: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """Accept it: two or more people who neither handled nor adjudicated the case examine it (R 242)."""

    examiners: Annotated[tuple[PersonId, ...], MinLen(2), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse(Command):
    """Do not accept it, and say why: late, or nothing that can be re-examined."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """The person takes the application back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(Command):
    """Decide collectively: uphold, change to another sanction, or revoke."""

    outcome: Outcome
    sanction: Code | None = None
    meeting: Meeting
    decision: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Serve(Command):
    """Serve the decision on the person, and tell the party that handled the case its outcome."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOut(Command):
    """The party that handled the case says that the changed or revoked sanction was set right."""

    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: the day on which what stands at ``version`` really took place; the original stays visible."""

    version: Annotated[int, Ge(1)]
    reason: Text
    approved_by: PersonId
    happened: Occurred


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was entered by mistake; its number is kept."""

    reason: Text
    approved_by: PersonId
