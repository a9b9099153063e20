"""What happened in a review, and what stands in the quality record of a body."""

from dataclasses import dataclass

from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.model import Code, Event, Personal, Text
from domain.quality_reviews.commands import Kind
from domain.scheme_scoring import Fault, ReviewGrade, ReviewStandard
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEvent(Event):
    """Something about a review: who reviews, and which body."""

    reviewer: PartyId
    body: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(ReviewEvent):
    """A case or lead of the body is looked at."""

    kind: Kind
    subject: StreamId
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReported(ReviewEvent):
    """The body put something right itself."""

    criterion: Code
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecorded(ReviewEvent):
    """A fault, with what it costs. ``repeats`` is the earlier review in which the body had it too.

    ``detected`` was found by itself, in the matter as it stands (``obligation``: what is overdue in
    it); ``repaired``: the body had put it right before.
    """

    finding: Serial
    criterion: Code
    standard: ReviewStandard
    deducted: int
    given_back: int
    repeats: StreamId | None = None
    repaired: bool = False
    detected: Fault | None = None
    obligation: ObligationId | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(ReviewEvent):
    """The reviewer is through."""

    opinion: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored(ReviewEvent):
    """The score, as the findings that stand give it."""

    score: int
    grade: ReviewGrade
    deducted: int
    given_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAsked(ReviewEvent):
    """The body is to answer one finding."""

    finding: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(ReviewEvent):
    """The body answered one finding."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReturned(ReviewEvent):
    """The answer went back to it."""

    finding: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAccepted(ReviewEvent):
    """The answer was taken as sufficient."""

    finding: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected(ReviewEvent):
    """The body holds that a finding is wrong."""

    finding: Serial
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionUpheld(ReviewEvent):
    """The body was right: the finding does not count."""

    finding: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRefused(ReviewEvent):
    """The finding stands all the same."""

    finding: Serial
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(ReviewEvent):
    """The bulletin of a month tells of it."""

    bulletin: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(ReviewEvent):
    """That bulletin was annulled: another may tell of it."""

    bulletin: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(ReviewEvent):
    """The review was corrected."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    finding: Serial | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(ReviewEvent):
    """The review does not count."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultEntered(ReviewEvent):
    """In the quality record of the body: a review found this fault in it."""

    review: StreamId
    finding: Serial
    criterion: Code
    repeats: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultStruck(ReviewEvent):
    """In the quality record of the body: that fault does not count."""

    review: StreamId
    finding: Serial
    criterion: Code
