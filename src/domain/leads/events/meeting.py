"""What a lead assessment meeting (问题线索研判处置会) on a lead, and what came of it: the events."""

import datetime
from dataclasses import dataclass

from domain.ids import PartyId, StreamId
from domain.leads.events.common import LeadEvent
from domain.leads.values import Resolved
from domain.model import Code, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled(LeadEvent):
    """It was put on the agenda of a meeting, by the party that handles it or by case supervision."""

    meeting: StreamId
    convener: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionEvent(LeadEvent):
    """A resolution: its ``way``, what it asks for, who is to do that for the convener, by when."""

    meeting: StreamId
    convener: PartyId
    way: Code
    asks: Resolved
    owner: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Untabled(ResolutionEvent):
    """The meeting did not deal with it. Where one before had deferred it, that holds again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalResolved(ResolutionEvent):
    """The meeting resolved on it. It advises: the lead's own approval route still decides (R 204-205)."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionPassedOn(ResolutionEvent):
    """Another party handles the lead from now on, and carries the resolution out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionMet(ResolutionEvent):
    """What it asked for was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionDepartedFrom(ResolutionEvent):
    """The lead's own approval route decided otherwise."""

    decided: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionWithdrawn(ResolutionEvent):
    """It does not count: the meeting's record was corrected or annulled, or a later meeting resolved anew."""


MeetingEvent = Tabled | ResolutionEvent
"""Every event of this module."""
