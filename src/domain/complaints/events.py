"""What happened to a complaint."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.complaints.commands import Channel, Ground, Months, Notice, Subjects
from domain.ids import PartyId, PersonId, StreamId
from domain.leads.values import FeedbackResult, Reporter, ReportForm
from domain.model import Event, Number, Occurred, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintEvent(Event):
    """Something about the complaint itself: who keeps and who handles it, as it stands afterwards."""

    kept_by: PartyId
    handling_party: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(ComplaintEvent):
    """It came in at the petitions office; ``passed_down`` from the level above by ``sender``."""

    channel: Channel
    report: ReportForm
    about: Text
    content: Personal
    subjects: Subjects = ()
    passed_down: bool
    sender: PartyId | None = None
    document: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterRecorded(Event):
    """Who reported, in a visibility class of its own (R 299, RC 47)."""

    kept_by: PartyId
    report: ReportForm
    reporter: Reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(ComplaintEvent):
    """It stands in the register of the petitions office."""

    number: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(ComplaintEvent):
    """It was accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAccepted(ComplaintEvent):
    """It was not accepted."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAsRepeat(ComplaintEvent):
    """It repeats an earlier one, which ``handled_by`` handles, and is kept (RC 14)."""

    of: StreamId
    handled_by: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatNotified(ComplaintEvent):
    """Who handles the earlier one was told (RC 14)."""

    of: StreamId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded(ComplaintEvent):
    """It went to the organ whose matter it is."""

    to: PartyId
    reason: Text
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(ComplaintEvent):
    """That organ accepted it."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardReturned(ComplaintEvent):
    """That organ sent it back; ``registered``: it had been numbered before it was forwarded."""

    by: PartyId
    reason: Text
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(ComplaintEvent):
    """It is for ``to`` to handle."""

    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(ComplaintEvent):
    """It is for ``to`` to handle and to report on to ``assigned_by`` (RC 21)."""

    assignment: Serial
    assigned_by: PartyId
    to: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(ComplaintEvent):
    """The handling party signed for it."""

    by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(ComplaintEvent):
    """The party it was handed to gave it back."""

    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRaised(ComplaintEvent):
    """A lead was opened because of it."""

    lead: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(ComplaintEvent):
    """The handling party is through with it; ``real_name``: the reporter is to be told (R 209).

    ``lead`` are the leads that were raised because of it.
    """

    by: PartyId
    result: FeedbackResult
    text: Personal
    real_name: bool
    lead: tuple[StreamId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReturned(ComplaintEvent):
    """The petitions office has the result; ``assignment`` is the one it was assigned with."""

    by: PartyId
    result: FeedbackResult
    assignment: Serial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSentBack(ComplaintEvent):
    """The petitions office wants a better one."""

    to: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(ComplaintEvent):
    """The petitions office took the result as sufficient."""

    result: FeedbackResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedUp(ComplaintEvent):
    """Who assigned it from above was told the result."""

    assignment: Serial
    to: PartyId
    result: FeedbackResult
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentExtended(ComplaintEvent):
    """More time for an assigned report, and on whose word (RC 21)."""

    assignment: Serial
    assigned_by: PartyId
    granted_by: Literal["own_head", "superior"]
    months: Months
    reason: Text
    document: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckAsked(ComplaintEvent):
    """The reporter objects or brings new evidence: it is handled again."""

    ground: Ground
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterNotified(Event):
    """The real-name reporter was told (R 209), also as reporter of the leads in ``lead``."""

    kept_by: PartyId
    by: PartyId
    notice: Notice
    lead: tuple[StreamId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterAccessGranted(Event):
    """The handlers of the handling party may know who reported, until a day (R 299, RC 47)."""

    kept_by: PartyId
    to_party: PartyId
    approved_by: PersonId
    reason: Text
    until: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(ComplaintEvent):
    """The complaint was corrected; due dates follow a day that was wrong."""

    reason: Text
    approved_by: PersonId
    about: Text | None = None
    content: Personal | None = None
    version: int | None = None
    happened: Occurred | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(ComplaintEvent):
    """The complaint does not count; its number is kept."""

    reason: Text
    approved_by: PersonId
