"""What parties do with a proposal form (建议单): issue, acknowledge, answer, return or accept the answer."""

import datetime
from dataclasses import dataclass

from domain import asking_legs
from domain.attachments.commands import Bringings, Releases
from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Personal, Text
from domain.task_orders.commands import Form, Supervision


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """Propose something to one addressee, who answers by ``due``. The title names nobody.

    ``task_order`` is the order that it came of, whose issuer then reads it too and awaits the answer.
    """

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    task_order: StreamId | None = None
    to: PartyId
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the proposal (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Command):
    """Say what was done about the proposal (答复), also anew after the answer came back."""

    text: Personal
    form: Form | None = None
    attachments: Releases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAnswer(Command):
    """Send the answer back to be made better."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(Command):
    """Take the answer as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the proposal said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the proposal was sent by mistake; its number is kept, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFiles(asking_legs.SendFiles):
    """发送附件: files after a proposal form that reached another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(asking_legs.Resend):
    """再次发送: a proposal form, or what was told of it, that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(asking_legs.Recall):
    """撤回: a proposal form that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(asking_legs.TakeIn):
    """Enter a proposal form that came from another jurisdiction."""

    title: Text
    text: Personal
    supervision: Supervision
    basis: Text
    due: datetime.date
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(asking_legs.TakeNews):
    """Enter what the other end tells: an answer, or a correction."""

    text: Personal | None = None
    form: Form | None = None
    title: Text | None = None
    due: datetime.date | None = None
    attachments: Bringings = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(asking_legs.ReportFailure):
    """Say that a proposal form, or news of it, did not reach another jurisdiction."""
