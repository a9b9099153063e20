"""三级把关: the handler answers first, the head reviews, the group meeting deliberates: the events."""

from dataclasses import dataclass
from typing import Literal

from domain.cases.events.common import CaseEvent
from domain.cases.values import Absences, Matter, MemberStood, MemberView, Views
from domain.ids import PartyId, PersonId
from domain.model import Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffEvent(CaseEvent):
    """A step of one sheet (三级把关表), numbered within the case from 1."""

    sheet: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffOpened(SignOffEvent):
    """承办人负首责: a handler answers for the matter; ``reviewer_party`` reviews.

    Where the guards leave nobody to review it is None: the sheet is ``stuck``, and shown so.
    """

    handler: PersonId
    reviewer_party: PartyId | None = None
    reviewer_role: str | None = None
    stuck: bool = False
    statement: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffReviewed(SignOffEvent):
    """组长审核把关: the head agreed, or sent the sheet back."""

    reviewer: PersonId
    opinion: Literal["agree", "return"]
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMeetingHeld(SignOffEvent):
    """组务会集体研究: the views of all present, and what follows from them.

    ``entitled`` members were called, and ``needed`` of them had to be there; ``agreed`` if more than half
    of those called agreed.
    """

    views: Views
    absent: Absences
    entitled: int
    needed: int
    agreed: bool
    conclusion: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMeetingCorrected(SignOffEvent):
    """更正: how some members stood in the meeting; the record as it was made stays visible.

    ``was`` is what it said of them; ``views`` and ``absent`` are what it should have said. ``agreed`` is
    counted anew, and ``turned`` says whether it was otherwise before. ``approved_by`` is None where a
    member put their own view right.
    """

    was: tuple[MemberStood, ...]
    views: tuple[MemberView, ...] = ()
    absent: Absences = ()
    agreed: bool
    turned: bool
    reason: Text
    approved_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffForwarded(SignOffEvent):
    """The sheet goes with the case: who may read it from now on beside the group."""

    to: tuple[PartyId, ...]
