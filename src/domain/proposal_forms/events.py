"""What happened to a proposal form."""

import datetime
from dataclasses import dataclass
from typing import Final

from domain import asking, asking_legs
from domain.asked_of_one import Asking
from domain.attachments.commands import Sendings
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Number, Personal, Text
from domain.task_orders.commands import Form, Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """A proposal went out under a number of its issuer; ``ordered_by`` issued the order it came of."""

    number: Number
    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    task_order: StreamId | None = None
    ordered_by: PartyId | None = None
    meeting: StreamId | None = None
    issuer: PartyId
    to: PartyId
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(asking.Addressed):
    """The addressee is to sign for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAsked(asking.AnswerAsked):
    """The addressee is to answer by a day; said again where the day was corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(asking.Acknowledged):
    """The addressee signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(asking.Answered):
    """The addressee answered."""

    text: Personal
    form: Form | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(asking.AnswerReturned):
    """The answer went back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(asking.AnswerAccepted):
    """The answer was taken as sufficient."""


ASKING: Final = Asking(
    addressed=Addressed,
    answer_asked=AnswerAsked,
    acknowledged=Acknowledged,
    answer_returned=AnswerReturned,
    answer_accepted=AnswerAccepted,
)
"""The steps of asking, told as these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """The proposal was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The proposal does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched(asking_legs.Dispatched):
    """The proposal was sent to another jurisdiction."""

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(asking_legs.Arrived):
    """It came from another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(asking_legs.NewsSent):
    """The other jurisdiction is told: an answer, or a correction."""

    text: Personal | None = None
    form: Form | None = None
    title: Text | None = None
    due: datetime.date | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArrived(asking_legs.NewsArrived):
    """The other jurisdiction told how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed(asking_legs.DeliveryFailed):
    """It did not reach the other jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resent(asking_legs.Resent):
    """It is sent once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(asking_legs.Recalled):
    """What was not delivered was taken back: nothing is asked any more."""
