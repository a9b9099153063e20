"""What happened when one party urged another."""

import datetime
from dataclasses import dataclass
from typing import Final

from domain import asking, asking_legs
from domain.asked_of_one import Asking
from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.model import Event, Number, Text
from domain.urgings.commands import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Urged(Event):
    """A party urged another about a matter, under a number of its own for each kind."""

    number: Number
    kind: Kind
    matter: StreamId
    obligation: ObligationId | None = None
    about: Text
    issuer: PartyId
    to: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(asking.Addressed):
    """The urged party is to sign for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAsked(asking.AnswerAsked):
    """The urged party is to answer by a day; said again where the day was corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(asking.Acknowledged):
    """The urged party signed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(asking.Answered):
    """The urged party said where the matter stands."""

    text: Text


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
    """The urging was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    about: Text | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """The urging does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched(asking_legs.Dispatched):
    """The urging was sent to another jurisdiction: what it is about is called ``matter`` there."""

    kind: Kind
    matter: StreamId
    about: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(asking_legs.Arrived):
    """It came from another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(asking_legs.NewsSent):
    """The other jurisdiction is told: an answer, or a correction."""

    text: Text | None = None
    about: Text | None = None
    due: datetime.date | None = None


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
