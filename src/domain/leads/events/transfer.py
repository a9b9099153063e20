"""The hand-over between organisations: the events. The sender sees all of them, and no others."""

from dataclasses import dataclass

from domain.attachments.commands import Sendings
from domain.ids import PersonId, StreamId
from domain.leads.events.common import TransferEvent
from domain.leads.values import FeedbackResult, Material, Milestone
from domain.model import Personal, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred(TransferEvent):
    """移送: sent with a list (R 199, 201)."""

    document: Text
    reason: Text
    materials: tuple[Material, ...]
    feedback_expected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferAcknowledged(TransferEvent):
    """The addressee has the papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersDemanded(TransferEvent):
    """补正: the list lacks papers; the sender is to hand over again, with them."""

    papers: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(TransferEvent):
    """The addressee accepted: it owes the result if the sender asked for it.

    ``to_register``: it is of this jurisdiction, and is to enter the lead in the register (R 203).
    """

    feedback_expected: bool
    to_register: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAccepted(TransferEvent):
    """The addressee accepted some persons; ``part`` is the lead of those it refused.

    ``to_register`` as where it accepted all of them.
    """

    feedback_expected: bool
    refused: tuple[PersonId, ...]
    part: StreamId
    reason: Text
    to_register: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(TransferEvent):
    """The addressee returned it with the reason.

    ``sender_decides``: it is for the sender, here, to say what becomes of it; not where papers were demanded,
    with which it is handed over again, nor where the sender is in another jurisdiction.
    """

    reason: Text
    sender_decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneReached(TransferEvent):
    """The status the sender may know: received, under way, closed."""

    milestone: Milestone


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFedBack(TransferEvent):
    """反馈: the sender was told the result."""

    result: FeedbackResult
    text: Personal
    document: Text | None = None
    attachments: Sendings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackConfirmed(TransferEvent):
    """The sender confirmed the feedback: this hand-over is closed."""


HandOverEvent = (
    Transferred
    | TransferAcknowledged
    | PapersDemanded
    | Accepted
    | PartAccepted
    | Returned
    | MilestoneReached
    | ResultFedBack
    | FeedbackConfirmed
)
"""Every event of this module."""
