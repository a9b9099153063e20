"""What parties do with a notice (通报): issue, acknowledge, reply, return or accept the reply."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Command, Digest, Personal, Text, Value

Kind = Literal["important_matters", "bulletin", "circular"]
"""重要情况通报 (between group and host Party group) · 情况通报 (of quality or overdue work) · 督办通报."""

Parties = Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Value):
    """The notice or the answer as a file: its title and the SHA-256 of its bytes (lower-case hex)."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """Send a notice to parties. The title names nobody; ``reply_due`` asks each for an answer by a day."""

    kind: Kind
    title: Text
    text: Personal
    parties: Parties
    reply_due: datetime.date | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the notice (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Command):
    """Answer what the notice asks (反馈), also anew after it came back."""

    text: Personal
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReply(Command):
    """Send a party's answer back to be made better."""

    party: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReply(Command):
    """Take a party's answer as sufficient."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the notice said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    text: Personal | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: the notice was issued by mistake; its number is kept, and nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
