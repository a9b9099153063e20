"""What happened between a supervision body and a department."""

import datetime
from dataclasses import dataclass

from domain import asking, asking_legs
from domain.attachments.commands import Sendings
from domain.department_requests.commands import (
    FieldCodes,
    Ground,
    Items,
    Kind,
    Office,
    Outcome,
)
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Number, Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Event):
    """Data were asked, or a finding was shared; ``fields`` has the minimum of the procedure too."""

    number: Number
    kind: Kind
    title: Text
    text: Personal
    basis: Text
    issuer: PartyId
    to: PartyId
    office: Office | None = None
    fields: FieldCodes = ()
    items: Items = ()
    due: datetime.date


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
class SentBack(asking.SentBack):
    """The addressee sent it back unanswered."""

    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(asking.Answered):
    """The data were supplied, or it was said what became of the finding.

    Which ``lead`` is told to no other jurisdiction; who may not know of a lead does not read it by its name.
    """

    text: Personal | None = None
    items: Items = ()
    outcome: Outcome | None = None
    lead: StreamId | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(asking.AnswerReturned):
    """The answer went back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(asking.AnswerAccepted):
    """The answer was taken as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """It was corrected."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    office: Office | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    """It does not count; its number is kept."""

    issuer: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched(asking_legs.Dispatched):
    """The request, or the finding, was sent to another jurisdiction."""

    kind: Kind
    title: Text
    text: Personal
    basis: Text
    fields: FieldCodes = ()
    items: Items = ()
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(asking_legs.Arrived):
    """It came from another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(asking_legs.NewsSent):
    """The other jurisdiction is told: an answer, or a correction."""

    text: Personal | None = None
    items: Items = ()
    outcome: Outcome | None = None
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
