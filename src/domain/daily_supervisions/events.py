"""What happened in daily supervision."""

from dataclasses import dataclass

from domain.daily_supervisions.commands import Focuses, Method, Result, Stay
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Event, Personal, Text
from domain.task_orders.commands import Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionEvent(Event):
    """Base of them all: at which unit, by which group."""

    unit: PartyId
    group: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(SupervisionEvent):
    """The group supervised the unit by one method, on these focuses."""

    method: Method
    focuses: Focuses
    title: Text
    findings: Personal
    stay: Stay | None = None
    opinion: StreamId | None = None
    supervision: Supervision = "stationed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAsked(SupervisionEvent):
    """It was a stay: the group is to feed back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(SupervisionEvent):
    """The group said what came of it."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturned(SupervisionEvent):
    """The linked office sent the result back: the group is to say anew what came of it."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FedBack(SupervisionEvent):
    """The group told one party what it is to know of it."""

    to: PartyId
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAcknowledged(SupervisionEvent):
    """That party signed for it."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(SupervisionEvent):
    """The record was corrected; ``unit`` is the right one. ``stay`` and ``opinion`` go with ``method``."""

    reason: Text
    approved_by: PersonId
    method: Method | None = None
    focuses: Focuses | None = None
    title: Text | None = None
    findings: Personal | None = None
    stay: Stay | None = None
    opinion: StreamId | None = None
    results: tuple[Result, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackWaived(SupervisionEvent):
    """It was no stay: the group need not feed back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(SupervisionEvent):
    """The record does not count."""

    reason: Text
    approved_by: PersonId
