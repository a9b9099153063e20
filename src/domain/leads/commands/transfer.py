"""The hand-over between organisations: the commands."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen, MinLen

from domain.attachments.commands import Releases
from domain.ids import PartyId
from domain.leads.values import FeedbackResult, Material, Part
from domain.model import Command, Personal, Text
from domain.serials import Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Command):
    """移送: hand the lead over to another organisation with a list (R 199, 201: within 5 wd)."""

    to_party: PartyId
    materials: Annotated[tuple[Material, ...], MinLen(1)]
    document: Text
    reason: Text
    feedback_expected: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeTransfer(Command):
    """The addressee has the papers; accepting or returning them comes next."""

    transfer: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """The addressee accepts the hand-over and holds the lead from now on."""

    transfer: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPart(Command):
    """The addressee accepts some persons; the rest goes back as a part of its own (R 201)."""

    transfer: Serial
    refused: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTransfer(Command):
    """The addressee returns the hand-over with the reason (R 201).

    ``missing`` are the papers that it lacks: it is to be handed over again, with them.
    """

    transfer: Serial
    reason: Text
    missing: Annotated[tuple[Text, ...], MaxLen(50)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBack(Command):
    """反馈: tell the sender the result; the content of the handling stays behind.

    To another jurisdiction it may go with the files of ``attachments``.
    """

    transfer: Serial
    result: FeedbackResult
    text: Personal
    document: Text | None = None
    attachments: Releases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmFeedback(Command):
    """The sender confirms the feedback; the hand-over is closed."""

    transfer: Serial
