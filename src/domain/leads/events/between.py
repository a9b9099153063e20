"""Leads between jurisdictions: the events. What was released stands apart; the rest says how far it is."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge

from domain.attachments.commands import Sendings
from domain.between import Obstacle, Origin
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.leads.events.common import TransferEvent
from domain.leads.values import (
    FeedbackResult,
    Material,
    News,
    ReferredSubject,
    Regime,
    ReminderKind,
    ReportForm,
    Secrecy,
    Source,
)
from domain.model import Event, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Event):
    """移送其他辖区: what was released to the jurisdiction that ``to_party`` is, and where it goes there.

    ``there`` is the lead's stream in that log: it follows from the hand-over, so it exists at most once.
    It is the first dispatch of the hand-over.
    """

    transfer: Serial
    from_party: PartyId
    to_party: PartyId
    jurisdiction: JurisdictionCode
    there: StreamId
    source: Source
    regime: Regime
    secrecy: Secrecy
    subjects: tuple[ReferredSubject, ...]
    content: Personal
    materials: tuple[Material, ...]
    document: Text
    reason: Text
    feedback_expected: bool
    report: ReportForm | None = None
    attachments: Sendings = ()

    @property
    def sender(self) -> PartyId:
        """Who sent it."""
        return self.from_party


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralArrived(TransferEvent):
    """It came from another jurisdiction."""

    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(TransferEvent):
    """One end tells the other how far the hand-over is: its ``dispatch``, counted within the hand-over.

    ``there`` and ``leg_there`` say which hand-over of which lead it is in the other log.
    """

    jurisdiction: JurisdictionCode
    there: StreamId
    leg_there: Serial
    dispatch: Serial
    news: News
    number: Text | None = None
    reason: Text | None = None
    result: FeedbackResult | None = None
    text: Personal | None = None
    document: Text | None = None
    by: PartyId | None = None
    reminder: Serial | None = None
    kind: ReminderKind | None = None
    about: Text | None = None
    reply_by: datetime.date | None = None
    attachments: Sendings = ()

    @property
    def sender(self) -> PartyId:
        """The end that tells it: ``by`` where either may."""
        if self.by is not None:
            return self.by
        return self.from_party if self.news in ("confirmed", "recalled") else self.to_party


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArrived(TransferEvent):
    """The other end told how far the hand-over is."""

    origin: Origin
    news: News
    number: Text | None = None
    reason: Text | None = None
    result: FeedbackResult | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed(TransferEvent):
    """A dispatch of ``by`` did not reach the other jurisdiction; it is to be sent again or recalled."""

    by: PartyId
    jurisdiction: JurisdictionCode
    dispatch: Serial
    attempt: Annotated[int, Ge(1)]
    obstacle: Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Resent(TransferEvent):
    """A dispatch is sent once more."""

    by: PartyId
    dispatch: Serial
    attempt: Annotated[int, Ge(2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(TransferEvent):
    """A hand-over that was not delivered was taken back."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverUrged(TransferEvent):
    """催办 · 督办 of one end of a hand-over between jurisdictions by the other; it owes an answer by a day.

    ``reminder`` counts those of the lead here, ``there`` is the one of the log in which it was written.
    """

    reminder: Serial
    by: PartyId
    to: PartyId
    kind: ReminderKind
    about: Text
    reply_by: datetime.date | None = None
    there: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingAnswered(TransferEvent):
    """The end that was urged said where the matter stands."""

    reminder: Serial
    by: PartyId
    to: PartyId
    text: Text


BetweenEvent = (
    Referred
    | ReferralArrived
    | NewsSent
    | NewsArrived
    | DeliveryFailed
    | Resent
    | Recalled
    | HandOverUrged
    | UrgingAnswered
)
"""Every event of this module."""
