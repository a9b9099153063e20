"""Leads between jurisdictions: the commands. People refer, resend, recall; the courier brings the rest."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, MinLen

from domain.attachments.commands import Bringings, Releases
from domain.between import Obstacle, Origin
from domain.ids import PartyId, PersonId
from domain.leads.values import (
    FeedbackResult,
    Material,
    News,
    Regime,
    ReleasedSubject,
    ReminderKind,
    Secrecy,
    Subject,
)
from domain.model import Command, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer(Command):
    """移送其他辖区: hand the lead over to another jurisdiction, with what is released to it and no more.

    ``content`` and ``subjects`` are what the other one reads, with the files of the ``attachments`` released;
    all persons of the lead go with it.
    """

    to_party: PartyId
    subjects: Annotated[tuple[ReleasedSubject, ...], MinLen(1)]
    content: Personal
    materials: Annotated[tuple[Material, ...], MinLen(1)]
    document: Text
    reason: Text
    feedback_expected: bool = True
    attachments: Releases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(Command):
    """再次发送: what could not be delivered is sent once more, as it is."""

    transfer: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Command):
    """撤回: take back a hand-over that was not delivered; the lead goes on here."""

    transfer: Serial
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(Command):
    """Enter what another jurisdiction referred. The courier sends it."""

    origin: Origin
    regime: Regime
    secrecy: Secrecy
    subjects: Annotated[tuple[Subject, ...], MinLen(1)]
    content: Personal
    materials: Annotated[tuple[Material, ...], MinLen(1)]
    document: Text
    reason: Text
    feedback_expected: bool
    attachments: Bringings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(Command):
    """Enter what the other end of a hand-over tells. The courier sends it."""

    transfer: Serial
    origin: Origin
    news: News
    number: Text | None = None
    reason: Text | None = None
    result: FeedbackResult | None = None
    text: Personal | None = None
    document: Text | None = None
    reminder: Serial | None = None
    kind: ReminderKind | None = None
    about: Text | None = None
    reply_by: datetime.date | None = None
    attachments: Bringings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(Command):
    """Say that a dispatch could not be delivered, at its how manieth attempt. The courier sends it."""

    transfer: Serial
    dispatch: Serial
    attempt: Annotated[int, Ge(1)]
    obstacle: Obstacle
