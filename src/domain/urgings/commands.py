"""What parties do when one urges another: urge, acknowledge, answer, return or accept the answer."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain import asking_legs
from domain.ids import ObligationId, PartyId, PersonId, StreamId
from domain.model import Command, Text

Kind = Literal["reminder", "oversight"]
"""催办, by whom something is owed · 督办, by the office that supervises or the commission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urge(Command):
    """Urge a party about a matter that both are concerned with; it answers by ``due``.

    ``obligation`` says which of the things it owes there. What is written names nobody.
    """

    kind: Kind
    matter: StreamId
    obligation: ObligationId | None = None
    to: PartyId
    about: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for the urging (签收)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Command):
    """Say where the matter stands, also anew after the answer came back."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAnswer(Command):
    """Send the answer back to be made better."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(Command):
    """Take the answer as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the urging said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    about: Text | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: urged by mistake; its number is kept, and no answer is owed."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(asking_legs.Resend):
    """再次发送: an urging, or what was told of it, that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(asking_legs.Recall):
    """撤回: an urging that did not reach another jurisdiction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(asking_legs.TakeIn):
    """Enter an urging that came from another jurisdiction, about the ``matter`` that it is about there."""

    kind: Kind
    matter: StreamId
    about: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(asking_legs.TakeNews):
    """Enter what the other end tells: an answer, or a correction."""

    text: Text | None = None
    about: Text | None = None
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(asking_legs.ReportFailure):
    """Say that an urging, or news of it, did not reach another jurisdiction."""
