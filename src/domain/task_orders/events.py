"""What happened to a task order.

One event per thing owed, so that one obligation follows from each.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge

from domain import asking, asking_legs
from domain.attachments.commands import Sendings
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Number, Personal, Text
from domain.task_orders.commands import Form, Parties, Progress, Result, Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """A task order went out under a number of its issuer."""

    number: Number
    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    meeting: StreamId | None = None
    item: Annotated[int, Ge(1)] | None = None
    issuer: PartyId
    parties: Parties
    departments: tuple[PartyId, ...] = ()
    due: datetime.date
    cycle_ends: datetime.date | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(asking.Addressed):
    """One party is to sign for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAsked(asking.AnswerAsked):
    """One party is to hand in a feedback form by a day; said again where the day was corrected."""

    meeting: StreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpAsked(Event):
    """A stationed group is to see how a department carries the task out."""

    issuer: PartyId
    to: PartyId
    department: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(asking.Acknowledged):
    """A party signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven(asking.Answered):
    """A party handed in its feedback form."""

    result: Result
    text: Personal
    form: Form | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackReturned(asking.AnswerReturned):
    """A feedback form went back to who handed it in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAccepted(asking.AnswerAccepted):
    """A feedback form was taken as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(Event):
    """The stationed group said how far its department is; it may say so again."""

    issuer: PartyId
    by: PartyId
    department: PartyId
    progress: Progress
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpReturned(Event):
    """What the group said of its department went back to it."""

    issuer: PartyId
    by: PartyId
    department: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalIssued(Event):
    """A proposal form (建议单) was sent because of the order: a stream of its own."""

    issuer: PartyId
    by: PartyId
    proposal: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalSettled(Event):
    """That proposal form was answered sufficiently, or annulled."""

    issuer: PartyId
    by: PartyId
    proposal: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """Everything asked because of the order is settled."""

    issuer: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The order was corrected; where its day was, who has not answered is asked anew."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The order does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched(asking_legs.Dispatched):
    """The order was sent to another jurisdiction: neither its other addressees nor its meeting."""

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(asking_legs.Arrived):
    """The order came from another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(asking_legs.NewsSent):
    """The other jurisdiction is told: a feedback form, or a correction."""

    result: Result | None = None
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None
    form: Form | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArrived(asking_legs.NewsArrived):
    """The other jurisdiction told how far the order is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed(asking_legs.DeliveryFailed):
    """It did not reach the other jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resent(asking_legs.Resent):
    """It is sent once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(asking_legs.Recalled):
    """An order that was not delivered was taken back."""
