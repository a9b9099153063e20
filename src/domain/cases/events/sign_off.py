"""三级把关: the handler answers first, the head reviews, the group meeting deliberates: the events."""

from dataclasses import dataclass
from typing import Literal

from domain.cases.events.common import CaseEvent
from domain.cases.values import Absences, Matter, Views
from domain.ids import PartyId, PersonId
from domain.model import Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffEvent(CaseEvent):
    """A step of one sheet (三级把关表), numbered within the case from 1."""

    sheet: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffOpened(SignOffEvent):
    """承办人负首责: a handler answers for the matter; ``reviewer_party`` reviews.

    Where the guards leave nobody to review it is None: the sheet is stuck, and shown so.
    """

    handler: PersonId
    reviewer_party: PartyId | None = None
    reviewer_role: str | None = None
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

    ``entitled`` members were called; ``agreed`` if more than half of them agreed.
    """

    views: Views
    absent: Absences
    entitled: int
    agreed: bool
    conclusion: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffForwarded(SignOffEvent):
    """The sheet goes with the case: who may read it from now on beside the group."""

    to: tuple[PartyId, ...]
