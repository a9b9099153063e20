"""What parties do with an integrity opinion: ask for it, answer, send the answer back or accept it."""

import datetime
from dataclasses import dataclass
from typing import Literal

from domain.ids import PartyId, PersonId
from domain.model import Command, Personal, Text
from domain.oversight import KeyPerson

View = Literal["no_objection", "reservation", "objection"]
"""无不同意见 · 暂缓 · 不同意."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Command):
    """Ask the group stationed at a person's unit for its opinion by a day; the purpose names nobody."""

    unit: PartyId
    person: KeyPerson
    purpose: Text
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Command):
    """Give the opinion with its grounds, also anew after it came back."""

    view: View
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAnswer(Command):
    """Send the opinion back to be made clearer."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(Command):
    """Take the opinion as sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the opinion said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    view: View | None = None
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: it was asked by mistake; nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
