"""What group and unit discipline committee do about a plan of four strands: plan, hold, review."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text, Value
from domain.serials import Serial

Strand = Literal["party_building", "education", "reflection", "family"]
"""党建铸廉 · 教育促廉 · 干部悟廉 · 家风助廉: the four of the interview (Wuhu)."""

Rating = Literal["good", "fair", "poor"]
"""好 · 一般 · 差: what the other side holds of an activity."""

Attended = Annotated[int, Ge(1)]
"""How many people came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedActivity(Value):
    """An activity of one strand, and the day by which it is to be held. The title names nobody."""

    strand: Strand
    title: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Value):
    """A file that shows the activity: SHA-256, 64 hexadecimal digits, and what it is."""

    digest: Digest
    title: Text


Activities = Annotated[tuple[PlannedActivity, ...], MinLen(1), MaxLen(60)]
Files = Annotated[tuple[Evidence, ...], MinLen(1), MaxLen(50)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUp(Command):
    """Draw up the plan of a period. ``committee`` is needed where the group does it, which has several."""

    activities: Activities
    committee: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(Command):
    """Propose further activities."""

    activities: Activities


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree(Command):
    """Agree to what the other side proposed: to these, or to all that waits."""

    activities: Annotated[tuple[Serial, ...], MinLen(1), MaxLen(60)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(Command):
    """Send a proposed activity back to the side that proposed it."""

    activity: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """Propose an activity otherwise: after it was sent back, or where what was agreed does not fit."""

    activity: Serial
    strand: Strand
    title: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Command):
    """Say that an activity was held with evidence; ``attended`` says how many came."""

    activity: Serial
    attended: Attended
    evidence: Files
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """Send back what was said of an activity held: the evidence does not show it."""

    activity: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Command):
    """Review an activity that the other side recorded as held: it counts from now on."""

    activity: Serial
    rating: Rating
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop(Command):
    """Take an activity off the plan before it was held, with reason and approver."""

    activity: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what was said wrongly of an activity held; the original stays visible."""

    activity: Serial
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    attended: Attended | None = None
    held: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: an activity was recorded as held by mistake, and does not count; the plan goes on."""

    activity: Serial
    reason: Text
    approved_by: PersonId
